"""When two revisions of a page say the same."""

import hashlib
import json
import re

from django.core.serializers.json import DjangoJSONEncoder
from wagtail.documents import get_document_model
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
    # Where the page stands in the tree, and how many stand below it.
    "path",
    "depth",
    "numchild",
    "url_path",
}

# A link to a document in the rich text of dumped JSON.
_DOCUMENT_LINK = re.compile(r'<a\b(?=[^>]*linktype=\\*"document\\*")[^>]*\bid=\\*"(\d{1,18})\\*"')


def same_text(one: Revision, other: Revision) -> bool:
    """Say whether two revisions of a page differ in nothing a reader would see."""
    return one.pk == other.pk or text_digest(one) == text_digest(other)


def text_digest(revision: Revision) -> str:
    """Return the SHA-256 of all that a revision offers readers, pictures and documents too; approvals are bound to it.

    The library may change those while a text waits.
    """
    text = {name: _parsed(value) for name, value in revision.content.items() if name not in VOLATILE}
    shown = [_dump(text), _dump(_pictures(revision))]
    shown.append(_dump(_documents(shown[0])))
    return hashlib.sha256("\n".join(shown).encode()).hexdigest()


def _dump(value) -> str:
    return json.dumps(value, sort_keys=True, cls=DjangoJSONEncoder)


def _pictures(revision: Revision) -> list[list]:
    """Return what each picture of a revision shows and says now."""
    page = revision.as_object()
    shown = page.shown_pictures() if hasattr(page, "shown_pictures") else []
    return [[p.file_hash, p.description_kk, p.description_ru, p.credit, p.licence_id, p.source_url] for p in shown]


def _documents(text: str) -> list[tuple]:
    """Return the files of the documents that a dumped text links to, as they are now."""
    keys = set(map(int, _DOCUMENT_LINK.findall(text)))
    files = get_document_model().objects.filter(pk__in=keys).order_by("pk") if keys else []
    return [(document.pk, document.file.name, document.file_hash) for document in files]


def _parsed(value):
    """Return a stream as data, so that spaces in its JSON make no difference; anything else as it is."""
    if isinstance(value, str) and value.startswith("[{"):
        try:
            return json.loads(value)
        except ValueError:
            return value
    return value
