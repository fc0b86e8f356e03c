"""Addresses: ASCII from Kazakh and Russian titles, the same typed in the browser and made on the server."""

import json
import re

import pytest
from django.utils.text import slugify

from core.models import BasePage
from core.slugs import TransliteratingSlugInput, ascii_slug
from tests import factories

TITLES = [
    "Мысық пен иттің достығы",
    "Қазақстан",
    "ӘҒҚҢӨҰҮҺІ әғқңөұүһі",
    "Ёж, щегол и объявление у подъезда",
    "Что делать, если нашёл щенка?",
    "Сабақ 5: «Тасбақа» — дала жануары",
]


@pytest.mark.parametrize(
    ("title", "slug"),
    [
        ("Қазақстан", "qazaqstan"),
        ("Мысық пен иттің достығы", "mysyq-pen-itting-dostyghy"),
        ("Ёж у подъезда", "ezh-u-podezda"),
        ("  Бір   екі  ", "bir-eki"),
        ("Naïve café", "naive-cafe"),
        ("", ""),
        ("!?…", ""),
    ],
)
def test_titles_are_transliterated(title, slug):
    assert ascii_slug(title) == slug


@pytest.mark.parametrize("title", TITLES)
def test_an_address_is_ascii_and_loses_no_word(title):
    slug = ascii_slug(title)

    assert slug.isascii()
    assert slugify(slug) == slug
    assert slug.count("-") >= sum(any(letter.isalpha() for letter in word) for word in title.split()) - 1


@pytest.mark.parametrize("title", TITLES)
def test_the_field_in_the_browser_transliterates_as_the_server_does(title):
    typed = title
    for (pattern, _flags), replacement in json.loads(TransliteratingSlugInput().attrs["data-w-slug-formatters-value"]):
        typed = re.sub(pattern, replacement, typed)

    assert slugify(typed.lower()) == ascii_slug(title)


def test_every_page_type_offers_that_field():
    fields = [panel for group in BasePage.promote_panels for panel in group.children]
    slug = next(panel for panel in fields if panel.field_name == "slug")

    assert slug.widget is TransliteratingSlugInput


@pytest.mark.django_db
def test_the_editor_sends_the_table_of_letters_to_the_browser(admin_client):
    page = factories.StoryPageFactory()

    html = admin_client.get(f"/admin/pages/{page.pk}/edit/").content.decode()

    assert "[қҚ]" in html or "[\\u049b\\u049a]" in html
