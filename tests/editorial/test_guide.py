"""The editors' guide is one click away, in the reader's language, with its pictures."""

import pytest
from bs4 import BeautifulSoup
from django.contrib.staticfiles import finders
from django.urls import reverse
from wagtail.users.models import UserProfile

from core import languages
from tests.editorial.reviewing import user_of

pytestmark = pytest.mark.django_db

FIRST_WORDS = {"kk": "«Мейірімде» қазақша мәтін", "ru": "В «Мейірім» казахский"}


@pytest.fixture
def open_guide(client):
    user = user_of("Authors")
    client.force_login(user)

    def open_in(language: str) -> BeautifulSoup:
        UserProfile.objects.update_or_create(user=user, defaults={"preferred_language": language})
        return BeautifulSoup(client.get(reverse("editors_guide")).content, "html.parser")

    return open_in


@pytest.mark.parametrize("language", languages.CODES)
def test_the_guide_speaks_the_language_of_its_reader_and_shows_every_picture(open_guide, language):
    page = open_guide(language)

    assert FIRST_WORDS[language] in page.select_one(".guide").get_text()
    pictures = page.select(".guide img")
    assert len(pictures) == 6
    for picture in pictures:
        assert picture["alt"]
        assert f"/guide/{language}/" in picture["src"]
        assert finders.find(picture["src"].removeprefix("/static/"))
    targets = [link["href"].removeprefix("#") for link in page.select(".guide nav a")]
    assert targets == [heading["id"] for heading in page.select(".guide h2")]


def test_both_guides_have_the_same_parts(open_guide):
    def shape(page: BeautifulSoup) -> list[str]:
        return [element.name for element in page.select(".guide h2, .guide li, .guide dt, .guide p, .guide img")]

    assert shape(open_guide("kk")) == shape(open_guide("ru"))


def test_the_menu_leads_to_it_and_to_no_other_host(client):
    client.force_login(user_of("Authors"))
    menu = client.get(reverse("wagtailadmin_home")).content.decode()

    assert reverse("editors_guide") in menu
    assert "guide.wagtail.org" not in menu
    assert "releases.wagtail.org" not in menu
