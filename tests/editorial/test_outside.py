"""A reader from outside: a link that ends, can be taken back, and gives advice, never an approval."""

import datetime
import logging

import pytest
from django.core import mail
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from wagtail.models import PageLogEntry

from editorial.models import Advice, Invitation
from tests import factories
from tests.editorial.reviewing import act, edit, fresh, submitted, user_of

pytestmark = pytest.mark.django_db

ADDRESS = "/ru/outside-review/"


@pytest.fixture
def explainer():
    return submitted(factories.ExplainerPageFactory, user_of("Authors"), language="ru", title="Можно ли так?")


@pytest.fixture
def token(explainer):
    lawyer = user_of("Lawyers")
    lawyer.email = "lawyer@example.kz"
    lawyer.save()
    revision = fresh(explainer).get_latest_revision()
    return Invitation.issue(explainer, revision, "Адвокат Үлгі", 7, lawyer)[1]


@pytest.fixture
def outside(token):
    """A browser without an account that has entered with the token."""
    browser = Client()
    assert browser.post(ADDRESS, {"token": token}).status_code == 302
    return browser


def test_the_link_is_shown_once_and_its_token_is_nowhere_in_the_database(client, explainer):
    client.force_login(user_of("Lawyers"))
    url = reverse("editorial:invite", args=[explainer.pk])

    html = client.post(url, {"name": "Адвокат Үлгі", "days": "7"}).content.decode()

    token = html.split("/ru/outside-review/#")[1].split('"')[0]
    invitation = Invitation.objects.get()
    assert len(token) > 40
    assert token not in str(Invitation.objects.values().get())
    assert invitation.revision == fresh(explainer).get_latest_revision()
    assert datetime.timedelta(days=6) < invitation.expires_at - timezone.now() <= datetime.timedelta(days=7)
    assert token not in client.get(reverse("editorial:review", args=[explainer.pk])).content.decode()


@pytest.mark.parametrize("data", [{}, {"name": "x", "days": "7"}, {"name": "Адвокат", "days": "3650"}, {"days": "7"}])
def test_a_bad_form_makes_no_link(client, explainer, data):
    client.force_login(user_of("Lawyers"))

    assert client.post(reverse("editorial:invite", args=[explainer.pk]), data).status_code == 302
    assert not Invitation.objects.exists()


def test_who_may_not_edit_may_not_invite_or_revoke(client, explainer, token):
    client.force_login(user_of("Authors", "stranger"))
    invitation = Invitation.objects.get()

    client.post(reverse("editorial:invite", args=[explainer.pk]), {"name": "Адвокат", "days": "7"})
    client.post(reverse("editorial:revoke", args=[explainer.pk, invitation.pk]))

    assert Invitation.objects.get().is_open


def test_the_reader_sees_the_text_of_that_revision_and_nothing_else(outside, explainer):
    edit(fresh(explainer), explainer.owner, "Другой заголовок")

    html = outside.get(ADDRESS).content.decode()

    assert "Можно ли так?" in html
    assert "Другой заголовок" not in html
    assert outside.get("/admin/").status_code == 302
    assert "Можно ли так?" in outside.get(f"{ADDRESS}page/").content.decode()


@pytest.mark.parametrize("path", [ADDRESS, f"{ADDRESS}page/"])
def test_no_answer_is_kept_or_indexed_or_tells_where_it_came_from(outside, path):
    for browser in (outside, Client()):
        answer = browser.get(path)
        assert "noindex" in answer.headers["X-Robots-Tag"]
        assert "no-store" in answer.headers["Cache-Control"]
        assert answer.headers["Referrer-Policy"] == "same-origin"


def test_without_a_token_there_is_a_form_for_it_and_a_wrong_one_opens_nothing(explainer, token):
    browser = Client()

    assert "Можно ли так?" not in browser.get(ADDRESS).content.decode()
    for wrong in ("", "x", token[:-1], token + "\x00", "я" * 5000):
        answer = browser.post(ADDRESS, {"token": wrong})
        assert answer.status_code == 404
        assert "Можно ли так?" not in answer.content.decode()
    assert "Можно ли так?" not in browser.get(f"{ADDRESS}page/").content.decode()


