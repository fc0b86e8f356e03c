"""The translator's screen, as she uses it without JavaScript and with it."""

import json

import pytest
from django.contrib.auth.models import Group, User
from django.urls import reverse
from wagtail.models import Page

from bilingual.comparison import State, compare_drafts
from bilingual.drafts import create_translation, save_texts
from bilingual.models import Confirmation, Leftover, Term
from bilingual.pairs import draft_of, twin_of
from bilingual.wordings import confirm
from tests.bilingual.test_drafts import body, heading, page_with, rewrite, states, text

pytestmark = pytest.mark.django_db


@pytest.fixture
def translator(client):
    user = User.objects.create_user("aigul", password="a-long-password")
    user.groups.add(Group.objects.get(name="Translators"))
    client.force_login(user)
    return user


@pytest.fixture
def original(translator):
    page = page_with(
        heading("Табылған күн", "h"),
        text('<p>Екі <b>мысық</b> туралы <a href="https://example.kz/">бет</a>.</p>', "t"),
        title="Мысық",
        summary="Қысқа",
    )
    create_translation(page, translator)
    return page


def address(page: Page, show: str = "all") -> str:
    return reverse("bilingual:translate", args=[page.pk]) + f"?show={show}"


def send(client, page, do="save", **texts):
    data = {"do": do, "base": draft_of(twin_of(page)).latest_revision_id}
    return client.post(
        address(page), data | {name.replace("__", "."): value for name, value in texts.items()}, follow=True
    )


def fields(**texts) -> dict:
    return {f"text-{path}#0": value for path, value in texts.items()}


def test_a_page_without_a_twin_offers_to_translate_it_and_nothing_goes_live(client, translator):
    page = page_with(heading("Табылған күн", "h"))

    assert reverse("bilingual:create", args=[page.pk]) in client.get(address(page)).content.decode()
    client.post(reverse("bilingual:create", args=[page.pk]))

    assert not twin_of(page).live
    assert twin_of(page).owner == translator


def test_the_screen_shows_originals_in_reading_order_under_the_headings_of_blocks(client, original):
    html = client.get(address(original)).content.decode()

    places = [html.index(words) for words in ("Мысық", "Қысқа", "Табылған күн", "&lt;b&gt;")]
    assert places == sorted(places)


def test_what_she_writes_is_saved_as_a_draft_and_not_confirmed(client, original):
    send(client, original, **{"text-title#0": "Кот", "text-body.h#0": "День находки"})

    assert draft_of(twin_of(original)).title == "Кот"
    assert body(twin_of(original))[0]["value"] == "День находки"
    assert states(original)["Мысық"] == State.UNCONFIRMED
    assert not Page.objects.get(pk=twin_of(original).pk).live


def test_confirming_all_leaves_out_what_is_not_translated(client, original):
    send(client, original, "confirm", **{"text-title#0": "Кот"})

    assert states(original) == {**dict.fromkeys(states(original), State.MISSING), "Мысық": State.IN_STEP}


def test_one_text_can_be_written_and_confirmed_at_once(client, original):
    send(client, original, **{"text-title#0": "Кот", "text-body.h#0": "День", "confirm-title#0": "1"})

    assert states(original)["Мысық"] == State.IN_STEP
    assert states(original)["Табылған күн"] == State.UNCONFIRMED


@pytest.mark.parametrize(
    "wrong",
    [
        "Про <b>кота",
        "<script>alert(1)</script>",
        "<b onclick='x'>кот</b>",
        "без ссылки",
        '<a id="a7">чужая</a> <a id="a1">бет</a>',
        "<div>кот</div>",
        "</b>кот",
        "к" * 100_000,
        "\x00<a id='a1'>бет</a>",
    ],
)
def test_a_wrong_text_is_refused_with_the_reason_and_kept_in_the_field(wrong, client, original):
    before = body(twin_of(original))[1]

    response = send(client, original, **{"text-body.t#0": wrong, "text-title#0": "Кот"})

    assert response.status_code in (200, 400)
    assert body(twin_of(original))[1] == before
    if response.status_code == 200:
        assert "error-message" in response.content.decode()
        assert draft_of(twin_of(original)).title == "Кот"


def test_a_title_longer_than_its_field_is_refused(client, original):
    assert "error-message" in send(client, original, **{"text-title#0": "к" * 300}).content.decode()
    assert draft_of(twin_of(original)).title == "Мысық"


def test_the_original_change_is_shown_word_by_word(client, original, translator):
    save_texts(compare_drafts(original), {"body.h#0": "День находки"}, translator)
    confirm(compare_drafts(original), translator)
    rewrite(original, heading("Табылған түн", "h"))

    html = client.get(address(original, "stale")).content.decode()

    assert "<del>күн</del>" in html
    assert "<ins>түн</ins>" in html
    assert "Мысық</span>" not in html


def test_two_translators_keep_both_their_texts(client, original):
    base = draft_of(twin_of(original)).latest_revision_id
    client.post(address(original), {"base": base, "text-title#0": "Кот", "text-body.h#0": ""})
    client.post(address(original), {"base": base, "text-title#0": "", "text-body.h#0": "День находки"})

    assert (draft_of(twin_of(original)).title, body(twin_of(original))[0]["value"]) == ("Кот", "День находки")


