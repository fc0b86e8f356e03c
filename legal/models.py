"""Plain explainers of animal law, each claim leaning on an article."""

from dataclasses import dataclass

from django.db import models
from django.utils.text import Truncator
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from wagtail import blocks
from wagtail.admin.panels import FieldPanel, FieldRowPanel, MultiFieldPanel, PageChooserPanel
from wagtail.fields import RichTextField, StreamField
from wagtail.search import index

from core.blocks.body import RICH_TEXT_FEATURES, HeadingBlock, RichText
from core.blocks.claims import ClaimBlock
from core.listing import Filter
from core.sections import SectionIndexMixin
from editorial.gate import Problem, empty
from editorial.models import ReviewedPage


class StepBlock(blocks.StructBlock):
    """One thing to do, in order."""

    title = blocks.CharBlock(label=_("What to do"))
    text = RichText(label=_("How"), required=False, default="")

    class Meta:
        icon = "list-ol"
        label = _("Step")
        description = _("One thing the reader can do")
        preview_value = {"title": "Ересекке айт", "text": "<p>Бірінші кезекте ересек адамды шақыр.</p>"}


class ChangeBlock(blocks.StructBlock):
    """What changed in the page, for readers who come back."""

    date = blocks.DateBlock(label=_("Date"))
    note = blocks.CharBlock(label=_("What changed"))

    class Meta:
        icon = "history"
        label = _("Change")
        description = _("A dated note for readers")
        preview_value = {"date": "2026-11-22", "note": "Алғашқы басылым"}


@dataclass(frozen=True)
class Note:
    """A numbered citation below the text, shared by every claim that leans on the same place."""

    number: int
    label: str
    url: str
    heading: str


