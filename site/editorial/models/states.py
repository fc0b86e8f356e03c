"""What is remembered of one step of a review."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.models import TaskState

from editorial.working_days import after_working_days


class ReviewState(TaskState):
    """A step of a page's review: the text it approved, the points that were checked, and who works on it."""

    text_digest = models.CharField(max_length=64, blank=True)
    checked = models.JSONField(_("points checked"), default=list, blank=True)
    void_since = models.DateTimeField(_("approval void since"), null=True, blank=True)
    taken_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
        verbose_name=_("taken by"),
    )
    due_on = models.DateField(_("due on"), null=True, blank=True)
    reminded_on = models.DateField(_("reminded on"), null=True, blank=True)

    class Meta:
        verbose_name = _("state of a review step")
        verbose_name_plural = _("states of review steps")
        permissions = [("emergency_publish", _("Can publish without review in an emergency"))]

    def save(self, *args, **kwargs):
        """Give a step that begins the day by which its reviewers should have looked at it."""
        if self._state.adding and self.due_on is None:
            self.due_on = after_working_days(self.task.specific.days)
        super().save(*args, **kwargs)

    def get_comment(self):
        """Return the reviewer's comment with the points he checked, for the history."""
        return "\n".join([*filter(None, [self.comment]), *(f"✓ {point}" for point in self.checked)])
