"""A page goes live through its workflow, with a second pair of eyes, and by no button round it."""

import datetime

import pytest
from django.contrib.auth.models import Group
from django.core.exceptions import PermissionDenied, ValidationError
from django.urls import reverse
from wagtail.models import Task, Workflow

from editorial.going_live import waiting_revision, without_review
from editorial.grants import GENERAL_WORKFLOW, LAW_WORKFLOW
from editorial.models import FourEyesTask, ReviewedPage, ReviewState
from editorial.working_days import after_working_days
from legal.models import LegalIndexPage
from stories.models import StoryIndexPage, StoryPage
from tests import factories
from tests.editorial.reviewing import LawPair, act, edit, fresh, seen, submitted, user_of

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("language", ["kk", "ru"])
def test_stories_pass_a_language_review_and_law_a_lawyer_first(language):
    story = factories.StoryPageFactory(language=language)
    explainer = factories.ExplainerPageFactory(language=language)

    assert story.get_workflow().name == GENERAL_WORKFLOW
    assert [task.name for task in explainer.get_workflow().tasks] == [
        "Заңгердің тексеруі · Проверка юриста",
        "Тілдік тексеру · Языковая проверка",
    ]


def test_the_review_is_set_up_in_every_new_database():
    assert set(Group.objects.values_list("name", flat=True)) >= {"Authors", "Lawyers", "Translators", "Editors"}
    assert Workflow.objects.filter(name__in=[GENERAL_WORKFLOW, LAW_WORKFLOW], active=True).count() == 2


def test_an_approved_story_goes_live_although_its_reviewer_may_not_publish(client):
    author, translator = user_of("Authors"), user_of("Translators")
    page = submitted(factories.StoryPageFactory, author)

    act(client, translator, page, "approve")

    assert page.live
    assert not page.permissions_for_user(translator).can_publish()


def test_a_rejected_story_stays_a_draft(client):
    page = submitted(factories.StoryPageFactory, user_of("Authors"))

    act(client, user_of("Editors"), page, "reject", {"comment": "Жылы көрсетілмеген."})

    assert not page.live
    assert page.current_workflow_state.status == "needs_changes"


def test_an_explainer_needs_the_lawyer_and_then_the_language(client):
    law = LawPair(client)
    law.submit(law.ru)
    law.approve(law.ru)
    law.submit(law.kk)

    act(client, law.lawyer, fresh(law.kk), "approve")
    assert law.live == (False, False)
    act(client, law.translator, fresh(law.kk), "approve")

    assert law.live == (True, True)


@pytest.mark.parametrize("checked", [[], ["0"], ["0", "1", "2"], ["0", "0", "0", "0"], ["9"]])
def test_the_lawyer_does_not_approve_with_a_point_of_the_checklist_open(checked, client):
    page = submitted(factories.ExplainerPageFactory, user_of("Authors"))

    act(client, user_of("Lawyers"), page, "approve", {"comment": "", "checked": checked})

    assert page.current_workflow_state.current_task_state.task.name.startswith("Заңгер")


@pytest.mark.parametrize(
    "crafted", [{}, {"checked": "all"}, {"checked": [0]}, {"checked": {"0": 1}}, {"checked": None}]
)
def test_crafted_data_does_not_pass_the_checklist(crafted):
    page = submitted(factories.ExplainerPageFactory, user_of("Authors"))
    state = page.current_workflow_state.current_task_state

    with pytest.raises(PermissionDenied):
        state.task.specific.on_action(state, user_of("Lawyers"), "approve", **{**seen(page), **crafted})


def test_the_points_a_lawyer_checked_stand_in_the_history(client):
    page = submitted(factories.ExplainerPageFactory, user_of("Authors"))

    act(client, user_of("Lawyers"), page, "approve")

    state = ReviewState.objects.get(status="approved")
    assert len(state.checked) == state.get_comment().count("✓") == 4


def test_both_checklists_have_the_same_number_of_points():
    task = FourEyesTask(name="x", checklist_kk="бір\nекі", checklist_ru="один")

    with pytest.raises(ValidationError):
        task.full_clean()


def test_a_translator_cannot_take_the_lawyers_step(client):
    page = submitted(factories.ExplainerPageFactory, user_of("Authors"))

    act(client, user_of("Translators"), page, "approve")

    assert page.current_workflow_state.current_task_state.task.name.startswith("Заңгер")


@pytest.mark.parametrize("group", ["Editors", None])
def test_nobody_approves_what_he_submitted_himself(client, group):
    author = user_of(group)
    page = submitted(factories.StoryPageFactory, author)

    act(client, author, page, "approve")

    assert not page.live


def test_nobody_approves_his_own_page_that_a_colleague_submitted(client):
    owner, colleague = user_of("Editors"), user_of("Translators")
    page = submitted(factories.StoryPageFactory, owner)
    page.current_workflow_state.cancel(user=owner)
    page.get_workflow().start(page, colleague)

    act(client, owner, page, "approve")

    assert not page.live


