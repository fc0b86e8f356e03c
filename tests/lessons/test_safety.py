"""The safety of children: a live animal needs four answers, and a story must suit the youngest pupils."""

import datetime
import json

import pytest
from bs4 import BeautifulSoup
from django.urls import reverse
from django.utils import timezone, translation

from editorial.gate import problems
from lessons import safety
from lessons.models import LessonPage
from tests import factories
from tests.editorial.reviewing import complete, user_of

pytestmark = pytest.mark.django_db

ANSWERS = {
    "animal_handler": "Ересек иесі",
    "children_per_adult": 5,
    "consent_note": "Мектеп пен әр ата-ана жазбаша келіседі.",
    "local_rule_checked_on": datetime.date(2026, 3, 2),
}


@pytest.fixture(autouse=True)
def _today(monkeypatch):
    """Let every test be read on the same day."""
    monkeypatch.setattr(timezone, "localdate", lambda *args: datetime.date(2026, 5, 4))


def lesson(**fields) -> LessonPage:
    return factories.LessonPageFactory(**{**complete(factories.LessonPageFactory), **fields})


def paths(page) -> list[str]:
    return [problem.path for problem in problems(page)]


# --- A live animal ---------------------------------------------------------------------------------------


def test_a_lesson_without_an_animal_needs_none_of_the_four_answers():
    assert paths(lesson()) == []


@pytest.mark.parametrize("missing", ANSWERS)
def test_a_lesson_with_a_live_animal_needs_each_of_the_four_answers(missing):
    answers = {name: value for name, value in ANSWERS.items() if name != missing}

    assert paths(lesson(has_live_animal=True, **ANSWERS)) == []
    assert paths(lesson(has_live_animal=True, **answers)) == [missing]


def test_no_children_for_an_adult_is_no_answer():
    assert paths(lesson(has_live_animal=True, **ANSWERS | {"children_per_adult": 0})) == ["children_per_adult"]


def test_a_single_stage_with_a_live_animal_asks_for_the_answers_too():
    stages = [
        {"type": "stage", "value": {"phase": "start", "title": "Ит келеді", "minutes": 5, "animal": "live"}, "id": "a"},
        {"type": "stage", "value": {"phase": "start", "title": "Ойыншық", "minutes": 45}, "id": "b"},
    ]

    assert set(paths(lesson(stages=json.dumps(stages)))) == set(ANSWERS)


@pytest.mark.parametrize(
    ("day", "is_open"),
    [("2026-05-05", True), ("2026-05-04", False), ("2025-05-05", False), ("2025-05-03", True)],
    ids=["tomorrow", "today", "within a year", "over a year ago"],
)
def test_the_check_of_the_local_rules_is_not_in_the_future_and_not_older_than_a_year(day, is_open):
    page = lesson(has_live_animal=True, **ANSWERS | {"local_rule_checked_on": datetime.date.fromisoformat(day)})

    assert paths(page) == ["local_rule_checked_on"] * is_open


# --- A story that suits the grade ------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("grade", "age_band", "note", "suits"),
    [
        (1, 6, "", True),
        (2, 9, "", False),
        (3, 9, "", True),
        (5, 12, "", False),
        (6, 12, "", True),
        (2, 6, "Ит жарақаттанады", False),
        (3, 6, "Ит жарақаттанады", True),
        (5, 9, "Ит жарақаттанады", False),
        (6, 12, "Ит жарақаттанады", True),
    ],
)
def test_a_story_suits_the_youngest_pupils_and_a_content_note_counts_as_one_band_more(grade, age_band, note, suits):
    story = factories.StoryPageFactory(age_band=age_band, content_note=note)
    page = lesson(grade_from=grade, grade_to=9, related_story=story)

    assert paths(page) == ([] if suits else ["related_story"])


