"""Passing a lesson on: the phone's own way, a link, a QR code of ours, and Google Classroom without its script."""

from urllib.parse import parse_qs, urlsplit

import pytest
from django.conf import settings

from tests import factories

pytestmark = pytest.mark.django_db


@pytest.fixture(params=["kk", "ru"])
def lesson(request):
    return factories.LessonPageFactory(language=request.param)


def test_the_link_to_google_classroom_carries_the_address_and_tells_no_more(read, lesson):
    link = read(lesson.url).select_one('a[href^="https://classroom.google.com/share"]')

    assert parse_qs(urlsplit(link["href"]).query) == {"url": [f"{settings.BASE_URL}{lesson.url}"]}
    assert {"noopener", "noreferrer"} <= set(link["rel"])


def test_the_page_calls_no_script_but_ours(read, lesson):
    scripts = [tag["src"] for tag in read(lesson.url).select("script[src]")]

    assert scripts
    assert all(source.startswith("/static/") for source in scripts)


def test_buttons_that_need_a_script_are_hidden_until_it_runs(read, lesson):
    buttons = read(lesson.url).select(".share button")

    assert buttons
    assert all(button.has_attr("hidden") for button in buttons)


def test_the_qr_code_is_served_by_us_and_stands_on_the_page(client, read, lesson):
    picture = read(lesson.url).select_one(".share__qr img")
    response = client.get(picture["src"])

    assert picture["alt"]
    assert response["Content-Type"] == "image/svg+xml"
    assert response.content.startswith(b"<svg")
    assert "max-age=86400" in response["Cache-Control"]


def test_a_very_long_address_still_has_a_qr_code(client):
    lesson = factories.LessonPageFactory(slug="m" * 250)

    assert client.get(f"{lesson.url}qr.svg").status_code == 200
