"""How many queries a reader's page costs with nothing cached: a bound, and no growth with what it shows.

Pictures are cut to size once, at the first visit, and then lie in the storage; the second visit is counted.
"""

import json
import uuid

import pytest
from django.urls import reverse

from core.models import Article, Direction, Region
from tests import factories

pytestmark = pytest.mark.django_db

PAGE_BOUND, LIST_BOUND = 10, 14


@pytest.fixture
def cost(client, count_queries):
    """Return a function that says what the second visit of an address costs."""

    def visit(address: str) -> int:
        assert client.get(address).status_code == 200
        return count_queries(lambda: client.get(address))

    return visit


def block(kind: str, value) -> dict:
    return {"type": kind, "value": value, "id": str(uuid.uuid4())}


def picture_block() -> dict:
    image = {"image": factories.PictureFactory().pk, "alt_text": "Мысық", "decorative": False}
    return block("picture", {"image": image, "caption": ""})


def rich_body(blocks: int) -> str:
    """Return the body of a story with `blocks` texts, quotes and pictures in all."""
    texts = [block("text", f"<p>Мысық {n}</p>") for n in range(blocks // 3)]
    quotes = [block("quote", {"text": "Ол бізге сенді.", "attribution": ""}) for _n in range(blocks // 3)]
    pictures = [picture_block() for _n in range(blocks // 3)]
    return json.dumps([*texts, *quotes, *pictures])


def many(kind: str, count: int, value) -> str:
    return json.dumps([block(kind, value) for _n in range(count)])


def stage() -> dict:
    return {"phase": "middle", "title": "Бекет", "minutes": 5, "teacher": "<p>Айтады.</p>", "is_station": True}


# --- Single pages --------------------------------------------------------------------------------------


def story(blocks: int):
    """Make a story with everything a story can have, a twin, and others beside it."""
    links = {"initiative": factories.InitiativePageFactory(), "related_lesson": factories.LessonPageFactory()}
    for _n in range(3):
        factories.StoryPageFactory(picture=factories.PictureFactory(), region=Region.objects.first())
    pair = factories.make_pair(
        factories.StoryPageFactory,
        picture=factories.PictureFactory(),
        region=Region.objects.first(),
        body=rich_body(blocks),
        timeline=many("moment", blocks, {"when": "Қараша", "title": "Табылды", "text": ""}),
        questions=many("question", blocks, "Неге?"),
        **links,
    )
    return pair.kk


def lesson(blocks: int):
    sheet = {"title": "1-бекет", "instructions": "", "tasks": [{"text": "Неге?", "options": [], "lines": 2}]}
    pair = factories.make_pair(
        factories.LessonPageFactory,
        picture=factories.PictureFactory(),
        related_story=factories.StoryPageFactory(),
        aims=many("aim", blocks, "Үйренеді"),
        objectives=many("objective", blocks, {"text": "Атайды", "code": "1.1.1.1", "verified": True}),
        materials=many("item", blocks, "Қағаз"),
        stages=many("stage", blocks, stage()),
        sheets=many("sheet", blocks, sheet),
    )
    return pair.kk


def explainer(blocks: int):
    """Make an explainer with `blocks` claims, each citing another article of another act."""
    claims = [factories.claim(factories.ArticleFactory()) for _n in range(blocks)]
    step = {"title": "Ересекке айт", "text": "<p>Шақыр.</p>"}
    pair = factories.make_pair(
        factories.ExplainerPageFactory,
        picture=factories.PictureFactory(),
        related_lesson=factories.LessonPageFactory(),
        body=json.dumps(claims),
        steps=many("step", blocks, step),
        changes=many("change", blocks, {"date": "2026-11-22", "note": "Басылым"}),
    )
    return pair.kk


def initiative(blocks: int):
    figure = {"value": "500", "what": "мысық", "status": "done", "approximate": False}
    pair = factories.make_pair(
        factories.InitiativePageFactory,
        picture=factories.PictureFactory(),
        regions=list(Region.objects.all()[:blocks]),
        directions=list(Direction.objects.all()[:blocks]),
        body=rich_body(blocks),
        figures=many("figure", blocks, figure),
        advice=many("item", blocks, "Бастаңыз"),
        needs=many("item", blocks, "Тор"),
    )
    return pair.kk


def standard_page(blocks: int):
    return factories.make_pair(
        factories.StandardPageFactory, picture=factories.PictureFactory(), body=rich_body(blocks)
    ).kk


@pytest.mark.parametrize("make", [story, lesson, explainer, initiative, standard_page])
def test_a_page_costs_at_most_ten_queries_and_a_long_one_no_more_than_a_short_one(cost, make):
    short, long = cost(make(3).url), cost(make(30).url)

    assert long == short <= PAGE_BOUND


# --- Lists ---------------------------------------------------------------------------------------------


def fill(make_one, count: int):
    for _n in range(count):
        page = make_one()
    return page


def story_card():
    return factories.StoryPageFactory(picture=factories.PictureFactory(), region=Region.objects.order_by("?").first())


def lesson_card():
    return factories.LessonPageFactory(picture=factories.PictureFactory())


def explainer_card():
    body = json.dumps([factories.claim(Article.objects.order_by("?").first()) for _n in range(3)])
    return factories.ExplainerPageFactory(picture=factories.PictureFactory(), body=body)


def initiative_card():
    return factories.InitiativePageFactory(
        picture=factories.PictureFactory(),
        regions=list(Region.objects.order_by("?")[:3]),
        directions=list(Direction.objects.order_by("?")[:3]),
    )


CARDS = [story_card, lesson_card, explainer_card, initiative_card]


@pytest.mark.parametrize("make_one", CARDS)
def test_a_list_costs_at_most_fourteen_queries_and_thirty_pages_no_more_than_three(cost, make_one):
    section = fill(make_one, 3).get_parent().url
    few = cost(section)

    fill(make_one, 27)

    assert cost(section) == few <= LIST_BOUND


@pytest.mark.parametrize("make_one", CARDS)
def test_a_filtered_list_costs_no_more_than_a_whole_one(cost, client, make_one):
    section = fill(make_one, 3).get_parent().url
    filters = client.get(section).context["listing"].filters
    address = section + filters[0].options[1].url

    assert cost(address) <= cost(section)


def test_the_home_page_costs_at_most_fourteen_queries_however_much_there_is(cost):
    for make_one in CARDS:
        fill(make_one, 3)
    few = cost("/kk/")

    for make_one in CARDS:
        fill(make_one, 9)
    fill(lambda: factories.StandardPageFactory(show_in_menus=True), 12)

    assert cost("/kk/") == few <= LIST_BOUND


def test_the_search_costs_no_more_for_results_of_every_kind(cost):
    address = reverse("search") + "?q=тарлан"
    factories.StoryPageFactory(title="Тарлан")
    few = cost(address)
    for factory in (factories.LessonPageFactory, factories.ExplainerPageFactory, factories.InitiativePageFactory):
        factory(title="Тарлан")

    assert cost(address) <= few + 3  # one query for each type of page
