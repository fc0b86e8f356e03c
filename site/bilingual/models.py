"""What is remembered of two twins beside their pages: who leads, and which texts a person confirmed as equal."""

import hashlib

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.models import Locale, Page, Revision

from core import languages


def fingerprint(*texts: str) -> str:
    """Return a digest of texts in which white space alone makes no difference."""
    return hashlib.sha256("\x00".join(" ".join(text.split()) for text in texts).encode()).hexdigest()[:32]


class Pair(models.Model):
    """Two twins and their roles. Kazakh and Russian are equal: either may be the original, and they may swap."""

    translation_key = models.UUIDField(unique=True)
    original_locale = models.ForeignKey(Locale, on_delete=models.PROTECT, related_name="+")
    is_behind = models.BooleanField(
        default=False, help_text="The live translation says less, or other things, than the live original."
    )
    # What both shared that is no text (pictures, links) when the structure was last brought over: {path: value}.
    shared = models.JSONField(default=dict)
    updated_at = models.DateTimeField(auto_now=True)

    class Meta:
        verbose_name = _("pair of twins")
        verbose_name_plural = _("pairs of twins")

    def __str__(self):
        return f"{self.translation_key} ({self.original_locale.language_code})"

    @classmethod
    def of(cls, page: Page) -> "Pair":
        """Return the pair `page` belongs to; where nobody said otherwise, the older page is the original."""
        pair = cls.objects.filter(translation_key=page.translation_key).select_related("original_locale").first()
        if pair is not None:
            return pair
        oldest = Page.objects.filter(translation_key=page.translation_key, alias_of=None).order_by("pk").first() or page
        pair, _created = cls.objects.get_or_create(
            translation_key=page.translation_key, defaults={"original_locale_id": oldest.locale_id}
        )
        return pair


class Confirmation(models.Model):
    """A person found these two texts to say the same. Kept for good: it is also the memory of translations.

    Until she confirms it, a row only says for which wording a translation was written; it goes with that translation.
    """

    translation_key = models.UUIDField(db_index=True)
    path = models.CharField(max_length=500)
    kk = models.TextField()
    ru = models.TextField()
    kk_digest = models.CharField(max_length=32, db_index=True)
    ru_digest = models.CharField(max_length=32, db_index=True)
    original_revision = models.ForeignKey(Revision, null=True, on_delete=models.SET_NULL, related_name="+")
    confirmed_by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+")
    confirmed_at = models.DateTimeField(auto_now_add=True)
    is_confirmed = models.BooleanField(default=True)

    class Meta:
        verbose_name = _("confirmed translation")
        verbose_name_plural = _("confirmed translations")
        constraints = [
            models.UniqueConstraint(
                fields=["translation_key", "path", "kk_digest", "ru_digest"], name="confirmed_once_at_a_place"
            )
        ]

    def __str__(self):
        return f"{self.kk[:40]} = {self.ru[:40]}"

    def text(self, language: str) -> str:
        return self.kk if language == languages.KAZAKH else self.ru

    def digest(self, language: str) -> str:
        return self.kk_digest if language == languages.KAZAKH else self.ru_digest


class Leftover(models.Model):
    """A translated text whose place the original no longer has. Nothing a person wrote is thrown away unasked."""

    translation_key = models.UUIDField(db_index=True)
    locale = models.ForeignKey(Locale, on_delete=models.CASCADE, related_name="+")
    path = models.CharField(max_length=500)
    text = models.TextField()
    created_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        verbose_name = _("text without a place")
        verbose_name_plural = _("texts without a place")
        ordering = ["created_at", "pk"]

    def __str__(self):
        return self.text[:60]


class Term(models.Model):
    """A word of the glossary in both languages, with what a translator should mind."""

    kk = models.CharField(_("in Kazakh"), max_length=255)
    ru = models.CharField(_("in Russian"), max_length=255)
    note = models.TextField(_("note"), blank=True)

    class Meta:
        verbose_name = _("glossary term")
        verbose_name_plural = _("glossary")
        ordering = ["kk", "pk"]
        constraints = [models.UniqueConstraint(fields=["kk", "ru"], name="term_once")]

    def __str__(self):
        return f"{self.kk} — {self.ru}"
