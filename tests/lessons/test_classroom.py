"""Classroom mode and saved lessons, as the server answers."""

import json

import pytest

from lessons.models import LessonPage
from tests import factories

pytestmark = pytest.mark.django_db

CARD = {"icon": "turtle", "task": "Тасбақаны тап.", "clue": "Қабығына қара.", "answer": "Дала тасбақасы"}


def stream(kind: str, *values) -> str:
    return json.dumps([{"type": kind, "value": value, "id": f"{kind}-{n}"} for n, value in enumerate(values)])


def stage(**fields) -> dict:
    return {"title": "Бекет", "minutes": 5, "teacher": "<p>Айтады.</p>", "pupils": "<p>Іздейді.</p>", **fields}


def lesson(*stages: dict, **fields) -> LessonPage:
    return factories.LessonPageFactory(stages=stream("stage", *stages), **fields)


@pytest.fixture
def slides(read):
    """Return a function that opens the slides of a lesson."""
    return lambda page, status=200: read(f"{page.url}class/", status)


def anchors(soup) -> list[str]:
    return [slide["id"] for slide in soup.select("[data-slide]")]


def test_the_slides_are_the_title_the_aims_the_roles_each_stage_the_answers_and_the_end(slides):
    page = lesson(
        stage(title="Басы"),
        stage(title="Соңы"),
        aims=stream("aim", "Ажыратады"),
        roles=stream("role", {"icon": "compass", "title": "Жол бастаушы", "text": "Бастайды."}),
        answer_keys=stream("key", {"title": "1-парақ", "answers": ["Иә"]}),
    )

    assert anchors(slides(page)) == ["title", "aims", "roles", "stage-1", "stage-2", "answers", "end"]


@pytest.mark.parametrize("language", ["kk", "ru"])
def test_every_slide_has_a_name_and_the_page_one_heading_and_its_language(slides, language):
    soup = slides(lesson(stage(), language=language))

    assert soup.html["lang"] == language
    assert len(soup.select("h1")) == 1
    for slide in soup.select("[data-slide]"):
        assert soup.find(id=slide["aria-labelledby"]).get_text(strip=True)


def test_each_link_of_the_contents_leads_to_a_slide(slides):
    soup = slides(lesson(stage(), stage(), aims=stream("aim", "Ажыратады")))

    assert [link["href"].removeprefix("#") for link in soup.select("[data-contents] ol a")] == anchors(soup)


def test_a_station_shows_its_number_its_picture_and_its_task(slides):
    soup = slides(lesson(stage(), stage(is_station=True, card=CARD), stage(is_station=True)))
    station = soup.select_one("#stage-2")

    assert "1" in station.select_one(".slide__station").get_text()
    assert station.select_one(".slide__drawing svg")
    assert station.select_one(".slide__drawing")["aria-label"]
    assert station.select_one(".slide__task").get_text(strip=True) == CARD["task"]
    assert "2" in soup.select_one("#stage-3 .slide__station").get_text()


def test_no_answer_and_no_word_of_the_teacher_stands_outside_what_is_opened_on_demand(slides):
    soup = slides(
        lesson(
            stage(is_station=True, card=CARD, assessment="Бақылайды", resources="Қағаз"),
            answer_keys=stream("key", {"title": "1-парақ", "answers": ["Жасырын жауап"]}),
            safety="<p>Ұстамаймыз.</p>",
            materials=stream("item", "Қайшы"),
        )
    )
    hidden = [CARD["clue"], CARD["answer"], "Жасырын жауап", "Айтады.", "Бақылайды", "Қағаз", "Ұстамаймыз.", "Қайшы"]
    assert all(text in soup.main.get_text() for text in hidden)

    for details in soup.select("details"):
        assert not details.has_attr("open")
        details.decompose()

    assert [text for text in hidden if text in soup.get_text()] == []
    assert CARD["task"] in soup.get_text()


@pytest.mark.parametrize("minutes", [{}, {"minutes": None}, {"minutes": 0}])
def test_a_stage_without_minutes_has_no_timer(slides, minutes):
    fields = {name: value for name, value in stage().items() if name != "minutes"}

    assert slides(lesson({**fields, **minutes})).select("[data-minutes]") == []


def test_a_lesson_without_stages_is_a_beginning_and_an_end(slides):
    assert anchors(slides(lesson())) == ["title", "end"]


def test_a_stage_that_needs_a_live_animal_is_left_out_and_the_numbers_stay(slides):
    stages = [stage(is_station=True), stage(is_station=True, animal="live"), stage(is_station=True, animal="none")]

    without = slides(lesson(*stages))
    with_animal = slides(lesson(*stages, has_live_animal=True))

    assert anchors(without) == ["title", "stage-1", "stage-3", "end"]
    assert "3" in without.select_one("#stage-3 .slide__station").get_text()
    assert len(anchors(with_animal)) == 5


