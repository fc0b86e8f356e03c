"""Steps of a review."""

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils.translation import gettext_lazy as _
from wagtail.models import AbstractGroupApprovalTask, TaskState

from editorial.texts import same_text


class FourEyesTask(AbstractGroupApprovalTask):
    """A step that a member of its groups approves, but never whoever wrote or submitted the page."""

    class Meta:
        verbose_name = _("four-eyes review")
        verbose_name_plural = _("four-eyes reviews")

    def get_actions(self, obj, user):
        return [] if self._is_own_work(obj, user) else super().get_actions(obj, user)

    @transaction.atomic
    def on_action(self, task_state: TaskState, user, action_name: str, **kwargs):
        """Carry out an action the user was offered. Wagtail's edit view passes on what the browser sent, unchecked.

        An approval holds for the text as the reviewer left it. Where that is not the text an earlier step
        approved, the review begins again.
        """
        obj = task_state.workflow_state.content_object
        if action_name not in {name for name, _label, _needs_form in self.get_actions(obj, user)}:
            raise PermissionDenied
        if action_name == "approve":
            task_state.revision = obj.get_latest_revision()
            task_state.save(update_fields=["revision"])
            if self._differs_from_an_approved_text(task_state):
                return self._begin_again(task_state, user, kwargs.get("comment", ""))
        return super().on_action(task_state, user, action_name, **kwargs)

    @classmethod
    def get_description(cls):
        return _("Approved by a member of the chosen groups other than the author")

    @staticmethod
    def _is_own_work(obj, user) -> bool:
        """Whether `user` owns the page, submitted it, or saved what is under review before this step began."""
        state = obj.current_workflow_state
        if state is None:
            return user.pk == obj.owner_id
        if user.pk in (obj.owner_id, state.requested_by_id):
            return True
        drafts = obj.revisions.filter(user=user, created_at__lte=state.current_task_state.started_at)
        if obj.live_revision_id:
            drafts = drafts.filter(created_at__gt=obj.live_revision.created_at)
        return drafts.exists()

    @staticmethod
    def _differs_from_an_approved_text(task_state: TaskState) -> bool:
        approved = task_state.workflow_state.task_states.filter(status=TaskState.STATUS_APPROVED)
        return any(not same_text(state.revision, task_state.revision) for state in approved.select_related("revision"))

    @staticmethod
    def _begin_again(task_state: TaskState, user, comment: str) -> None:
        workflow_state = task_state.workflow_state
        task_state.status = TaskState.STATUS_CANCELLED
        task_state.finished_by, task_state.comment = user, comment
        task_state.save()
        workflow_state.task_states.filter(status=TaskState.STATUS_APPROVED).update(status=TaskState.STATUS_CANCELLED)
        workflow_state.refresh_from_db()
        workflow_state.update(user=user, next_task=workflow_state.workflow.tasks.first())
