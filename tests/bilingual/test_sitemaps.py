"""The sitemap: both trees, each page with its twin, nothing private, at a constant price."""

from xml.etree import ElementTree

import pytest
from django.utils import timezone

from tests import factories

pytestmark = pytest.mark.django_db

ROOT = "http://testserver"
SITEMAP = "{http://www.sitemaps.org/schemas/sitemap/0.9}"
XHTML = "{http://www.w3.org/1999/xhtml}"


def entries(client) -> dict[str, dict[str, str]]:
    """Return the alternates by language of every address in the sitemap."""
    response = client.get("/sitemap.xml")
    assert response.status_code == 200
    assert response["Content-Type"].startswith("application/xml")
    tree = ElementTree.fromstring(response.content)  # noqa: S314 - our own answer
    return {
        url.find(f"{SITEMAP}loc").text: {a.get("hreflang"): a.get("href") for a in url.findall(f"{XHTML}link")}
        for url in tree
    }


def test_both_trees_are_listed_whole(client):
    addresses = set(entries(client))

    assert {f"{ROOT}/kk/", f"{ROOT}/ru/", f"{ROOT}/kk/oqigalar/", f"{ROOT}/ru/istorii/"} <= addresses
    assert len([address for address in addresses if "/kk/" in address]) == 5
    assert len([address for address in addresses if "/ru/" in address]) == 5


def test_twins_name_each_other_and_the_kazakh_one_is_the_default(client):
    pair = factories.make_pair(factories.StoryPageFactory, kk={"slug": "bir"}, ru={"slug": "odin"})

    listed = entries(client)

    alternates = {"kk": ROOT + pair.kk.url, "ru": ROOT + pair.ru.url, "x-default": ROOT + pair.kk.url}
    assert listed[ROOT + pair.kk.url] == listed[ROOT + pair.ru.url] == alternates


def test_a_page_without_a_twin_stands_alone(client):
    page = factories.StoryPageFactory(language="ru")

    assert entries(client)[ROOT + page.url] == {"ru": ROOT + page.url, "x-default": ROOT + page.url}


@pytest.mark.parametrize("hidden", ["a draft", "private", "below a private page"])
def test_a_page_that_readers_cannot_see_is_neither_listed_nor_named_by_its_twin(client, hidden):
    pair = factories.make_pair(factories.StandardPageFactory, kk={"live": hidden != "a draft"})
    child = factories.StandardPageFactory(parent=pair.kk)
    if hidden != "a draft":
        factories.RestrictionFactory(page=pair.kk)

    listed = entries(client)

    assert ROOT + pair.kk.url not in listed
    assert (ROOT + child.url in listed) == (hidden == "a draft")
    assert listed[ROOT + pair.ru.url] == {"ru": ROOT + pair.ru.url, "x-default": ROOT + pair.ru.url}


def test_each_entry_agrees_with_the_head_of_its_page(client, read):
    pair = factories.make_pair(factories.LessonPageFactory)

    soup = read(pair.ru.url)

    in_the_head = {link["hreflang"]: link["href"] for link in soup.select('link[rel="alternate"][hreflang]')}
    assert entries(client)[ROOT + pair.ru.url] == in_the_head


def test_an_entry_says_when_its_page_was_last_published(client):
    factories.StoryPageFactory(last_published_at=timezone.now().replace(year=2026, month=3, day=2, hour=12))

    assert b"<lastmod>2026-03-02</lastmod>" in client.get("/sitemap.xml").content


def test_thirty_pages_cost_as_many_queries_as_three(client, count_queries):
    for _number in range(3):
        factories.make_pair(factories.StoryPageFactory)
    few = count_queries(lambda: client.get("/sitemap.xml"))

    for _number in range(27):
        factories.make_pair(factories.StoryPageFactory)

    assert count_queries(lambda: client.get("/sitemap.xml")) == few <= 5
