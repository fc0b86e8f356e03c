"""Every edition of a kit that was ever handed out, so that a printout can say whether it is still the newest."""

from django.conf import settings
from django.db import models
from django.urls import reverse
from django.utils.translation import gettext_lazy as _


class KitEditionQuerySet(models.QuerySet):
    def of_lesson(self, translation_key, language: str):
        """The editions of one lesson in one language, the newest first."""
        return self.filter(translation_key=translation_key, language=language).order_by("-number")

    def built(self):
        """Those whose files are all there: before that nobody sees them."""
        return self.filter(built_at__isnull=False)


class KitEdition(models.Model):
    """One edition of the kit of one lesson in one language.

    It outlives its lesson: the short link on a sheet of paper answers for good. Numbers are given out by
    `lessons.issuing`, files by `lessons.building`; editors only withdraw an edition or say what changed.
    """

    class Language(models.TextChoices):
        KAZAKH = "kk", _("Kazakh")
        RUSSIAN = "ru", _("Russian")

    class Failure(models.TextChoices):
        LEAK = "leak", _("an answer stands where pupils read")
        STORAGE = "storage", _("the files could not be kept")
        OTHER = "other", _("the files could not be written")

    code = models.CharField(_("code in the short link"), max_length=12, unique=True)
    page = models.ForeignKey(
        "lessons.LessonPage", null=True, blank=True, on_delete=models.SET_NULL, related_name="editions"
    )
    translation_key = models.UUIDField(_("lesson in both languages"))
    language = models.CharField(_("language"), max_length=2, choices=Language)
    title = models.CharField(_("title"), max_length=255)
    number = models.PositiveIntegerField(_("edition"))
    content_digest = models.CharField(max_length=64)
    parts = models.JSONField(default=dict, editable=False)
    what_changed = models.TextField(
        _("what changed"),
        blank=True,
        help_text=_("In the language of the edition, for whoever holds an older printout. Empty: the list of parts."),
    )
    issued_at = models.DateTimeField(_("issued"))
    built_at = models.DateTimeField(_("built"), null=True, blank=True)
    files = models.JSONField(default=list, editable=False)
    failure = models.CharField(_("why it is not built"), max_length=8, choices=Failure, blank=True)
    failure_detail = models.TextField(_("what exactly went wrong"), blank=True)
    withdrawn_at = models.DateTimeField(_("withdrawn"), null=True, blank=True)
    withdrawal_reason = models.TextField(
        _("why it was withdrawn"),
        blank=True,
        help_text=_("With a reason written here nobody can download the edition any more, and its link says why."),
    )

    objects = KitEditionQuerySet.as_manager()

    class Meta:
        verbose_name = _("edition of a kit")
        verbose_name_plural = _("editions of kits")
        ordering = ["-issued_at", "-pk"]
        constraints = [
            models.UniqueConstraint(fields=["translation_key", "language", "number"], name="one_edition_of_a_number")
        ]

    def __str__(self):
        return f"{self.title} · {self.number}"

    @property
    def is_withdrawn(self) -> bool:
        return self.withdrawn_at is not None

    @property
    def state_text(self) -> str:
        """How the edition stands, for the editors' list."""
        if self.is_withdrawn:
            return _("withdrawn")
        if self.failure:
            return self.get_failure_display()
        return _("built") if self.built_at else _("is being built")

    @property
    def path(self) -> str:
        """Where the edition says whether it is current."""
        return reverse("printout", args=[self.code])

    @property
    def short_url(self) -> str:
        """The same with the host, as it stands in print."""
        return f"{settings.BASE_URL}{self.path}"

    def file(self, name: str) -> dict | None:
        """Return what is known of the built file `name` ("plan.pdf"); None if the edition has no such."""
        return next((entry for entry in self.files if entry["name"] == name), None)
