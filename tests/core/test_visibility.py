"""A page that is private, or lies below one that is, shows itself nowhere."""

import pytest
from wagtail.models import Page

from core.visibility import visible
from stories.models import StoryIndexPage
from tests import factories

pytestmark = pytest.mark.django_db

TITLE = "Құпия оқиға"


@pytest.fixture(params=["itself", "its section", "the home"])
def private(request):
    """A pair whose Kazakh page is restricted, on it or on a page above it."""
    pair = factories.make_pair(factories.StoryPageFactory, kk={"title": TITLE}, ru={"title": "Открытая история"})
    above = {"itself": pair.kk, "its section": pair.kk.get_parent(), "the home": pair.kk.get_parent().get_parent()}
    factories.RestrictionFactory(page=above[request.param])
    return pair


def test_only_live_and_public_pages_are_visible(django_assert_num_queries):
    shown = factories.StandardPageFactory()
    private = factories.StandardPageFactory()
    below = factories.StandardPageFactory(parent=private)
    draft = factories.StandardPageFactory(live=False)
    factories.RestrictionFactory(page=private)

    with django_assert_num_queries(1):
        seen = [page.pk for page in visible(Page.objects.filter(pk__in=[shown.pk, private.pk, below.pk, draft.pk]))]

    assert seen == [shown.pk]


def test_a_restriction_covers_nothing_beside_its_page():
    """Paths are told apart by whole steps: "00010001" begins "000100010001", not "0001000A"."""
    first, second = factories.StandardPageFactory(), factories.StandardPageFactory()
    factories.RestrictionFactory(page=first)

    assert visible(Page.objects.filter(pk=second.pk)).exists()


def test_a_stranger_is_sent_to_the_sign_in(client, private):
    response = client.get(private.kk.url)

    assert response.status_code == 302
    assert response["Location"].startswith("/admin/login/")


def test_its_files_are_as_private_as_the_page(client):
    lesson = factories.LessonPageFactory()
    factories.RestrictionFactory(page=lesson)

    answers = {name: client.get(f"{lesson.url}{name}").status_code for name in ("kit.zip", "plan.pdf", "share.png")}

    assert answers == {"kit.zip": 302, "plan.pdf": 302, "share.png": 302}


def test_the_feed_of_a_private_section_is_private(client):
    section = StoryIndexPage.objects.get(locale__language_code="kk")
    factories.RestrictionFactory(page=section)

    assert client.get(f"{section.url}feed.xml").status_code == 302


def test_no_list_shows_it(client):
    open_page = factories.StoryPageFactory(title="Ашық оқиға")
    hidden = factories.StoryPageFactory(title=TITLE)
    factories.RestrictionFactory(page=hidden)
    section = open_page.get_parent()

    for address in (section.url, f"{section.url}feed.xml", open_page.url, "/kk/"):
        text = client.get(address).content.decode()
        assert "Ашық оқиға" in text
        assert TITLE not in text


def test_no_page_links_to_it(client):
    lesson = factories.LessonPageFactory(title="Құпия сабақ")
    initiative = factories.InitiativePageFactory(title="Құпия бастама")
    story = factories.StoryPageFactory(related_lesson=lesson, initiative=initiative)
    for page in (lesson, initiative):
        factories.RestrictionFactory(page=page)

    text = client.get(story.url).content.decode()

    assert "Құпия" not in text
    assert lesson.url not in text


def test_the_home_page_shows_nothing_of_a_private_section(read):
    story = factories.StoryPageFactory(title=TITLE)
    factories.RestrictionFactory(page=story.get_parent())

    home = read("/kk/")

    assert TITLE not in home.get_text()
    assert not home.select(f'a[href^="{story.get_parent().url}"]')


def test_the_sitemap_leaves_it_out(client, private):
    text = client.get("/sitemap.xml").content.decode()

    assert private.ru.url in text
    assert private.kk.url not in text


def test_the_search_does_not_find_it(read, private):
    found = [link["href"] for link in read("/kk/search/?q=құпия").select(".results a")]

    assert found == []


def test_its_twin_does_not_point_to_it(client, private):
    text = client.get(private.ru.url).content.decode()

    assert private.kk.url not in text


def test_the_not_found_page_does_not_offer_it(client, private):
    swapped = private.kk.url.replace("/kk/", "/ru/")
    private.ru.unpublish()

    for address in (swapped, private.ru.url):
        response = client.get(address)
        assert response.status_code == 404
        assert private.kk.url not in response.content.decode()


def test_a_signed_in_reader_sees_it(admin_client, private):
    assert admin_client.get(private.kk.url).status_code == 200
