"""Editions: when a new one is issued, what it says, and what its short link answers for good."""

import dataclasses

import pytest
from django.contrib.auth.models import Group, User
from django.urls import reverse

from documents.kit import Card
from lessons import issuing, kits
from lessons.building import Outcome
from lessons.changes import what_changed
from lessons.models import KitEdition
from tests import factories
from tests.documents.reading import pdf_text
from tests.documents.sample_kit import sample_kit
from tests.lessons.making import build, built, download, editions, fresh, lesson, publish, sheets

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def own_folder(settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path


def edition(number: int = 1, **fields) -> KitEdition:
    """Make the record of a built edition without building anything."""
    defaults = {
        "code": f"code{number}",
        "translation_key": "11111111-1111-1111-1111-111111111111",
        "language": "kk",
        "title": "Құйрық тілі",
        "number": number,
        "content_digest": str(number),
        "issued_at": f"2026-11-{number:02}T10:00:00Z",
        "built_at": f"2026-11-{number:02}T10:01:00Z",
    }
    return KitEdition.objects.create(**{**defaults, **fields})


def text_of_page(soup) -> str:
    return " ".join(soup.main.get_text(" ").split())


# --- Issuing ---


def test_a_lesson_gets_its_edition_with_its_publication_and_a_new_one_only_when_something_changed():
    page = publish(lesson())
    publish(page)
    assert [one.number for one in editions(page)] == [1]

    publish(page, unit="Біздің аула")

    first, second = editions(page)
    assert (first.number, second.number) == (1, 2)
    assert first.code != second.code
    assert second.built_at is None  # built apart from the publication


def test_a_text_taken_back_is_a_new_edition_all_the_same():
    page = publish(lesson(unit="А"))
    publish(page, unit="Б")
    publish(page, unit="А")

    first, _second, third = editions(page)
    assert first.content_digest == third.content_digest
    assert third.number == 3


def test_each_language_counts_its_own_editions():
    pair = factories.make_pair(factories.LessonPageFactory)
    publish(pair.kk)
    publish(pair.ru)
    publish(pair.ru, unit="Наш двор")

    assert [one.number for one in editions(pair.kk)] == [1]
    assert [one.number for one in editions(pair.ru)] == [1, 2]


def test_a_number_and_a_code_given_out_in_the_meantime_are_not_given_out_again(monkeypatch):
    page = publish(lesson())
    content = kits.content_of(publish(page, unit="Б"))
    taken = editions(page)[0].code
    codes = iter([taken, "zzzzzz"])
    KitEdition.objects.filter(number=2).delete()
    monkeypatch.setattr(issuing, "new_code", lambda: next(codes))

    assert (issuing.issue(page, content).number, editions(page)[-1].code) == (2, "zzzzzz")


def test_codes_are_short_and_hold_no_sign_that_looks_like_another():
    codes = {one.code for one in editions(publish(lesson()))}

    assert all(len(code) == 6 and code.isascii() for code in codes)
    assert not set(issuing.CODE_ALPHABET) & set("01ilouaey")


@pytest.mark.parametrize(
    ("field", "value", "part"),
    [
        ("title", "Басқа", "plan"),
        ("sheets", (), "sheets"),
        ("answer_keys", (), "answers"),
        ("certificate", "Ержүрек", "print"),
        ("credits", (), "imprint"),
    ],
)
def test_each_part_has_a_digest_of_its_own(field, value, part):
    before, after = (issuing.digests_of_parts(kit) for kit in (sample_kit(), sample_kit(**{field: value})))

    assert [name for name in before if before[name] != after[name]] == [part]


def test_the_answer_of_a_card_belongs_to_the_answers_and_its_task_to_the_cards():
    stage, *others = sample_kit().stages
    plain = sample_kit(stages=(_with_card(stage, Card(task="А")), *others))
    other_task = sample_kit(stages=(_with_card(stage, Card(task="Б")), *others))
    other_answer = sample_kit(stages=(_with_card(stage, Card(task="А", answer="В")), *others))

    before = issuing.digests_of_parts(plain)
    assert _differing(before, issuing.digests_of_parts(other_task)) == ["cards"]
    assert _differing(before, issuing.digests_of_parts(other_answer)) == ["answers"]


def _with_card(stage, card):
    return dataclasses.replace(stage, card=card)


def _differing(before: dict, after: dict) -> list[str]:
    return [name for name in before if before[name] != after[name]]


def test_the_number_of_the_edition_changes_no_digest():
    assert issuing.digests_of_parts(sample_kit()) == issuing.digests_of_parts(
        sample_kit(version="7", short_url="https://meirim.example.kz/k/abc234/")
    )


def test_every_printed_page_carries_number_date_and_short_link(client, settings):
    settings.BASE_URL = "https://meirim.example.kz"
    page = built()
    issued = editions(page)[0]

    for name in ("plan.pdf", "sheets.pdf", "answers.pdf"):
        text = pdf_text(download(client, page, name))
        assert "1-шығарылым" in text
        assert f"meirim.example.kz/k/{issued.code}" in text


# --- What a kit follows ---


def enqueued(capture, action) -> set[int]:
    """Return the pages whose kits an action has built."""
    before = {one.pk: one.files for one in KitEdition.objects.all()}
    with capture(execute=True):
        action()
    return {one.page_id for one in KitEdition.objects.all() if one.files != before.get(one.pk)}


def test_publishing_builds_the_kit_after_the_commit(django_capture_on_commit_callbacks):
    page = lesson()

    assert enqueued(django_capture_on_commit_callbacks, lambda: publish(page)) == {page.pk}
    assert fresh(page).kit.is_ready


def test_a_changed_author_of_the_picture_gives_a_new_edition(django_capture_on_commit_callbacks):
    picture = factories.PictureFactory(credit="А. Серік")
    page = built(picture=picture)
    other = built(slug="basqa")
    picture.credit = "Б. Серік"

    assert enqueued(django_capture_on_commit_callbacks, picture.save) == {page.pk}
    assert "авторлары" in what_changed(editions(page)[1], editions(page)[0])
    assert len(editions(other)) == 1


@pytest.mark.parametrize("change", ["title", "age_band", "unpublish"])
def test_a_changed_story_gives_the_kits_that_name_it_a_new_edition(django_capture_on_commit_callbacks, change):
    story = factories.StoryPageFactory(title="Ақтөс", age_band=6)
    page = built(related_story=story)
    changes = {"title": lambda: publish(story, title="Ақтөс үй тапты"), "age_band": lambda: publish(story, age_band=9)}

    assert enqueued(django_capture_on_commit_callbacks, changes.get(change, story.unpublish)) == {page.pk}
    assert [one.number for one in editions(page)] == [1, 2]


def test_a_moved_section_gives_its_lessons_new_editions(django_capture_on_commit_callbacks):
    page = built()
    section = page.get_parent().specific

    assert enqueued(django_capture_on_commit_callbacks, lambda: publish(section, slug="basqa-sabaqtar")) == {page.pk}
    assert "basqa-sabaqtar" in fresh(page).url


# --- The short link ---


def test_the_newest_edition_is_current_in_its_own_language_and_in_the_other(read, client):
    page = built()
    code = editions(page)[0].code

    soup = read(f"/k/{code}/")
    assert soup.html["lang"] == "kk"
    assert soup.select_one(".printout__state--current")
    assert soup.select_one(f'a[href="{page.url}"]')
    assert soup.select_one('meta[name="robots"][content="noindex"]')
    russian = soup.select_one('.languages a[lang="ru"]')["href"]
    assert read(russian).html["lang"] == "ru"
    assert client.get(f"/k/{code}/")["Content-Language"] == "kk"
    assert client.get(f"/k/{code}/")["X-Robots-Tag"] == "noindex"


def test_a_code_is_read_in_capitals_too_and_can_be_typed_in(read, client):
    edition(code="bcd234")

    assert read("/k/BCD234/").select_one(".printout__state--current")
    assert client.get("/k/", {"code": " BCD234 "})["Location"] == "/k/bcd234/"
    assert read("/k/").select_one('form input[name="code"]')


def test_an_older_edition_says_what_changed_in_each_later_one(read):
    page = publish(lesson())
    publish(page, sheets=sheets("Басқаша белгіле."))
    publish(page, certificate="Ержүрек")
    KitEdition.objects.update(built_at="2026-11-26T10:00:00Z")
    KitEdition.objects.filter(number=3).update(what_changed="Сертификат қосылды.")

    soup = read(f"/k/{editions(page)[0].code}/")

    items = [" ".join(item.p.get_text().split()) for item in soup.select(".printout__list li")]
    assert items[0] == "Сертификат қосылды."
    assert len(items) == 2
    assert soup.select_one(".printout__state--replaced")


def test_a_withdrawn_edition_says_why(read):
    edition(1, withdrawn_at="2026-11-26T10:00:00Z", withdrawal_reason="Кілтте қате бар.")

    soup = read("/k/code1/")

    assert soup.select_one(".printout__state--withdrawn")
    assert "Кілтте қате бар." in text_of_page(soup)


def test_an_edition_that_is_not_built_yet_replaces_nothing(read):
    edition(1)
    edition(2, built_at=None)

    assert read("/k/code1/").select_one(".printout__state--current")


@pytest.mark.parametrize("leave", ["unpublish", "delete"])
def test_a_printout_gets_its_answer_when_the_lesson_is_gone(read, leave):
    page = built()
    code = editions(page)[0].code
    getattr(page, leave)()

    soup = read(f"/k/{code}/")

    assert soup.select_one(".printout__state--current")
    assert not soup.select_one(f'main a[href^="{page.url}"]')


@pytest.mark.parametrize("address", ["/k/zzzzzz/", "/k/zzzzzz/ru/", "/k/0/"])
def test_an_unknown_code_is_answered_kindly(read, address):
    soup = read(address, status=404)

    assert issuing.CODE_ALPHABET in soup.text
    assert soup.select_one("form")


def test_an_unknown_language_is_not_found(client):
    edition(1)

    assert client.get("/k/code1/de/").status_code == 404


def test_a_page_whose_slug_begins_with_k_is_still_found(client):
    page = factories.StandardPageFactory(slug="k-oqyrman")

    assert client.get(page.url).status_code == 200


def test_the_answer_costs_the_same_after_three_editions_and_after_thirty(client, count_queries):
    for number in range(1, 5):
        edition(number, issued_at="2026-11-01T10:00:00Z", built_at="2026-11-01T10:01:00Z")
    client.get("/k/code1/")
    few = count_queries(lambda: client.get("/k/code1/"))
    for number in range(5, 32):
        edition(number, issued_at="2026-11-01T10:00:00Z", built_at="2026-11-01T10:01:00Z")

    assert count_queries(lambda: client.get("/k/code1/")) == few <= 6


# --- Editors ---


@pytest.fixture
def editor(client):
    user = User.objects.create_user("editor")
    user.groups.add(Group.objects.get(name="Editors"))
    client.force_login(user)
    return user


def admin(view: str, *args) -> str:
    return reverse(f"wagtailsnippets_lessons_kitedition:{view}", args=args)


def test_an_editor_withdraws_an_edition_and_gives_it_back(client, editor, django_capture_on_commit_callbacks):
    page = built()
    issued = editions(page)[0]
    address = fresh(page).kit.zip_url
    assert client.get(address).status_code == 200

    with django_capture_on_commit_callbacks(execute=True):
        answer = client.post(admin("edit", issued.pk), {"what_changed": "", "withdrawal_reason": "Кілтте қате бар."})
    assert answer.status_code == 302

    page = fresh(page)
    assert page.kit.is_withdrawn
    assert client.get(address)["Location"] == f"/k/{issued.code}/"
    response = client.get(f"{page.url}kit.zip")
    assert response.status_code == 410
    assert "Кілтте қате бар." in response.content.decode()
    assert "Кілтте қате бар." in client.get(page.url).content.decode()
    assert build(page) is Outcome.WITHDRAWN

    client.post(admin("edit", issued.pk), {"what_changed": "", "withdrawal_reason": ""})
    assert client.get(address).status_code == 200


def test_an_editor_sees_editions_and_neither_adds_nor_deletes_one(client, editor):
    issued = edition(1, failure=KitEdition.Failure.LEAK, failure_detail="жауап")

    listing = client.get(admin("list"))
    assert listing.status_code == 200
    assert "code1" in listing.content.decode()
    assert "жауап" in client.get(admin("inspect", issued.pk)).content.decode()
    assert client.get(admin("add")).status_code == 302
    client.post(admin("delete", issued.pk))
    assert KitEdition.objects.filter(pk=issued.pk).exists()


def test_an_author_does_not_withdraw_editions(client):
    user = User.objects.create_user("author")
    user.groups.add(Group.objects.get(name="Authors"))
    client.force_login(user)
    issued = edition(1)

    client.post(admin("edit", issued.pk), {"what_changed": "", "withdrawal_reason": "Жоқ."})

    assert not KitEdition.objects.get(pk=issued.pk).is_withdrawn