def test_the_sentence_says_the_ages_and_whether_the_note_is_the_reason():
    noted = factories.StoryPageFactory(title="Мұздағы аққу", age_band=6, content_note="Қанаты жараланады")
    older = factories.StoryPageFactory(title="Кәрі ат", age_band=12)

    with translation.override("en"):
        because_of_note = problems(lesson(grade_from=1, related_story=noted))[0].sentence
        because_of_age = problems(lesson(grade_from=1, related_story=older))[0].sentence

    assert "content note" in because_of_note
    assert "from 9 years" in because_of_note
    assert "from 12 years" in because_of_age
    assert "about 7" in because_of_age


@pytest.fixture
def pair():
    """A lesson for grade 1 in both languages, each with the story in its language."""
    stories = factories.make_pair(factories.StoryPageFactory, age_band=6)
    lessons = factories.make_pair(
        factories.LessonPageFactory, kk={"related_story": stories.kk}, ru={"related_story": stories.ru}, grade_from=1
    )
    return lessons, stories


def link_on(page, read) -> bool:
    return page.related_story.url in {a["href"] for a in read(page.url).select("a[href]")}


@pytest.mark.parametrize("change", [{"age_band": 9}, {"content_note": "Ит жарақаттанады"}])
@pytest.mark.parametrize("language", ["kk", "ru"])
def test_a_story_that_became_too_heavy_in_one_language_leaves_both_lessons_until_they_are_mended(
    pair, read, change, language
):
    lessons, stories = pair
    assert all(link_on(page, read) for page in lessons)

    type(stories.kk).objects.filter(pk=getattr(stories, language).pk).update(**change)

    assert not any(link_on(page, read) for page in lessons)
    assert set(safety.to_mend(LessonPage.objects.all())) == set(lessons)
    LessonPage.objects.filter(pk=lessons.kk.pk).update(grade_from=4)
    assert set(safety.to_mend(LessonPage.objects.all())) == {lessons.ru}
    assert link_on(LessonPage.objects.get(pk=lessons.kk.pk), read)


def panel(client, user) -> dict[str, str]:
    """Return the titles and addresses on the panel of lessons to mend."""
    client.force_login(user)
    html = BeautifulSoup(client.get(reverse("wagtailadmin_home")).content, "html.parser")
    return {link.text: link["href"] for link in html.select("#lessons_to_mend-section .agenda__entry a")}


def test_the_team_finds_what_to_mend_with_a_way_to_the_field(pair, client):
    lessons, stories = pair
    lapsed = lesson(
        title="Ит келді", has_live_animal=True, **ANSWERS | {"local_rule_checked_on": datetime.date(2024, 1, 1)}
    )
    lesson(title="Жоба", live=False, local_rule_checked_on=datetime.date(2024, 1, 1))
    type(stories.kk).objects.filter(pk=stories.kk.pk).update(age_band=12)

    found = panel(client, user_of("Editors"))

    assert set(found) == {lessons.kk.title, lessons.ru.title, lapsed.title}
    assert found[lapsed.title].endswith("#field:local_rule_checked_on")
    assert found[lessons.kk.title].endswith("#field:related_story")
    assert panel(client, user_of("Authors")) == {}


def test_nothing_to_mend_shows_no_panel(pair, client):
    assert panel(client, user_of("Editors")) == {}


def test_a_lesson_page_tells_what_a_live_animal_needs(read):
    page = lesson(has_live_animal=True, **ANSWERS)

    told = read(page.url).select_one(".notice--safety").get_text()

    assert ANSWERS["animal_handler"] in told
    assert ANSWERS["consent_note"] in told


# --- Time ------------------------------------------------------------------------------------------------


def test_the_lesson_without_an_animal_fills_the_time():
    def stages(*each):
        value = {"phase": "middle", "title": "Бекет"}
        return json.dumps(
            [
                {"type": "station", "value": value | {"minutes": minutes, "animal": animal}, "id": f"s{number}"}
                for number, (minutes, animal) in enumerate(each)
            ]
        )

    fits = lesson(stages=stages((30, ""), (15, "none"), (20, "live")), has_live_animal=True, **ANSWERS)
    without_a_substitute = lesson(stages=stages((30, ""), (15, "live")), has_live_animal=True, **ANSWERS)

    assert paths(fits) == []
    assert paths(without_a_substitute) == ["minutes"]