class ExplainerPage(ReviewedPage):
    """A question about animal law, a short answer, what to do, and what the law says with its sources."""

    parent_page_types = ["legal.LegalIndexPage"]
    subpage_types = []
    twins_go_live_together = True
    states_law = True
    card_template = "components/cards/explainer.html"
    linked_pages = ("related_lesson",)

    class Audience(models.TextChoices):
        OWNER = "owner", _("Owners")
        WITNESS = "witness", _("Witnesses")
        VOLUNTEER = "volunteer", _("Volunteers")
        SCHOOL = "school", _("Schools")
        CHILD = "child", _("Children")

    class Topic(models.TextChoices):
        REGISTRATION = "registration", _("Registration")
        WALKING = "walking", _("Walking")
        CRUELTY = "cruelty", _("Cruelty")
        STRAYS = "strays", _("Stray and found animals")
        WILDLIFE = "wildlife", _("Wild animals")
        KEEPING = "keeping", _("Keeping")
        APPEALS = "appeals", _("Appeals")

    audience = models.CharField(_("for whom"), max_length=16, choices=Audience, default=Audience.OWNER)
    topic = models.CharField(_("topic"), max_length=16, choices=Topic, default=Topic.KEEPING)
    for_children = models.BooleanField(_("written for children"), default=False)
    about_cruelty = models.BooleanField(
        _("about cruelty"), default=False, help_text=_("Shows the emergency numbers at the top of the page.")
    )
    short_answer = RichTextField(_("short answer"), features=RICH_TEXT_FEATURES, blank=True)
    steps = StreamField([("step", StepBlock())], verbose_name=_("what to do"), blank=True)
    body = StreamField(
        [("heading", HeadingBlock()), ("text", RichText()), ("claim", ClaimBlock())],
        verbose_name=_("what the law says"),
        blank=True,
    )
    as_of = models.DateField(_("facts known as of"), null=True, blank=True)
    reviewed_by = models.CharField(
        _("reviewed by"), max_length=160, blank=True, help_text=_("Role and name of the clinic's lawyer")
    )
    reviewed_on = models.DateField(_("reviewed on"), null=True, blank=True)
    next_review_on = models.DateField(_("next review"), null=True, blank=True)
    changes = StreamField([("change", ChangeBlock())], verbose_name=_("what changed"), blank=True)
    related_lesson = models.ForeignKey(
        "lessons.LessonPage",
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("lesson on this question"),
    )

    content_panels = [
        *ReviewedPage.content_panels,
        FieldRowPanel([FieldPanel("audience"), FieldPanel("topic")]),
        FieldRowPanel([FieldPanel("for_children"), FieldPanel("about_cruelty")]),
        FieldPanel("short_answer"),
        FieldPanel("steps"),
        FieldPanel("body"),
        MultiFieldPanel(
            [
                FieldRowPanel([FieldPanel("as_of"), FieldPanel("reviewed_by")]),
                FieldRowPanel([FieldPanel("reviewed_on"), FieldPanel("next_review_on")]),
            ],
            _("Review"),
        ),
        FieldPanel("changes"),
        PageChooserPanel("related_lesson"),
    ]

    def publish_problems(self):
        yield from super().publish_problems()
        yield from empty(
            self,
            short_answer=gettext("The short answer is missing."),
            as_of=gettext("The day is missing as of which the facts are known."),
        )
        if not self.claims:
            yield Problem(gettext("No statement of law has a source: add a legal claim."), "body")
        for block in self.body:
            if block.block_type == "claim" and not any(c.label for c in block.value["citations"]):
                sentence = gettext("The claim “%(text)s” has no source.")
                text = Truncator(block.value["text"]).words(8)
                yield Problem(sentence % {"text": text}, f"body.{block.id}.citations")
        if self.reviewed_on and not self.next_review_on:
            yield Problem(gettext("The day of the next review is missing."), "next_review_on")

    search_fields = [
        *ReviewedPage.search_fields,
        index.SearchField("short_answer", boost=2),
        index.SearchField("steps"),
        index.SearchField("body"),
    ]

    class Meta:
        verbose_name = _("explainer")
        verbose_name_plural = _("explainers")
        constraints = [
            models.CheckConstraint(
                condition=models.Q(next_review_on__isnull=True)
                | models.Q(reviewed_on__isnull=True)
                | models.Q(next_review_on__gt=models.F("reviewed_on")),
                name="next_review_after_review",
                violation_error_message=_("The next review must be after the last one."),
            )
        ]

    @property
    def audience_label(self) -> str:
        return self.get_audience_display()

    @property
    def topic_label(self) -> str:
        return self.get_topic_display()

    @property
    def claims(self) -> list:
        return [block.value for block in self.body if block.block_type == "claim"]

    @property
    def needs_check(self) -> bool:
        """Whether any claim waits for the legal clinic. Read from the stored form, so that cards load no article."""
        return any(block["type"] == "claim" and block["value"].get("to_verify") for block in self.body.raw_data)

    def number_citations(self) -> list[Note]:
        """Number the citations in reading order, giving each claim its notes; equal citations share a number."""
        notes: dict[tuple[str, str], Note] = {}
        for claim in self.claims:
            claim.notes = [
                notes.setdefault((c.label, c.url), Note(len(notes) + 1, c.label, c.url, c.heading))
                for c in claim["citations"]
            ]
        return list(notes.values())

    def get_context(self, request, *args, **kwargs):
        context = super().get_context(request, *args, **kwargs)
        return {**context, "citations": self.number_citations(), "shown_pictures": self.shown_pictures()}

    def structured_data(self):
        return {
            **super().structured_data(),
            "@type": "WebPage",
            "headline": self.title,
            "lastReviewed": self.reviewed_on.isoformat() if self.reviewed_on else None,
            "reviewedBy": {"@type": "Organization", "name": self.reviewed_by} if self.reviewed_by else None,
            "audience": {"@type": "Audience", "audienceType": self.audience_label},
            "citation": self._legislation(),
        }

    def _legislation(self) -> list[dict[str, str]]:
        """Each cited act once, as schema.org knows legislation."""
        articles = [c["article"] for claim in self.claims for c in claim["citations"] if c.get("article")]
        acts = {article.act_id: article.act for article in articles}
        return [
            {
                "@type": "Legislation",
                "name": act.title,
                "legislationIdentifier": act.number or act.slug,
                "identifier": act.register_id or act.slug,
                **({"url": act.url} if act.url else {}),
                **({"legislationDate": act.adopted_on.isoformat()} if act.adopted_on else {}),
            }
            for act in acts.values()
        ]


class LegalIndexPage(SectionIndexMixin, ReviewedPage):
    """All explainers, by audience and topic."""

    parent_page_types = ["home.HomePage"]
    subpage_types = ["legal.ExplainerPage"]
    item_type = ExplainerPage

    class Meta:
        verbose_name = _("list of explainers")
        verbose_name_plural = _("lists of explainers")

    def filters(self):
        pairs = list(self.items().order_by().values_list("audience", "topic").distinct())
        audiences = {audience for audience, _topic in pairs}
        topics = {topic for _audience, topic in pairs}
        return [
            Filter(
                "audience",
                _("For whom"),
                [choice for choice in ExplainerPage.Audience.choices if choice[0] in audiences],
                lambda pages, value: pages.filter(audience=value),
            ),
            Filter(
                "topic",
                _("Topic"),
                [choice for choice in ExplainerPage.Topic.choices if choice[0] in topics],
                lambda pages, value: pages.filter(topic=value),
            ),
        ]