@pytest.mark.parametrize("way", ["expired", "revoked", "revision gone"])
def test_a_closed_link_answers_410_on_every_door(client, outside, explainer, token, way):
    invitation = Invitation.objects.get()
    if way == "expired":
        Invitation.objects.update(expires_at=timezone.now() - datetime.timedelta(seconds=1))
    elif way == "revoked":
        client.force_login(user_of("Lawyers", "second"))
        client.post(reverse("editorial:revoke", args=[explainer.pk, invitation.pk]))
    else:
        Invitation.objects.update(revision=None)

    assert outside.post(ADDRESS, {"verdict": "right"}).status_code == 410
    assert Client().post(ADDRESS, {"token": token}).status_code == 410
    assert not Advice.objects.exists()


@pytest.mark.parametrize("path", [ADDRESS, f"{ADDRESS}page/"])
def test_a_link_that_ends_while_it_is_read_answers_410_in_words(outside, path):
    Invitation.objects.update(expires_at=timezone.now())

    answer = outside.get(path)

    assert answer.status_code == 410
    assert "Эта ссылка не действует" in answer.content.decode()


def test_no_log_and_no_address_holds_the_token(caplog, token):
    caplog.set_level(logging.DEBUG)
    browser = Client()
    entered = browser.post(ADDRESS, {"token": token})
    browser.get(entered.url)
    Invitation.objects.update(expires_at=timezone.now())
    browser.post(ADDRESS, {"token": token})

    assert token not in caplog.text
    assert token not in entered.url
    assert token not in str(dict(browser.session))


def test_advice_is_recorded_shown_and_told_and_approves_nothing(
    client, outside, explainer, django_capture_on_commit_callbacks
):
    with django_capture_on_commit_callbacks(execute=True):
        outside.post(ADDRESS, {"verdict": "right", "comment": "Ст. 7 верна."})

    page = fresh(explainer)
    assert page.current_workflow_state.current_task_state.status == "in_progress"
    assert page.current_workflow_task.name.startswith("Заңгердің")
    assert not page.live
    assert [(letter.to, letter.subject) for letter in mail.outbox] == [
        (["lawyer@example.kz"], "Адвокат Үлгі «Можно ли так?» мәтінін оқып шықты · Мейірім")
    ]
    client.force_login(user_of("Lawyers", "second"))
    html = client.get(reverse("editorial:review", args=[page.pk])).content.decode()
    assert "Ст. 7 верна." in html
    assert "бұрынғы мәтін туралы" not in html
    assert "Ст. 7 верна." in outside.get(ADDRESS).content.decode()
    assert "Адвокат Үлгі" in client.get(reverse("wagtailadmin_pages:history", args=[page.pk])).content.decode()
    assert set(PageLogEntry.objects.filter(page=page.pk).values_list("action", flat=True)) >= {"editorial.advice"}


def test_advice_on_an_earlier_text_is_marked_as_such(client, outside, explainer):
    outside.post(ADDRESS, {"verdict": "right"})
    lawyer = user_of("Lawyers", "second")
    edit(fresh(explainer), lawyer, "Другой заголовок")
    client.force_login(lawyer)

    assert "бұрынғы мәтін туралы" in client.get(reverse("editorial:review", args=[explainer.pk])).content.decode()


def test_remarks_need_words_and_a_repeated_click_adds_nothing(outside):
    refused = outside.post(ADDRESS, {"verdict": "remarks", "comment": ""})
    assert "Напишите, пожалуйста, что нужно изменить" in refused.content.decode()

    for _ in range(3):
        outside.post(ADDRESS, {"verdict": "remarks", "comment": "<script>alert(1)</script>"})
    assert Advice.objects.count() == 1
    assert "<script>alert" not in outside.get(ADDRESS).content.decode()


@pytest.mark.parametrize("data", [{}, {"verdict": "publish"}, {"verdict": "right", "comment": "я" * 100_000}])
def test_a_bad_advice_is_answered_in_words(outside, data):
    answer = outside.post(ADDRESS, data)

    assert answer.status_code == 200
    assert "outside__error" in answer.content.decode()
    assert not Advice.objects.exists()


def test_a_deleted_page_takes_its_links_along(outside, explainer):
    explainer.delete()

    assert outside.get(ADDRESS).status_code == 200
    assert not Invitation.objects.exists()


def test_an_outside_approval_does_not_replace_the_lawyers(client, outside, explainer):
    outside.post(ADDRESS, {"verdict": "right"})

    act(client, user_of("Translators"), fresh(explainer), "approve")

    assert fresh(explainer).current_workflow_task.name.startswith("Заңгердің")
