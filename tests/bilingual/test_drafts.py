"""A translation follows its original as a draft, and nothing that a person wrote is lost on the way."""

import json
import uuid

import pytest
from wagtail.models import Page

from bilingual.comparison import State, compare_drafts
from bilingual.drafts import UntranslatableError, create_translation, save_texts
from bilingual.models import Confirmation, Leftover, Pair
from bilingual.pairs import draft_of, twin_of
from bilingual.roles import NotInStepError, note_published, swap_roles
from bilingual.structure import pull_structure
from bilingual.wordings import confirm
from editorial.going_live import without_review
from home.models import HomePage, StandardPage
from tests.factories import (
    ExplainerPageFactory,
    LessonPageFactory,
    PictureFactory,
    StandardPageFactory,
    StoryPageFactory,
    make_pair,
)

pytestmark = pytest.mark.django_db


def text(content: str, key: str | None = None) -> dict:
    return {"type": "text", "value": content, "id": key or str(uuid.uuid4())}


def heading(content: str, key: str | None = None) -> dict:
    return {"type": "heading", "value": content, "id": key or str(uuid.uuid4())}


def page_with(*blocks: dict, **fields) -> StandardPage:
    page = StandardPageFactory(body=json.dumps(blocks), **fields)
    page.save_revision()
    return page


def rewrite(page: Page, *blocks: dict, **fields) -> None:
    """Save a draft of `page` with another body, as its author would."""
    draft = draft_of(page)
    draft.body = json.dumps(blocks)
    for name, value in fields.items():
        setattr(draft, name, value)
    draft.save_revision()


def body(page: Page) -> list[dict]:
    return [
        {"type": b.block_type, "value": getattr(b.value, "source", b.value), "id": b.id} for b in draft_of(page).body
    ]


def states(page: Page) -> dict[str, str]:
    return {(row.original or row.translation).text: row.state for row in compare_drafts(page).rows}


def translate(page: Page, user, words: dict[str, str]) -> None:
    """Write `words` (original text: translation) and confirm all."""
    comparison = compare_drafts(page)
    save_texts(comparison, {r.key: words[r.original.text] for r in comparison.rows if r.original.text in words}, user)
    confirm(compare_drafts(page), user)


@pytest.fixture
def story(admin_user):
    """A page with a heading and a text of three paragraphs, translated and confirmed."""
    page = page_with(
        heading("Табылған күн", "h"),
        text('<p>Бір.</p><p>Екі <b>мысық</b>.</p><p><a linktype="page" id="3">Үш</a>.</p>', "t"),
        title="Мысық",
        summary="Қысқа",
    )
    create_translation(page, admin_user)
    translate(
        page,
        admin_user,
        {
            "Мысық": "Кот",
            "Қысқа": "Коротко",
            "Табылған күн": "День находки",
            "Бір.": "Один.",
            "Екі <b>мысық</b>.": "Два <b>кота</b>.",
            '<a id="a1">Үш</a>.': '<a id="a1">Три</a>.',
        },
    )
    return page


def test_translate_makes_a_draft_with_the_structure_of_the_original_and_nothing_live(admin_user):
    page = page_with(heading("Табылған күн", "h"), text("<p>Бір.</p>", "t"), title="Мысық", summary="Қысқа")

    twin = create_translation(page, admin_user)

    assert (twin.locale.language_code, twin.live, twin.alias_of_id) == ("ru", False, None)
    assert body(twin) == body(page)
    assert set(states(page).values()) == {State.MISSING}
    assert Pair.of(page).original_locale == page.locale


@pytest.mark.parametrize("is_live", [True, False])
def test_translate_takes_the_newest_draft_of_the_original(is_live, admin_user):
    page = page_with(heading("Ескі", "h"), live=is_live)
    rewrite(page, heading("Жаңа", "h"))

    assert body(create_translation(page, admin_user))[0]["value"] == "Жаңа"


def test_translate_twice_gives_the_same_draft(admin_user):
    page = page_with(heading("Табылған күн", "h"))

    assert create_translation(page, admin_user).pk == create_translation(page, admin_user).pk


def test_a_confirmed_translation_is_in_step_and_keeps_links_and_emphasis(story):
    assert compare_drafts(story).is_in_step
    assert body(twin_of(story))[1]["value"] == (
        '<p>Один.</p><p>Два <b>кота</b>.</p><p><a id="3" linktype="page">Три</a>.</p>'
    )
    assert draft_of(twin_of(story)).slug == "kot"


