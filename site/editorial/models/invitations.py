"""Readers from outside: a pro-bono lawyer or a rescuer who looks at one text without an account."""

import datetime
import hashlib
import secrets

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail.models import Page, Revision

from editorial.texts import text_digest


class Invitation(models.Model):
    """A link to one revision of a page that ends by itself and can be taken back.

    Only the digest of its token is kept: whoever reads the database cannot open the text with it.
    """

    page = models.ForeignKey(Page, on_delete=models.CASCADE, related_name="+")
    revision = models.ForeignKey(Revision, null=True, on_delete=models.SET_NULL, related_name="+")
    text_digest = models.CharField(max_length=64)
    name = models.CharField(_("name of the reader"), max_length=160)
    token_digest = models.CharField(max_length=64, unique=True)
    expires_at = models.DateTimeField(_("valid until"))
    revoked_at = models.DateTimeField(null=True, blank=True)
    created_by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+")
    created_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        verbose_name = _("invitation")
        verbose_name_plural = _("invitations")
        ordering = ["-created_at", "-pk"]

    def __str__(self):
        return f"{self.name} · {self.page_id}"

    @classmethod
    def issue(cls, page: Page, revision: Revision, name: str, days: int, user) -> tuple["Invitation", str]:
        """Return a new invitation and its token, which is shown once and never again."""
        token = secrets.token_urlsafe(32)
        invitation = cls.objects.create(
            page=page,
            revision=revision,
            text_digest=text_digest(revision),
            name=name,
            token_digest=digest_of(token),
            expires_at=timezone.now() + datetime.timedelta(days=days),
            created_by=user,
        )
        return invitation, token

    @property
    def is_open(self) -> bool:
        return self.revoked_at is None and timezone.now() < self.expires_at and self.revision_id is not None


class Advice(models.Model):
    """What a reader from outside said of a text. It informs the lawyer's step and never replaces it."""

    invitation = models.ForeignKey(Invitation, on_delete=models.CASCADE, related_name="advice")
    approves = models.BooleanField()
    comment = models.TextField(max_length=5000, blank=True)
    created_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        verbose_name = _("advice")
        verbose_name_plural = _("advice")
        ordering = ["created_at", "pk"]

    def __str__(self):
        return f"{self.name}: {'+' if self.approves else '?'}"

    @property
    def name(self) -> str:
        return self.invitation.name


def digest_of(token: str) -> str:
    """Return the SHA-256 of a token as it is kept. The token is random, so no salt is needed."""
    return hashlib.sha256(token.encode()).hexdigest()
