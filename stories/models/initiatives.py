"""Initiatives: projects of people who help animals, to be understood and repeated elsewhere."""

from django.db import models
from django.forms import CheckboxSelectMultiple
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalManyToManyField
from wagtail import blocks
from wagtail.admin.panels import FieldPanel, FieldRowPanel, MultiFieldPanel
from wagtail.fields import StreamField
from wagtail.search import index

from core import alphabet, languages
from core.blocks import BodyBlock
from core.blocks.body import pictures_in
from core.listing import Filter
from core.models import Direction, Organisation, Region
from core.sections import SectionIndexMixin, choices_in_use
from editorial.gate import Problem, empty
from editorial.models import ReviewedPage
from stories.blocks import FigureBlock


def list_field(label):
    """A list of short texts, one block each."""
    return StreamField([("item", blocks.CharBlock(label=label, icon="list-ul"))], verbose_name=label, blank=True)


class InitiativePage(ReviewedPage):
    """One practice of the collection, as its own people describe it.

    Figures are shown with who states them and whether they are planned or done; a shelter is placed at its
    city, never at its address.
    """

    parent_page_types = ["stories.InitiativeIndexPage"]
    subpage_types = []
    card_template = "components/cards/initiative.html"
    related_on_card = ("picture", "organisation")
    related_on_view = ("locale", "picture", "organisation")

    class Scope(models.TextChoices):
        LOCAL = "local", _("one town or region")
        MULTI_REGION = "multi_region", _("several regions")
        NATIONAL = "national", _("the whole country")
        UNKNOWN = "unknown", _("place not stated")

    organisation = models.ForeignKey(
        Organisation, on_delete=models.PROTECT, related_name="initiatives", verbose_name=_("organisation")
    )
    scope = models.CharField(_("scope"), max_length=16, choices=Scope, default=Scope.LOCAL)
    regions = ParentalManyToManyField(Region, blank=True, related_name="initiatives", verbose_name=_("regions"))
    city = models.CharField(_("town"), max_length=80, blank=True)
    directions = ParentalManyToManyField(
        Direction, blank=True, related_name="initiatives", verbose_name=_("directions of work")
    )
    since = models.CharField(_("since"), max_length=32, blank=True)
    body = StreamField(BodyBlock(), verbose_name=_("what they do"), blank=True)
    figures = StreamField([("figure", FigureBlock())], verbose_name=_("figures"), blank=True)
    audiences = list_field(_("Who it is for"))
    advice = list_field(_("Advice to those who repeat it"))
    needs = list_field(_("What they need"))
    confirmed_on = models.DateField(_("last confirmed"), null=True, blank=True)

    content_panels = [
        *ReviewedPage.content_panels,
        MultiFieldPanel(
            [
                FieldPanel("organisation"),
                FieldRowPanel([FieldPanel("scope"), FieldPanel("city"), FieldPanel("since")]),
                FieldPanel("regions", widget=CheckboxSelectMultiple),
                FieldPanel("directions", widget=CheckboxSelectMultiple),
            ],
            _("Who and where"),
        ),
        FieldPanel("body"),
        FieldPanel("figures"),
        FieldPanel("audiences"),
        FieldPanel("advice"),
        FieldPanel("needs"),
        FieldPanel("confirmed_on"),
    ]

    def publish_problems(self):
        yield from super().publish_problems()
        yield from empty(self, body=gettext("The text about the initiative is missing."))
        if self.scope == self.Scope.LOCAL and not self.city and not self.regions.all():
            yield Problem(gettext("The town or the region is missing."), "city")

    search_fields = [
        *ReviewedPage.search_fields,
        index.SearchField("city"),
        index.SearchField("body"),
        index.SearchField("advice"),
        index.SearchField("needs"),
        index.RelatedFields("organisation", [index.SearchField("name_kk"), index.SearchField("name_ru")]),
    ]

    class Meta:
        verbose_name = _("initiative")
        verbose_name_plural = _("initiatives")

    @property
    def scope_label(self) -> str:
        return self.get_scope_display()

    @property
    def place(self) -> str:
        """The town and the regions, or how far the initiative reaches where it has none."""
        language = languages.active()
        regions = sorted(
            (region.name_in(language) for region in self.regions.all()), key=lambda n: alphabet.sort_key(n, language)
        )
        if self.scope == self.Scope.LOCAL and (self.city or regions):
            town = [self.city] if self.city and not any(self.city in name for name in regions) else []
            return ", ".join([*town, *regions])
        return self.scope_label

    def shown_pictures(self):
        return [*super().shown_pictures(), *pictures_in(self.body)]

    def get_context(self, request, *args, **kwargs):
        context = super().get_context(request, *args, **kwargs)
        shown = self.shown_pictures()
        return {**context, "directions": list(self.directions.all()), "shown_pictures": shown}

    def structured_data(self):
        return {
            **super().structured_data(),
            "@type": "Article",
            "headline": self.title,
            "about": {"@type": "Organization", "name": self.organisation.name},
        }


class InitiativeIndexPage(SectionIndexMixin, ReviewedPage):
    """All initiatives, by direction and region."""

    parent_page_types = ["home.HomePage"]
    subpage_types = ["stories.InitiativePage"]
    item_type = InitiativePage

    @classmethod
    def items_below(cls, section):
        return super().items_below(section).prefetch_related("regions")

    class Meta:
        verbose_name = _("list of initiatives")
        verbose_name_plural = _("lists of initiatives")

    def filters(self):
        initiatives, language = self.items(), self.language
        return [
            Filter(
                "direction",
                _("Direction of work"),
                choices_in_use(initiatives, "directions", language),
                lambda pages, value: pages.filter(directions__slug=value),
            ),
            Filter(
                "region",
                _("Region"),
                choices_in_use(initiatives, "regions", language, key="iso_code"),
                lambda pages, value: pages.filter(regions__iso_code=value),
            ),
        ]
