"""Pairs that fell apart, were moved or copied, or met a language that is off or new: each has its answer."""

import pytest
from django.urls import reverse
from wagtail.models import Locale, Page

from bilingual.comparison import compare_drafts
from bilingual.drafts import UntranslatableError, create_translation
from bilingual.models import Leftover, Pair
from bilingual.pairs import draft_of, is_original, twin_of
from editorial.going_live import without_review
from home.models import HomePage
from tests import factories
from tests.bilingual.test_drafts import heading, page_with, rewrite, states, text, translate

pytestmark = pytest.mark.django_db

SCREENS = ["bilingual:translate", "wagtailadmin_pages:edit", "wagtailadmin_pages:history", "editorial:review"]


@pytest.fixture
def editor(client, admin_user):
    client.force_login(admin_user)
    return admin_user


@pytest.fixture
def pair(editor):
    page = page_with(heading("Табылған күн", "h"), text("<p>Екі мысық.</p>", "t"), title="Мысық", summary="Қысқа")
    twin = create_translation(page, editor)
    translate(page, editor, {"Мысық": "Кошка", "Табылған күн": "День находки"})
    with without_review():
        for one in (page, twin):
            draft_of(one).save_revision().publish(skip_permission_checks=True)
    return page, Page.objects.get(pk=twin.pk).specific


def opens(client, page: Page) -> bool:
    answers = [client.get(reverse(screen, args=[page.pk])).status_code for screen in SCREENS]
    lists = [client.get(reverse(name)).status_code for name in ("wagtailadmin_home", "pages_and_languages")]
    return {*answers, *lists} == {200}


def test_of_a_deleted_original_the_translation_is_left_and_leads(client, editor, pair):
    original, translation = pair
    Page.objects.get(pk=original.pk).delete()
    translation = Page.objects.get(pk=translation.pk).specific

    assert opens(client, translation)
    assert is_original(translation)
    again = create_translation(translation, editor)
    assert compare_drafts(again).original.pk == translation.pk
    assert draft_of(again).title == "Кошка"


def test_a_deleted_translation_can_be_made_anew_and_remembers_what_was_confirmed(client, editor, pair):
    original, translation = pair
    Page.objects.get(pk=translation.pk).delete()

    assert opens(client, original)
    assert client.get(original.url).status_code == 200
    create_translation(original, editor)
    assert {"Мысық": "missing", "Табылған күн": "missing"}.items() <= states(original).items()
    page = client.get(reverse("bilingual:translate", args=[original.pk])).content.decode()
    assert "День находки" in page


def test_nothing_is_remembered_of_roles_when_both_are_deleted(editor, pair):
    original, _translation = pair
    rewrite(original, text("<p>Екі мысық.</p>", "t"))
    key = original.translation_key
    Leftover.objects.create(translation_key=key, locale=original.locale, path="body", text="День")

    for page in Page.objects.filter(translation_key=key):
        page.delete()

    assert not Pair.objects.filter(translation_key=key).exists()
    assert not Leftover.objects.filter(translation_key=key).exists()


def test_a_copy_is_a_page_of_its_own_and_leaves_the_pair_alone(client, editor, pair):
    original, translation = pair
    copied = original.copy(update_attrs={"slug": "copy", "title": "Көшірме"}, keep_live=False, user=editor)
    copied = Page.objects.get(pk=copied.pk).specific

    assert twin_of(copied) is None
    assert twin_of(original) == translation
    assert opens(client, copied)
    second = create_translation(copied, editor)
    assert second.pk != translation.pk
    assert set(states(copied).values()) == {"missing"}
    assert is_original(copied)


def test_of_a_moved_page_the_editor_reads_that_its_twin_stands_elsewhere(client, editor, pair):
    original, translation = pair
    new_parents = factories.make_pair(factories.StandardPageFactory)

    answer = client.post(reverse("wagtailadmin_pages:move_confirm", args=[original.pk, new_parents.kk.pk]), follow=True)

    assert "Кошка" in " ".join(str(message) for message in answer.context["messages"])
    assert opens(client, original)
    assert twin_of(original) == translation
    assert client.get(Page.objects.get(pk=original.pk).url).status_code == 200

    answer = client.post(
        reverse("wagtailadmin_pages:move_confirm", args=[translation.pk, new_parents.ru.pk]), follow=True
    )
    assert "Мысық" not in " ".join(str(message) for message in answer.context["messages"])


def test_a_language_that_is_switched_off_refuses_new_translations_and_breaks_no_pair(client, editor, pair, settings):
    original, _translation = pair
    alone = page_with(title="Жалғыз")
    settings.WAGTAIL_CONTENT_LANGUAGES = [("kk", "Kazakh")]

    assert client.get(original.url).status_code == 200
    assert opens(client, original)
    assert opens(client, alone)
    with pytest.raises(UntranslatableError):
        create_translation(alone, editor)
    answer = client.post(reverse("bilingual:create", args=[alone.pk]), follow=True)
    assert answer.status_code == 200
    assert answer.context["messages"]


def test_a_third_language_stands_alone_and_leaves_pairs_as_they_are(client, editor, pair, settings):
    settings.LANGUAGES = settings.WAGTAIL_CONTENT_LANGUAGES = [*settings.LANGUAGES, ("en", "English")]
    original, translation = pair
    english = Locale.objects.create(language_code="en")
    home = HomePage.objects.get(locale__language_code="kk").copy_for_translation(english)
    third = original.copy_for_translation(english)

    assert twin_of(original) == translation
    assert twin_of(translation).pk == original.pk
    assert twin_of(third) is None
    assert twin_of(home) is None
    assert all(opens(client, page) for page in (original, translation, third))
    assert compare_drafts(original).translation.pk == translation.pk
    with pytest.raises(UntranslatableError):
        create_translation(third, editor)
    for page in (original, translation):
        assert client.get(page.url).status_code == 200
    with without_review():
        third.save_revision().publish(skip_permission_checks=True)
    assert Pair.of(original).is_behind  # as before: two of its texts were never translated
    assert client.get(original.url).status_code == 200
    assert client.get("/sitemap.xml").status_code == 200
