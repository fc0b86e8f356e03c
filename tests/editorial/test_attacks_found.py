"""What attackers found: each was a way round the review, a text lost or an error, and is none any more."""

import pytest
from django.urls import reverse

from bilingual.comparison import compare_drafts
from bilingual.pairs import twin_of
from tests import factories
from tests.editorial.reviewing import complete, fresh, user_of

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
