"""Lists of pages as readers meet them: filters are links, pages are links, and no address breaks them."""

from collections.abc import Callable
from datetime import UTC, datetime
from typing import NamedTuple

import pytest

from core.models import Direction, Outcome, Region, Species, Subject
from legal.models import ExplainerPage
from tests import factories

pytestmark = pytest.mark.django_db

JUNK = {
    "null byte": "%00",
    "emoji": "%F0%9F%90%B6",
    "broken UTF-8": "%ff%fe",
    "ten kilobytes": "x" * 10_000,
    "a huge number": "9" * 5_000,
    "a minus": "-1",
    "SQL": "1'+OR+1=1--",
    "markup": "%3Cscript%3Ealert(1)%3C/script%3E",
    "a list": "[]",
    "nothing": "",
    "a full-width digit": "%EF%BC%91",
}


@pytest.fixture(params=["kk", "ru"])
def language(request) -> str:
    """Run a test once for each language."""
    return request.param


class Case(NamedTuple):
    """A filter, a value of it, and the fields of a page that the value keeps and of one that it drops."""

    factory: type
    parameter: str
    value: str
    kept: Callable[[], dict]
    dropped: Callable[[], dict]


CASES = {
    "lessons by grade": Case(
        factories.LessonPageFactory,
        "grade",
        "3",
        lambda: {"grade_from": 1, "grade_to": 4},
        lambda: {"grade_from": 5, "grade_to": 7},
    ),
    "lessons by minutes": Case(
        factories.LessonPageFactory, "minutes", "90", lambda: {"minutes": 90}, lambda: {"minutes": 45}
    ),
    "lessons by subject": Case(
        factories.LessonPageFactory,
        "subject",
        "world-knowledge",
        lambda: {"subject": Subject.objects.get(slug="world-knowledge")},
        lambda: {"subject": Subject.objects.exclude(slug="world-knowledge").first()},
    ),
    "stories by species": Case(
        factories.StoryPageFactory,
        "species",
        "cat",
        lambda: {"species": Species.objects.get(slug="cat")},
        lambda: {"species": Species.objects.exclude(slug="cat").first()},
    ),
    "stories by region": Case(
        factories.StoryPageFactory,
        "region",
        "KZ-75",
        lambda: {"region": Region.objects.get(iso_code="KZ-75")},
        lambda: {"region": None},
    ),
    "stories by outcome": Case(
        factories.StoryPageFactory,
        "outcome",
        "new-home",
        lambda: {"outcome": Outcome.objects.get(slug="new-home")},
        lambda: {"outcome": Outcome.objects.exclude(slug="new-home").first()},
    ),
    "stories by age": Case(factories.StoryPageFactory, "age", "9", lambda: {"age_band": 6}, lambda: {"age_band": 12}),
    "law by audience": Case(
        factories.ExplainerPageFactory,
        "audience",
        "school",
        lambda: {"audience": ExplainerPage.Audience.SCHOOL},
        lambda: {"audience": ExplainerPage.Audience.OWNER},
    ),
    "law by topic": Case(
        factories.ExplainerPageFactory,
        "topic",
        "cruelty",
        lambda: {"topic": ExplainerPage.Topic.CRUELTY},
        lambda: {"topic": ExplainerPage.Topic.WALKING},
    ),
    "initiatives by direction": Case(
        factories.InitiativePageFactory,
        "direction",
        "adoption",
        lambda: {"directions": [Direction.objects.get(slug="adoption")]},
        lambda: {"directions": [Direction.objects.exclude(slug="adoption").first()]},
    ),
    "initiatives by region": Case(
        factories.InitiativePageFactory,
        "region",
        "KZ-75",
        lambda: {"regions": [Region.objects.get(iso_code="KZ-75"), Region.objects.get(iso_code="KZ-71")]},
        lambda: {"regions": [Region.objects.get(iso_code="KZ-71")]},
    ),
}


@pytest.fixture(params=CASES.values(), ids=CASES.keys())
def case(request) -> Case:
    """Run a test once for each filter of each section."""
    return request.param


def section_url(page) -> str:
    return page.get_parent().url


def titles(soup) -> list[str]:
    """Return the titles of the cards on a list, in order."""
    return [title.get_text(strip=True) for title in soup.select(".cards h3")]


def test_a_filter_keeps_what_fits_and_drops_the_rest(read, case, language):
    kept = case.factory(language=language, title="Kept", **case.kept())
    case.factory(language=language, title="Dropped", **case.dropped())

    assert sorted(titles(read(section_url(kept)))) == ["Dropped", "Kept"]
    assert titles(read(f"{section_url(kept)}?{case.parameter}={case.value}")) == ["Kept"]


def test_a_filter_is_a_plain_link_that_says_when_it_is_on(read, case):
    page = case.factory(**case.kept())
    address = f"?{case.parameter}={case.value}"

    link = read(section_url(page)).select_one(f'a[href="{address}"]')
    current = read(section_url(page) + address).select('a[aria-current="true"]')

    assert not link.has_attr("aria-current")
    assert (address, link.get_text(strip=True)) in [(a["href"], a.get_text(strip=True)) for a in current]


def test_the_first_link_of_a_filter_takes_it_off(read, case):
    page = case.factory(**case.kept())

    soup = read(f"{section_url(page)}?{case.parameter}={case.value}")

    assert soup.select_one(".filters a[href='.']")


def test_a_value_that_nobody_offered_is_as_good_as_none(read, case):
    kept = case.factory(title="Kept", **case.kept())
    case.factory(title="Dropped", **case.dropped())

    shown = {name: sorted(titles(read(f"{section_url(kept)}?{case.parameter}={junk}"))) for name, junk in JUNK.items()}

    assert shown == {name: ["Dropped", "Kept"] for name in JUNK}


