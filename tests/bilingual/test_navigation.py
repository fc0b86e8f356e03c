"""Where a reader is led: her language at the door, the twin of the page she reads, one canonical address."""

import pytest

from bilingual.models import Pair
from tests import factories

pytestmark = pytest.mark.django_db

ROOT = "http://testserver"

PAIRS = {
    "story": factories.StoryPageFactory,
    "initiative": factories.InitiativePageFactory,
    "lesson": factories.LessonPageFactory,
    "explainer": factories.ExplainerPageFactory,
    "standard page": factories.StandardPageFactory,
}


@pytest.fixture(params=PAIRS.values(), ids=PAIRS.keys())
def pair(request):
    """Twins of each page type, whose addresses differ."""
    return factories.make_pair(request.param, kk={"slug": "qazaqsha"}, ru={"slug": "po-russki"})


def switcher(soup) -> dict[str, str]:
    """Return the addresses of the language switcher by language."""
    return {link["hreflang"]: link["href"] for link in soup.select("nav.languages a")}


def alternates(soup) -> dict[str, str]:
    return {link["hreflang"]: link["href"] for link in soup.select('link[rel="alternate"][hreflang]')}


def canonical(soup) -> str:
    return soup.select_one('link[rel="canonical"]')["href"]


# --- The door ------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("cookie", "accepted", "home"),
    [
        (None, None, "/kk/"),
        (None, "ru-RU,ru;q=0.9,en;q=0.8", "/ru/"),
        (None, "kk-KZ,ru;q=0.9", "/kk/"),
        (None, "en-GB,en;q=0.9", "/kk/"),
        (None, "en,ru;q=0.5", "/ru/"),
        (None, "*", "/kk/"),
        (None, "\x01junk;;q=,," + "x" * 9_000, "/kk/"),
        ("ru", "kk", "/ru/"),
        ("kk", "ru", "/kk/"),
        ("en", "ru", "/ru/"),
        ("../../etc", None, "/kk/"),
    ],
)
def test_the_door_leads_home_by_cookie_then_browser_then_in_kazakh(client, settings, cookie, accepted, home):
    if cookie:
        client.cookies[settings.LANGUAGE_COOKIE_NAME] = cookie

    response = client.get("/", headers={"Accept-Language": accepted} if accepted else {})

    assert response.status_code == 302
    assert response["Location"] == home


def test_caches_learn_what_the_door_looks_at(client):
    vary = {name.strip().lower() for name in client.get("/")["Vary"].split(",")}

    assert vary >= {"accept-language", "cookie"}


def test_an_address_speaks_its_own_language_whatever_the_browser_prefers(read, client, settings):
    client.cookies[settings.LANGUAGE_COOKIE_NAME] = "ru"

    assert read("/kk/", **{"Accept-Language": "ru"}).html["lang"] == "kk"


# --- The twin ------------------------------------------------------------------------------------------


def test_the_switcher_leads_to_the_twin(read, pair):
    for page in pair:
        soup = read(page.url)
        assert switcher(soup) == {"kk": pair.kk.url, "ru": pair.ru.url}
        assert soup.select_one('nav.languages a[aria-current="true"]')["hreflang"] == page.language


def test_hreflang_canonical_and_the_language_of_the_page_agree(read, pair):
    for page in pair:
        soup = read(page.url)
        assert soup.html["lang"] == page.language
        assert canonical(soup) == alternates(soup)[page.language] == ROOT + page.url
        assert alternates(soup) == {
            "kk": ROOT + pair.kk.url,
            "ru": ROOT + pair.ru.url,
            "x-default": ROOT + pair.kk.url,
        }


def test_the_answer_names_its_language_in_a_header(client, pair):
    for page in pair:
        assert client.get(page.url)["Content-Language"] == page.language


def test_homes_and_sections_are_twins(read):
    for kazakh, russian in (("/kk/", "/ru/"), ("/kk/oqigalar/", "/ru/istorii/")):
        assert switcher(read(kazakh)) == switcher(read(russian)) == {"kk": kazakh, "ru": russian}


