"""The page of a lesson fitted to one class."""

import datetime
from urllib.parse import parse_qs, urlsplit

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from lessons.models import LessonPage
from tests.lessons.lessons_to_fit import FILES, STAGES, content, lesson, table, text_of

pytestmark = pytest.mark.django_db


def test_the_lesson_invites_to_fit_it(read):
    page = lesson()
    form = read(page.url).select_one(".fit-invitation form")

    assert form["action"] == f"{page.url}fit/"
    assert form["method"] == "get"
    assert {field["name"] for field in form.select("select, input")} == {"minutes", "teams"}
    assert form.select_one("option[selected]")["value"] == "45"


def test_the_timeline_says_from_when_to_when_and_sums_to_the_wished_minutes(read):
    soup = read(f"{lesson().url}fit/?minutes=35&teams=4&stations=1,3")

    assert table(soup) == [
        ("0–5", "Сәлемдесу", 5),
        ("5–15", "1-аялдама. Құйрық", 10),
        ("15–25", "2-аялдама. Дене", 10),
        ("25–35", "Қорытынды", 10),
    ]
    left_out = soup.select_one(".fit-left-out").text
    assert "2-аялдама. Құлақ" in left_out
    assert "2-аялдама" in left_out
    assert soup.select_one(".fit-table tfoot strong").text == "35"


def test_without_wishes_the_lesson_stands_as_it_is(read):
    soup = read(f"{lesson().url}fit/")

    assert [minutes for _span, _title, minutes in table(soup)] == [5, 10, 10, 10, 10]
    assert soup.select_one("input[name=minutes][checked]")["value"] == "45"
    assert len(soup.select("input[name=stations][checked]")) == 3


def test_every_choice_has_one_short_address(client):
    page = lesson()
    asked = "stations=3&stations=1&minutes=40&pupils=&teams=4&extras=homework&extras=values&utm_source=mail"

    response = client.get(f"{page.url}fit/?{asked}")

    assert response.status_code == 302
    assert response["Location"] == f"{page.url}fit/?minutes=40&stations=1,3&teams=4&extras=values,homework"
    assert client.get(response["Location"]).status_code == 200


def test_all_stations_are_no_choice_of_stations(client):
    page = lesson()

    response = client.get(f"{page.url}fit/?minutes=40&stations=1&stations=2&stations=3&teams=4")

    assert response["Location"] == f"{page.url}fit/?minutes=40&teams=4"


def test_unknown_parameters_are_nothing_to_us(client):
    assert client.get(f"{lesson().url}fit/?minutes=40&teams=4&fbclid=1&x[]=%00").status_code == 200


def test_search_engines_are_sent_to_the_lesson(read, client):
    page = lesson()
    address = f"{page.url}fit/?minutes=40&teams=4"
    soup = read(address)

    assert soup.select_one("link[rel=canonical]")["href"].endswith(page.url)
    assert soup.select_one("meta[name=robots]")["content"] == "noindex"
    assert client.get(address)["X-Robots-Tag"] == "noindex"
    assert client.get(f"{page.url}fit/plan.pdf?minutes=40&teams=4")["X-Robots-Tag"] == "noindex"


@pytest.mark.parametrize(
    ("parameter", "field"),
    [
        ("minutes=-1", "minutes"),
        ("minutes=abc", "minutes"),
        ("minutes=", "minutes"),
        ("minutes=41", "minutes"),
        ("minutes=%00", "minutes"),
        ("stations=abc", "stations"),
        ("stations=1,99", "stations"),
        ("stations=-1", "stations"),
        ("stations=" + "1,2," * 2_000 + "x", "stations"),
        ("teams=1000000000", "teams"),
        ("teams=0", "teams"),
        ("teams=", "teams"),
        ("teams=" + "9" * 6_000, "teams"),
        ("teams=%F0%9F%90%B6", "teams"),
        ("pupils=-5", "pupils"),
        ("pupils=61", "pupils"),
        ("pupils=1%00", "pupils"),
        ("pupils=2&teams=4", "teams"),
        ("extras=nonsense", "extras"),
        ("extras=" + "a" * 10_000, "extras"),
    ],
    ids=lambda text: text[:24],
)
@pytest.mark.parametrize("language", ["kk", "ru"])
def test_a_bad_wish_is_told_at_its_field_beside_the_lesson_as_it_is(read, parameter, field, language):
    soup = read(f"{lesson(language=language).url}fit/?{parameter}", status=400)

    assert soup.select_one(f"#error-{field}").text.strip()
    assert sum(minutes for _span, _title, minutes in table(soup)) == 45
    assert not soup.select(".fit-kit, .fit-personal")


def test_everything_bad_at_once_is_told_at_each_field(read):
    soup = read(f"{lesson().url}fit/?minutes=-1&stations=abc&teams=1000000000", status=400)

    assert {error["id"] for error in soup.select(".fit-error")} == {"error-minutes", "error-stations", "error-teams"}


def test_what_a_reader_wrote_comes_back_as_text_and_not_too_long(read):
    soup = read(f'{lesson().url}fit/?teams="><script>alert(1)</script>' + "9" * 5_000, status=400)

    assert not soup.select("main script")
    assert len(soup.select_one("#fit-teams")["value"]) <= 20


WISHED = st.fixed_dictionaries(
    {},
    optional={
        name: st.sampled_from(["", "1", "2,3", "40", "90", "yes", "values"]) | st.text(max_size=8)
        for name in ("minutes", "stations", "teams", "pupils", "animal", "extras", "page", "school")
    },
)


