"""Which pages every reader may see."""

from django.db.models import Exists, OuterRef, QuerySet
from django.db.models.functions import Length, Substr
from wagtail.models import PageViewRestriction


def visible(pages: QuerySet) -> QuerySet:
    """Narrow `pages` to live ones that no restriction covers, on them or above them, at no extra query."""
    return pages.filter(live=True).exclude(is_covered())


def is_covered() -> Exists:
    """Whether a restriction covers a page, on it or above it; a condition or an annotation of a query for pages."""
    return Exists(PageViewRestriction.objects.filter(page__path=Substr(OuterRef("path"), 1, Length("page__path"))))
