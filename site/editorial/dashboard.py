"""What a member of the team sees first: what waits for her, what came back, what is out of step, what is late."""

import datetime
from dataclasses import dataclass

from django.db.models import CharField, Exists, IntegerField, OuterRef, Q, QuerySet, Subquery, Value
from django.db.models.functions import Cast, Coalesce
from django.urls import reverse
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.admin.ui.components import Component
from wagtail.models import Page, Revision, TaskState, WorkflowState
from wagtail.permissions import page_permission_policy

from core import languages
from editorial.models import FourEyesTask, ReviewState
from editorial.page_states import PageState, page_type, pairs

SHOWN = 10
LONG_AGO = datetime.datetime(1970, 1, 1, tzinfo=datetime.UTC)


@dataclass(frozen=True)
class Entry:
    """One line of a panel."""

    title: str
    language: str
    url: str
    detail: str = ""
    note: str = ""
    is_late: bool = False


class Panel(Component):
    """A list on the first page of the admin; it is not there while it is empty."""

    template_name = "editorial/panel.html"
    heading = ""
    more_url = ""

    def __init__(self, user):
        self.user = user

    def entries(self) -> list[Entry]:
        """Return at most one more than is shown, so that the panel knows whether to lead on."""
        raise NotImplementedError

    def get_context_data(self, parent_context):
        found = self.entries()
        return {
            "name": self.name,
            "heading": self.heading,
            "entries": found[:SHOWN],
            "more_url": self.more_url if len(found) > SHOWN else "",
        }


def steps_in_progress() -> QuerySet:
    """Return all steps that wait for somebody, the most urgent first, annotated with `page_id`."""
    steps = ReviewState.objects.filter(
        status=TaskState.STATUS_IN_PROGRESS,
        workflow_state__status=WorkflowState.STATUS_IN_PROGRESS,
        workflow_state__base_content_type=page_type(),
    )
    number = Cast("workflow_state__object_id", IntegerField())
    return steps.annotate(page_id=number).select_related("task", "taken_by").order_by("due_on", "started_at", "pk")


def steps_waiting_for(user) -> QuerySet:
    """Return the steps whose groups `user` belongs to, without the texts she has a part in."""
    pages = Page.objects.filter(pk=OuterRef("page_id"))
    steps = steps_in_progress().annotate(
        live_since=Coalesce(Subquery(pages.values("live_revision__created_at")[:1]), Value(LONG_AGO))
    )
    drafts = Revision.objects.filter(
        user=user,
        base_content_type=page_type(),
        object_id=Cast(OuterRef("page_id"), CharField()),
        created_at__lte=OuterRef("started_at"),
        created_at__gt=OuterRef("live_since"),
    )
    own = Q(workflow_state__requested_by=user) | Exists(pages.filter(owner=user)) | Exists(drafts)
    if not user.is_superuser:
        tasks = FourEyesTask.objects.filter(groups__in=user.groups.all())
        steps = steps.filter(task__in=tasks.values("pk"))
    return steps.exclude(own)


class WaitingForMe(Panel):
    """Texts this person may decide about."""

    name = "waiting_for_me"
    heading = gettext_lazy("Waiting for me")
    order = 100

    def entries(self):
        return _step_entries(steps_waiting_for(self.user)[: SHOWN + 1])


class Overdue(Panel):
    """Texts that have waited longer than their step allows, whoever they wait for."""

    name = "overdue_reviews"
    heading = gettext_lazy("Reviews that are due")
    order = 140

    def entries(self):
        if not page_permission_policy.user_has_permission(self.user, "publish"):
            return []
        return _step_entries(steps_in_progress().filter(due_on__lte=timezone.localdate())[: SHOWN + 1])


class Returned(Panel):
    """This person's texts that a reviewer asks to change."""

    name = "returned_to_me"
    heading = gettext_lazy("Returned to me")
    order = 110

    def entries(self):
        own = Page.objects.filter(pk=OuterRef("page_id"), owner=self.user)
        states = WorkflowState.objects.filter(
            status=WorkflowState.STATUS_NEEDS_CHANGES, base_content_type=page_type()
        ).annotate(page_id=Cast("object_id", IntegerField()))
        states = states.filter(Q(requested_by=self.user) | Exists(own)).select_related("current_task_state")
        states = list(states.order_by("-current_task_state__finished_at", "-pk")[: SHOWN + 1])
        pages = _pages(state.page_id for state in states)
        return [
            _entry(
                pages[state.page_id],
                reverse("wagtailadmin_pages:edit", args=[state.page_id]),
                state.current_task_state.comment,
            )
            for state in states
            if state.page_id in pages
        ]


class OutOfStep(Panel):
    """Pairs whose languages do not say the same, or of which one is missing."""

    name = "pairs_out_of_step"
    heading = gettext_lazy("Languages out of step")
    order = 120

    @property
    def more_url(self):
        return reverse("pages_and_languages")

    def entries(self):
        pages = page_permission_policy.instances_user_has_permission_for(self.user, "change")
        uneven = [PageState.BEHIND, PageState.MISSING]
        rows = pairs(pages).filter(Q(kk_state__in=uneven) | Q(ru_state__in=uneven))
        rows = rows.select_related("locale").order_by("-latest_revision_created_at", "-pk")[: SHOWN + 1]
        return [_entry(row, reverse("bilingual:translate", args=[row.pk]), _what_lacks(row)) for row in rows]


def _what_lacks(row: Page) -> str:
    states = {code: getattr(row, f"{code}_state") for code in languages.CODES}
    return ", ".join(
        f"{languages.NATIVE_NAMES[code]}: {PageState(state).label}"
        for code, state in states.items()
        if state in {PageState.BEHIND, PageState.MISSING}
    )


def _step_entries(steps) -> list[Entry]:
    steps = list(steps)
    pages, today = _pages(step.page_id for step in steps), timezone.localdate()
    return [
        _entry(
            pages[step.page_id],
            reverse("editorial:review", args=[step.page_id]),
            _("%(step)s, by %(day)s") % {"step": step.task.name, "day": date_format(step.due_on)}
            if step.due_on
            else step.task.name,
            _("%(name)s is on it") % {"name": step.taken_by.get_full_name() or step.taken_by.get_username()}
            if step.taken_by
            else "",
            is_late=step.due_on is not None and step.due_on < today,
        )
        for step in steps
        if step.page_id in pages
    ]


def _pages(keys) -> dict[int, Page]:
    return Page.objects.select_related("locale").in_bulk(list(keys))


def _entry(page: Page, url: str, detail: str, note: str = "", *, is_late: bool = False) -> Entry:
    return Entry(page.get_admin_display_title(), page.locale.language_code, url, detail, note, is_late)


PANELS = (WaitingForMe, Returned, OutOfStep, Overdue)
