"""A feed of each section in each language, as RFC 4287 (Atom) wants it."""

import re
from datetime import UTC, datetime, timedelta
from xml.etree import ElementTree

import pytest

from tests import factories

pytestmark = pytest.mark.django_db

ATOM = "{http://www.w3.org/2005/Atom}"
XML = "{http://www.w3.org/XML/1998/namespace}"
ROOT = "http://testserver"
PUBLISHED = datetime(2026, 3, 2, 12, 0, tzinfo=UTC)

SECTIONS = {
    "stories": factories.StoryPageFactory,
    "initiatives": factories.InitiativePageFactory,
    "lessons": factories.LessonPageFactory,
    "law": factories.ExplainerPageFactory,
}


def published(factory, **fields):
    """Make a page that was published, as every live page outside the tests was."""
    return factory(**{"first_published_at": PUBLISHED, "last_published_at": PUBLISHED, **fields})


def feed_of(client, page) -> ElementTree.Element:
    response = client.get(f"{page.get_parent().url}feed.xml")
    assert response.status_code == 200
    assert response["Content-Type"] == "application/atom+xml; charset=utf-8"
    return ElementTree.fromstring(response.content)  # noqa: S314 - our own answer


def text(element, name: str) -> str:
    return element.find(f"{ATOM}{name}").text


def links(element) -> dict[str, str]:
    return {link.get("rel", "alternate"): link.get("href") for link in element.findall(f"{ATOM}link")}


@pytest.fixture(params=[(name, code) for name in SECTIONS for code in ("kk", "ru")], ids=" in ".join)
def listed(request):
    """A page of each section in each language."""
    name, language = request.param
    return published(SECTIONS[name], language=language, summary="Қысқаша & «анық» <b>")


def test_a_feed_says_which_section_it_is_in_which_language_and_where_it_lives(client, listed):
    feed, section = feed_of(client, listed), listed.get_parent()

    assert feed.tag == f"{ATOM}feed"
    assert feed.get(f"{XML}lang") == listed.language
    assert text(feed, "title") == section.title
    assert links(feed) == {"self": f"{ROOT}{section.url}feed.xml", "alternate": f"{ROOT}{section.url}"}
    assert text(feed, "id") == f"{ROOT}{section.url}"
    assert datetime.fromisoformat(text(feed, "updated")) == PUBLISHED
    assert text(feed.find(f"{ATOM}author"), "name") == "Мейірім"


def test_an_entry_carries_what_readers_of_feeds_show(client, listed):
    (entry,) = feed_of(client, listed).findall(f"{ATOM}entry")

    assert text(entry, "title") == listed.title
    assert text(entry, "summary") == listed.summary
    assert links(entry)["alternate"] == ROOT + listed.url
    assert datetime.fromisoformat(text(entry, "published")) == PUBLISHED
    assert datetime.fromisoformat(text(entry, "updated")) == PUBLISHED


def test_an_entry_keeps_its_identifier_when_its_address_changes(client, listed):
    (before,) = feed_of(client, listed).findall(f"{ATOM}entry")
    listed.slug = "zhanga-adres"
    listed.save()

    (after,) = feed_of(client, listed).findall(f"{ATOM}entry")

    assert text(before, "id") == text(after, "id")
    assert links(before) != links(after)


def test_twins_have_identifiers_of_their_own_each_a_valid_uuid(client):
    pair = factories.make_pair(lambda **fields: published(factories.StoryPageFactory, **fields))

    identifiers = {text(feed_of(client, page).find(f"{ATOM}entry"), "id") for page in pair}

    assert len(identifiers) == 2
    assert all(re.fullmatch(r"urn:uuid:[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}", name) for name in identifiers)


def test_an_empty_section_has_an_empty_but_valid_feed(client):
    feed = ElementTree.fromstring(client.get("/kk/oqigalar/feed.xml").content)  # noqa: S314 - our own answer

    assert feed.findall(f"{ATOM}entry") == []
    assert text(feed, "id")
    assert datetime.fromisoformat(text(feed, "updated"))


def test_a_feed_holds_the_newest_twenty_and_neither_drafts_nor_private_pages(client):
    for age in range(22):
        page = published(
            factories.StoryPageFactory, title=f"{age} күн бұрын", first_published_at=PUBLISHED - timedelta(days=age)
        )
    published(factories.StoryPageFactory, title="Жоба", live=False)
    factories.RestrictionFactory(page=published(factories.StoryPageFactory, title="Құпия"))

    shown = [text(entry, "title") for entry in feed_of(client, page).findall(f"{ATOM}entry")]

    assert shown == [f"{age} күн бұрын" for age in range(20)]


def test_a_feed_of_twelve_costs_as_many_queries_as_one_of_three(client, count_queries):
    for _number in range(3):
        page = published(factories.InitiativePageFactory)
    address = f"{page.get_parent().url}feed.xml"
    client.get(address)
    few = count_queries(lambda: client.get(address))

    for _number in range(9):
        published(factories.InitiativePageFactory)

    assert count_queries(lambda: client.get(address)) == few <= 10


@pytest.mark.parametrize("address", ["/kk/oqigalar/", "/ru/istorii/"])
def test_a_section_and_its_pages_lead_to_the_feed(read, address):
    story = factories.StoryPageFactory(language=address[1:3])

    for place in (address, story.url):
        (link,) = read(place).select('link[type="application/atom+xml"]')
        assert link["href"] == f"{address}feed.xml"


def test_pages_outside_the_sections_have_no_feed(client, read):
    about = factories.StandardPageFactory(show_in_menus=True)

    assert not read(about.url).select('link[type="application/atom+xml"]')
    assert client.get(f"{about.url}feed.xml").status_code == 404
