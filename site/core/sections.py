"""The index page of a section: a filtered list, a feed, and what the home page shows of it."""

from typing import ClassVar

from django.db.models import F, QuerySet
from django.http import HttpRequest
from django.utils.translation import gettext as _
from wagtail.contrib.routable_page.models import path

from core import alphabet
from core.feeds import SectionFeed
from core.listing import Filter, Listing
from core.models.pages import BasePage
from core.visibility import visible


class SectionIndexMixin:
    """For a page whose children are all of one type, given by `item_type`."""

    item_type: ClassVar[type[BasePage]]
    max_count_per_parent = 1
    open_graph_type = "website"
    holds_the_frame = True

    @classmethod
    def items_below(cls, section) -> QuerySet:
        """Return the section's visible pages, newest first, with what their cards need."""
        return cls._newest(cls.item_type.objects.child_of(section))

    @classmethod
    def items_beside(cls, item) -> QuerySet:
        """Return the other visible pages of the section `item` lies in, newest first."""
        return cls._newest(cls.item_type.objects.sibling_of(item, inclusive=False))

    @classmethod
    def _newest(cls, pages: QuerySet) -> QuerySet:
        items = visible(pages).select_related(*cls.item_type.related_on_card)
        return items.order_by(F("first_published_at").desc(nulls_last=True), "-pk")

    def items(self) -> QuerySet:
        return self.items_below(self)

    def filters(self) -> list[Filter]:
        """The questions by which a reader may narrow the list."""
        return []

    def get_context(self, request: HttpRequest, *args, **kwargs):
        context = super().get_context(request, *args, **kwargs)
        context["listing"] = listing = Listing.for_request(request, self.items(), self.filters(), _("All"))
        context["shown_pictures"] = [self.picture, *(card.picture for card in listing.cards)]
        return context

    @path("feed.xml/", name="feed")
    def feed(self, request: HttpRequest):
        return SectionFeed.response(self, request)


def choices_in_use(items: QuerySet, relation: str, language: str, key: str = "slug") -> list[tuple[str, str]]:
    """List (key, name) of the reference rows that `items` point to, in the order of the alphabet."""
    rows = items.order_by().values_list(f"{relation}__{key}", f"{relation}__name_{language}").distinct()
    named = [(value, name) for value, name in rows if value]
    return sorted(named, key=lambda row: alphabet.sort_key(row[1], language))