def test_saving_does_not_confirm(admin_user):
    page = page_with(heading("Табылған күн", "h"), title="Мысық", summary="")
    create_translation(page, admin_user)
    comparison = compare_drafts(page)

    save_texts(comparison, {"body.h#0": "День находки"}, admin_user)

    assert states(page)["Табылған күн"] == State.UNCONFIRMED
    assert not Confirmation.objects.filter(is_confirmed=True).exists()


def test_a_changed_paragraph_is_stale_and_names_its_earlier_wording(story):
    rewrite(story, heading("Табылған күн", "h"), text("<p>Бір.</p><p>Екі ақ <b>мысық</b>.</p><p>Үш.</p>", "t"))

    row = next(r for r in compare_drafts(story).rows if "ақ" in r.original.text)

    assert (row.state, row.earlier, row.translation.text) == (State.STALE, "Екі <b>мысық</b>.", "Два <b>кота</b>.")


def test_a_paragraph_put_in_front_moves_no_pairing(story, admin_user):
    rewrite(
        story,
        heading("Табылған күн", "h"),
        text('<p>Нөл.</p><p>Бір.</p><p>Екі <b>мысық</b>.</p><p><a linktype="page" id="3">Үш</a>.</p>', "t"),
    )

    assert states(story)["Нөл."] == State.ABSENT
    assert states(story)["Бір."] == State.IN_STEP

    pull_structure(story, admin_user)

    assert states(story)["Нөл."] == State.MISSING
    assert body(twin_of(story))[1]["value"].startswith("<p>Нөл.</p><p>Один.</p><p>Два")


def test_white_space_and_link_targets_alone_make_nothing_stale(story):
    rewrite(
        story,
        heading("Табылған  күн", "h"),
        text('<p>Бір.</p><p>Екі <b>мысық</b>.</p><p><a href="https://example.kz/">Үш</a>.</p>', "t"),
    )

    assert compare_drafts(story).is_in_step


def test_a_correction_in_the_translation_is_seen_too(story, admin_user):
    save_texts(compare_drafts(story), {"body.h#0": "День, когда нашли"}, admin_user)

    assert states(story)["Табылған күн"] == State.AHEAD


def test_pulling_follows_moves_insertions_and_deletions_and_keeps_what_was_written(story, admin_user):
    rewrite(story, text("<p>Үш жаңа.</p>", "new"), heading("Табылған күн", "h"))

    pull_structure(story, admin_user)

    assert [b["value"] for b in body(twin_of(story))] == ["<p>Үш жаңа.</p>", "День находки"]
    assert set(Leftover.objects.values_list("text", flat=True)) == {"Один.", "Два <b>кота</b>.", '<a id="a1">Три</a>.'}


def test_a_block_that_comes_back_finds_its_confirmations_again(story, admin_user):
    blocks = body(story)
    rewrite(story, blocks[0])
    pull_structure(story, admin_user)
    rewrite(story, *blocks)
    pull_structure(story, admin_user)

    assert states(story)["Бір."] == State.MISSING
    save_texts(compare_drafts(story), {"body.t#0": "Один."}, admin_user)
    assert states(story)["Бір."] == State.IN_STEP


def test_pulling_keeps_what_only_the_translation_says(story, admin_user):
    draft = draft_of(twin_of(story))
    draft.seo_title = "Кот нашёлся"
    draft.save_revision()

    pull_structure(story, admin_user)

    assert draft_of(twin_of(story)).seo_title == "Кот нашёлся"


def test_a_picture_chosen_for_the_translation_stays_and_others_follow(admin_user):
    first, second, own = PictureFactory(), PictureFactory(), PictureFactory()
    page = page_with(picture=first)
    twin = create_translation(page, admin_user)
    rewrite(page, picture=second)
    pull_structure(page, admin_user)
    assert draft_of(twin).picture == second

    rewrite(twin, picture=own)
    rewrite(page, picture=first)
    pull_structure(page, admin_user)

    assert draft_of(twin).picture == own


