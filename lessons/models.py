"""Quest lessons that a teacher takes away as a kit."""

import itertools
import logging

from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.forms import Select
from django.http import FileResponse, Http404, HttpRequest
from django.utils.cache import get_conditional_response, patch_cache_control
from django.utils.functional import cached_property
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from wagtail import blocks
from wagtail.admin.panels import FieldPanel, FieldRowPanel, MultiFieldPanel, PageChooserPanel
from wagtail.contrib.routable_page.models import re_path
from wagtail.fields import RichTextField, StreamField
from wagtail.search import index

from core.blocks.body import RICH_TEXT_FEATURES
from core.listing import Filter
from core.models import Subject
from core.sections import SectionIndexMixin, choices_in_use
from documents import answer_leaks
from documents.archive import AnswerLeak
from editorial.gate import Problem, empty
from editorial.models import ReviewedPage
from lessons import kits
from lessons.blocks import AnswerKeyBlock, ObjectiveBlock, SheetBlock, StageBlock

GRADES = range(1, 12)

logger = logging.getLogger(__name__)


class LessonPage(ReviewedPage):
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
    aims = StreamField([("aim", blocks.CharBlock(label=_("Aim")))], verbose_name=_("aims of the lesson"), blank=True)
    objectives = StreamField([("objective", ObjectiveBlock())], verbose_name=_("learning objectives"), blank=True)
    materials = StreamField([("item", blocks.CharBlock(label=_("Material")))], verbose_name=_("materials"), blank=True)
    safety = RichTextField(_("safety"), features=RICH_TEXT_FEATURES, blank=True)
    stages = StreamField([("stage", StageBlock())], verbose_name=_("course of the lesson"), blank=True)
    sheets = StreamField([("sheet", SheetBlock())], verbose_name=_("pupil sheets"), blank=True)
    answer_keys = StreamField([("key", AnswerKeyBlock())], verbose_name=_("answer keys"), blank=True)
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
            ],
            _("For whom"),
        ),
        FieldPanel("aims"),
        FieldPanel("objectives"),
        FieldPanel("materials"),
        FieldPanel("safety"),
        FieldPanel("stages"),
        FieldPanel("sheets"),
        FieldPanel("answer_keys"),
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
        for leak in answer_leaks.leaks_as_written(kits.kit_of(self)):
            sentence = gettext("The answer “%(answer)s” stands on a sheet for pupils.")
            yield Problem(sentence % {"answer": leak.answer}, "sheets")

    def _problems_of_time(self):
        """Yield the stages without minutes; where all have them, that they do not fill the lesson."""
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
        """The sum of the stages' minutes; a stage without minutes counts as none."""
        return sum(stage.value["minutes"] or 0 for stage in self.stages)

    @cached_property
    def kit(self) -> kits.Offer:
        return kits.Offer(self)

    def numbered_stages(self) -> list:
        """The stages in order, each with the number of its station if it is one."""
        stations = itertools.count(1)
        return [
            {"value": stage.value, "number": next(stations) if stage.value["is_station"] else None}
            for stage in self.stages
        ]

    def get_context(self, request, *args, **kwargs):
        context = super().get_context(request, *args, **kwargs)
        return {**context, "stages": self.numbered_stages(), "shown_pictures": self.shown_pictures()}

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

    @re_path(r"^(?P<name>(?:kit|plan|sheets|answers)\.(?:zip|docx|pdf))/$", name="kit_file")
    def kit_file(self, request: HttpRequest, name: str):
        """Answer with one file of the kit, or with the whole kit as a ZIP."""
        offered = self.kit.find(name)
        if offered is None:
            raise Http404
        answer = get_conditional_response(request, etag=f'"{offered.digest}"')
        if answer is not None:
            return answer
        try:
            file = offered.open()
        except AnswerLeak:
            # The editors' mistake: pupils must not find the answers on their sheets, so no sheet leaves.
            logger.exception("The kit of lesson %s is held back", self.pk)
            answer = self.render(request, template="lessons/kit_held_back.html")
            answer.status_code = 503
            return answer
        response = FileResponse(
            file, as_attachment=True, filename=offered.download_name, content_type=offered.media_type
        )
        response.headers["ETag"] = f'"{offered.digest}"'
        patch_cache_control(response, public=True, max_age=3600)
        return response


class LessonIndexPage(SectionIndexMixin, ReviewedPage):
    """All lessons, by grade, minutes and subject."""

    parent_page_types = ["home.HomePage"]
    subpage_types = ["lessons.LessonPage"]
    item_type = LessonPage

    class Meta:
        verbose_name = _("list of lessons")
        verbose_name_plural = _("lists of lessons")

    def filters(self):
        lessons = self.items()
        facts = list(lessons.order_by().values_list("grade_from", "grade_to", "minutes").distinct())
        grades = [g for g in GRADES if any(first <= g <= last for first, last, _minutes in facts)]
        lengths = sorted({minutes for _first, _last, minutes in facts})
        return [
            Filter(
                "grade",
                _("Grade"),
                [(str(grade), str(grade)) for grade in grades],
                lambda pages, value: pages.filter(grade_from__lte=int(value), grade_to__gte=int(value)),
            ),
            Filter(
                "minutes",
                _("Minutes"),
                [(str(minutes), str(minutes)) for minutes in lengths],
                lambda pages, value: pages.filter(minutes=int(value)),
            ),
            Filter(
                "subject",
                _("Subject"),
                choices_in_use(lessons, "subject", self.language),
                lambda pages, value: pages.filter(subject__slug=value),
            ),
        ]
