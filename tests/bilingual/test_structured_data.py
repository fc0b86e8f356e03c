"""What machines read of a page: JSON-LD that parses, is complete, and cannot break out of its element."""

import json
from datetime import date

import pytest

from core.models import Article
from tests import factories
from tests.lessons.making import built

pytestmark = pytest.mark.django_db

ROOT = "http://testserver"

TYPES = {
    factories.StoryPageFactory: "Article",
    factories.InitiativePageFactory: "Article",
    factories.LessonPageFactory: "LearningResource",
    factories.ExplainerPageFactory: "WebPage",
    factories.StandardPageFactory: "WebPage",
}


def data_of(soup) -> dict:
    (element,) = soup.select('script[type="application/ld+json"]')
    return json.loads(element.string)


@pytest.mark.parametrize(("factory", "kind"), TYPES.items(), ids=lambda value: getattr(value, "__name__", value))
def test_each_page_says_what_it_is_and_in_which_language(read, factory, kind):
    for page in factories.make_pair(factory, summary="Қысқаша."):
        data = data_of(read(page.url))

        assert data["@context"] == "https://schema.org"
        assert data["@type"] == kind
        assert data["name"] == page.title
        assert data["description"] == "Қысқаша."
        assert data["inLanguage"] == page.language
        assert data["url"] == data["@id"] == ROOT + page.url
        assert data["image"] == f"{ROOT}{page.url}share.png"


@pytest.mark.parametrize("factory", TYPES)
def test_twins_name_each_other_by_their_identifiers(read, factory):
    pair = factories.make_pair(factory)

    kazakh, russian = data_of(read(pair.kk.url)), data_of(read(pair.ru.url))

    assert kazakh["workTranslation"] == {"@id": russian["@id"]}
    assert russian["workTranslation"] == {"@id": kazakh["@id"]}


def test_a_twin_that_readers_cannot_see_is_not_named(read):
    pair = factories.make_pair(factories.StoryPageFactory, ru={"live": False})

    assert "workTranslation" not in data_of(read(pair.kk.url))


@pytest.mark.parametrize("address", ["/kk/", "/ru/", "/kk/oqigalar/", "/kk/bastamalar/", "/ru/istorii/?page=2"])
def test_the_home_and_the_sections_have_it_too(read, address):
    data = data_of(read(address))

    assert data["url"] == ROOT + address
    assert data["@type"] == ("WebSite" if address.count("/") == 2 else "WebPage")


def test_nothing_is_stated_that_is_not_known(read):
    page = factories.ExplainerPageFactory(summary="")

    data = data_of(read(page.url))

    assert None not in data.values()
    assert "" not in data.values()
    assert not {"lastReviewed", "reviewedBy", "citation", "description"} & set(data)


@pytest.mark.parametrize("field", ["title", "summary"])
def test_no_text_can_close_the_element_it_stands_in(read, field):
    evil = "</script><script>alert(1)</script><!-- & ' \" \u2028"
    page = factories.StoryPageFactory(**{field: evil, "slug": "evil"})

    soup = read(page.url)

    assert data_of(soup)["name" if field == "title" else "description"] == evil
    assert not [
        script for script in soup.select("script") if "alert" in (script.string or "") and not script.get("type")
    ]


# --- Lessons -------------------------------------------------------------------------------------------


def test_a_lesson_says_for_whom_how_long_and_under_which_licence(read):
    lesson = factories.LessonPageFactory(grade_from=2, grade_to=4, minutes=90)

    data = data_of(read(lesson.url))

    assert "2–4" in data["educationalLevel"]
    assert "сынып" in data["educationalLevel"]
    assert data["timeRequired"] == "PT90M"
    assert data["license"] == "https://creativecommons.org/licenses/by/4.0/"
    assert data["isAccessibleForFree"] is True


def test_a_lesson_names_every_file_it_offers_and_each_is_what_it_says(read, client):
    lesson = built(language="ru")
    soup = read(lesson.url)

    files = {entry["contentUrl"]: entry["encodingFormat"] for entry in data_of(soup)["encoding"]}

    assert {ROOT + link["href"] for link in soup.select("a[download]")} == set(files)
    assert len(files) == 6
    for address, media_type in files.items():
        response = client.get(address.removeprefix(ROOT))
        assert response.status_code == 200
        assert response["Content-Type"] == media_type


# --- Stories and law -----------------------------------------------------------------------------------


def test_a_story_says_how_old_a_reader_should_be(read):
    story = factories.StoryPageFactory(age_band=9)

    data = data_of(read(story.url))

    assert data["headline"] == story.title
    assert data["typicalAgeRange"] == "9-"
    assert data["timeRequired"] == "PT1M"
    assert data["about"] == "Мысық"


def test_an_explainer_cites_each_act_once_with_its_identifier_and_address(read):
    code = Article.objects.get(act__slug="koap", number="407-1"), Article.objects.get(act__slug="koap", number="407-2")
    unregistered = factories.ArticleFactory(act__slug="unregistered", act__title_kk="Тіркелмеген бұйрық")
    page = factories.ExplainerPageFactory(
        body=json.dumps([factories.claim(*code), factories.claim(code[0], unregistered)]),
        reviewed_on=date(2026, 11, 22),
        reviewed_by="Заң клиникасы",
    )

    data = data_of(read(page.url))

    assert data["lastReviewed"] == "2026-11-22"
    assert data["reviewedBy"]["name"] == "Заң клиникасы"
    assert [act["@type"] for act in data["citation"]] == ["Legislation", "Legislation"]
    assert data["citation"][0]["identifier"] == "K1400000235"
    assert data["citation"][0]["url"] == "https://adilet.zan.kz/kaz/docs/K1400000235"
    assert data["citation"][1]["identifier"] == "unregistered"
    assert data["citation"][1]["name"] == "Тіркелмеген бұйрық"
    assert "url" not in data["citation"][1]


def test_a_russian_explainer_leads_to_the_russian_text_of_the_act(read):
    article = Article.objects.get(act__slug="koap", number="407-1")
    page = factories.ExplainerPageFactory(language="ru", body=json.dumps([factories.claim(article)]))

    (act,) = data_of(read(page.url))["citation"]

    assert act["url"] == "https://adilet.zan.kz/rus/docs/K1400000235"
    assert act["name"].startswith("Кодекс")
