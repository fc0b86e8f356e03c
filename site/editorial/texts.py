"""When two revisions of a page say the same."""

from wagtail.models import Revision

# What changes about a page without a word of its text.
VOLATILE = {
    "latest_revision",
    "live_revision",
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
    return one.pk == other.pk or _text(one) == _text(other)


def _text(revision: Revision) -> dict:
    return {name: value for name, value in revision.content.items() if name not in VOLATILE}
