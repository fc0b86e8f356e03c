"""When two revisions of a page say the same."""

import hashlib
import json

from django.core.serializers.json import DjangoJSONEncoder
from wagtail.models import Revision

# What changes about a page without a word of its text.
VOLATILE = {
    "latest_revision",
    "live_revision",
    "draft_title",
    "live",
    "has_unpublished_changes",
    "first_published_at",
    "last_published_at",
    "latest_revision_created_at",
    "go_live_at",
    "expire_at",
    "expired",
    "locked",
    "locked_at",
    "locked_by",
    "wagtail_admin_comments",
}


def same_text(one: Revision, other: Revision) -> bool:
    """Say whether two revisions of a page differ in nothing a reader would see."""
    return one.pk == other.pk or text_digest(one) == text_digest(other)


def text_digest(revision: Revision) -> str:
    """Return the SHA-256 of what a reader would see of a revision, pictures too; an approval is bound to it."""
    text = {name: _parsed(value) for name, value in revision.content.items() if name not in VOLATILE}
    text["pictures"] = _pictures(revision)
    return hashlib.sha256(json.dumps(text, sort_keys=True, cls=DjangoJSONEncoder).encode()).hexdigest()


def _pictures(revision: Revision) -> list[list]:
    """Return what each picture of a revision shows and says now; the library may change it while a text waits."""
    page = revision.as_object()
    shown = page.shown_pictures() if hasattr(page, "shown_pictures") else []
    return [[p.file_hash, p.description_kk, p.description_ru, p.credit, p.licence_id, p.source_url] for p in shown]


def _parsed(value):
    """Return a stream as data, so that spaces in its JSON make no difference; anything else as it is."""
    if isinstance(value, str) and value.startswith("[{"):
        try:
            return json.loads(value)
        except ValueError:
            return value
    return value
