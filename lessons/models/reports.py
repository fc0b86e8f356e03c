"""What teachers tell after a lesson: no name, no account, nothing that leads to a person."""

import secrets

from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.forms import RadioSelect
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel


class TaughtReport(models.Model):
    """ "I taught this": in which grade, how long it really took, what the teacher changed."""

    class Status(models.TextChoices):
        NEW = "new", _("waits for an editor")
        SHOWN = "shown", _("shown to readers")
        HIDDEN = "hidden", _("not shown")

    page = models.ForeignKey(
        "lessons.LessonPage", on_delete=models.CASCADE, related_name="reports", verbose_name=_("lesson")
    )
    grade = models.PositiveSmallIntegerField(_("grade"), validators=[MinValueValidator(1), MaxValueValidator(11)])
    minutes = models.PositiveSmallIntegerField(
        _("minutes it really took"), validators=[MinValueValidator(5), MaxValueValidator(360)]
    )
    what_changed = models.TextField(_("what you changed"), max_length=1000, blank=True)
    received_on = models.DateField(_("received on"), auto_now_add=True)
    status = models.CharField(_("status"), max_length=8, choices=Status, default=Status.NEW)
    submission = models.CharField(
        max_length=64, unique=True, default=secrets.token_hex, editable=False, help_text="Keeps a double click single."
    )

    panels = [
        FieldPanel("page", read_only=True),
        FieldPanel("grade", read_only=True),
        FieldPanel("minutes", read_only=True),
        FieldPanel("received_on", read_only=True),
        FieldPanel("what_changed", help_text=_("Take out the names of people and schools. Change nothing else.")),
        FieldPanel("status", widget=RadioSelect),
    ]

    class Meta:
        verbose_name = _("report of a lesson taught")
        verbose_name_plural = _("reports of lessons taught")
        ordering = ["-received_on", "-pk"]

    def __str__(self):
        return f"{self.page.title} · {self.grade}"