def test_a_parameter_that_nobody_asked_for_changes_nothing(read):
    section = section_url(factories.StoryPageFactory())
    links = [link.get("href") for link in read(section).select("main a")]

    for name in ("%00", "%F0%9F%90%B6", "page__gt", "x" * 10_000, "species__name", "q"):
        assert [link.get("href") for link in read(f"{section}?{name}=1").select("main a")] == links


def test_only_values_in_use_are_offered(read, language):
    story = factories.StoryPageFactory(language=language)

    offered = {link["href"] for link in read(section_url(story)).select('a[href^="?species="]')}

    assert offered == {"?species=cat"}


def test_values_of_hidden_pages_are_not_offered(read):
    story = factories.StoryPageFactory()
    factories.StoryPageFactory(live=False, species=Species.objects.get(slug="camel"))
    private = factories.StoryPageFactory(species=Species.objects.get(slug="swan"))
    factories.RestrictionFactory(page=private)

    offered = {link["href"] for link in read(section_url(story)).select('a[href^="?species="]')}

    assert offered == {"?species=cat"}


def test_values_stand_in_the_order_of_the_alphabet_of_the_page(read, language):
    species = {"kk": ["Ақбөкен", "Ит", "Құс"], "ru": ["Птица", "Сайгак", "Собака"]}[language]
    stories = [
        factories.StoryPageFactory(language=language, species=Species.objects.get(slug=slug))
        for slug in ("bird", "dog", "saiga")
    ]

    links = read(section_url(stories[0])).select('a[href^="?species="]')

    assert [link.get_text(strip=True) for link in links] == species


def test_filters_combine_and_each_link_keeps_the_others(read):
    wanted = factories.LessonPageFactory(title="Wanted", grade_from=1, grade_to=2, minutes=45)
    factories.LessonPageFactory(title="Longer", grade_from=1, grade_to=2, minutes=90)
    factories.LessonPageFactory(title="Older", grade_from=7, grade_to=8, minutes=45)

    soup = read(f"{section_url(wanted)}?grade=1&minutes=45")

    assert titles(soup) == ["Wanted"]
    assert soup.select_one('a[href="?grade=1&minutes=90"]')
    assert soup.select_one('a[href="?minutes=45"]')


def test_a_choice_that_fits_nothing_says_so_and_offers_everything(read):
    lesson = factories.LessonPageFactory(grade_from=1, grade_to=2, minutes=45)
    factories.LessonPageFactory(grade_from=7, grade_to=8, minutes=90)

    soup = read(f"{section_url(lesson)}?grade=1&minutes=90")

    assert titles(soup) == []
    assert soup.select_one(".cards a[href='.']")


def test_links_to_further_pages_keep_the_filters_and_drop_the_rest(read):
    for number in range(13):
        lesson = factories.LessonPageFactory(title=f"First {number}", grade_from=1, grade_to=1)
    factories.LessonPageFactory(title="Other", grade_from=9, grade_to=9)

    first = read(f"{section_url(lesson)}?grade=1&utm_source=mail")
    second = read(f"{section_url(lesson)}?grade=1&page=2")

    assert first.select_one('a[rel="next"]')["href"] == "?grade=1&page=2"
    assert first.select_one('.pagination [aria-current="page"]')["href"] == "?grade=1"
    assert len(titles(first)) == 12
    assert second.select_one('a[rel="prev"]')["href"] == "?grade=1"
    assert len(titles(second)) == 1
    assert not set(titles(first)) & set(titles(second))


def test_choosing_a_filter_on_a_further_page_begins_at_the_first(read):
    for _number in range(13):
        lesson = factories.LessonPageFactory(grade_from=1, grade_to=1)

    soup = read(f"{section_url(lesson)}?page=2")

    assert soup.select_one('a[href="?grade=1"]')


def test_one_page_of_results_needs_no_links_to_others(read):
    lesson = factories.LessonPageFactory()

    assert not read(section_url(lesson)).select(".pagination")


def test_a_page_number_that_is_none_shows_a_page_of_the_list(read):
    story = factories.StoryPageFactory(title="Here")

    shown = {name: titles(read(f"{section_url(story)}?page={junk}")) for name, junk in JUNK.items()}

    assert shown == {name: ["Here"] for name in JUNK}


def test_a_page_number_out_of_range_shows_the_last_page_and_a_word_the_first(read):
    for _number in range(13):
        story = factories.StoryPageFactory()

    def shown(number: str) -> int:
        return len(titles(read(f"{section_url(story)}?page={number}")))

    assert {number: shown(number) for number in ("2", "9999", "0", "-1")} == dict.fromkeys(("2", "9999", "0", "-1"), 1)
    assert {number: shown(number) for number in ("1", "abc", "1.5")} == dict.fromkeys(("1", "abc", "1.5"), 12)


def test_newest_pages_come_first(read):
    for day, title in ((2, "Middle"), (3, "Newest"), (1, "Oldest")):
        story = factories.StoryPageFactory(title=title, first_published_at=datetime(2026, 3, day, tzinfo=UTC))
    factories.StoryPageFactory(title="Undated")

    assert titles(read(section_url(story))) == ["Newest", "Middle", "Oldest", "Undated"]


def test_lists_speak_one_language_only(read):
    pair = factories.make_pair(factories.LessonPageFactory, kk={"title": "Қазақша"}, ru={"title": "По-русски"})

    assert titles(read(section_url(pair.kk))) == ["Қазақша"]
    assert titles(read(section_url(pair.ru))) == ["По-русски"]