def test_linked_pages_follow_in_the_language_of_the_translation(admin_user):
    story = make_pair(StoryPageFactory)
    lesson = LessonPageFactory(related_story=story.kk)
    lesson.save_revision()

    assert draft_of(create_translation(lesson, admin_user)).related_story_id == story.ru.pk


def test_roles_swap_only_in_step_and_both_live(story, admin_user):
    with pytest.raises(NotInStepError):
        swap_roles(story)
    for page in (story, twin_of(story)):
        with without_review():
            page.revisions.order_by("-pk").first().publish(skip_permission_checks=True)
        page.refresh_from_db()

    assert swap_roles(Page.objects.get(pk=story.pk).specific).original_locale.language_code == "ru"
    assert compare_drafts(story).original.locale.language_code == "ru"
    assert compare_drafts(story).is_in_step


def test_readers_are_told_only_while_the_live_translation_is_older(story, admin_user):
    for page in (story, twin_of(story)):
        with without_review():
            page.revisions.order_by("-pk").first().publish(skip_permission_checks=True)
    note_published(story.translation_key)
    assert not Pair.of(story).is_behind

    rewrite(story, heading("Басқа күн", "h"))
    note_published(story.translation_key)
    assert not Pair.of(story).is_behind

    with without_review():
        story.revisions.order_by("-pk").first().publish(skip_permission_checks=True)
    note_published(story.translation_key)
    assert Pair.of(story).is_behind


@pytest.mark.parametrize("trouble", ["alias", "another type", "no parent"])
def test_what_cannot_be_translated_is_refused_in_words(trouble, admin_user):
    page = page_with()
    if trouble == "alias":
        page = page.create_alias(update_slug="alias")
    if trouble == "another type":
        home = HomePage.objects.get(locale__language_code="ru")
        StoryPageFactory(language="ru", translation_key=page.translation_key, parent=home)
    if trouble == "no parent":
        page = page_with(parent=page)

    with pytest.raises(UntranslatableError) as refusal:
        create_translation(page, admin_user)

    assert str(refusal.value)


def claim(text_of_law: str, as_of: str, *, to_verify: bool) -> dict:
    value = {"text": text_of_law, "citations": [], "to_verify": to_verify, "as_of": as_of}
    return {"type": "claim", "value": value, "id": "claim"}


def test_dates_codes_and_marks_are_no_texts_and_follow_the_original(admin_user):
    page = ExplainerPageFactory(body=json.dumps([claim("Ит есепке алынады.", "2024", to_verify=True)]))
    page.save_revision()
    twin = create_translation(page, admin_user)
    assert "2024" not in states(page)
    translate(page, admin_user, {"Ит есепке алынады.": "Собаку берут на учёт."})

    for changed in (
        claim("Ит есепке алынады.", "2025-03", to_verify=True),
        claim("Ит есепке алынады.", "2025-03", to_verify=False),
    ):
        assert not compare_drafts(page).structure_differs
        rewrite(page, changed)
        assert compare_drafts(page).structure_differs
        pull_structure(page, admin_user)
        brought = draft_of(twin).body[0].value
        assert (brought["as_of"], brought["to_verify"]) == ("2025-03", changed["value"]["to_verify"])
        assert brought["text"] == "Собаку берут на учёт."


def test_a_fact_that_changed_in_the_original_is_not_in_step_until_it_is_brought_over(admin_user):
    page = page_with(picture=PictureFactory())
    create_translation(page, admin_user)
    assert not compare_drafts(page).structure_differs

    rewrite(page, picture=PictureFactory())
    assert compare_drafts(page).data_differ
    pull_structure(page, admin_user)
    assert not compare_drafts(page).structure_differs

    rewrite(twin_of(page), picture=PictureFactory())
    assert not compare_drafts(page).structure_differs


def test_readers_are_told_of_a_date_that_the_translation_does_not_have_yet(admin_user):
    pair = make_pair(
        ExplainerPageFactory, body=json.dumps([claim("1234", "2024", to_verify=True)]), title="1", summary="2"
    )
    note_published(pair.kk.translation_key)
    before = Pair.of(pair.kk).is_behind
    with without_review():
        draft = draft_of(pair.kk)
        draft.body = json.dumps([claim("1234", "2025", to_verify=True)])
        draft.save_revision().publish(skip_permission_checks=True)

    note_published(pair.kk.translation_key)

    assert (before, Pair.of(pair.kk).is_behind) == (False, True)
