"""The search page: what readers type finds what they may see, in their language, and no text breaks it."""

import json
from xml.etree import ElementTree

import pytest
from hypothesis import HealthCheck, given
from hypothesis import settings as hypothesis_settings
from hypothesis import strategies as st

from search.views import MAX_LENGTH, MAX_WORDS, clean_query
from tests import factories

pytestmark = pytest.mark.django_db

JUNK = {
    "nothing": "",
    "blank": "   \t\n",
    "a null byte": "мысық\x00",
    "emoji": "🐕‍🦺 🐈",
    "a quote": '"',
    "open quotes": '"мысық',
    "an apostrophe": "мысық'",
    "operators": "AND OR NOT NEAR",
    "a column": "title:мысық",
    "an operator": "-мысық",
    "a star": "мы* *",
    "brackets": "((мысық) OR",
    "a caret": "^мысық",
    "tsquery": "мысық & !ит | <->",
    "SQL": "'; DROP TABLE wagtailcore_page; --",
    "markup": "<script>alert(1)</script>",
    "a template": "{{ 7|add:7 }} %s %(x)s",
    "only signs": "?!.,;:—«»№",
    "hyphens": "- -- --- _ __",
    "ten kilobytes": "мысық " * 2_000,
    "one long word": "ы" * 10_000,
    "three hundred words": " ".join(f"w{n}" for n in range(300)),
    "Arabic": "قطة",
    "combining marks": "й́" * 50,
    "a broken pair": "\ufffd\ufffe",
}


@pytest.fixture
def search(client):
    """Return a function that searches and returns the titles found."""

    def ask(query: str, language: str = "kk", **parameters) -> list[str]:
        response = client.get(f"/{language}/search/", {"q": query, **parameters})
        assert response.status_code == 200
        listing = response.context["listing"]
        return [page.title for page in listing.cards] if listing else []

    return ask


def text_block(text: str) -> str:
    return json.dumps([{"type": "text", "value": f"<p>{text}</p>", "id": "1"}])


# --- What is found -------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("factory", "fields"),
    [
        (factories.StoryPageFactory, {"title": "Қожық туралы"}),
        (factories.StoryPageFactory, {"animal": "Қожық"}),
        (factories.StoryPageFactory, {"summary": "Бір қожық болыпты."}),
        (factories.StoryPageFactory, {"body": text_block("Ауылда қожық өмір сүрді.")}),
        (factories.InitiativePageFactory, {"city": "Қожық"}),
        (factories.InitiativePageFactory, {"organisation__name_kk": "Қожық қоры"}),
        (factories.LessonPageFactory, {"unit": "Қожық"}),
        (factories.LessonPageFactory, {"aims": json.dumps([{"type": "aim", "value": "Қожық", "id": "1"}])}),
        (factories.ExplainerPageFactory, {"short_answer": "<p>Иә, қожық.</p>"}),
        (factories.ExplainerPageFactory, {"body": json.dumps([factories.claim(text="Қожық есепке алынады.")])}),
        (factories.StandardPageFactory, {"body": text_block("қожық")}),
    ],
    ids=lambda value: next(iter(value)) if isinstance(value, dict) else value.__name__,
)
def test_a_word_is_found_wherever_it_stands_in_a_page(search, factory, fields):
    page = factory(**fields)
    factory()

    assert search("қожық") == [page.title]


def test_a_reader_finds_pages_of_her_language_only(search):
    factories.make_pair(factories.StoryPageFactory, kk={"title": "Тарлан қазақша"}, ru={"title": "Тарлан по-русски"})

    assert search("Тарлан", "kk") == ["Тарлан қазақша"]
    assert search("Тарлан", "ru") == ["Тарлан по-русски"]


def test_every_word_has_to_be_there(search):
    factories.StoryPageFactory(title="Ақ мысық")
    factories.StoryPageFactory(title="Қара мысық")

    assert search("қара мысық") == ["Қара мысық"]
    assert search("мысық қара!") == ["Қара мысық"]
    assert search("сары мысық") == []


def test_case_does_not_matter_in_kazakh_either(search):
    factories.StoryPageFactory(title="ҚҰЛЫН мен Ұлпан")

    assert search("құлын") == search("ұЛПАН") == ["ҚҰЛЫН мен Ұлпан"]


def test_drafts_are_never_found(search):
    factories.StoryPageFactory(title="Тарлан жоба", live=False)
    published = factories.StoryPageFactory(title="Басқа")
    published.title = "Тарлан өзгеріс"
    published.save_revision()

    assert search("Тарлан") == []


def test_an_unpublished_page_is_no_longer_found(search):
    page = factories.StoryPageFactory(title="Тарлан")
    assert search("Тарлан") == ["Тарлан"]

    page.unpublish()

    assert search("Тарлан") == []


@pytest.mark.parametrize("place", ["itself", "its section"])
def test_private_pages_are_never_found(search, place):
    page = factories.StoryPageFactory(title="Тарлан")
    factories.RestrictionFactory(page=page if place == "itself" else page.get_parent())

    assert search("Тарлан") == []


def test_a_deleted_page_is_forgotten(search):
    factories.StoryPageFactory(title="Тарлан").delete()

    assert search("Тарлан") == []


