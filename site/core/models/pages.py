"""The base of all pages: what an editor says about any page, and where it may be found."""

from typing import Any, ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, MultiFieldPanel
from wagtail.models import Page, PageViewRestriction
from wagtail.search import index
from wagtail_localize.fields import SynchronizedField

from core.models.pictures import Picture
from core.slugs import TransliteratingSlugInput


class BasePage(Page):
    """A page of Meirim in one language, with a summary that cards, feeds and search engines show."""

    # How a card of this page looks, and what it and the full page need in the same query.
    card_template = "components/cards/standard.html"
    related_on_card: ClassVar[tuple[str, ...]] = ("picture",)
    related_on_view: ClassVar[tuple[str, ...]] = ("locale", "picture")

    # Whether a restriction covers the page, where `core.serving` has looked; None where nobody has.
    is_covered: bool | None = None

    # What social networks call it: a thing to read, or a place to begin.
    open_graph_type = "article"

    summary = models.TextField(
        _("summary"), max_length=300, blank=True, help_text=_("One or two sentences for cards and search results.")
    )
    picture = models.ForeignKey(
        Picture, on_delete=models.SET_NULL, null=True, blank=True, related_name="+", verbose_name=_("opening picture")
    )

    content_panels = [*Page.content_panels, FieldPanel("summary"), FieldPanel("picture")]
    promote_panels = [
        MultiFieldPanel(
            [
                FieldPanel("slug", widget=TransliteratingSlugInput),
                FieldPanel("seo_title"),
                FieldPanel("search_description"),
            ],
            _("For search engines"),
        ),
        MultiFieldPanel([FieldPanel("show_in_menus")], _("For site menus")),
    ]

    search_fields = [*Page.search_fields, index.SearchField("summary", boost=2)]

    # An address is written for its own language, never translated as text.
    override_translatable_fields = [SynchronizedField("slug", overridable=False)]

    class Meta:
        abstract = True

    @property
    def language(self) -> str:
        """The language the page is written in: "kk" or "ru"."""
        return self.locale.language_code

    @property
    def picture_description(self) -> str:
        return self.picture.default_alt_text if self.picture else ""

    def shown_pictures(self) -> list[Picture]:
        """Every picture the full page shows, so that their renditions come in one query."""
        return [self.picture] if self.picture else []

    def structured_data(self) -> dict[str, Any]:
        """What the page is, in the words of schema.org. Addresses are added by `bilingual.structured_data`."""
        return {"@type": "WebPage", "name": self.title, "description": self.summary}

    def get_view_restrictions(self):
        """Every restriction on this page or above it, found by the tree path in one query.

        Whoever found the page for a reader has already asked whether there is any.
        """
        if self.is_covered is False:
            return PageViewRestriction.objects.none()
        step = self.steplen
        paths = [self.path[:end] for end in range(step, len(self.path) + 1, step)]
        return PageViewRestriction.objects.filter(page__path__in=paths)
