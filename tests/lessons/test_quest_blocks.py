"""The blocks of a quest in the admin: each shows an example, and pictures are chosen by their looks."""

import json

import pytest
from bs4 import BeautifulSoup
from django.urls import reverse
from django.utils import translation
from wagtail.users.models import UserProfile

from documents.icons import icons
from lessons.blocks import IconBlock, StationCardBlock
from lessons.models import LessonPage
from tests import factories
from tests.editorial.reviewing import user_of

pytestmark = pytest.mark.django_db

STREAMS = ["objectives", "stages", "sheets", "answer_keys", "roles"]


def stream_block(name: str):
    return LessonPage._meta.get_field(name).stream_block


def blocks():
    for name in STREAMS:
        yield from stream_block(name).child_blocks.values()
    yield stream_block("stages").child_blocks["station"].child_blocks["card"]


@pytest.fixture
def editor_in(client):
    """Return a function that signs an editor in whose admin speaks a language."""
    user = user_of("Editors")

    def sign_in(language: str):
        UserProfile.objects.update_or_create(user=user, defaults={"preferred_language": language})
        client.force_login(user)

    return sign_in


@pytest.mark.parametrize("language", ["kk", "ru"])
@pytest.mark.parametrize("block", list(blocks()), ids=lambda block: type(block).__name__)
def test_every_block_shows_a_filled_example_in_the_language_of_the_admin(client, editor_in, block, language):
    assert block.is_previewable
    editor_in(language)

    response = client.get(reverse("wagtailadmin_block_preview"), {"id": block.definition_prefix})

    shown = BeautifulSoup(response.content, "html.parser")
    with translation.override(language):
        value = block.get_preview_value()
    text = value.get("title") or value.get("task") or value.get("text")
    assert response.status_code == 200
    assert text in shown.get_text()
    assert shown.html["lang"] == language
    assert not shown.select("[style]")


def test_the_form_speaks_the_language_of_each_editor_in_turn(client, editor_in):
    page = factories.LessonPageFactory()

    for own, other in (("kk", "ru"), ("ru", "kk"), ("kk", "ru")):
        editor_in(own)
        response = client.get(reverse("wagtailadmin_pages:edit", args=[page.pk]))
        roots = BeautifulSoup(response.content, "html.parser").select("[data-w-block-data-value]")
        form = "".join(str(json.loads(root["data-w-block-data-value"])) for root in roots)
        assert icons()["hedgehog"].label_in(own) in form
        assert icons()["hedgehog"].label_in(other) not in form


def test_streams_of_one_kind_lead_to_their_example(client, editor_in):
    editor_in("ru")
    page = factories.LessonPageFactory()
    html = BeautifulSoup(client.get(reverse("wagtailadmin_pages:edit", args=[page.pk])).content, "html.parser")

    links = [link["href"] for link in html.select('a[href*="block-preview"]')]

    assert len(links) == 4
    assert all(client.get(link).status_code == 200 for link in links)


def test_a_picture_is_chosen_among_all_shipped_ones_with_its_name(client, editor_in):
    with translation.override("kk"):
        html = BeautifulSoup(str(IconBlock().field.widget.render("card", ["dog"], {"id": "card"})), "html.parser")

    options = html.select(".icon-choice__option")
    assert len(options) >= len(icons())
    (chosen,) = html.select("input:checked")
    assert chosen["value"] == "dog"
    assert chosen.find_parent("label").get_text(strip=True) == icons()["dog"].kk
    editor_in("kk")
    address, _sign, name = chosen.find_parent("label").use["href"].partition("#")
    sprite = BeautifulSoup(client.get(address).content, "html.parser")
    assert sprite.find(id=name)
    assert {symbol["id"] for symbol in sprite.select("symbol")} == set(icons())


def test_the_pictures_are_for_the_team_only(client):
    assert client.get(reverse("kit_icons")).status_code == 302


def test_a_station_is_a_station_from_the_start_and_an_old_stage_stays_what_it_was():
    station = stream_block("stages").child_blocks["station"]
    assert station.get_default()["is_station"] is True
    raw = [
        {"type": "stage", "value": {"phase": "middle", "title": "Бекет", "minutes": 5, "is_station": True}, "id": "s"}
    ]

    page = factories.LessonPageFactory(stages=json.dumps(raw))

    assert LessonPage.objects.get(pk=page.pk).numbered_stages()[0]["number"] == 1


def test_a_card_draws_its_picture_and_an_unknown_one_draws_none():
    block = StationCardBlock()

    assert block.to_python({"icon": "dog"}).drawing.startswith("<svg")
    assert block.to_python({"icon": "no-such-icon"}).drawing == ""
    assert block.to_python({}).drawing == ""
