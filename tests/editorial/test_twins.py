"""Law goes live in both languages at once or not at all; other pages may let the translation follow."""

import datetime

import pytest
from django.core.exceptions import PermissionDenied
from django.core.management import call_command
from django.urls import reverse
from django.utils import timezone
from wagtail.models import PageViewRestriction

from bilingual.comparison import compare_drafts
from bilingual.drafts import create_translation, save_texts
from editorial.going_live import NotApprovedError, newest_revision, waiting_revision
from tests import factories
from tests.editorial.reviewing import LawPair, act, edit, fresh, seen, submitted, user_of

pytestmark = pytest.mark.django_db


@pytest.fixture
def law(client):
    return LawPair(client)


def test_an_approved_text_waits_for_its_twin_and_both_go_live_by_a_user_without_the_right_to_publish(law):
    law.submit(law.kk)
    law.approve(law.kk)
    assert law.live == (False, False)

    law.submit(law.ru)
    law.approve(law.ru)

    assert law.live == (True, True)
    assert not fresh(law.ru).permissions_for_user(law.translator).can_publish()


def test_the_language_of_an_explainer_is_not_approved_while_it_has_no_twin(client):
    page = submitted(factories.ExplainerPageFactory, user_of("Authors"))
    act(client, user_of("Lawyers"), page, "approve")
    act(client, user_of("Translators"), page, "approve")

    assert not page.live
    assert waiting_revision(page) is None
    assert page.current_workflow_task.specific.compares_twins


def test_a_waiting_page_is_locked_for_its_author_with_the_reason(law):
    law.submit(law.kk)
    law.approve(law.kk)
    law.client.force_login(law.author)

    html = law.client.get(reverse("wagtailadmin_pages:edit", args=[law.kk.pk])).content.decode()

    assert fresh(law.kk).get_lock().for_user(law.author)
    assert fresh(law.kk).get_lock().get_message(law.author).split(".")[0] == "Мақұлданды"
    assert "Екінші тілдегі нұсқасы мақұлданған бойда" in html


def test_an_editor_may_reopen_a_waiting_page_and_its_approval_is_void(law):
    law.submit(law.kk)
    law.approve(law.kk)
    editor = user_of("Editors")

    assert not fresh(law.kk).get_lock().for_user(editor)
    edit(fresh(law.kk), editor, "Түзетілген сұрақ?")

    assert waiting_revision(fresh(law.kk)) is None
    law.submit(law.ru)
    law.approve(law.ru)
    assert law.live == (False, False)


@pytest.mark.parametrize("what", ["missing", "stale"])
def test_a_translation_is_not_approved_while_it_is_not_in_step(what, law):
    if what == "missing":
        edit(fresh(law.ru), law.author, law.kk.title)
    else:
        edit(fresh(law.kk), law.author, "Мүлде басқа сұрақ?")
    law.submit(law.ru)
    act(law.client, law.lawyer, fresh(law.ru), "approve")
    state = fresh(law.ru).current_workflow_state.current_task_state

    assert state.task.specific.obstacles(fresh(law.ru))
    with pytest.raises(PermissionDenied):
        state.task.specific.on_action(state, law.translator, "approve", **seen(law.ru))


def test_in_the_second_round_live_texts_stay_until_both_are_approved(law):
    law.bring_live()
    old = fresh(law.kk).title
    edit(fresh(law.kk), law.author, "Екінші редакция?")
    law.submit(law.kk)
    law.approve(law.kk)

    assert fresh(law.kk).title == old

    comparison = compare_drafts(law.kk)
    save_texts(comparison, {"title#0": "Вторая редакция?"}, law.author)
    law.confirm()
    law.submit(law.ru)
    law.approve(law.ru)

    assert (fresh(law.kk).title, fresh(law.ru).title) == ("Екінші редакция?", "Вторая редакция?")


def test_a_correction_of_one_language_goes_live_alone_once_it_is_confirmed(law):
    law.bring_live()
    edit(fresh(law.ru), law.author, "Вопрос без опечатки?")
    law.confirm()
    law.submit(law.ru)
    law.approve(law.ru)

    assert fresh(law.ru).title == "Вопрос без опечатки?"


def schedule(page, when, user=None):
    draft = page.get_latest_revision_as_object()
    draft.go_live_at = when
    draft.save_revision(user=user)


