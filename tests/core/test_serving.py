"""Finding the page of an address: whatever the depth, at one price; nothing is found that readers may not see."""

import pytest
from django.utils.translation import override
from wagtail.contrib.redirects.models import Redirect
from wagtail.models import Page

from core.serving import find_route
from tests import factories

pytestmark = pytest.mark.django_db


def nested(levels: int):
    """Make a chain of standard pages, each below the last, and return the deepest."""
    page = factories.StandardPageFactory()
    for _level in range(levels - 1):
        page = factories.StandardPageFactory(parent=page)
    return page


def test_a_deep_address_costs_as_many_queries_as_a_shallow_one(client, count_queries):
    shallow, deep = nested(2), nested(12)
    client.get(shallow.url)

    assert count_queries(lambda: client.get(deep.url)) == count_queries(lambda: client.get(shallow.url))


def test_a_deep_address_of_nothing_costs_as_many_queries_as_a_shallow_one(client, count_queries):
    client.get("/kk/nothing/")

    shallow = count_queries(lambda: client.get("/kk/nothing/"))

    assert count_queries(lambda: client.get("/kk/" + "nothing/" * 12)) == shallow


def test_wagtail_takes_the_route_that_stands_on_the_request(rf):
    """`core.serving.serve` puts it there; should Wagtail stop to look, pages would be searched twice."""
    request = rf.get("/kk/")
    request._wagtail_route_for_request = route = object()

    assert Page.route_for_request(request, "no/such/page/") is route


def test_the_page_comes_with_what_its_template_needs(rf, django_assert_num_queries):
    story = factories.StoryPageFactory(picture=factories.PictureFactory())
    with override("kk"):
        page = find_route(rf.get(story.url), story.url.removeprefix("/kk/")).page

    with django_assert_num_queries(0):
        assert (page.language, page.picture.pk, page.species.slug) == ("kk", story.picture_id, "cat")


@pytest.mark.parametrize("slug", ["kk", "home", "same"])
def test_equal_slugs_in_different_places_are_told_apart(client, slug):
    top = factories.StandardPageFactory(slug=slug, title="Үстінде")
    below = factories.StandardPageFactory(slug=slug, parent=top, title="Астында")

    assert "Үстінде" in client.get(f"/kk/{slug}/").content.decode()
    assert "Астында" in client.get(f"/kk/{slug}/{slug}/").content.decode()
    assert below.url == f"/kk/{slug}/{slug}/"
    assert client.get(f"/kk/{slug}/{slug}/{slug}/").status_code == 404


@pytest.mark.parametrize(
    "address",
    [
        "/kk/no-such-page/",
        "/ru/no-such-page/",
        "/kk/oqigalar/no-such-story/",
        "/kk/oqigalar/no-such-story/feed.xml",
        "/kk/oqigalar/feed.rss",
        "/kk/oqigalar/feed.xml/",
        "/kk/sabaqtar/kit.zip",
        "/ru/oqigalar/",
        "/kk/home/",
        "/kk/home-ru/",
        "/kk//oqigalar/",
        "/kk/%F0%9F%90%B6/",
        "/kk/" + "a" * 8_000 + "/",
        "/kk/" + "a/" * 4_000,
        "/kk/" + "oqigalar/" * 400,
        "/kk/%2e%2e/%2e%2e/etc/passwd",
    ],
    ids=lambda address: address[:40],
)
def test_an_unknown_address_is_not_found(client, address):
    assert client.get(address).status_code == 404


def test_an_unpublished_page_is_not_found_and_neither_are_its_files(client):
    lesson = factories.LessonPageFactory(live=False)

    assert client.get(lesson.url).status_code == 404
    assert client.get(f"{lesson.url}kit.zip").status_code == 404


def test_an_unpublished_change_is_not_shown(client):
    story = factories.StoryPageFactory(title="Жарияланған")
    story.title = "Жоба"
    story.save_revision()

    text = client.get(story.url).content.decode()

    assert "Жарияланған" in text
    assert "Жоба" not in text


def test_a_missing_slash_is_added_and_the_question_kept(client):
    response = client.get("/kk/oqigalar?species=cat")

    assert response.status_code == 301
    assert response["Location"] == "/kk/oqigalar/?species=cat"


def test_an_address_without_a_language_is_led_to_the_readers_own(client):
    response = client.get("/istorii/", headers={"Accept-Language": "ru"})

    assert response.status_code == 302
    assert response["Location"] == "/ru/istorii/"


def test_a_redirect_of_the_editors_still_works(client):
    story = factories.StoryPageFactory()
    Redirect.objects.create(old_path="/kk/eski-adres", redirect_page=story)

    response = client.get("/kk/eski-adres/")

    assert response.status_code == 301
    assert response["Location"] == story.url


def test_the_server_tells_that_it_is_well(client):
    assert client.get("/healthz").content == b"ok"


def test_robots_are_told_where_the_sitemap_is_and_to_stay_out_of_the_admin(client):
    lines = client.get("/robots.txt").content.decode().splitlines()

    assert "Sitemap: http://testserver/sitemap.xml" in lines
    assert "Disallow: /admin/" in lines


@pytest.mark.parametrize("method", ["post", "put", "patch", "delete", "options"])
def test_a_page_takes_nothing_in(client, method):
    lesson = factories.LessonPageFactory()

    for address in ("/kk/", lesson.url, f"{lesson.url}kit.zip", f"{lesson.url}fit/"):
        response = getattr(client, method)(address)
        assert response.status_code == 405
        assert response["Allow"] == "GET, HEAD"


def test_only_a_route_that_says_so_may_be_posted_to(client):
    lesson = factories.LessonPageFactory()

    assert client.post(f"{lesson.url}fit/plan.docx").status_code == 200
    assert client.put(f"{lesson.url}fit/plan.docx").status_code == 405
    assert client.post("/kk/no/such/page/").status_code == 404