def test_an_action_that_was_not_offered_is_refused_by_the_task_itself():
    author = user_of("Editors")
    page = submitted(factories.StoryPageFactory, author)
    state = page.current_workflow_state.current_task_state

    with pytest.raises(PermissionDenied):
        state.task.specific.on_action(state, author, "approve", **seen(page))


@pytest.mark.parametrize("group", ["Authors", "Lawyers", "Translators", "Editors", None])
@pytest.mark.parametrize(
    "page_factory",
    [factories.StoryPageFactory, factories.LessonPageFactory, factories.ExplainerPageFactory],
)
def test_nobody_has_a_publish_button(page_factory, group):
    user = user_of(group)
    page = page_factory(owner=user)

    assert not page.permissions_for_user(user).can_publish()
    assert not page.get_parent().specific.permissions_for_user(user).can_publish_subpage()


STREAMS = ("steps", "body", "changes")


def edit_form(client, page) -> dict:
    """Return what a browser would send back from the edit view of an explainer with empty streams."""
    form = client.get(reverse("wagtailadmin_pages:edit", args=[page.pk])).context["form"]
    values = {bound.html_name: bound.value() for bound in form if bound.name not in STREAMS}
    texts = {name: value for name, value in values.items() if isinstance(value, str | int) and value is not False}
    empty_text = '{"blocks": [], "entityMap": {}}'
    return {
        **texts,
        **{f"{name}-count": "0" for name in STREAMS},
        "short_answer": empty_text,
        "comments-TOTAL_FORMS": "0",
        "comments-INITIAL_FORMS": "0",
    }


@pytest.mark.parametrize("group", ["Editors", "Lawyers", None])
def test_the_edit_view_saves_law_but_does_not_publish_it_even_when_asked_by_hand(client, group):
    page = factories.ExplainerPageFactory(live=False)
    page.save_revision()
    client.force_login(user_of(group))

    data = {**edit_form(client, page), "title": "Жаңа сұрақ?", "action-publish": "1"}
    client.post(reverse("wagtailadmin_pages:edit", args=[page.pk]), data)

    page.refresh_from_db()
    assert page.get_latest_revision_as_object().title == "Жаңа сұрақ?"  # the form was taken, so the refusal is real
    assert not page.live


def publish_in_bulk(client, user, page) -> None:
    """Do what the bulk action of the page list does."""
    client.force_login(user)
    url = reverse("wagtail_bulk_action", args=["wagtailcore", "page", "publish"])
    client.post(f"{url}?id={page.pk}", {"include_descendants": "on"})
    page.refresh_from_db()


@pytest.mark.parametrize("group", ["Editors", None])
def test_the_bulk_action_does_not_publish(client, group):
    page = factories.ExplainerPageFactory(live=False)
    page.save_revision()

    publish_in_bulk(client, user_of(group), page)

    assert not page.live


def test_it_is_the_review_that_holds_the_bulk_action_back(client, monkeypatch):
    page = factories.ExplainerPageFactory(live=False)
    page.save_revision()
    monkeypatch.delattr(ReviewedPage, "permissions_for_user")

    with without_review():
        publish_in_bulk(client, user_of(None), page)

    assert page.live


def test_an_author_adds_pages_in_every_section_and_changes_only_his_own():
    author = user_of("Authors")
    own = factories.StoryPageFactory(owner=author, live=False)
    foreign = factories.StoryPageFactory(live=False)

    assert StoryIndexPage.objects.first().permissions_for_user(author).can_add_subpage()
    assert own.permissions_for_user(author).can_edit()
    assert not foreign.permissions_for_user(author).can_edit()


def test_a_lawyer_edits_law_and_not_stories():
    lawyer = user_of("Lawyers")

    assert factories.ExplainerPageFactory().permissions_for_user(lawyer).can_edit()
    assert LegalIndexPage.objects.first().permissions_for_user(lawyer).can_edit()
    assert not factories.StoryPageFactory().permissions_for_user(lawyer).can_edit()


def test_an_editor_may_take_a_page_down():
    page = factories.StoryPageFactory()

    assert page.permissions_for_user(user_of("Editors")).can_unpublish()
    assert not page.permissions_for_user(user_of("Translators", "translator")).can_unpublish()


def test_every_task_of_the_review_asks_for_four_eyes():
    assert {
        type(task.specific).__name__ for task in Task.objects.filter(active=True, workflow_tasks__isnull=False)
    } == {"FourEyesTask"}


def test_a_new_story_starts_unpublished_for_whoever_creates_it(client):
    client.force_login(user_of("Authors"))
    index = StoryIndexPage.objects.get(locale__language_code="kk")

    response = client.get(reverse("wagtailadmin_pages:add", args=["stories", "storypage", index.pk]))

    assert response.status_code == 200
    assert b'name="action-publish"' not in response.content
    assert not StoryPage.objects.exists()


