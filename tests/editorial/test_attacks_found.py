"""What attackers found: each was a way round the review, a text lost or an error, and is none any more."""

import json

import pytest
from django.core.files.base import ContentFile
from django.urls import reverse
from wagtail.documents import get_document_model

from bilingual.comparison import compare_drafts
from bilingual.pairs import twin_of
from editorial.texts import text_digest
from tests import factories
from tests.editorial.reviewing import act, complete, fresh, seen, submitted, user_of

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


# --- Approvals ---


def test_a_page_added_below_changes_no_word_of_the_text_above():
    page = factories.StandardPageFactory()
    before = text_digest(page.save_revision())

    factories.StandardPageFactory(parent=page)

    assert text_digest(fresh(page).save_revision()) == before