# --- The page ------------------------------------------------------------------------------------------


def test_a_result_says_where_it_stands(read):
    story = factories.StoryPageFactory(title="Тарлан", summary="Тұлпар туралы.")

    (result,) = read("/kk/search/?q=тарлан").select(".result")

    assert result.a["href"] == story.url
    assert "Оқиғалар" in result.get_text()
    assert "Тұлпар туралы." in result.get_text()


def test_the_words_stand_in_the_field_as_they_were_typed(read):
    (field,) = read("/kk/search/?q=«Тарлан»+%22+%3Cb%3E").select('main input[name="q"]')

    assert field["value"] == '«Тарлан» " <b>'


def test_results_are_paged_and_keep_the_words(read, search):
    for number in range(14):
        factories.StoryPageFactory(title=f"Тарлан {number}")

    first, second = search("тарлан"), search("тарлан", page="2")
    soup = read("/kk/search/?q=тарлан")

    assert (len(first), len(second)) == (12, 2)
    assert not set(first) & set(second)
    assert soup.select_one('a[rel="next"]')["href"] == "?q=%D1%82%D0%B0%D1%80%D0%BB%D0%B0%D0%BD&page=2"


@pytest.mark.parametrize("number", ["-1", "abc", "9999", "9" * 5_000, "\x00"])
def test_a_page_number_that_makes_no_sense_still_shows_results(search, number):
    factories.StoryPageFactory(title="Тарлан")

    assert search("тарлан", page=number) == ["Тарлан"]


def test_thirty_results_cost_as_many_queries_as_three(client, count_queries):
    for number in range(3):
        factories.StoryPageFactory(title=f"Тарлан {number}")
    client.get("/kk/search/?q=тарлан")
    few = count_queries(lambda: client.get("/kk/search/?q=тарлан"))

    for number in range(27):
        factories.StoryPageFactory(title=f"Тарлан {number} тағы")

    assert count_queries(lambda: client.get("/kk/search/?q=тарлан")) == few <= 10


def test_nothing_found_is_told_and_the_sections_are_offered(read):
    soup = read("/kk/search/?q=жоқнәрсе")

    assert not soup.select(".result")
    assert len(soup.select('.nothing a[href^="/kk/"]')) == 4


# --- Bad input -----------------------------------------------------------------------------------------


@pytest.mark.parametrize("text", JUNK.values(), ids=JUNK.keys())
@pytest.mark.parametrize("language", ["kk", "ru"])
def test_no_text_breaks_the_search(client, language, text):
    factories.StoryPageFactory(language=language, title="Мысық")

    response = client.get(f"/{language}/search/", {"q": text})

    assert response.status_code == 200
    assert "<script>alert" not in response.content.decode()


@pytest.mark.parametrize(
    "address", ["/kk/search/?q=%ff%fe", "/kk/search/?q", "/kk/search/?q=a&q=b", "/kk/search/?q[]=a"]
)
def test_no_address_breaks_the_search(client, address):
    assert client.get(address).status_code == 200


def test_signs_around_a_word_do_not_hide_it(search):
    factories.StoryPageFactory(title="Мысық")

    for typed in ('"мысық"', "«Мысық»!", "-мысық", "мысық*", "(мысық)", "мысық\x00"):
        assert search(typed) == ["Мысық"], typed


def test_a_word_with_a_hyphen_is_found(search):
    factories.StoryPageFactory(title="Қыз-келіншек")

    assert search("қыз-келіншек") == ["Қыз-келіншек"]


@pytest.mark.parametrize(
    ("typed", "clean"),
    [
        ("  мысық   пен ит ", "мысық пен ит"),
        ('"мысық" OR (ит)', "мысық OR ит"),
        ("қыз-келіншек", "қыз-келіншек"),
        ("- -- _ мысық", "мысық"),
        ("?!…", ""),
        ("а" * 300, "а" * MAX_LENGTH),
        (" ".join("абвгдежзийклмноп"), " ".join("абвгдежзийкл")),
    ],
)
def test_a_query_is_cleaned_before_a_database_sees_it(typed, clean):
    assert clean_query(typed) == clean


@hypothesis_settings(deadline=None, max_examples=200, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.text(max_size=400))
def test_whatever_is_typed_a_clean_query_is_short_and_without_operators(typed):
    clean = clean_query(typed)

    assert len(clean) <= MAX_LENGTH
    assert len(clean.split()) <= MAX_WORDS
    assert not set(clean) & set("\"'*():^&|!<>\x00")
    assert clean_query(clean) == clean


# --- OpenSearch ----------------------------------------------------------------------------------------


@pytest.mark.parametrize("language", ["kk", "ru"])
def test_browsers_can_add_the_search(client, read, language):
    description = read(f"/{language}/").select_one('link[rel="search"]')
    response = client.get(description["href"])
    tree = ElementTree.fromstring(response.content)  # noqa: S314 - our own answer
    space = "{http://a9.com/-/spec/opensearch/1.1/}"

    assert response["Content-Type"].startswith(description["type"])
    assert tree.find(f"{space}Language").text == language
    assert tree.find(f"{space}Url").get("template") == f"http://testserver/{language}/search/?q={{searchTerms}}"
    assert 0 < len(tree.find(f"{space}ShortName").text) <= 16
