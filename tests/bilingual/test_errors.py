"""What a reader sees where there is no page, or where we failed."""

import pytest
from bs4 import BeautifulSoup
from django.test import Client

from stories.models import StoryPage
from tests import factories

pytestmark = pytest.mark.django_db


def offered(soup) -> list[str]:
    """Return the address of the page in the other language that a 404 page offers."""
    return [link["href"] for link in soup.select("main .notice a")]


@pytest.mark.parametrize("language", ["kk", "ru"])
def test_not_found_is_told_in_the_language_of_the_address(client, read, language):
    soup = read(f"/{language}/no/such/page/", status=404, **{"Accept-Language": "ru" if language == "kk" else "kk"})

    assert soup.html["lang"] == language
    assert len(soup.select("h1")) == 1
    assert client.get(f"/{language}/no/such/page/")["Content-Language"] == language


@pytest.mark.parametrize("language", ["kk", "ru"])
def test_the_not_found_page_offers_the_search_and_the_sections(read, language):
    soup = read(f"/{language}/no/such/page/", status=404)

    assert soup.select(f'main form[action="/{language}/search/"] input[name="q"]')
    assert len(soup.select(f'main a[href^="/{language}/"]')) == 4


@pytest.mark.parametrize("language", ["kk", "ru"])
def test_it_offers_the_twin_of_an_unpublished_page(read, language):
    pair = factories.make_pair(factories.StoryPageFactory, kk={"slug": "bir"}, ru={"slug": "odin"})
    hidden, shown = (pair.kk, pair.ru) if language == "kk" else (pair.ru, pair.kk)
    type(hidden).objects.filter(pk=hidden.pk).update(live=False)

    assert offered(read(hidden.url, status=404)) == [shown.url]


@pytest.mark.parametrize("language", ["kk", "ru"])
def test_it_offers_the_page_whose_prefix_was_swapped(read, language):
    pair = factories.make_pair(factories.LessonPageFactory, kk={"slug": "bir"}, ru={"slug": "odin"})
    meant = pair.kk if language == "ru" else pair.ru
    swapped = f"/{language}/{meant.url[4:]}"

    assert offered(read(swapped, status=404)) == [meant.url]


@pytest.mark.parametrize("why", ["no twin", "a draft twin", "a private twin"])
def test_it_offers_nothing_that_a_reader_cannot_open(read, why):
    page = factories.StoryPageFactory(live=False)
    if why != "no twin":
        twin = factories.StoryPageFactory(
            language="ru", translation_key=page.translation_key, live=why != "a draft twin"
        )
        if why == "a private twin":
            factories.RestrictionFactory(page=twin)

    assert offered(read(page.url, status=404)) == []


@pytest.mark.parametrize(
    "address",
    [
        "/kk/%00/",
        "/kk/oqigalar/%00/",
        "/%00",
        "/kk/a%00b.xml",
        "/admin/%00/",
        "/media/%00",
        "/documents/1/%00",
        "/ru/" + "x" * 9_000 + "/",
        "/kk/no/such/file.pdf",
        "/media/no-such-file.jpg",
        "/static/no-such-file.css",
        "/kk/%ff%fe/",
        "/en/",
        "/kk/search/nothing/",
    ],
    ids=lambda address: address[:30],
)
def test_a_strange_address_is_not_found_and_breaks_nothing(client, address):
    response = client.get(address, follow=True)

    assert response.status_code == 404
    assert "html" in response["Content-Type"]


def test_not_found_costs_few_queries_and_no_more_for_a_deep_address(client, count_queries):
    client.get("/kk/no/")

    shallow = count_queries(lambda: client.get("/kk/no/"))

    assert count_queries(lambda: client.get("/kk/" + "no/" * 12)) == shallow <= 10


@pytest.fixture
def failing_page(monkeypatch):
    """A story whose view raises."""

    def fail(self, request, *args, **kwargs):
        raise RuntimeError("a fault of ours")

    monkeypatch.setattr(StoryPage, "get_context", fail)
    return factories.StoryPageFactory()


@pytest.mark.parametrize(
    "address", ["/media/no-such-file.jpg", "/static/none.css", "/admin/no/such/", "/documents/9/x"]
)
def test_what_machines_ask_for_is_not_looked_for_among_the_pages(admin_client, address):
    """Else every broken picture would cost a redirect to /kk/ and a second answer."""
    assert admin_client.get(address).status_code == 404


def test_a_fault_of_ours_is_told_in_both_languages(failing_page, caplog):
    response = Client(raise_request_exception=False).get(failing_page.url)
    soup = BeautifulSoup(response.content, "html.parser")

    assert response.status_code == 500
    assert soup.html["lang"] == "kk"
    assert soup.select('[lang="ru"]')
    assert {link["href"] for link in soup.select("a")} == {"/kk/", "/ru/"}
    assert "a fault of ours" not in response.content.decode()
    assert "a fault of ours" in caplog.text


def test_the_page_for_our_faults_asks_nothing_of_database_or_templates(
    failing_page, settings, django_assert_num_queries
):
    from bilingual.errors import server_error

    settings.TEMPLATES = []

    with django_assert_num_queries(0):
        assert server_error(None).status_code == 500
