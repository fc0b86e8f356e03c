"""Pages that editors left half empty still open whole: nothing is missed but what is missing."""

import json

import pytest
from bs4 import BeautifulSoup
from wagtail.models import Page

from core.models import Picture
from tests import factories

pytestmark = pytest.mark.django_db


@pytest.fixture(params=["kk", "ru"])
def language(request) -> str:
    """Run a test once for each language."""
    return request.param


def stream(kind: str, *values) -> str:
    return json.dumps([{"type": kind, "value": value, "id": str(n)} for n, value in enumerate(values)])


def assert_whole(soup: BeautifulSoup, page):
    """One heading, one main part, nothing that speaks of a value that is not there."""
    assert [heading.get_text(strip=True) for heading in soup.select("h1")] == [page.title]
    assert soup.select_one("footer")
    words = soup.main.get_text(" ").split()
    assert not {"None", "nan", "[]", "()"} & set(words)
    assert not [element for element in soup.select("main h2, main h3, main a") if not element.get_text(strip=True)]


@pytest.mark.parametrize(
    "factory",
    [
        factories.StoryPageFactory,
        factories.InitiativePageFactory,
        factories.LessonPageFactory,
        factories.ExplainerPageFactory,
        factories.StandardPageFactory,
    ],
)
def test_a_page_with_nothing_but_what_must_be_there_opens(read, factory, language):
    page = factory(language=language, summary="")

    assert_whole(read(page.url), page)


def test_a_lesson_without_stages_opens(read, language):
    lesson = factories.LessonPageFactory(language=language, stages="[]")

    soup = read(lesson.url)

    assert_whole(soup, lesson)
    assert not soup.select(".stages")
    assert lesson.planned_minutes == 0


@pytest.mark.parametrize("minutes", [{}, {"minutes": None}])
def test_a_stage_without_minutes_opens(read, minutes):
    first, second = {"title": "Басы", "phase": "start", **minutes}, {"title": "Соңы", "phase": "end", "minutes": 7}
    lesson = factories.LessonPageFactory(stages=stream("stage", first, second))

    soup = read(lesson.url)

    assert_whole(soup, lesson)
    assert [title.get_text(strip=True) for title in soup.select(".stage h3")] == ["Басы", "Соңы"]
    assert lesson.planned_minutes == 7


@pytest.mark.parametrize(
    "value",
    [{}, {"title": ""}, {"title": "Бекет", "phase": None}, {"title": "Бекет", "phase": "", "teacher": None}],
)
def test_a_stage_with_hardly_anything_opens(read, value):
    lesson = factories.LessonPageFactory(stages=stream("stage", value))

    assert read(lesson.url).select(".stage")


def test_a_story_without_a_picture_opens_and_so_do_the_pages_that_show_it(read, language):
    story = factories.StoryPageFactory(language=language, picture=None)
    factories.StoryPageFactory(language=language)

    for address in (story.url, story.get_parent().url, f"/{language}/"):
        assert read(address).select("h1")


def test_a_story_whose_pictures_were_deleted_opens(read):
    opening, inside = factories.PictureFactory(), factories.PictureFactory()
    picture = {"image": {"image": inside.pk, "alt_text": "Мысық", "decorative": False}, "caption": "Мына сурет"}
    story = factories.StoryPageFactory(picture=opening, body=stream("picture", picture))
    Page.objects.filter(pk=story.pk).update(live=False)
    Picture.objects.all().delete()  # nothing holds them while no live page shows them
    Page.objects.filter(pk=story.pk).update(live=True)

    assert_whole(read(story.url), story)


def test_a_story_whose_file_is_gone_opens(read):
    picture = factories.PictureFactory()
    story = factories.StoryPageFactory(picture=picture)
    picture.file.storage.delete(picture.file.name)

    assert_whole(read(story.url), story)


def test_a_story_whose_lesson_is_a_draft_does_not_lead_to_it(read):
    story = factories.StoryPageFactory(related_lesson=factories.LessonPageFactory(live=False, title="Жоба сабақ"))

    soup = read(story.url)

    assert_whole(soup, story)
    assert "Жоба сабақ" not in soup.get_text()


def test_an_explainer_without_claims_opens(read, language):
    page = factories.ExplainerPageFactory(language=language, body=stream("text", "<p>Қысқасы.</p>"))

    soup = read(page.url)

    assert_whole(soup, page)
    assert not soup.select(".sources")
    assert not page.needs_check


@pytest.mark.parametrize("as_of", ["", "2026", "2026-03", "2026-13", "soon", "0000-00-00"])
def test_a_claim_with_a_strange_date_opens(read, as_of):
    page = factories.ExplainerPageFactory(body=json.dumps([factories.claim(as_of=as_of)]))

    soup = read(page.url)

    assert_whole(soup, page)
    assert "Ит есепке алынады." in soup.get_text()


@pytest.mark.parametrize(
    "citation",
    [{}, {"article": None}, {"article": 999_999}, {"source": "Сайт"}, {"source": "Сайт", "url_of_source": ""}],
    ids=str,
)
def test_a_claim_whose_article_is_gone_opens(read, citation):
    claim = factories.claim(citations=[{"type": "item", "value": citation, "id": "1"}])
    page = factories.ExplainerPageFactory(body=json.dumps([claim]))

    soup = read(page.url)

    assert [heading.get_text(strip=True) for heading in soup.select("h1")] == [page.title]
    assert "Ит есепке алынады." in soup.get_text()


def test_an_initiative_without_regions_or_figures_opens(read, language):
    page = factories.InitiativePageFactory(language=language, regions=[], directions=[], figures="[]")

    soup = read(page.url)

    assert_whole(soup, page)
    assert not soup.select(".numbers")
    assert page.place


def test_a_figure_with_hardly_anything_opens(read):
    page = factories.InitiativePageFactory(figures=stream("figure", {"value": "5", "what": "үй"}, {}))

    assert read(page.url).select(".number")


def test_a_body_with_a_block_that_is_no_longer_known_opens(read):
    page = factories.StandardPageFactory(body=stream("carousel", {"slides": []}))

    assert_whole(read(page.url), page)


def test_markup_in_a_text_stays_text(read):
    evil = "<script>alert(1)</script>{{ 7|add:7 }}"
    page = factories.StoryPageFactory(title=evil, slug="evil", summary=evil, animal=evil[:80], content_note=evil)

    soup = read(page.url)

    assert soup.h1.get_text(strip=True) == evil
    assert not [script for script in soup.select("script:not([type])") if "alert" in script.get_text()]
