"""The home page and plain pages such as "about" and "privacy"."""

from dataclasses import dataclass

from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.fields import StreamField
from wagtail.models import Page
from wagtail.search import index

from core.blocks import BodyBlock
from core.blocks.body import pictures_in
from core.models import BasePage
from core.sections import SectionIndexMixin
from editorial.gate import empty
from editorial.models import ReviewedPage


@dataclass(frozen=True)
class Highlight:
    """A section on the home page with its newest pages."""

    section: Page
    url: str
    cards: list[BasePage]
    kind: str


class HomePage(ReviewedPage):
    """The door of the site in one language: what it is for, and the newest of each section."""

    parent_page_types = ["wagtailcore.Page"]
    max_count = 2

    open_graph_type = "website"
    holds_the_frame = True
    highlights_per_section = 3

    class Meta:
        verbose_name = _("home page")
        verbose_name_plural = _("home pages")

    def get_context(self, request, *args, **kwargs):
        context = super().get_context(request, *args, **kwargs)
        highlights = [self._highlight(link) for link in context["navigation"].sections]
        shown = [self.picture, *(card.picture for highlight in highlights for card in highlight.cards)]
        return {**context, "highlights": highlights, "shown_pictures": shown}

    def structured_data(self):
        return {**super().structured_data(), "@type": "WebSite", "name": "Мейірім", "description": self.summary}

    def _highlight(self, link) -> Highlight:
        section_type: type[SectionIndexMixin] = link.page.specific_class
        cards = list(section_type.items_below(link.page)[: self.highlights_per_section])
        return Highlight(link.page, link.url, cards, section_type.item_type._meta.model_name)


class StandardPage(ReviewedPage):
    """A plain page: about the project, privacy, how to take part."""

    parent_page_types = ["home.HomePage", "home.StandardPage"]

    body = StreamField(BodyBlock(), verbose_name=_("text"), blank=True)

    content_panels = [*ReviewedPage.content_panels, FieldPanel("body")]
    search_fields = [*ReviewedPage.search_fields, index.SearchField("body")]

    class Meta:
        verbose_name = _("standard page")
        verbose_name_plural = _("standard pages")

    def publish_problems(self):
        yield from super().publish_problems()
        yield from empty(self, body=gettext("The page has no text yet."))

    def shown_pictures(self):
        return [*super().shown_pictures(), *pictures_in(self.body)]
