"""What attackers found: each was a way round the review, a text lost or an error, and is none any more."""

import io
import json

import pytest
from django.core.exceptions import PermissionDenied
from django.core.files.base import ContentFile
from django.urls import reverse
from PIL import Image
from wagtail.documents import get_document_model
from wagtail.users.models import UserProfile

from bilingual.comparison import compare_drafts
from bilingual.pairs import twin_of
from core.models import Licence, Picture
from editorial.texts import text_digest
from tests import factories
from tests.editorial.reviewing import LawPair, act, complete, edit, fresh, seen, submitted, user_of

pytestmark = pytest.mark.django_db


# --- The translator's screen ---


def test_a_page_with_a_date_is_translated_and_its_new_date_brought_over(client):
    page = factories.ExplainerPageFactory(**complete(factories.ExplainerPageFactory))
    page.save_revision()
    client.force_login(user_of("Translators"))

    client.post(reverse("bilingual:create", args=[page.pk]))
    twin = twin_of(fresh(page))
    assert twin.as_of == page.as_of
    assert not compare_drafts(page).data_differ

    draft = fresh(page).get_latest_revision_as_object()
    draft.as_of = page.as_of.replace(year=2027)
    draft.save_revision()
    assert compare_drafts(page).data_differ
    client.post(reverse("bilingual:translate", args=[page.pk]), {"do": "pull"})

    assert fresh(twin).get_latest_revision_as_object().as_of == draft.as_of
    assert not compare_drafts(page).data_differ


# --- The library ---


def document(user):
    file = ContentFile(b"Reviewed", name="ulgi.txt")
    return get_document_model().objects.create(title="Үлгі", file=file, uploaded_by_user=user)


def linking_to(given) -> str:
    text = f'<p><a id="{given.pk}" linktype="document">Үлгі</a></p>'
    return json.dumps([{"type": "text", "value": text, "id": "t1"}])


def exchange(client, given):
    data = {"title": given.title, "tags": "", "file": ContentFile(b"Unreviewed", name="basqa.txt")}
    return client.post(reverse("wagtaildocs:edit", args=[given.pk]), data)


def test_a_document_exchanged_while_a_text_waits_is_not_approved_with_it(client):
    author = user_of("Authors")
    given = document(author)
    page = submitted(factories.StoryPageFactory, author, body=linking_to(given))
    read = seen(page)
    client.force_login(author)

    assert exchange(client, given).status_code == 302
    act(client, user_of("Editors"), page, "approve", {"comment": "", **read})

    assert not fresh(page).live


@pytest.mark.parametrize("door", ["one", "bulk"])
def test_what_live_pages_show_is_not_deleted_under_them(door, client):
    author = user_of("Editors")
    given, picture = document(author), factories.PictureFactory(uploaded_by_user=author)
    page = factories.StoryPageFactory(picture=picture, body=linking_to(given))
    client.force_login(author)

    for name, model, thing in (
        ("wagtailimages", "core/picture", picture),
        ("wagtaildocs", "wagtaildocs/document", given),
    ):
        if door == "one":
            url = reverse(f"{name}:delete", args=[thing.pk])
        else:
            url = reverse("wagtail_bulk_action", args=[*model.split("/"), "delete"]) + f"?id={thing.pk}"
        client.post(url)

    assert fresh(page).picture == picture
    assert get_document_model().objects.filter(pk=given.pk).exists()
    with pytest.raises(PermissionDenied, match=page.title):
        Picture.objects.filter(pk=picture.pk).delete()


def test_what_no_live_page_shows_is_deleted_as_before(client):
    editor = user_of("Editors")
    picture = factories.PictureFactory(uploaded_by_user=editor)
    factories.StoryPageFactory(picture=picture, live=False)
    client.force_login(editor)

    client.post(reverse("wagtailimages:delete", args=[picture.pk]))

    assert not Picture.objects.exists()