@settings(deadline=None, max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(WISHED)
def test_whatever_an_address_asks_it_is_answered_in_words(client, wished):
    page = LessonPage.objects.first() or lesson()

    response = client.get(f"{page.url}fit/", wished, follow=True)

    assert response.status_code in (200, 400)
    assert len(response.redirect_chain) <= 1


def test_a_choice_that_does_not_fit_offers_what_does(read, client):
    page = lesson()
    soup = read(f"{page.url}fit/?minutes=90&stations=1&teams=4")

    assert not soup.select(".fit-table, .fit-kit")
    offers = [link["href"] for link in soup.select(".fit-offer")]
    assert [parse_qs(urlsplit(offer).query)["minutes"] for offer in offers] == [["90"], ["45"]]
    for offer in offers:
        assert sum(minutes for _span, _title, minutes in table(read(offer))) in (90, 45)
    assert client.get(f"{page.url}fit/plan.pdf?minutes=90&stations=1&teams=4").status_code == 400


def test_a_lesson_of_forty_stations_is_answered_in_words(read):
    stages = [{"phase": "middle", "title": f"{n}-аялдама", "minutes": 5, "is_station": True} for n in range(1, 41)]
    page = lesson(stages)

    soup = read(f"{page.url}fit/?minutes=45&teams=4")

    assert "fit/?minutes=45&stations=" in soup.select_one(".fit-offer")["href"]


@pytest.mark.parametrize("stages", [[], [{"title": "Сәлемдесу", "minutes": None}], [{"title": "", "minutes": None}]])
def test_an_unfinished_lesson_is_fitted_as_far_as_it_goes(read, client, stages):
    page = lesson(stages)

    assert read(f"{page.url}fit/?minutes=40&teams=2").select(".fit-remark")
    for name in FILES:
        assert content(client.get(f"{page.url}fit/{name}?minutes=40&teams=2"))


def test_a_draft_cannot_be_fitted(client):
    page = lesson()
    address = f"{page.url}fit/"
    page.unpublish()

    assert client.get(address).status_code == 404
    assert client.post(f"{address}plan.docx", {"teacher": "Гүлнәр"}).status_code == 404


def test_the_page_costs_no_more_queries_for_a_longer_lesson(client, count_queries):
    short, long = lesson(STAGES[:2]), lesson(STAGES * 4)
    for page in (short, long):
        client.get(f"{page.url}fit/?minutes=45&teams=4")

    costs = [count_queries(lambda page=page: client.get(f"{page.url}fit/")) for page in (short, long)]

    assert costs[0] == costs[1] <= 10


# --- What the teacher is told ---


def test_large_teams_and_more_teams_than_stations_are_remarked(read):
    page = lesson()

    assert len(read(f"{page.url}fit/?minutes=45&teams=3&pupils=18").select(".fit-remark")) == 0
    assert len(read(f"{page.url}fit/?minutes=45&teams=4&pupils=28").select(".fit-remark")) == 2


def test_a_double_lesson_says_where_the_break_falls(read):
    assert "Құлақ" in read(f"{lesson().url}fit/?minutes=90&teams=3").select_one(".fit-remark").text


# --- A live animal ---

ANIMAL = {
    "has_live_animal": True,
    "animal_handler": "Иттің ересек иесі",
    "children_per_adult": 8,
    "consent_note": "Әр ата-анадан жазбаша келісім алынады.",
    "local_rule_checked_on": datetime.date(2026, 9, 1),
    "safety": "<p>Ит кез келген сәтте кете алады.</p>",
}


def test_a_live_animal_is_offered_only_where_the_lesson_allows_it(read):
    assert not read(f"{lesson().url}fit/").select("input[name=animal]")
    soup = read(f"{lesson(**ANIMAL).url}fit/")
    assert soup.select("input[name=animal]")
    assert not soup.select("input[name=animal][checked], .fit-animal")


def test_an_animal_asked_for_where_there_is_none_is_not_there(client):
    page = lesson()

    response = client.get(f"{page.url}fit/?minutes=45&teams=4&animal=yes")

    assert response["Location"] == f"{page.url}fit/?minutes=45&teams=4"


def test_with_a_live_animal_its_rules_are_shown_and_printed(read, client):
    page = lesson(**ANIMAL)
    query = "minutes=45&teams=4&pupils=24&animal=yes"

    shown = read(f"{page.url}fit/?{query}").select_one(".fit-animal").text
    printed = text_of(content(client.get(f"{page.url}fit/plan.pdf?{query}")))

    for told in ("Иттің ересек иесі", "8", "3", "Әр ата-анадан жазбаша келісім алынады.", "2026", "кете алады"):
        assert told in " ".join(shown.split())
        assert told in " ".join(printed.split())


def test_stages_with_a_live_animal_are_held_only_with_it(read):
    stages = [*STAGES[:1], {**STAGES[1], "animal": "live"}, {**STAGES[2], "animal": "none"}, *STAGES[3:]]
    page = lesson(stages, **ANIMAL)

    without = [title for _span, title, _minutes in table(read(f"{page.url}fit/?minutes=45&teams=4"))]
    with_it = [title for _span, title, _minutes in table(read(f"{page.url}fit/?minutes=45&teams=4&animal=yes"))]

    assert "1-аялдама. Құйрық" not in without
    assert "2-аялдама. Құлақ" not in with_it


@pytest.mark.parametrize("language", ["kk", "ru"])
def test_the_page_keeps_the_rules_of_all_pages(client, language):
    page = lesson(language=language)
    html = client.get(f"{page.url}fit/?minutes=40&teams=4").content.decode()

    assert html.count("<h1") == 1
    assert f'<html lang="{language}">' in html
    assert " style=" not in html
    assert " onclick=" not in html
