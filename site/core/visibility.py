"""Which pages every reader may see."""

from django.db.models import Exists, F, OuterRef, QuerySet
from wagtail.models import PageViewRestriction


def visible(pages: QuerySet) -> QuerySet:
    """Narrow `pages` to live ones that no restriction covers, on them or above them, at no extra query."""
    covering = PageViewRestriction.objects.annotate(candidate=OuterRef("path")).filter(
        candidate__startswith=F("page__path")
    )
    return pages.filter(live=True).exclude(Exists(covering))