def test_a_reviewer_who_rewords_a_picture_does_not_approve_his_words_alone(client):
    author, editor = user_of("Authors"), user_of("Editors")
    licence = Licence.objects.first()
    picture = factories.PictureFactory(licence=licence, credit="Мейірім")
    page = submitted(factories.StoryPageFactory, author, picture=picture)
    data = {"title": picture.title, "description_kk": "Редактордың сөзі", "description_ru": "Слова редактора"}
    data |= {"credit": "Мейірім", "licence": licence.pk, "source_url": "", "tags": ""}
    client.force_login(editor)
    assert client.post(reverse("wagtailimages:edit", args=[picture.pk]), data).status_code == 302

    for _round in range(2):
        act(client, editor, fresh(page), "approve")
    assert not fresh(page).live

    act(client, user_of("Translators"), fresh(page), "approve")
    assert fresh(page).live


def portrait(size: int) -> bytes:
    place = Image.Exif()
    place[0x010F] = "CameraMaker"
    output = io.BytesIO()
    Image.effect_noise((size, size), 50).save(output, "JPEG", exif=place)
    return output.getvalue()


def send_portrait(client, content: bytes):
    data = {
        "name_email-first_name": "Аружан",
        "name_email-last_name": "С",
        "name_email-email": "a@example.org",
        "locale-preferred_language": "kk",
        "locale-current_time_zone": "Asia/Almaty",
        "theme-theme": "system",
        "theme-density": "default",
        "theme-contrast": "system",
        "avatar-avatar": ContentFile(content, name="men.jpg"),
    }
    return client.post(reverse("wagtailadmin_account"), data)


def test_the_picture_of_a_person_tells_no_place_either(client):
    user = user_of("Authors")
    client.force_login(user)

    assert send_portrait(client, portrait(100)).status_code == 302

    kept = UserProfile.get_for_user(user).avatar.read()
    assert b"CameraMaker" not in kept
    assert Image.open(io.BytesIO(kept)).size == (100, 100)


@pytest.mark.parametrize("content", [portrait(900)[:20_000], b"GIF89a", b"<svg/>"])
def test_a_damaged_picture_of_a_person_is_refused_in_words(content, client):
    user = user_of("Authors")
    client.force_login(user)

    response = send_portrait(client, content)

    assert response.status_code == 200
    assert not UserProfile.get_for_user(user).avatar


# --- Approvals ---


def test_a_text_whose_page_is_taken_down_in_the_middle_of_its_review_is_not_lost(client):
    author, editor = user_of("Authors"), user_of("Editors")
    page = factories.StoryPageFactory(owner=author, **complete(factories.StoryPageFactory))
    page.save_revision()
    edit(page, author, "Жаңа")
    fresh(page).get_workflow().start(fresh(page), author)

    fresh(page).unpublish(user=editor)
    act(client, editor, fresh(page), "approve")

    assert (fresh(page).live, fresh(page).title) == (True, "Жаңа")


def test_law_taken_down_between_its_two_approvals_goes_back_to_the_lawyer(client):
    law = LawPair(client)
    law.bring_live()
    edit(fresh(law.kk), law.author, "Жаңа")
    law.confirm()
    law.submit(law.kk)
    act(client, law.lawyer, fresh(law.kk), "approve")

    fresh(law.kk).unpublish()
    act(client, law.translator, fresh(law.kk), "approve")

    assert law.live == (False, False)
    assert fresh(law.kk).current_workflow_state.current_task_state.task.specific.checks_law
    law.approve(law.kk)
    law.submit(law.ru)
    law.approve(law.ru)
    assert law.live == (True, True)


def test_a_page_added_below_changes_no_word_of_the_text_above():
    page = factories.StandardPageFactory()
    before = text_digest(page.save_revision())

    factories.StandardPageFactory(parent=page)

    assert text_digest(fresh(page).save_revision()) == before