def test_a_text_that_somebody_else_changed_is_not_overwritten_unseen(client, original):
    base = draft_of(twin_of(original)).latest_revision_id
    client.post(address(original), {"base": base, "text-title#0": "Кот"})

    response = client.post(address(original), {"base": base, "text-title#0": "Кошка"})

    assert "«Кот»" in response.content.decode() or "“Кот”" in response.content.decode()
    assert draft_of(twin_of(original)).title == "Кот"
    send(client, original, **{"text-title#0": "Кошка"})
    assert draft_of(twin_of(original)).title == "Кошка"


def test_autosave_answers_with_states_and_keeps_one_draft(client, original):
    def autosave(**data):
        return json.loads(client.post(address(original), data, headers={"Accept": "application/json"}).content)

    first = autosave(base="", **{"text-title#0": "Ко"})
    second = autosave(base=first["base"], autosaved=first["base"], **{"text-title#0": "Кот"})

    assert first["base"] == second["base"]
    assert second["states"]["title#0"]["value"] == "unconfirmed"
    assert draft_of(twin_of(original)).title == "Кот"


def test_bringing_the_structure_over_is_one_button(client, original):
    rewrite(original, heading("Табылған күн", "h"), heading("Жаңа", "n"))
    assert 'value="pull"' in client.get(address(original)).content.decode()

    send(client, original, "pull")

    assert [block["id"] for block in body(twin_of(original))] == ["h", "n"]
    assert 'value="pull"' not in client.get(address(original)).content.decode()


def test_terms_and_exact_matches_are_offered_and_never_filled_in(client, original, translator):
    Term.objects.update_or_create(kk="мысық", ru="кошка", defaults={"note": "үй мысығы"})
    save_texts(compare_drafts(original), {"body.h#0": "День находки"}, translator)
    confirm(compare_drafts(original), translator)
    other = page_with(heading("Табылған күн", "x"), title="Мысықтар", summary="")
    create_translation(other, translator)

    html = client.get(address(other)).content.decode()

    assert "data-suggestion" in html
    assert "День находки" in html
    assert "кошка" in html
    assert "День находки</textarea>" not in html


def test_a_locked_page_keeps_what_was_typed(client, original, translator, admin_user):
    twin = twin_of(original)
    twin.locked, twin.locked_by = True, admin_user
    twin.save()

    html = send(client, original, **{"text-title#0": "Кот"}).content.decode()

    assert ">Кот</textarea>" in html
    assert draft_of(twin).title == "Мысық"


@pytest.mark.parametrize("name", ["author", None])
def test_who_may_not_edit_may_not_translate(name, client, original):
    client.logout()
    if name:
        user = User.objects.create_user(name, password="a-long-password")
        user.groups.add(Group.objects.get(name="Authors"))
        client.force_login(user)

    responses = [client.get(address(original)), client.post(address(original), {"text-title#0": "Кот"})]
    responses.append(client.post(reverse("bilingual:create", args=[original.pk])))

    assert {response.status_code for response in responses} <= {302, 403}
    assert draft_of(twin_of(original)).title == "Мысық"


def test_a_leftover_goes_only_when_she_says_so(client, original, translator):
    save_texts(compare_drafts(original), {"body.h#0": "День находки"}, translator)
    rewrite(original, text("<p>Бір</p>", "t2"))
    send(client, original, "pull")
    leftover = Leftover.objects.get(text="День находки")

    client.get(reverse("bilingual:drop_leftover", args=[original.pk, leftover.pk]))
    assert Leftover.objects.filter(pk=leftover.pk).exists()
    client.post(reverse("bilingual:drop_leftover", args=[original.pk, leftover.pk]))
    assert not Leftover.objects.filter(pk=leftover.pk).exists()


@pytest.mark.parametrize("trouble", ["original deleted", "translation deleted", "both moved", "not a page"])
def test_a_pair_that_fell_apart_is_answered_in_words(trouble, client, original, admin_user):
    number = original.pk
    if trouble == "original deleted":
        number = twin_of(original).pk
        Page.objects.get(pk=original.pk).delete()
    if trouble == "translation deleted":
        Page.objects.get(pk=twin_of(original).pk).delete()
    if trouble == "both moved":
        for one in (Page.objects.get(pk=original.pk), Page.objects.get(pk=twin_of(original).pk)):
            parent = page_with(language=one.locale.language_code)
            one.move(parent, pos="last-child")
    if trouble == "not a original":
        number = 10**9

    response = client.get(reverse("bilingual:translate", args=[number]))

    assert response.status_code == (404 if trouble == "not a original" else 200)


def test_junk_in_the_form_is_no_error(client, original):
    junk = {"do": "nothing", "base": "9" * 40, "text-nowhere#0": "x", "text-body.h#0": "День", "autosaved": "x"}

    assert client.post(address(original, "junk"), junk, follow=True).status_code == 200
    assert body(twin_of(original))[0]["value"] == "День"
    assert not Confirmation.objects.filter(is_confirmed=True).exists()


def test_a_name_that_is_the_same_in_both_languages_can_be_confirmed(client, original):
    send(client, original, **{"text-title#0": "Мысық", "confirm-title#0": "1"})

    assert states(original)["Мысық"] == State.IN_STEP
