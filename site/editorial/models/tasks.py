"""Steps of a review."""

from django.core.exceptions import PermissionDenied, ValidationError
from django.db import models, transaction
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from wagtail.models import AbstractGroupApprovalTask, Page, Revision, Task, TaskState, WorkflowState

from bilingual.pairs import hold
from core import languages
from editorial.checklists import ApprovalForm, ReturnForm, checklist_form
from editorial.gate import Problem, problems
from editorial.models.states import ReviewState
from editorial.obstacles import twin_obstacles
from editorial.people import correctors, writers
from editorial.texts import text_digest


class TextMovedError(PermissionDenied):
    """Raised where a reviewer approves a text that is not the one he has read."""


class FourEyesTask(AbstractGroupApprovalTask):
    """A step that a member of its groups approves, but never whoever wrote or submitted the page."""

    task_state_class = ReviewState

    checklist_kk = models.TextField(_("checklist in Kazakh"), blank=True, help_text=_("One point a line."))
    checklist_ru = models.TextField(_("checklist in Russian"), blank=True, help_text=_("One point a line."))
    compares_twins = models.BooleanField(
        _("compares the languages"),
        default=False,
        help_text=_("A translation is approved only when it is complete and in step with its original."),
    )
    checks_law = models.BooleanField(
        _("checks the law"),
        default=False,
        help_text=_("A lawyer's step: pages about law go live only with its approval."),
    )
    days = models.PositiveSmallIntegerField(
        _("working days"), default=5, help_text=_("When the step has waited longer, its reviewers are reminded.")
    )

    admin_form_fields = [
        *AbstractGroupApprovalTask.admin_form_fields,
        "checklist_kk",
        "checklist_ru",
        "compares_twins",
        "checks_law",
        "days",
    ]

    class Meta:
        verbose_name = _("four-eyes review")
        verbose_name_plural = _("four-eyes reviews")

    def clean(self):
        super().clean()
        if len(_lines(self.checklist_kk)) != len(_lines(self.checklist_ru)):
            raise ValidationError({"checklist_ru": _("Both checklists need the same number of points.")})

    @property
    def points(self) -> list[str]:
        """The checklist in the language of whoever looks at it."""
        return _lines(getattr(self, f"checklist_{languages.active()}"))

    @classmethod
    def get_description(cls):
        return _("Approved by a member of the chosen groups other than the author")

    # --- What a reviewer may do ---

    def get_actions(self, obj, user):
        if self._is_own_work(obj, user):
            return []
        if not super().get_actions(obj, user):
            return []
        approval = [] if self.obstacles(obj) else [("approve", self._label(obj, user), bool(self.points))]
        return [*approval, ("reject", _("Return to the author"), True), *self._way_back(obj)]

    def _label(self, obj, user) -> str:
        return _("Hand the correction to another reviewer") if self.hands_on(obj, user) else _("Approve")

    def hands_on(self, obj, user) -> bool:
        """Whether an approval by `user` asks another reviewer: of his own correction he is no second pair of eyes.

        Before the last step he may approve what he corrected, since the next step reads it.
        """
        state = obj.current_workflow_state
        if state is None or state.workflow.tasks.last().pk != self.pk:
            return False
        return user.pk in correctors(obj, state.current_task_state)

    def obstacles(self, obj) -> list[Problem]:
        """Return why the page cannot be approved at this step yet; [] if it can."""
        if not isinstance(obj, Page):
            return []
        found = problems(obj.get_latest_revision_as_object())
        return found + twin_obstacles(obj.specific) if self.compares_twins else found

    def get_form_for_action(self, action):
        if action == "approve":
            return checklist_form(self.points) if self.points else ApprovalForm
        return ReturnForm

    def _way_back(self, obj) -> list[tuple]:
        """Offer the step before this one, where there is one."""
        state = obj.current_workflow_state
        first = state.workflow.tasks.first() if state is not None else None
        if first is None or first.pk == self.pk:
            return []
        return [("return", gettext("Return to “%(step)s”") % {"step": first.name}, True)]

    @staticmethod
    def _is_own_work(obj, user) -> bool:
        state = obj.current_workflow_state
        return user.pk in writers(obj, state and state.current_task_state)

    # --- What is done ---

    @transaction.atomic
    def on_action(self, task_state: TaskState, user, action_name: str, **kwargs):
        """Carry out an action the user was offered. Wagtail's edit view passes on what the browser sent, unchecked.

        An approval holds for the text as the reviewer left it. Where that is not the text an earlier step
        approved, or its approval holds no more, the review begins again; where nobody else would read it, the
        step does, with another reviewer.
        """
        task_state = _in_progress(task_state)
        obj = task_state.workflow_state.content_object
        if action_name not in {name for name, _label, _needs_form in self.get_actions(obj, user)}:
            raise PermissionDenied
        if action_name == "approve":
            return self._approve(task_state, obj, user, kwargs)
        if action_name == "return":
            return self._begin_again(task_state, user, str(kwargs.get("comment", "")))
        return super().on_action(task_state, user, action_name, **kwargs)

    def _approve(self, task_state: ReviewState, obj, user, data: dict):
        form = self.get_form_for_action("approve")(data)
        if not form.is_valid():
            raise PermissionDenied(form.errors.as_text())
        # The newest revision is asked for anew: the page at hand may be older than the reviewer's own correction.
        revision = Revision.objects.for_instance(obj).order_by("-created_at", "-pk").first()
        task_state.revision, task_state.text_digest = revision, text_digest(revision)
        seen = form.cleaned_data["seen"]
        if seen and seen != task_state.text_digest:
            raise TextMovedError(gettext("Somebody changed the text after you opened it. Please read it once more."))
        task_state.checked = self.points
        task_state.save(update_fields=["revision", "text_digest", "checked"])
        comment = form.cleaned_data.get("comment", "")
        if self._lacks_an_earlier_approval(task_state):
            return self._begin_again(task_state, user, comment)
        if self.hands_on(obj, user):
            return self._begin_again(task_state, user, comment, at=self)
        return super().on_action(task_state, user, "approve", comment=comment)

    @staticmethod
    def _lacks_an_earlier_approval(task_state: ReviewState) -> bool:
        approved = ReviewState.objects.filter(
            workflow_state=task_state.workflow_state, status=TaskState.STATUS_APPROVED
        )
        return approved.exclude(text_digest=task_state.text_digest, void_since=None).exists()

    @staticmethod
    def _begin_again(task_state: ReviewState, user, comment: str, at: Task | None = None) -> None:
        """End this step without an approval, and begin the review anew at its first step, or at the one given."""
        workflow_state = task_state.workflow_state
        task_state.status = TaskState.STATUS_CANCELLED
        task_state.finished_by, task_state.comment = user, comment
        task_state.save()
        workflow_state.task_states.filter(status=TaskState.STATUS_APPROVED).update(status=TaskState.STATUS_CANCELLED)
        workflow_state.refresh_from_db()
        workflow_state.update(user=user, next_task=at or workflow_state.workflow.tasks.first())


def _lines(text: str) -> list[str]:
    return [line.strip() for line in text.splitlines() if line.strip()]


def _in_progress(task_state: TaskState) -> ReviewState:
    """Return the step, held for this transaction with both twins.

    Of two reviewers at one moment the second finds it finished, or the other language approved.
    """
    page = task_state.workflow_state.content_object
    if isinstance(page, Page):
        hold(page)
    WorkflowState.objects.select_for_update().get(pk=task_state.workflow_state_id)
    state = ReviewState.objects.select_related("workflow_state").get(pk=task_state.pk)
    if state.status != TaskState.STATUS_IN_PROGRESS:
        raise PermissionDenied(gettext("Somebody else has just finished this step."))
    return state
