"""Which pages every reader may see."""

from django.db.models import Exists, OuterRef, QuerySet
from django.db.models.functions import Length, Substr
from wagtail.models import PageViewRestriction


def visible(pages: QuerySet) -> QuerySet:
    """Narrow `pages` to live ones that no restriction covers, on them or above them, at no extra query."""
    covering = PageViewRestriction.objects.filter(page__path=Substr(OuterRef("path"), 1, Length("page__path")))
    return pages.filter(live=True).exclude(Exists(covering))