def test_a_pair_has_one_schedule_and_the_scheduler_publishes_both(law):
    schedule(fresh(law.kk), timezone.now() + datetime.timedelta(days=2), law.author)
    law.bring_live()
    assert law.live == (False, False)
    moments = [newest_revision(page).content["go_live_at"] for page in (law.kk, law.ru)]
    assert moments[0] == moments[1]

    for page in (law.kk, law.ru):
        revision = fresh(page).revisions.exclude(approved_go_live_at=None).get()
        past = timezone.now() - datetime.timedelta(minutes=1)
        revision.content["go_live_at"] = past.isoformat()
        revision.approved_go_live_at = past
        revision.save()
    call_command("publish_scheduled")

    assert law.live == (True, True)
    assert all(fresh(page).revisions.exclude(approved_go_live_at=None).count() == 0 for page in (law.kk, law.ru))


def test_a_schedule_in_the_past_publishes_at_once(law):
    schedule(fresh(law.kk), timezone.now() - datetime.timedelta(days=2), law.author)
    law.bring_live()

    assert law.live == (True, True)


def test_if_the_process_dies_between_the_two_saves_neither_is_live(law, monkeypatch):
    law.submit(law.kk)
    law.approve(law.kk)
    law.submit(law.ru)
    act(law.client, law.lawyer, fresh(law.ru), "approve")
    from wagtail.models import Page

    publish, calls = Page.publish, []

    def publish_once(self, *args, **kwargs):
        calls.append(self.pk)
        if len(calls) == 2:
            raise SystemExit("the process is killed")
        return publish(self, *args, **kwargs)

    monkeypatch.setattr(Page, "publish", publish_once)
    with pytest.raises(SystemExit):
        act(law.client, law.translator, fresh(law.ru), "approve")
    monkeypatch.undo()

    assert len(calls) == 2
    assert law.live == (False, False)
    act(law.client, law.translator, fresh(law.ru), "approve")
    assert law.live == (True, True)


def test_the_second_of_two_approvals_at_one_moment_finds_the_step_finished(client):
    page = submitted(factories.StoryPageFactory, user_of("Authors"))
    state = page.current_workflow_state.current_task_state
    task = state.task.specific
    task.on_action(state, user_of("Editors"), "approve", **seen(page))

    with pytest.raises(PermissionDenied):
        task.on_action(state, user_of("Translators"), "approve", **seen(page))

    assert fresh(page).revisions.count() == 1
    assert fresh(page).workflow_states.count() == 1


def test_a_story_goes_live_alone_and_the_translation_may_follow(client):
    page = submitted(factories.StoryPageFactory, user_of("Authors"))
    twin = create_translation(page, user_of("Editors"))

    act(client, user_of("Translators"), page, "approve")

    assert page.live
    assert not fresh(twin).live


def test_unpublishing_the_original_takes_the_translation_down(law):
    law.bring_live()

    fresh(law.kk).unpublish()

    assert law.live == (False, False)


def test_unpublishing_a_translation_leaves_the_original(law):
    law.bring_live()

    fresh(law.ru).unpublish()

    assert law.live == (True, False)


def test_an_original_that_expires_takes_the_translation_down(law):
    law.bring_live()
    type(law.kk).objects.filter(pk=law.kk.pk).update(expire_at=timezone.now() - datetime.timedelta(minutes=1))

    call_command("publish_scheduled")

    assert law.live == (False, False)


@pytest.mark.django_db(transaction=True)
def test_a_restriction_of_one_language_holds_for_the_other_and_is_never_taken_off_by_itself(client):
    from django.contrib.auth.models import Group

    pair = factories.make_pair(factories.StandardPageFactory)
    restriction = PageViewRestriction.objects.create(page=pair.kk, restriction_type=PageViewRestriction.GROUPS)
    group = Group.objects.create(name="Клиника")
    restriction.groups.add(group)

    mirrored = pair.ru.view_restrictions.get()
    assert (mirrored.restriction_type, list(mirrored.groups.all())) == ("groups", [group])

    restriction.delete()
    assert pair.ru.view_restrictions.exists()


def test_code_cannot_publish_what_nobody_approved(law):
    with pytest.raises(NotApprovedError):
        newest_revision(law.kk).publish()

    assert law.live == (False, False)
