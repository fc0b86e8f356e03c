"""What every answer carries: a content policy that trusts nothing but this host, and pages that live by it."""

import re

import pytest
from bs4 import BeautifulSoup
from django.test import Client

from stories.models import StoryPage
from tests import factories

pytestmark = pytest.mark.django_db

FACTORIES = {
    "story": factories.StoryPageFactory,
    "initiative": factories.InitiativePageFactory,
    "lesson": factories.LessonPageFactory,
    "explainer": factories.ExplainerPageFactory,
    "standard page": factories.StandardPageFactory,
}
PLACES = ["home", "section", "search", "not found", *FACTORIES]


@pytest.fixture(params=PLACES)
def address(request) -> str:
    """The address of each kind of page that readers meet."""
    if request.param in FACTORIES:
        return FACTORIES[request.param](picture=factories.PictureFactory()).url
    return {
        "home": "/kk/",
        "section": "/ru/istorii/",
        "search": "/kk/search/?q=мысық",
        "not found": "/ru/no/such/page/",
    }[request.param]


def policy(response) -> dict[str, set[str]]:
    """Return the sources of each directive of an answer's content policy."""
    directives = (part.split() for part in response["Content-Security-Policy"].split(";"))
    return {name: set(sources) for name, *sources in directives}


def test_readers_pages_trust_nothing_but_this_host(client, address):
    directives = policy(client.get(address))

    assert directives["default-src"] == {"'none'"}
    assert directives["script-src"] == directives["style-src"] == {"'self'"}
    assert directives["base-uri"] == {"'none'"}
    assert directives["form-action"] == directives["frame-ancestors"] == {"'self'"}
    sources = set().union(*directives.values())
    assert sources <= {"'none'", "'self'", "data:"}


def test_the_other_security_headers_are_there(client, address):
    response = client.get(address)

    assert response["X-Content-Type-Options"] == "nosniff"
    assert response["Referrer-Policy"] == "strict-origin-when-cross-origin"
    assert response["Cross-Origin-Opener-Policy"] == "same-origin"
    assert response["Cross-Origin-Resource-Policy"] == "same-origin"
    assert response["X-Frame-Options"] == "SAMEORIGIN"
    assert "geolocation=()" in response["Permissions-Policy"]
    assert "camera=()" in response["Permissions-Policy"]


def test_pages_need_nothing_that_the_policy_forbids(client, address):
    soup = BeautifulSoup(client.get(address).content, "html.parser")

    assert soup.select("style, [style], iframe, object, embed, base") == []
    assert soup.select("script:not([src]):not([type='application/ld+json'])") == []
    assert [tag for tag in soup.find_all(True) if [name for name in tag.attrs if name.startswith("on")]] == []
    assert soup.select('[href^="javascript:"]') == []


def test_pages_fetch_nothing_from_another_host(client, address):
    soup = BeautifulSoup(client.get(address).content, "html.parser")
    fetched = [tag[name] for tag in soup.find_all(True) for name in ("src", "srcset", "poster") if tag.get(name)]
    fetched += [tag["href"] for tag in soup.select('link[rel~="stylesheet"], link[rel~="icon"], link[rel~="preload"]')]

    assert [url for url in fetched if re.match(r"(https?:)?//", url)] == []


def test_pages_work_without_cookies(client, address):
    """Nothing that readers open sets one, so that their visits leave no trace and any cache may keep the page."""
    assert not client.get(address).cookies


def test_the_page_for_our_faults_is_as_strict(monkeypatch):
    story = factories.StoryPageFactory()
    monkeypatch.setattr(StoryPage, "get_context", lambda *args, **kwargs: 1 / 0)

    response = Client(raise_request_exception=False).get(story.url)

    assert response.status_code == 500
    assert policy(response)["script-src"] == {"'self'"}
    assert response["X-Content-Type-Options"] == "nosniff"


def test_an_address_with_a_null_byte_is_answered_as_strictly(client):
    assert policy(client.get("/kk/%00/"))["script-src"] == {"'self'"}


@pytest.mark.parametrize("address", ["/admin/", "/admin/pages/", "/admin/images/"])
def test_the_admin_has_a_policy_of_its_own(admin_client, address):
    directives = policy(admin_client.get(address))

    assert "'unsafe-inline'" in directives["script-src"] & directives["style-src"]
    assert directives["default-src"] == {"'none'"}
    assert directives["frame-ancestors"] == {"'self'"}
    assert not [source for sources in directives.values() for source in sources if "." in source or source == "*"]


def test_the_sign_in_page_has_the_policy_of_the_admin(client):
    assert "'unsafe-inline'" in policy(client.get("/admin/login/"))["style-src"]


@pytest.mark.parametrize("address", ["/kk/admin/", "/kk/x/admin/", "/administration/", "/ru//admin/"])
def test_an_address_that_only_looks_like_the_admin_is_strict(client, address):
    response = client.get(address)

    assert "'unsafe-inline'" not in response.headers.get("Content-Security-Policy", "")


@pytest.mark.parametrize("name", ["feed.xml", "share.png"])
def test_files_carry_the_headers_too(client, name):
    story = factories.StoryPageFactory()
    response = client.get(f"{story.get_parent().url}{name}")

    assert response.status_code == 200
    assert response["X-Content-Type-Options"] == "nosniff"
    assert policy(response)["default-src"] == {"'none'"}
