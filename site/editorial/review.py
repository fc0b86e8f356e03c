"""The reviewer's screen: what changed in words, the other language beside it, and the decision."""

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.views import View
from django.views.decorators.http import require_POST
from wagtail.admin import messages
from wagtail.admin.views.generic import WagtailAdminTemplateMixin
from wagtail.models import Page, TaskState

from bilingual.pairs import draft_of, twin_of
from core import languages
from editorial.changes import changes, mark_headings, order_differs
from editorial.going_live import newest_revision
from editorial.invitations import InvitationForm
from editorial.models import FourEyesTask, Invitation, ReviewState
from editorial.models.tasks import TextMovedError
from editorial.obstacles import TRANSLATION
from editorial.people import writers
from editorial.texts import text_digest
from editorial.wording import Wording


class ReviewView(WagtailAdminTemplateMixin, View):
    """Shows a draft against the text readers have, and takes the reviewer's decision."""

    template_name = "editorial/review.html"
    header_icon = "tasks"
    page_title = _("Review")

    def dispatch(self, request: HttpRequest, page_id: int):
        page = get_object_or_404(Page.objects.select_related("locale", "live_revision"), pk=page_id)
        self.page = page.specific
        if not may_read(request.user, self.page):
            raise PermissionDenied
        return super().dispatch(request, page_id)

    @cached_property
    def step(self) -> ReviewState | None:
        """The step this page waits at, if it is under review."""
        state = self.page.current_workflow_state
        if state is None or state.current_task_state.status != TaskState.STATUS_IN_PROGRESS:
            return None
        step = state.current_task_state.specific
        return step if isinstance(step, ReviewState) else None

    @cached_property
    def task(self) -> FourEyesTask | None:
        return self.step.task.specific if self.step else None

    @cached_property
    def actions(self) -> dict[str, str]:
        """What this reviewer may do now: {name: label}."""
        offered = self.task.get_actions(self.page, self.request.user) if self.task else []
        return {name: label for name, label, _needs_form in offered}

    # --- The decision ---

    def post(self, request: HttpRequest, page_id: int) -> HttpResponse:
        action = request.POST.get("action", "")
        if action not in self.actions or request.POST.get("step") != str(self.step.pk):
            messages.error(request, _("This step is no longer yours to decide. Nothing was done; see below how it is."))
            return redirect("editorial:review", page_id)
        form = self.task.get_form_for_action(action)(request.POST)
        if not form.is_valid():
            return self._show({action: form})
        hands_on = action == "approve" and self.task.hands_on(self.page, request.user)
        try:
            self.task.on_action(self.step, request.user, action, **form.cleaned_data)
        except TextMovedError as refusal:
            messages.error(request, str(refusal))
            return redirect("editorial:review", page_id)
        said = _("Thank you. You changed the text, so another reviewer approves it.")
        messages.success(request, said if hands_on else _("Thank you. Your decision is recorded."))
        return redirect("wagtailadmin_home")

    # --- What is shown ---

    def get(self, request: HttpRequest, page_id: int) -> HttpResponse:
        return self._show({})

    def _show(self, sent: dict) -> HttpResponse:
        return self.render_to_response(self.get_context_data(sent=sent))

    def get_context_data(self, sent: dict, **kwargs):
        twin = twin_of(self.page)
        return super().get_context_data(**kwargs) | {
            "page": self.page,
            "twin": twin,
            "code": self.page.locale.language_code,
            "other_code": languages.other(self.page.locale.language_code),
            "languages": languages.NATIVE_NAMES,
            "step": self.step,
            "obstacles": self._obstacles(),
            "forms": [(name, label, sent.get(name) or self._form(name)) for name, label in self.actions.items()],
            "reason": "" if self.actions else self._why_not(),
            "comments": self.page.wagtail_admin_comments.filter(resolved_at=None).select_related("user"),
            "past": self._past_steps(),
            **self._advice(),
            **self._texts(twin),
        }

    def _form(self, action: str):
        form_class = self.task.get_form_for_action(action)
        return form_class(auto_id=f"id_{action}_%s", initial={"seen": text_digest(newest_revision(self.page))})

    def _texts(self, twin: Page | None) -> dict:
        now = Wording(draft_of(self.page))
        live = Wording(self.page.live_revision.as_object()) if self.page.live and self.page.live_revision else None
        rows = changes(now, live, Wording(draft_of(twin)) if twin is not None else None)
        show_all = live is None or self.request.GET.get("show") == "all"
        return {
            "is_new": live is None,
            "show_all": show_all,
            "rows": mark_headings(rows if show_all else [row for row in rows if row.is_changed]),
            "order_differs": live is not None and order_differs(now, live),
        }

    def _obstacles(self) -> list[dict[str, str]]:
        """What stands against an approval, each with where it is mended."""
        found = self.task.obstacles(self.page) if self.task else []
        return [
            {
                "sentence": problem.sentence,
                "address": problem.address(self.page),
                "place": _("Translation") if problem.view == TRANSLATION else _("Go to the field"),
            }
            for problem in found
        ]

    def _why_not(self) -> str:
        if self.step is None:
            return _("This page waits for nobody's review now.")
        if self.request.user.pk in writers(self.page, self.step):
            return _("You wrote or submitted this text, so somebody else decides about it.")
        return _("This step belongs to other reviewers.")

    def _past_steps(self) -> list[ReviewState]:
        state = self.page.current_workflow_state
        if state is None:
            return []
        steps = ReviewState.objects.filter(workflow_state=state).exclude(status=TaskState.STATUS_IN_PROGRESS)
        return list(steps.select_related("task", "finished_by").order_by("started_at", "pk"))

    def _advice(self) -> dict:
        """Who was asked outside, and what they said; of an earlier text it is marked as such."""
        revision = newest_revision(self.page)
        invitations = Invitation.objects.filter(page=self.page).select_related("created_by").prefetch_related("advice")
        return {
            "invitations": list(invitations[:50]),
            "invitation_form": InvitationForm() if revision is not None else None,
            "digest": text_digest(revision) if revision is not None else "",
        }

    def get_page_subtitle(self):
        return self.page.get_admin_display_title()

    def get_breadcrumbs_items(self):
        edit = reverse("wagtailadmin_pages:edit", args=[self.page.pk])
        return [
            *self.breadcrumbs_items,
            {"url": edit, "label": self.page.get_admin_display_title()},
            {"url": "", "label": _("Review")},
        ]


def may_read(user, page: Page) -> bool:
    """Whoever may edit a page, or reviews it now, may see what changed in it."""
    return page.permissions_for_user(user).can_edit()


def to_the_review(request: HttpRequest, page_id: int, **kwargs) -> HttpResponse:
    """Lead to the review screen, which shows the text that a decision is about."""
    return redirect("editorial:review", page_id)


@require_POST
def take(request: HttpRequest, page_id: int) -> HttpResponse:
    """Let a reviewer say "I am on it", or take it back."""
    page = get_object_or_404(Page, pk=page_id).specific
    state = page.current_workflow_state
    step = ReviewState.objects.filter(pk=state and state.current_task_state_id).first()
    if step is None or not step.task.specific.get_actions(page, request.user):
        raise PermissionDenied
    own = ReviewState.objects.filter(pk=step.pk, taken_by=request.user)
    if not own.update(taken_by=None) and not ReviewState.objects.filter(pk=step.pk, taken_by=None).update(
        taken_by=request.user
    ):
        messages.warning(request, _("Somebody else has taken it a moment ago."))
    return redirect("editorial:review", page_id)