def test_what_the_last_reviewer_corrected_goes_live_once_another_has_read_it(client):
    translator, editor = user_of("Translators"), user_of("Editors")
    page = submitted(factories.StoryPageFactory, user_of("Authors"), title="Мысыктар")
    edit(page, translator, "Мысықтар")

    act(client, translator, page, "approve")
    assert not page.live
    act(client, translator, page, "approve")
    assert not page.live
    act(client, editor, page, "approve")

    assert page.live
    assert page.title == "Мысықтар"


def test_a_reviewer_who_saves_without_a_change_still_approves_alone(client):
    translator = user_of("Translators")
    page = submitted(factories.StoryPageFactory, user_of("Authors"), title="Мысықтар")
    edit(page, translator, "Мысықтар")

    act(client, translator, page, "approve")

    assert page.live


def test_the_button_says_that_a_correction_goes_to_another_reviewer(client):
    translator = user_of("Translators")
    page = submitted(factories.StoryPageFactory, user_of("Authors"), title="Мысыктар")
    edit(page, translator, "Мысықтар")
    client.force_login(translator)

    screen = client.get(reverse("editorial:review", args=[page.pk]))

    assert [label for name, label, _form in screen.context["forms"] if name == "approve"] == [
        "Түзетуді басқа тексерушіге беру"
    ]


def test_a_text_changed_after_the_lawyer_goes_back_to_the_lawyer(client):
    law = LawPair(client)
    law.submit(law.kk)
    act(client, law.lawyer, fresh(law.kk), "approve")
    edit(fresh(law.kk), law.translator, "Басқа сұрақ?")

    act(client, law.translator, fresh(law.kk), "approve")

    assert fresh(law.kk).current_workflow_state.current_task_state.task.name.startswith("Заңгер")
    act(client, law.lawyer, fresh(law.kk), "approve")
    act(client, user_of("Editors"), fresh(law.kk), "approve")
    assert waiting_revision(fresh(law.kk)).content["title"] == "Басқа сұрақ?"


def test_saving_without_a_change_does_not_send_a_text_back(client):
    law = LawPair(client)
    law.submit(law.kk)
    act(client, law.lawyer, fresh(law.kk), "approve")
    edit(fresh(law.kk), law.translator, fresh(law.kk).title)

    act(client, law.translator, fresh(law.kk), "approve")

    assert waiting_revision(fresh(law.kk)) is not None


def test_the_language_step_can_return_a_text_to_the_lawyer(client):
    law = LawPair(client)
    law.submit(law.kk)
    act(client, law.lawyer, fresh(law.kk), "approve")

    act(client, law.translator, fresh(law.kk), "return", {"comment": "Мерзімі күмән тудырады"})

    state = fresh(law.kk).current_workflow_state
    assert state.current_task_state.task.name.startswith("Заңгер")
    assert not state.task_states.filter(status="approved").exists()
    assert state.task_states.filter(comment="Мерзімі күмән тудырады").exists()


def test_the_first_step_has_none_to_return_to():
    page = submitted(factories.ExplainerPageFactory, user_of("Authors"))
    state = page.current_workflow_state.current_task_state

    with pytest.raises(PermissionDenied):
        state.task.specific.on_action(state, user_of("Lawyers"), "return", comment="")


def test_a_draft_that_a_reviewer_has_looked_at_is_never_overwritten(client):
    author = user_of("Authors")
    page = submitted(factories.StoryPageFactory, author)
    reviewed = page.latest_revision
    before = reviewed.content
    page.title = "Автосақтау"

    page.save_revision(user=author, overwrite_revision=reviewed)

    reviewed.refresh_from_db()
    assert reviewed.content == before
    assert fresh(page).latest_revision_id != reviewed.pk


def test_a_step_is_due_after_its_working_days():
    page = submitted(factories.StoryPageFactory, user_of("Authors"))
    state = page.current_workflow_state.current_task_state.specific

    assert state.due_on == after_working_days(state.task.specific.days)
    assert after_working_days(5, datetime.date(2026, 11, 20)) == datetime.date(2026, 11, 27)
    assert after_working_days(1, datetime.date(2026, 11, 20)) == datetime.date(2026, 11, 23)


def test_whoever_wrote_a_part_of_the_text_does_not_approve_it(client):
    helper = user_of("Editors")
    page = factories.StoryPageFactory(live=False, owner=user_of("Authors"))
    edit(page, helper, "Редактор жазған атау")
    page.get_workflow().start(page, page.owner)

    act(client, helper, page, "approve")

    page.refresh_from_db()
    assert not page.live


@pytest.mark.parametrize(
    ("group", "may"), [("Authors", False), ("Lawyers", False), ("Translators", True), ("Editors", True)]
)
def test_an_author_rewords_no_picture_of_others_on_live_pages(group, may, client):
    user = user_of(group)
    client.force_login(user)
    own, other = factories.PictureFactory(uploaded_by_user=user), factories.PictureFactory()

    def opens(picture) -> bool:
        return client.get(reverse("wagtailimages:edit", args=[picture.pk])).status_code == 200

    assert opens(own)
    assert opens(other) is may
