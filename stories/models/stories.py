"""True stories of rescued animals."""

import math

from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.forms import Select
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from wagtail import blocks
from wagtail.admin.panels import FieldPanel, FieldRowPanel, MultiFieldPanel, PageChooserPanel
from wagtail.fields import StreamField
from wagtail.search import index

from core.blocks import BodyBlock
from core.blocks.body import pictures_in
from core.listing import Filter
from core.models import Outcome, Region, Species
from core.sections import SectionIndexMixin, choices_in_use
from editorial.gate import Problem
from editorial.models import ReviewedPage
from stories.blocks import MomentBlock

# Children of primary school read 100 words a minute or fewer; the slower pace is the kinder promise.
WORDS_A_MINUTE = 100


class AgeBand(models.IntegerChoices):
    """From which age a story can be read alone."""

    SIX = 6, "6+"
    NINE = 9, "9+"
    TWELVE = 12, "12+"


class StoryPage(ReviewedPage):
    """One animal's way from found to home, or what an initiative changed for many."""

    parent_page_types = ["stories.StoryIndexPage"]
    subpage_types = []
    card_template = "components/cards/story.html"
    related_on_card = ("picture", "species", "region")
    related_on_view = ("locale", "picture", "species", "region", "outcome")
    linked_pages = ("initiative", "related_lesson")

    animal = models.CharField(_("name of the animal"), max_length=80, blank=True)
    species = models.ForeignKey(Species, on_delete=models.PROTECT, related_name="+", verbose_name=_("species"))
    region = models.ForeignKey(
        Region, on_delete=models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("region")
    )
    year = models.PositiveSmallIntegerField(
        _("year"), null=True, blank=True, validators=[MinValueValidator(1990), MaxValueValidator(2100)]
    )
    outcome = models.ForeignKey(Outcome, on_delete=models.PROTECT, related_name="+", verbose_name=_("outcome"))
    age_band = models.PositiveSmallIntegerField(_("age band"), choices=AgeBand, default=AgeBand.SIX)
    content_note = models.CharField(
        _("content note"), max_length=255, blank=True, help_text=_("What may upset a reader. Shown before any picture.")
    )
    is_example = models.BooleanField(
        _("invented example"), default=False, help_text=_("The page says so to the reader.")
    )
    timeline = StreamField([("moment", MomentBlock())], verbose_name=_("timeline"), blank=True)
    body = StreamField(BodyBlock(), verbose_name=_("story"), blank=True)
    questions = StreamField(
        [("question", blocks.CharBlock(label=_("Question"), icon="help"))],
        verbose_name=_("questions for a class"),
        blank=True,
    )
    initiative = models.ForeignKey(
        "stories.InitiativePage",
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="stories",
        verbose_name=_("initiative"),
    )
    related_lesson = models.ForeignKey(
        "lessons.LessonPage",
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("lesson to this story"),
    )

    content_panels = [
        *ReviewedPage.content_panels,
        MultiFieldPanel(
            [
                FieldRowPanel([FieldPanel("animal"), FieldPanel("species", widget=Select)]),
                FieldRowPanel([FieldPanel("region", widget=Select), FieldPanel("year")]),
                FieldPanel("outcome", widget=Select),
            ],
            _("Who, where, how it ended"),
        ),
        MultiFieldPanel(
            [FieldPanel("age_band"), FieldPanel("content_note"), FieldPanel("is_example")], _("For the reader's peace")
        ),
        FieldPanel("timeline"),
        FieldPanel("body"),
        FieldPanel("questions"),
        MultiFieldPanel([PageChooserPanel("initiative"), PageChooserPanel("related_lesson")], _("Goes with")),
    ]

    def publish_problems(self):
        yield from super().publish_problems()
        if not self.body and not self.timeline:
            yield Problem(gettext("The story has no text yet."), "body")

    search_fields = [
        *ReviewedPage.search_fields,
        index.SearchField("animal", boost=2),
        index.SearchField("body"),
        index.SearchField("timeline"),
    ]

    class Meta:
        verbose_name = _("story")
        verbose_name_plural = _("stories")

    @property
    def age_label(self) -> str:
        return self.get_age_band_display()

    @property
    def reading_minutes(self) -> int:
        """Minutes a child needs to read the story aloud, at least one."""
        texts = self.body.stream_block.get_searchable_content(self.body)
        return max(1, math.ceil(sum(len(text.split()) for text in texts) / WORDS_A_MINUTE))

    def shown_pictures(self):
        return [*super().shown_pictures(), *pictures_in(self.body)]

    def related(self) -> list["StoryPage"]:
        """Other stories of the section: of the same species first, then the newest."""
        others = StoryIndexPage.items_beside(self)
        same_species = models.Case(models.When(species=self.species_id, then=0), default=1)
        return list(others.order_by(same_species, "-first_published_at", "-pk")[:3])

    def get_context(self, request, *args, **kwargs):
        context = super().get_context(request, *args, **kwargs)
        related = self.related()
        shown = [*self.shown_pictures(), *(card.picture for card in related)]
        return {**context, "related": related, "shown_pictures": shown}

    def structured_data(self):
        return {
            **super().structured_data(),
            "@type": "Article",
            "headline": self.title,
            "about": self.species.name,
            "contentLocation": self.region.name if self.region else None,
            "typicalAgeRange": f"{self.age_band}-",
            "timeRequired": f"PT{self.reading_minutes}M",
        }


class StoryIndexPage(SectionIndexMixin, ReviewedPage):
    """All stories, by species, region, outcome and age."""

    parent_page_types = ["home.HomePage"]
    subpage_types = ["stories.StoryPage"]
    item_type = StoryPage

    class Meta:
        verbose_name = _("list of stories")
        verbose_name_plural = _("lists of stories")

    def filters(self):
        stories, language = self.items(), self.language
        return [
            Filter(
                "species",
                _("Animal"),
                choices_in_use(stories, "species", language),
                lambda pages, value: pages.filter(species__slug=value),
            ),
            Filter(
                "region",
                _("Region"),
                choices_in_use(stories, "region", language, key="iso_code"),
                lambda pages, value: pages.filter(region__iso_code=value),
            ),
            Filter(
                "outcome",
                _("Outcome"),
                choices_in_use(stories, "outcome", language),
                lambda pages, value: pages.filter(outcome__slug=value),
            ),
            Filter("age", _("Age"), AgeBand.choices, lambda pages, value: pages.filter(age_band__lte=int(value))),
        ]
