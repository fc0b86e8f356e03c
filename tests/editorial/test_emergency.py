"""One permission may publish without a review; it costs a reason that stays."""

import pytest
from django.contrib.auth.models import Permission
from django.urls import reverse

from tests import factories
from tests.editorial.reviewing import LawPair, edit, fresh, seen, user_of

pytestmark = pytest.mark.django_db

REASON = "Мерзімі өтіп кеткен телефон нөмірі адамды адастырады"


@pytest.fixture
def page():
    page = factories.StandardPageFactory(title="Ескі")
    page.save_revision()
    edit(page, None, "Жаңа")
    return fresh(page)


def send(client, page, reason: str):
    return client.post(
        reverse("emergency_publish", args=[page.pk]),
        {"reason": reason, **seen(fresh(page))},
    )


@pytest.mark.parametrize("group", ["Authors", "Lawyers", "Translators", "Editors"])
def test_nobody_has_the_emergency_unless_it_is_granted(group, client, page):
    client.force_login(user_of(group))

    response = send(client, page, REASON)

    assert response.status_code in (302, 403)
    assert fresh(page).title == "Ескі"
    assert (
        "/emergency/" not in client.get(reverse("wagtailadmin_explore", args=[page.get_parent().pk])).content.decode()
    )


def test_a_granted_editor_publishes_and_the_reason_stands_in_the_history(client, page):
    editor = user_of("Editors")
    editor.user_permissions.add(Permission.objects.get(codename="emergency_publish"))
    client.force_login(editor)

    send(client, page, REASON)

    assert fresh(page).title == "Жаңа"
    assert REASON in client.get(reverse("wagtailadmin_pages:history", args=[page.pk])).content.decode()


@pytest.mark.parametrize("reason", ["", "   ", "қысқа", "\x00" * 20, "ұ" * 5000])
def test_without_a_reason_nothing_is_published(reason, client, page):
    client.force_login(user_of(None))

    send(client, page, reason)

    assert fresh(page).title == "Ескі"


def test_looking_publishes_nothing_and_says_what_would_happen(client, page):
    client.force_login(user_of(None))

    response = client.get(reverse("emergency_publish", args=[page.pk]))

    assert response.status_code == 200
    assert fresh(page).title == "Ескі"


def test_the_twin_stays_as_it_is(client):
    law = LawPair(client)
    client.force_login(user_of(None))

    send(client, law.kk, REASON)

    assert law.live == (True, False)


def test_an_unknown_page_is_not_found(client):
    client.force_login(user_of(None))

    assert client.get(reverse("emergency_publish", args=[10**9])).status_code == 404


@pytest.mark.parametrize("in_its_place", [False, True])
def test_a_draft_swapped_after_the_screen_was_opened_is_not_published(in_its_place, client):
    page = factories.StoryPageFactory(title="Ескі", live=False)
    opened = page.save_revision()
    shown = seen(page)
    draft = page.get_latest_revision_as_object()
    draft.title = "Ауыстырылған"
    draft.save_revision(overwrite_revision=opened if in_its_place else None)
    client.force_login(user_of(None))

    data = {"reason": "Телефон нөмірі қате, дереу түзету керек.", **shown}
    client.post(reverse("emergency_publish", args=[page.pk]), data)

    assert not fresh(page).live
