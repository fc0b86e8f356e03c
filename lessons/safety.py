"""The safety of children as rules: an animal in the classroom, and a story that is too heavy for a grade.

No Kazakh norm on live animals in lessons was found. The rules are our recommendation, and the gate holds them.
"""

import datetime
from collections.abc import Iterable

from django.db.models import Case, Exists, F, IntegerField, Model, OuterRef, Q, QuerySet, Value, When
from django.db.models.functions import Least
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from editorial.gate import Problem, empty

AGE_IN_GRADE = 6
"""Pupils of grade g are about g + 6 years old."""

BAND_STEP, TOP_BAND = 3, 12
"""Stories are for readers from 6, 9 or 12 years. A content note puts one a band higher: a class cannot look away."""

RULE_CHECK_HOLDS = datetime.timedelta(days=365)


# --- A live animal ---------------------------------------------------------------------------------------


def has_live_animal(lesson) -> bool:
    """Whether a live animal takes part in the lesson, or only in one of its stages."""
    return lesson.has_live_animal or any(stage.value.get("animal") == "live" for stage in lesson.stages)


def animal_problems(lesson) -> Iterable[Problem]:
    """Yield what a lesson with a live animal leaves open: its handler, the ratio, the consent, the local rules."""
    if not has_live_animal(lesson):
        return
    yield from empty(
        lesson,
        animal_handler=_("A live animal takes part, but the lesson does not say who leads it."),
        children_per_adult=_(
            "A live animal takes part, but the lesson does not say how many children each adult minds."
        ),
        consent_note=_("A live animal takes part, but the lesson does not say whose consent is asked for."),
        local_rule_checked_on=_(
            "A live animal takes part, but nobody has checked the local rules on animals in schools."
        ),
    )
    if lesson.local_rule_checked_on:
        yield from _problems_of_check(lesson.local_rule_checked_on)


def _problems_of_check(day: datetime.date) -> Iterable[Problem]:
    today, path = timezone.localdate(), "local_rule_checked_on"
    if day > today:
        yield Problem(_("The day on which the local rules were checked lies in the future."), path)
    elif day < today - RULE_CHECK_HOLDS:
        sentence = _("The local rules on animals in schools were last checked on %(day)s. Please check them again.")
        yield Problem(sentence % {"day": date_format(day)}, path)


# --- A story that suits the grade ------------------------------------------------------------------------


def story_problems(lesson) -> Iterable[Problem]:
    """Yield why the story of a lesson is not for its youngest pupils; either language of the story may be too heavy."""
    if lesson.related_story is None:
        return
    pair = {"translation_key": lesson.related_story.translation_key}
    age = lesson.grade_from + AGE_IN_GRADE
    too_heavy = _stories(lesson).filter(**pair, suits_from__gt=age).order_by("-suits_from", "pk").first()
    if too_heavy is None:
        return
    facts = {"title": lesson.related_story.title, "from": too_heavy.suits_from, "grade": lesson.grade_from, "age": age}
    if too_heavy.content_note and too_heavy.age_band <= age:
        sentence = _(
            "The story “%(title)s” has a content note, so in class it is for pupils from %(from)d years;"
            " those of grade %(grade)d are about %(age)d."
        )
    else:
        sentence = _(
            "The story “%(title)s” is for readers from %(from)d years; pupils of grade %(grade)d are about %(age)d."
        )
    yield Problem(sentence % facts, "related_story")


def without_heavy_stories(pages: QuerySet, lesson) -> QuerySet:
    """Leave out of `pages` the stories that are too heavy for the youngest pupils of a lesson."""
    heavy = _stories(lesson).filter(suits_from__gt=lesson.grade_from + AGE_IN_GRADE)
    return pages.exclude(Exists(heavy.filter(translation_key=OuterRef("translation_key"))))


def to_mend(lessons: QuerySet) -> QuerySet:
    """Narrow `lessons` to live ones that became unsafe since: by `has_heavy_story`, or by an old check of the rules."""
    heavy = _stories(lessons.model).filter(
        translation_key=OuterRef("related_story__translation_key"),
        suits_from__gt=OuterRef("grade_from") + AGE_IN_GRADE,
    )
    is_old = Q(local_rule_checked_on__lt=timezone.localdate() - RULE_CHECK_HOLDS)
    return lessons.filter(live=True).annotate(has_heavy_story=Exists(heavy)).filter(is_old | Q(has_heavy_story=True))


def reasons_to_mend(lesson) -> list[Problem]:
    """Say what is unsafe in a lesson that `to_mend` found."""
    checked = lesson.local_rule_checked_on
    found = list(_problems_of_check(checked)) if checked else []
    return found + (list(story_problems(lesson)) if lesson.has_heavy_story else [])


def _stories(lesson: Model | type[Model]) -> QuerySet:
    """Return all stories, with the age from which each may be read in class as `suits_from`."""
    story = lesson._meta.get_field("related_story").related_model
    higher = Least(F("age_band") + BAND_STEP, Value(TOP_BAND))
    age = Case(When(content_note="", then=F("age_band")), default=higher, output_field=IntegerField())
    return story.objects.annotate(suits_from=age)