@pytest.mark.parametrize(
    "odd",
    [
        {"title": "🐾 Құйрық 🐕"},
        {"title": "Ұзақ " * 50},
        {"title": "<script>alert(1)</script>"},
    ],
    ids=["emoji", "250 letters", "markup"],
)
def test_odd_titles_are_shown_as_they_are(slides, odd):
    soup = slides(lesson(stage(**odd), slug="odd", **odd))

    assert soup.h1.get_text(strip=True) == odd["title"].strip()
    assert soup.select("script:not([src])") == []


def test_a_stage_of_twenty_kilobytes_and_an_icon_nobody_drew_still_open(slides):
    long = "<p>" + "Мысық далада жүр. " * 1200 + "</p>"
    page = lesson(stage(pupils=long, is_station=True, card={**CARD, "icon": "unicorn"}))

    assert len(slides(page).select_one("#stage-1").get_text()) > 20_000


def test_the_slides_of_a_draft_and_of_no_lesson_are_not_there(slides, read):
    draft = lesson(stage(), live=False)

    slides(draft, status=404)
    read(f"{draft.get_parent().url}class/", 404)


def test_forty_stages_cost_no_more_queries_than_four(client, count_queries):
    def cost(stages: int) -> int:
        many = [stage(is_station=True, card=CARD) for _n in range(stages)]
        page = factories.make_pair(
            factories.LessonPageFactory, stages=stream("stage", *many), picture=factories.PictureFactory()
        ).kk
        assert client.get(f"{page.url}class/").status_code == 200
        return count_queries(lambda: client.get(f"{page.url}class/"))

    few, many = cost(4), cost(40)

    assert many == few <= 10


def test_the_slides_link_to_the_other_language_and_search_engines_to_the_lesson(slides):
    pair = factories.make_pair(factories.LessonPageFactory)
    soup = slides(pair.kk)

    assert soup.select_one("[data-contents] a[hreflang=ru]")["href"] == f"{pair.ru.url}class/"
    assert soup.select_one("link[rel=canonical]")["href"].endswith(pair.kk.url)
    assert soup.select_one("meta[name=robots]")["content"] == "noindex"


def test_the_slides_need_nothing_that_the_content_policy_forbids(client, slides):
    page = lesson(stage(is_station=True, card=CARD), picture=factories.PictureFactory())
    soup = slides(page)
    response = client.get(f"{page.url}class/")

    assert soup.select("style, [style], iframe, script:not([src])") == []
    assert [tag for tag in soup.find_all(True) if any(name.startswith("on") for name in tag.attrs)] == []
    assert "script-src 'self'" in response["Content-Security-Policy"]
    assert not response.cookies


# --- The card on the page of the lesson ------------------------------------------------------------------


def test_the_lesson_shows_the_card_of_a_station_without_its_answer(read):
    page = lesson(stage(), stage(is_station=True, card=CARD))
    soup = read(page.url)
    station = soup.select_one("#station-1")

    assert station.select_one(".station-card svg")
    assert CARD["task"] in station.get_text()
    assert CARD["clue"] in station.get_text()
    assert CARD["answer"] not in soup.get_text()


def test_the_lesson_leads_to_its_slides(read):
    page = lesson(stage())

    assert read(page.url).select_one(f'a[href="{page.url}class/"]')


# --- Without internet ------------------------------------------------------------------------------------


def test_the_button_to_save_is_hidden_until_a_script_shows_it_and_offers_every_file_of_the_kit(read):
    page = lesson(stage())
    panel = read(page.url).select_one("[data-saving]")

    assert panel.has_attr("hidden")
    assert [box["value"] for box in panel.select("[data-file]")] == [file.url for file in page.kit.files]
    assert not panel.select("[data-file][checked]")


def test_the_panel_and_the_slides_name_the_edition_of_the_kit(read, slides):
    page = lesson(stage())

    assert read(page.url).select_one("[data-saving]")["data-edition"] == page.kit.version
    assert slides(page).body["data-edition"] == page.kit.version


def test_the_worker_is_always_asked_for_anew(client):
    response = client.get("/sw.js")

    assert response.status_code == 200
    assert response["Content-Type"].startswith("text/javascript")
    assert response["Cache-Control"] == "no-cache"
    assert response["Service-Worker-Allowed"] == "/"
    assert b"addEventListener" in response.content


@pytest.mark.parametrize("address", ["/sw.js", "/kk/saved/"])
def test_nothing_can_be_sent_to_the_worker_or_the_list(client, address):
    assert client.post(address).status_code == 405


@pytest.mark.parametrize("language", ["kk", "ru"])
def test_the_list_of_saved_lessons_is_the_same_for_everyone(read, client, language):
    address = f"/{language}/saved/"
    soup = read(address)

    assert soup.html["lang"] == language
    assert len(soup.select("h1")) == 1
    assert soup.select_one("[data-list]").get_text(strip=True) == ""
    assert soup.select_one("noscript").get_text(strip=True)
    assert not client.get(address).cookies
