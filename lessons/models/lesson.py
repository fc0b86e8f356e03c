"""A lesson: what an editor writes once, and every file of its kit is made of."""

import itertools

from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.forms import CheckboxSelectMultiple, Select
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalManyToManyField
from wagtail import blocks
from wagtail.admin.panels import FieldPanel, FieldRowPanel, MultiFieldPanel, PageChooserPanel
from wagtail.fields import RichTextField, StreamField
from wagtail.search import index

from core.blocks.body import RICH_TEXT_FEATURES
from core.models import ProgrammeValue, Subject
from documents import answer_leaks
from editorial.gate import Problem, empty
from editorial.models import ReviewedPage
from lessons import codes, kits, safety
from lessons.blocks import AnswerKeyBlock, IconBlock, ObjectiveBlock, RoleBlock, SheetBlock, StageBlock, StationBlock
from lessons.classroom import ClassroomRoutes
from lessons.downloads import KitDownloads
from lessons.fitting_routes import FitRoutes
from lessons.panels import BlocksPanel
from lessons.reports import ReportRoutes
from lessons.sharing import ShareRoutes
from lessons.slides import drawing


class LessonPage(ClassroomRoutes, KitDownloads, FitRoutes, ReportRoutes, ShareRoutes, ReviewedPage):
    """A lesson written out in full: plan, stations, sheets, answers. Its kit is built from this page alone."""

    parent_page_types = ["lessons.LessonIndexPage"]
    subpage_types = []
    card_template = "components/cards/lesson.html"
    related_on_card = ("picture", "subject")
    related_on_view = ("locale", "picture", "subject")
    linked_pages = ("related_story",)

    grade_from = models.PositiveSmallIntegerField(
        _("from grade"), default=1, validators=[MinValueValidator(1), MaxValueValidator(11)]
    )
    grade_to = models.PositiveSmallIntegerField(
        _("to grade"), default=4, validators=[MinValueValidator(1), MaxValueValidator(11)]
    )
    minutes = models.PositiveSmallIntegerField(
        _("minutes"), default=45, validators=[MinValueValidator(5), MaxValueValidator(360)]
    )
    subject = models.ForeignKey(Subject, on_delete=models.PROTECT, related_name="+", verbose_name=_("subject"))
    unit = models.CharField(_("unit of the programme"), max_length=160, blank=True)
    programme_values = ParentalManyToManyField(
        ProgrammeValue, blank=True, related_name="lessons", verbose_name=_("values of the upbringing programme")
    )
    aims = StreamField([("aim", blocks.CharBlock(label=_("Aim")))], verbose_name=_("aims of the lesson"), blank=True)
    objectives = StreamField([("objective", ObjectiveBlock())], verbose_name=_("learning objectives"), blank=True)
    materials = StreamField([("item", blocks.CharBlock(label=_("Material")))], verbose_name=_("materials"), blank=True)
    safety = RichTextField(_("safety"), features=RICH_TEXT_FEATURES, blank=True)
    stages = StreamField(
        [("stage", StageBlock()), ("station", StationBlock())], verbose_name=_("course of the lesson"), blank=True
    )
    sheets = StreamField([("sheet", SheetBlock())], verbose_name=_("pupil sheets"), blank=True)
    answer_keys = StreamField([("key", AnswerKeyBlock())], verbose_name=_("answer keys"), blank=True)
    roles = StreamField([("role", RoleBlock())], verbose_name=_("role cards"), blank=True)
    certificate = models.CharField(
        _("what the certificate is for"),
        max_length=200,
        blank=True,
        help_text=_("For example: for listening to what dogs say without words"),
    )
    poster = StreamField(
        [("line", blocks.CharBlock(label=_("Line of the poster")))], verbose_name=_("poster"), max_num=6, blank=True
    )
    colouring = StreamField(
        [("icon", IconBlock(label=_("Picture to colour")))], verbose_name=_("colouring page"), max_num=3, blank=True
    )
    has_live_animal = models.BooleanField(
        _("a live animal takes part"),
        default=False,
        help_text=_("Better not: a toy or cards teach the same. If it does, the four answers below are needed."),
    )
    animal_handler = models.CharField(
        _("who leads the animal"), max_length=160, blank=True, help_text=_("A role, not a name: its adult owner.")
    )
    children_per_adult = models.PositiveSmallIntegerField(_("children for each adult"), null=True, blank=True)
    consent_note = models.TextField(
        _("consent"), max_length=500, blank=True, help_text=_("Whose consent is asked for before the lesson, and how.")
    )
    local_rule_checked_on = models.DateField(_("local rules checked on"), null=True, blank=True)
    related_story = models.ForeignKey(
        "stories.StoryPage",
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("story to this lesson"),
    )

    content_panels = [
        *ReviewedPage.content_panels,
        MultiFieldPanel(
            [
                FieldRowPanel([FieldPanel("grade_from"), FieldPanel("grade_to"), FieldPanel("minutes")]),
                FieldRowPanel([FieldPanel("subject", widget=Select), FieldPanel("unit")]),
                FieldPanel("programme_values", widget=CheckboxSelectMultiple),
            ],
            _("For whom"),
        ),
        FieldPanel("aims"),
        BlocksPanel("objectives"),
        FieldPanel("materials"),
        FieldPanel("safety"),
        FieldPanel("stages"),
        BlocksPanel("sheets"),
        BlocksPanel("answer_keys"),
        BlocksPanel("roles"),
        FieldPanel("certificate"),
        FieldPanel("poster"),
        FieldPanel("colouring"),
        MultiFieldPanel(
            [
                FieldPanel("has_live_animal"),
                FieldRowPanel([FieldPanel("animal_handler"), FieldPanel("children_per_adult")]),
                FieldPanel("consent_note"),
                FieldPanel("local_rule_checked_on"),
            ],
            _("Live animal"),
        ),
        PageChooserPanel("related_story"),
    ]

    def publish_problems(self):
        yield from super().publish_problems()
        yield from empty(
            self,
            aims=gettext("The lesson has no aim yet."),
            objectives=gettext("The lesson has no learning objective yet."),
            stages=gettext("The course of the lesson is missing."),
        )
        yield from self._problems_of_time()
        yield from codes.code_problems(self)
        yield from safety.animal_problems(self)
        yield from safety.story_problems(self)
        for leak in answer_leaks.leaks_as_written(kits.content_of(self)):
            sentence = gettext("The answer “%(answer)s” stands on a sheet for pupils.")
            yield Problem(sentence % {"answer": leak.answer}, leak.file)

    def _problems_of_time(self):
        """Yield the stages without minutes; where all have them, that they do not fill the lesson.

        The lesson without a live animal is the one every teacher gets, so that is the one that must fill the time.
        """
        nameless = [stage for stage in self.stages if not stage.value["minutes"]]
        for stage in nameless:
            sentence = gettext("The stage “%(title)s” does not say how many minutes it takes.")
            yield Problem(sentence % {"title": stage.value["title"]}, f"stages.{stage.id}.minutes")
        if self.stages and not nameless and self.planned_minutes != self.minutes:
            sentence = gettext("The stages take %(sum)d minutes together, but the lesson has %(minutes)d.")
            yield Problem(sentence % {"sum": self.planned_minutes, "minutes": self.minutes}, "minutes")

    search_fields = [
        *ReviewedPage.search_fields,
        index.SearchField("unit"),
        index.SearchField("aims"),
        index.SearchField("objectives"),
        index.SearchField("stages"),
    ]

    class Meta:
        verbose_name = _("lesson")
        verbose_name_plural = _("lessons")
        constraints = [
            models.CheckConstraint(
                condition=models.Q(grade_from__lte=models.F("grade_to")),
                name="lesson_grades_in_order",
                violation_error_message=_("The first grade must not be above the last."),
            )
        ]

    @property
    def grades_label(self) -> str:
        return str(self.grade_from) if self.grade_from == self.grade_to else f"{self.grade_from}–{self.grade_to}"

    @property
    def planned_minutes(self) -> int:
        """The sum of the minutes of the lesson without a live animal; a stage without minutes counts as none."""
        return sum(stage.value["minutes"] or 0 for stage in self.stages if stage.value.get("animal") != "live")

    def linkable(self, pages):
        """A story that has become too heavy for the grade is not shown until somebody mends the lesson."""
        return safety.without_heavy_stories(super().linkable(pages), self)

    def numbered_stages(self) -> list:
        """The stages in order, each with the number of its station if it is one.

        A station with a live animal is in no printed kit, so the printed cards do not count it.
        """
        stations = itertools.count(1)
        return [
            {
                "value": stage.value,
                "number": next(stations) if stage.value["is_station"] and stage.value["animal"] != "live" else None,
                "drawing": drawing((stage.value["card"] or {}).get("icon") or ""),
            }
            for stage in self.stages
        ]

    def get_context(self, request, *args, **kwargs):
        values = self.programme_values.get_object_list()  # kept on the page, so that its kit does not ask again
        context = super().get_context(request, *args, **kwargs)
        return {
            **context,
            "stages": self.numbered_stages(),
            "values": values,
            "shown_pictures": self.shown_pictures(),
        }

    def structured_data(self):
        return {
            **super().structured_data(),
            "@type": "LearningResource",
            "educationalLevel": gettext("Grades %(grades)s") % {"grades": self.grades_label},
            "timeRequired": f"PT{self.minutes}M",
            "about": self.subject.name,
            "learningResourceType": "lesson plan",
            "isAccessibleForFree": True,
            "license": kits.LICENCE_URL,
            "encoding": [
                {"@type": "MediaObject", "contentUrl": file.url, "encodingFormat": file.media_type, "name": file.label}
                for file in self.kit.files
            ],
        }
