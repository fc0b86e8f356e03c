"""A translation leaves as a PO file and comes back without loss; a bad file changes nothing and hears why."""

import polib
import pytest
from django.contrib.auth.models import Group, User
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from bilingual.comparison import State, compare_drafts
from bilingual.drafts import create_translation, save_texts
from bilingual.pairs import draft_of, twin_of
from bilingual.wordings import confirm
from tests.bilingual.test_drafts import body, heading, page_with, rewrite, states, text

pytestmark = pytest.mark.django_db

RICH = '<p>Екі <b>мысық</b> туралы <a href="https://example.kz/">бет</a>.</p>'


@pytest.fixture
def original(client):
    user = User.objects.create_user("aigul", password="a-long-password")
    user.groups.add(Group.objects.get(name="Translators"))
    client.force_login(user)
    page = page_with(heading("«Табылған» күн\nа", "h"), text(RICH, "t"), title="Мысық", summary="Қысқа")
    create_translation(page, user)
    return page


def exported(client, page) -> polib.POFile:
    return polib.pofile(client.get(reverse("bilingual:export", args=[page.pk])).content.decode())


def send(client, page, content: bytes | str):
    content = content if isinstance(content, bytes) else content.encode()
    file = SimpleUploadedFile("page.po", content)
    return client.post(reverse("bilingual:import", args=[page.pk]), {"file": file}, follow=True)


def translated(client, page) -> polib.POFile:
    file = exported(client, page)
    words = {"Мысық": "Кот", "Қысқа": "Кратко", "«Табылған» күн\nа": 'День "находки"\nа'}
    for entry in file:
        entry.msgstr = words.get(entry.msgid, 'Страница о двух <b>котах</b>: <a id="a1">вот</a>.')
    return file


def test_a_page_goes_out_and_comes_back_without_loss(client, original):
    send(client, original, str(translated(client, original)))

    assert compare_drafts(original).is_in_step
    assert draft_of(twin_of(original)).title == "Кот"
    assert 'href="https://example.kz/"' in body(twin_of(original))[1]["value"]
    before = [e.msgstr for e in exported(client, original)]
    send(client, original, str(exported(client, original)))
    assert [e.msgstr for e in exported(client, original)] == before


def test_every_text_goes_out_with_its_place_and_its_state(client, original):
    user = User.objects.get()
    save_texts(compare_drafts(original), {"title#0": "Кот", "summary#0": "Кратко"}, user)
    confirm(compare_drafts(original), user, {"title#0"})

    entries = {entry.msgctxt: entry for entry in exported(client, original)}

    assert (entries["title#0"].msgstr, entries["title#0"].flags) == ("Кот", [])
    assert entries["summary#0"].flags == ["fuzzy"]
    assert entries["body.h#0"].msgstr == ""
    assert entries["body.h#0"].comment


def test_fuzzy_entries_stay_to_be_confirmed(client, original):
    file = translated(client, original)
    file.find("Мысық").flags.append("fuzzy")

    send(client, original, str(file))

    assert draft_of(twin_of(original)).title == "Кот"
    assert states(original)["Мысық"] == State.UNCONFIRMED
    assert states(original)["Қысқа"] == State.IN_STEP


def test_a_text_whose_original_has_moved_since_the_export_is_taken_but_not_confirmed(client, original):
    file = translated(client, original)
    rewrite(original, *body(original), title="Мысық пен ит")

    send(client, original, str(file))

    assert draft_of(twin_of(original)).title == "Кот"
    assert states(original)["Мысық пен ит"] == State.UNCONFIRMED


@pytest.mark.parametrize(
    "spoil",
    [
        lambda file: b"",
        lambda file: b"\xff\xfe\x00m",
        lambda file: b"<html></html>",
        lambda file: str(file).replace("X-Meirim-Page: ", "X-Meirim-Page: 0"),
        lambda file: str(file).split("msgctxt", 1)[1],
        lambda file: str(file).replace("Language: ru", "Language: kk"),
        lambda file: str(file).replace('msgctxt "title#0"', 'msgctxt "nowhere#7"'),
        lambda file: str(file).replace("</b>", ""),
        lambda file: str(file).replace("<b>котах</b>", "<script>котах</script>"),
        lambda file: str(file).replace(r"<a id=\"a1\">вот</a>", "вот"),
        lambda file: str(file).replace('msgstr "Кот"', "msgstr Кот"),
        lambda file: str(file) + "#" * 2_100_000,
        lambda file: str(file).replace("Кот", "К" * 300),
        lambda file: str(file).replace("Кот", "К\x00т"),
    ],
)
def test_a_bad_file_changes_nothing_and_hears_why(spoil, client, original):
    response = send(client, original, spoil(translated(client, original)))

    assert response.status_code == 200
    assert {message.level_tag for message in response.context["messages"]} == {"error"}
    assert draft_of(twin_of(original)).title == "Мысық"
    assert set(states(original).values()) == {State.MISSING}


def test_no_file_at_all_is_answered(client, original):
    response = client.post(reverse("bilingual:import", args=[original.pk]), follow=True)

    assert response.status_code == 200


@pytest.mark.parametrize("group", ["Authors", "Lawyers"])
def test_who_may_not_translate_neither_takes_nor_brings_a_file(group, client, original):
    file = str(translated(client, original))
    user = User.objects.create_user("other")
    user.groups.add(Group.objects.get(name=group))
    client.force_login(user)

    assert client.get(reverse("bilingual:export", args=[original.pk])).status_code in (302, 403)
    send(client, original, file)
    assert draft_of(twin_of(original)).title == "Мысық"