@pytest.mark.parametrize("twin", ["missing", "draft", "private", "below a private page"])
def test_a_twin_that_readers_cannot_see_is_not_offered(client, read, twin):
    page = factories.StoryPageFactory()
    if twin != "missing":
        hidden = factories.StoryPageFactory(
            language="ru", translation_key=page.translation_key, live=twin != "draft", slug="skrytaya"
        )
        private = {"private": hidden, "below a private page": hidden.get_parent()}.get(twin)
        if private:
            factories.RestrictionFactory(page=private)

    soup = read(page.url)
    link = next(link for link in client.get(page.url).context["navigation"].languages if link.code == "ru")

    assert switcher(soup) == {"kk": page.url, "ru": "/ru/"}
    assert not link.is_available
    assert alternates(soup) == {"kk": ROOT + page.url, "x-default": ROOT + page.url}
    assert "skrytaya" not in str(soup)


def test_a_page_that_exists_in_russian_only_is_its_own_default(read):
    page = factories.StoryPageFactory(language="ru")

    assert alternates(read(page.url)) == {"ru": ROOT + page.url, "x-default": ROOT + page.url}


def test_the_switcher_of_the_search_keeps_the_words(read):
    soup = read("/kk/search/?q=мысық")

    assert switcher(soup)["ru"] == "/ru/search/?q=%D0%BC%D1%8B%D1%81%D1%8B%D2%9B"
    assert soup.select('meta[name="robots"][content="noindex"]')


# --- The canonical address -----------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("query", "kept"),
    [
        ("", ""),
        ("?species=cat", ""),
        ("?utm_source=mail&page=2", "?page=2"),
        ("?species=cat&page=2", "?page=2"),
        ("?page=1", ""),
        ("?page=0", ""),
        ("?page=-2", ""),
        ("?page=02", ""),
        ("?page=abc", ""),
        ("?page=2%00", ""),
        ("?page=%EF%BC%92", ""),
        ("?page=" + "9" * 5_000, ""),
        ('?page=2"><script>', ""),
    ],
)
def test_the_canonical_address_drops_filters_and_keeps_the_page_of_the_list(read, query, kept):
    for _number in range(13):
        story = factories.StoryPageFactory()
    section = story.get_parent().url

    assert canonical(read(section + query)) == ROOT + section + kept


# --- Menus ---------------------------------------------------------------------------------------------


def test_the_menu_shows_the_sections_of_the_language_and_where_the_reader_is(read):
    story = factories.StoryPageFactory(language="ru")

    menu = read(story.url).select(".site-header nav.menu a")

    assert {link["href"].split("/")[1] for link in menu} == {"ru"}
    assert len(menu) == 4
    assert [link["href"] for link in menu if link.get("aria-current")] == ["/ru/istorii/"]


def test_a_standard_page_in_the_menus_stands_apart_from_the_sections(client):
    about = factories.StandardPageFactory(show_in_menus=True, title="Жоба туралы")
    factories.StandardPageFactory(show_in_menus=False, title="Жасырын")
    factories.StandardPageFactory(show_in_menus=True, live=False, title="Жоба")

    navigation = client.get("/kk/").context["navigation"]

    assert [link.url for link in navigation.standard_pages] == [about.url]
    assert about.url not in [link.url for link in navigation.sections]


@pytest.mark.parametrize(("language", "is_told"), [("kk", False), ("ru", True)])
def test_readers_of_an_older_translation_are_told_and_led_to_the_original(language, is_told, client):
    pair = factories.make_pair(factories.StoryPageFactory)
    Pair.objects.create(translation_key=pair.kk.translation_key, original_locale=pair.kk.locale, is_behind=True)

    html = client.get(getattr(pair, language).url).content.decode()

    assert ("оригинал изменился" in html) == is_told
