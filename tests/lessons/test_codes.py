"""Codes of objectives: of the right shape, checked against an edition, shown and found again."""

import json

import pytest
from django.core.exceptions import ValidationError

from core.models import ProgrammeValue
from editorial.gate import problems
from lessons.blocks import ObjectiveBlock
from lessons.codes import lessons_by_code
from lessons.models import LessonIndexPage, LessonPage
from tests import factories
from tests.editorial.reviewing import complete

pytestmark = pytest.mark.django_db


def objectives(*values: dict) -> str:
    return json.dumps(
        [{"type": "objective", "value": {"text": "Атайды", **v}, "id": f"o{n}"} for n, v in enumerate(values)]
    )


def lesson(*values: dict, **fields) -> LessonPage:
    defaults = complete(factories.LessonPageFactory) | {"objectives": objectives(*values)}
    return factories.LessonPageFactory(**{**defaults, **fields})


# --- Entered by people -----------------------------------------------------------------------------------


@pytest.mark.parametrize("code", ["1.2.2.1", "10.1.2.12", ""])
def test_a_code_of_four_numbers_or_none_is_taken(code):
    assert ObjectiveBlock().clean({"text": "Атайды", "code": code, "edition": "", "verified": False})["code"] == code


@pytest.mark.parametrize("code", ["1.2.2", "1.2.2.1.1", "1,2,2,1", "А.2.2.1", "1.2.2.", "100.2.2.1", "1.2.2.1\n2"])
def test_any_other_code_is_refused_in_the_editor(code):
    with pytest.raises(ValidationError):
        ObjectiveBlock().clean({"text": "Атайды", "code": code, "edition": "", "verified": False})


@pytest.mark.parametrize(
    ("value", "path"),
    [
        ({"code": "1.2.2.1", "verified": True}, "objectives.o0.edition"),
        ({"code": "", "verified": True}, "objectives.o0.code"),
        ({"code": "1.2.2"}, "objectives.o0.code"),
    ],
    ids=["checked without an edition", "checked without a code", "of a wrong shape"],
)
def test_a_code_that_cannot_stand_keeps_the_lesson_from_readers(value, path):
    assert [problem.path for problem in problems(lesson(value))] == [path]


def test_a_checked_code_with_its_edition_and_an_unchecked_one_may_go_live():
    page = lesson({"code": "1.2.2.1", "edition": "№ 130, 2020", "verified": True}, {"code": "1.2.2.2"})

    assert problems(page) == []


# --- Shown to teachers -----------------------------------------------------------------------------------


def test_the_page_shows_each_code_with_its_edition_and_says_which_is_checked(read):
    page = lesson({"code": "1.2.2.1", "edition": "№ 130, 2020", "verified": True}, {"code": "1.3.1.2"}, {"code": ""})

    first, second, third = read(page.url).select(".goals__list")[1].select("li")

    assert first.select_one(".goals__code").text == "1.2.2.1"
    assert "№ 130, 2020" in first.text
    assert first.select_one(".goals__verified")
    assert not first.select_one(".goals__unverified")
    assert second.select_one(".goals__unverified")
    assert not third.select_one(".goals__source")


def test_the_page_shows_the_values_each_a_way_to_the_lessons_that_share_it(read):
    value = ProgrammeValue.objects.first()
    page, other = lesson(programme_values=[value]), lesson(programme_values=[value])
    lesson()

    links = read(page.url).select(".values__list a")

    assert [link.text for link in links] == [value.name_kk]
    assert {card["href"] for card in read(links[0]["href"]).select(".card__title a")} == {page.url, other.url}


def test_a_page_without_values_has_no_place_for_them(read):
    assert read(lesson().url).select(".values") == []


# --- Found again -----------------------------------------------------------------------------------------


def filters(read, address: str) -> dict[str, list[str]]:
    """Return the choices of each filter on a list of lessons."""
    page = read(address)
    return {
        group.select_one(".filter__name").text.split(":")[0].strip(): [
            option.text for option in group.select(".chip")[1:]
        ]
        for group in page.select(".filter")
    }


def test_lessons_are_found_by_a_code_and_only_codes_of_live_lessons_are_offered(read):
    one = lesson({"code": "1.2.10.1"}, {"code": "1.2.9.1"})
    both = lesson({"code": "1.2.9.1"}, {"code": "1.2.9.1"})
    lesson({"code": "4.4.4.4"}, live=False)
    section = one.get_parent()

    assert ["1.2.9.1", "1.2.10.1"] in filters(read, section.url).values()
    assert len(read(f"{section.url}?code=1.2.9.1").select(".card")) == 2
    found = read(f"{section.url}?code=1.2.10.1").select(".card__title a")
    assert [card["href"] for card in found] == [one.url]
    assert both.url not in str(found)


@pytest.mark.parametrize("junk", ["4.4.4.4", "'", "%00", "1.2.9.1.1", "x" * 5000])
def test_a_code_that_nobody_uses_filters_nothing(read, junk):
    page = lesson({"code": "1.2.9.1"})

    assert len(read(f"{page.get_parent().url}?code={junk}").select(".card")) == 1


def test_filters_with_nothing_to_choose_are_not_shown(read):
    page = lesson({"code": ""})

    assert len(filters(read, page.get_parent().url)) == 3


def test_grade_and_minutes_narrow_together(read):
    fits = lesson(grade_from=3, grade_to=4, minutes=45)
    lesson(grade_from=3, grade_to=4, minutes=35)
    lesson(grade_from=1, grade_to=2, minutes=45)

    found = read(f"{fits.get_parent().url}?grade=3&minutes=45").select(".card__title a")

    assert [card["href"] for card in found] == [fits.url]


def test_codes_are_read_again_after_a_publication_only(django_assert_num_queries):
    lesson({"code": "1.2.9.1"})
    lessons = LessonIndexPage.objects.get(locale__language_code="kk").items()
    assert set(lessons_by_code(lessons)) == {"1.2.9.1"}

    with django_assert_num_queries(1):
        lessons_by_code(lessons)
    lesson({"code": "2.1.1.1"})

    assert set(lessons_by_code(lessons)) == {"1.2.9.1", "2.1.1.1"}
