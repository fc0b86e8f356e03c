"""Steps of a review."""

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils.translation import gettext_lazy as _
from wagtail.models import AbstractGroupApprovalTask, TaskState


class FourEyesTask(AbstractGroupApprovalTask):
    """A step that a member of its groups approves, but never whoever wrote or submitted the page."""

    class Meta:
        verbose_name = _("four-eyes review")
        verbose_name_plural = _("four-eyes reviews")

    def get_actions(self, obj, user):
        return [] if self._is_own_work(obj, user) else super().get_actions(obj, user)

    @transaction.atomic
    def on_action(self, task_state: TaskState, user, action_name: str, **kwargs):
        """Carry out an action the user was offered. Wagtail's edit view passes on what the browser sent, unchecked."""
        obj = task_state.workflow_state.content_object
        if action_name not in {name for name, _label, _needs_form in self.get_actions(obj, user)}:
            raise PermissionDenied
        return super().on_action(task_state, user, action_name, **kwargs)

    @classmethod
    def get_description(cls):
        return _("Approved by a member of the chosen groups other than the author")

    @staticmethod
    def _is_own_work(obj, user) -> bool:
        state = obj.current_workflow_state
        return user.pk in (obj.owner_id, state.requested_by_id if state else None)
