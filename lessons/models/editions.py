"""Every edition of a kit that was ever handed out, so that a printout can say whether it is still the newest."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class KitEdition(models.Model):
    """One edition of the kit of one lesson in one language.

    It outlives its lesson: the short link on a sheet of paper answers for good.
    """

    class Language(models.TextChoices):
        KAZAKH = "kk", _("Kazakh")
        RUSSIAN = "ru", _("Russian")

    code = models.CharField(_("code in the short link"), max_length=12, unique=True)
    page = models.ForeignKey(
        "lessons.LessonPage", null=True, blank=True, on_delete=models.SET_NULL, related_name="editions"
    )
    translation_key = models.UUIDField(_("lesson in both languages"))
    language = models.CharField(_("language"), max_length=2, choices=Language)
    title = models.CharField(_("title"), max_length=255)
    number = models.PositiveIntegerField(_("edition"))
    content_digest = models.CharField(max_length=64)
    what_changed = models.TextField(_("what changed"), blank=True)
    issued_at = models.DateTimeField(_("issued"))
    built_at = models.DateTimeField(_("built"), null=True, blank=True)
    withdrawn_at = models.DateTimeField(_("withdrawn"), null=True, blank=True)
    withdrawal_reason = models.TextField(_("why it was withdrawn"), blank=True)

    class Meta:
        verbose_name = _("edition of a kit")
        verbose_name_plural = _("editions of kits")
        ordering = ["-issued_at", "-pk"]
        constraints = [
            models.UniqueConstraint(fields=["translation_key", "language", "number"], name="one_edition_of_a_number")
        ]

    def __str__(self):
        return f"{self.title} · {self.number}"
