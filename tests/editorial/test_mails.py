"""Letters of the review: to whom, in which language, and when."""

import datetime

import pytest
from django.contrib.auth.models import Group
from django.core import mail
from django.core.management import call_command
from django.db import transaction
from django.utils import timezone
from wagtail.users.models import UserProfile

from editorial.models import ReviewState
from tests import factories
from tests.editorial.reviewing import LawPair, act, fresh, submitted, user_of

pytestmark = pytest.mark.django_db


@pytest.fixture
def committed(django_capture_on_commit_callbacks):
    return lambda: django_capture_on_commit_callbacks(execute=True)


def reader(group: str, language: str = "kk", name: str | None = None, **switches):
    """Make a member of a group with an address and a language."""
    user = user_of(group, name)
    user.email = f"{user.username}@example.kz"
    user.save()
    UserProfile.objects.create(user=user, preferred_language=language, **switches)
    return user


def letters() -> dict[str, str]:
    """Return the subjects sent so far by recipient."""
    return {letter.to[0].split("@")[0]: letter.subject for letter in mail.outbox}


def test_each_reviewer_hears_of_a_new_text_in_his_own_language_with_who_what_until_when_and_a_link(committed):
    author = reader("Authors")
    reader("Translators", "kk", "aigul")
    reader("Translators", "ru", "olga")

    with committed():
        page = submitted(factories.StoryPageFactory, author, title="Қой")

    assert letters() == {
        "aigul": "«Қой» тексеруіңізді күтіп тұр · Мейірім",
        "olga": "Текст «Қой» ждёт вашей проверки · Мейірім",
    }
    text = next(letter.body for letter in mail.outbox if letter.to == ["olga@example.kz"])
    assert "authors" in text
    assert f"http://127.0.0.1:8000/admin/review/{page.pk}/" in text
    due_on = ReviewState.objects.get().due_on
    assert f"{due_on.day} " in text


def test_nobody_hears_of_a_submission_that_was_taken_back(committed):
    reader("Translators")
    author = reader("Authors")

    with committed(), transaction.atomic():
        submitted(factories.StoryPageFactory, author)
        transaction.set_rollback(True)

    assert mail.outbox == []


def test_who_wrote_the_text_gets_no_letter_to_review_it(committed):
    author = reader("Authors")
    author.groups.add(Group.objects.get(name="Translators"))
    reader("Translators", name="aigul")

    with committed():
        submitted(factories.StoryPageFactory, author)

    assert set(letters()) == {"aigul"}


def test_a_switch_in_the_account_is_obeyed_and_an_inactive_member_is_left_alone(committed):
    reader("Translators", name="silent", submitted_notifications=False)
    gone = reader("Translators", name="gone")
    gone.is_active = False
    gone.save()

    with committed():
        submitted(factories.StoryPageFactory, reader("Authors"))

    assert mail.outbox == []


def test_the_author_hears_of_a_return_with_the_comment_and_of_the_publication(committed, client):
    author, translator = reader("Authors", "ru"), reader("Translators")
    page = submitted(factories.StoryPageFactory, author, title="Қой")

    with committed():
        act(client, translator, page, "reject", {"comment": "Жылын қосыңыз <b>"})
    assert letters() == {"authors": "Текст «Қой» вернулся к вам · Мейірім"}
    assert "Жылын қосыңыз <b>" in mail.outbox[0].body

    mail.outbox.clear()
    page.current_workflow_state.resume(user=author)
    with committed():
        act(client, translator, fresh(page), "approve")
    assert letters() == {"authors": "Текст «Қой» опубликован · Мейірім"}


def test_of_an_approved_explainer_that_waits_its_author_hears_once_and_then_both_are_live(committed, client):
    law = LawPair(client)
    law.author.email = "author@example.kz"
    law.author.save()

    law.submit(law.ru)
    with committed():
        law.approve(law.ru)
    assert [letter.subject for letter in mail.outbox] == [f"«{law.ru.title}» мақұлданды · Мейірім"]

    mail.outbox.clear()
    law.submit(law.kk)
    with committed():
        law.approve(law.kk)
    assert {letter.subject for letter in mail.outbox} == {
        f"«{page.title}» жарияланды · Мейірім" for page in (law.kk, law.ru)
    }


def test_a_mail_server_that_fails_takes_nothing_back(committed, client, monkeypatch, caplog):
    def fail(self, messages):
        raise ConnectionRefusedError

    monkeypatch.setattr("django.core.mail.backends.locmem.EmailBackend.send_messages", fail)
    author, translator = reader("Authors"), reader("Translators")
    with committed():
        page = submitted(factories.StoryPageFactory, author)
        act(client, translator, page, "approve")

    assert page.live
    assert "could not be sent" in caplog.text


def test_a_title_with_a_line_break_does_not_break_the_letter(committed):
    reader("Translators")

    with committed():
        submitted(factories.StoryPageFactory, reader("Authors"), title="Қой\nBcc: all@example.kz")

    assert [letter.subject for letter in mail.outbox] == ["«Қой Bcc: all@example.kz» тексеруіңізді күтіп тұр · Мейірім"]


def remind(committed) -> list[str]:
    mail.outbox.clear()
    with committed():
        call_command("remind_reviewers", verbosity=0)
    return sorted(letters())


def overdue(author, days: int = 1):
    """Submit a story whose review should have ended `days` days ago."""
    submitted(factories.StoryPageFactory, author)
    ReviewState.objects.update(due_on=timezone.localdate() - datetime.timedelta(days=days))


def test_overdue_reviewers_are_reminded_once_and_again_after_the_same_time(committed):
    reader("Translators", name="aigul")
    overdue(reader("Authors"), days=0)
    assert remind(committed) == []

    ReviewState.objects.update(due_on=timezone.localdate() - datetime.timedelta(days=1))
    assert remind(committed) == ["aigul"]
    assert remind(committed) == []

    # Five working days are always done after nine days, and never after four.
    ReviewState.objects.update(reminded_on=timezone.localdate() - datetime.timedelta(days=4))
    assert remind(committed) == []
    ReviewState.objects.update(reminded_on=timezone.localdate() - datetime.timedelta(days=9))
    assert remind(committed) == ["aigul"]


def test_a_finished_step_reminds_nobody(committed, client):
    translator = reader("Translators")
    overdue(reader("Authors"))
    page = ReviewState.objects.get().workflow_state.content_object.specific
    act(client, translator, page, "reject", {"comment": "Жылын қосыңыз."})

    assert remind(committed) == []


def test_only_who_took_the_text_is_reminded(committed):
    reader("Translators", name="aigul")
    olga = reader("Translators", name="olga")
    overdue(reader("Authors"))
    ReviewState.objects.update(taken_by=olga)

    assert remind(committed) == ["olga"]
