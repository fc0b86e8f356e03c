"""Every way Wagtail knows to put a text before readers, tried by everyone: none goes round the review.

Each attack begins with a live page of which a new, unreviewed draft exists, and asks the readers' page afterwards.
"""

import datetime
import json

import pytest
from django.core.exceptions import PermissionDenied
from django.core.management import call_command
from django.urls import reverse
from django.utils import timezone
from wagtail.models import Page, Workflow, WorkflowPage

from editorial.going_live import NotApprovedError, without_review
from editorial.models import Invitation, ReviewedPage
from home.models import StandardPage
from tests import factories
from tests.editorial.reviewing import edit, fresh, seen, submitted, user_of

pytestmark = pytest.mark.django_db

OLD, NEW = "Тексерілген оқиға", "ТЕКСЕРІЛМЕГЕН"
EVERYBODY = ["Authors", "Lawyers", "Translators", "Editors", None]


@pytest.fixture
def page():
    page = factories.StandardPageFactory(title=OLD)
    page.save_revision()
    edit(page, None, NEW)
    return fresh(page)


@pytest.fixture(params=EVERYBODY, ids=lambda group: group or "superuser")
def attacker(request, client):
    user = user_of(request.param)
    client.force_login(user)
    return user


def edit_data(page) -> dict:
    """What the page editor sends for a plain page, asking to publish."""
    text = {"title": NEW, "slug": page.slug, "summary": "", "seo_title": "", "search_description": "", "picture": ""}
    formsets = {"body-count": "0", "comments-TOTAL_FORMS": "0", "comments-INITIAL_FORMS": "0"}
    return {**text, **formsets, "action-publish": "1"}


def edit_view(client, page):
    client.post(reverse("wagtailadmin_pages:edit", args=[page.pk]), edit_data(page))


def edit_view_with_a_schedule(client, page):
    yesterday = (timezone.now() - datetime.timedelta(days=1)).strftime("%Y-%m-%d %H:%M")
    data = {**edit_data(page), "go_live_at": yesterday}
    client.post(reverse("wagtailadmin_pages:edit", args=[page.pk]), data)
    call_command("publish_scheduled")


def create_view(client, page):
    parent = page.get_parent()
    url = reverse("wagtailadmin_pages:add", args=["home", "standardpage", parent.pk])
    client.post(url, {**edit_data(page), "slug": "attack"})


def bulk_publish(client, page):
    url = reverse("wagtail_bulk_action", args=["wagtailcore", "page", "publish"])
    client.post(f"{url}?id={page.pk}", {"include_descendants": "on"})


def publish_command(client, page):
    call_command("publish_scheduled")


def scheduled_by_hand(client, page):
    """Somebody writes the date into the draft; no review has ended."""
    page.get_latest_revision().content["go_live_at"] = (timezone.now() - datetime.timedelta(days=1)).isoformat()
    call_command("publish_scheduled")


def approve_without_a_review(client, page):
    client.post(reverse("wagtailadmin_pages:workflow_action", args=[page.pk, "approve", 1]), {"comment": ""})


def approve_own_submission(client, page):
    client.post(reverse("wagtailadmin_pages:edit", args=[page.pk]), {**edit_data(page), "action-submit": "1"})
    state = fresh(page).current_workflow_state
    if state is not None:
        url = reverse("wagtailadmin_pages:workflow_action", args=[page.pk, "approve", state.current_task_state.pk])
        client.post(url, {"comment": ""})


def edit_view_action_by_hand(client, page):
    """The one who submitted sends the approval that no button offers."""
    client.post(reverse("wagtailadmin_pages:edit", args=[page.pk]), {**edit_data(page), "action-submit": "1"})
    if fresh(page).current_workflow_state is None:
        return
    data = {"action-workflow-action": "1", "workflow-action-name": "approve", "workflow-action-extra-data": "{}"}
    client.post(reverse("wagtailadmin_pages:edit", args=[page.pk]), {**edit_data(page), **data})


def revert(client, page):
    revision = page.revisions.order_by("-pk").first()
    url = reverse("wagtailadmin_pages:revisions_revert", args=[page.pk, revision.pk])
    client.post(url, {**edit_data(page), "revision": revision.pk})


def copy_live(client, page):
    data = {"new_title": NEW, "new_slug": "attack", "new_parent_page": page.get_parent().pk, "publish_copies": "on"}
    client.post(reverse("wagtailadmin_pages:copy", args=[page.pk]), data)


def alias(client, page):
    data = {"new_title": NEW, "new_slug": "attack", "new_parent_page": page.get_parent().pk, "alias": "on"}
    client.post(reverse("wagtailadmin_pages:copy", args=[page.pk]), data)


def move_away(client, page):
    root = Page.objects.get(depth=1)
    client.post(reverse("wagtailadmin_pages:move_confirm", args=[page.pk, root.pk]))
    bulk_publish(client, page)


def take_the_workflow_off(client, page):
    client.post(reverse("wagtailadmin_workflows:remove", args=[page.pk]))
    client.post(reverse("wagtailadmin_workflows:remove", args=[page.get_parent().pk]))
    bulk_publish(client, page)


def localize_views(client, page):
    for path in (f"submit/page/{page.pk}/", f"update/{page.pk}/", f"page/{page.pk}/convert_to_alias/"):
        client.post(f"/admin/localize/{path}", {"publish_translations": "on"})


def admin_api(client, page):
    for name in ("publish", "revert_to_page_revision", "copy", "create_alias", "convert_alias"):
        url = reverse("wagtailadmin_api:pages:action", args=[page.pk, name])
        body = {"revision_id": page.latest_revision_id, "keep_live": True, "slug": "attack"}
        client.post(url, json.dumps(body), content_type="application/json")


ATTACKS = [
    edit_view,
    edit_view_with_a_schedule,
    create_view,
    bulk_publish,
    publish_command,
    scheduled_by_hand,
    approve_without_a_review,
    approve_own_submission,
    edit_view_action_by_hand,
    revert,
    copy_live,
    alias,
    move_away,
    take_the_workflow_off,
    localize_views,
    admin_api,
]


def what_readers_find(client) -> list[str]:
    client.logout()
    return [page.title for page in Page.objects.live().filter(depth__gt=2).specific() if page.title == NEW]


@pytest.mark.parametrize("attack", ATTACKS, ids=lambda attack: attack.__name__)
def test_no_path_puts_an_unreviewed_text_before_readers(attack, attacker, client, page):
    attack(client, page)

    assert what_readers_find(client) == []
    assert fresh(page).title == OLD


@pytest.mark.parametrize("group", ["Authors", "Lawyers", "Translators", "Editors"])
def test_only_the_owner_of_the_site_may_take_a_workflow_off(group, client, page):
    client.force_login(user_of(group))
    before = WorkflowPage.objects.count()

    take_the_workflow_off(client, page)

    assert WorkflowPage.objects.count() == before
    assert what_readers_find(client) == []


def test_the_attacks_are_real_where_nothing_of_ours_stands(client, page, monkeypatch):
    """What the tests above refuse, Wagtail would do: with our refusals gone the same request publishes."""
    client.force_login(user_of(None))
    monkeypatch.delattr(ReviewedPage, "permissions_for_user")

    with without_review():
        bulk_publish(client, page)

    assert fresh(page).title == NEW


@pytest.mark.parametrize("way", ["taken off", "switched off"])
def test_without_a_workflow_nothing_goes_live_at_all(way, client, page):
    client.force_login(user_of(None))
    if way == "taken off":
        WorkflowPage.objects.all().delete()
    else:
        Workflow.objects.update(active=False)

    for attack in (edit_view, bulk_publish, create_view, copy_live):
        client.force_login(user_of(None, f"owner {attack.__name__}"))
        attack(client, page)

    assert what_readers_find(client) == []


def test_a_page_under_review_is_not_published_by_a_lapsed_schedule(client):
    author = user_of("Authors")
    page = submitted(factories.StoryPageFactory, author, title=NEW)
    draft = page.get_latest_revision_as_object()
    draft.go_live_at = timezone.now() - datetime.timedelta(days=1)
    draft.save_revision(user=author)

    call_command("publish_scheduled")

    assert not fresh(page).live


def test_code_that_publishes_without_a_review_is_stopped(page):
    with pytest.raises(NotApprovedError):
        page.get_latest_revision().publish(skip_permission_checks=True)

    assert issubclass(NotApprovedError, PermissionDenied)
    assert fresh(page).title == OLD


@pytest.mark.parametrize("group", ["Translators", "Editors", None])
def test_the_forms_of_the_attacks_are_taken_so_that_the_refusals_are_real(group, client, page):
    client.force_login(user_of(group))
    drafts = page.revisions.count()

    edit_view(client, page)
    create_view(client, page)

    assert fresh(page).revisions.count() == drafts + 1
    assert StandardPage.objects.get(slug="attack").live is False


def test_fixtree_publishes_nothing(page):
    call_command("fixtree", interactive=False)

    assert fresh(page).title == OLD


@pytest.mark.parametrize("door", ["review screen", "Wagtail's view"])
def test_a_text_changed_while_its_reviewer_was_reading_is_not_approved(door, client):
    page = submitted(factories.StoryPageFactory, user_of("Authors"), title=OLD)
    step, read = page.current_workflow_state.current_task_state, seen(page)
    edit(page, user_of("Translators", "second"), NEW)
    client.force_login(user_of("Editors"))

    if door == "review screen":
        data = {"action": "approve", "step": step.pk, **read}
        response = client.post(reverse("editorial:review", args=[page.pk]), data, follow=True)
        assert response.status_code == 200
        assert list(response.context["messages"])
    client.post(reverse("wagtailadmin_pages:workflow_action", args=[page.pk, "approve", step.pk]), read)

    assert not fresh(page).live


@pytest.mark.parametrize("name", ["publish", "revert_to_page_revision", "copy", "move", "delete", "unpublish"])
def test_the_api_of_the_admin_does_nothing_even_for_the_owner(name, client, page):
    client.force_login(user_of(None))

    response = client.post(
        reverse("wagtailadmin_api:pages:action", args=[page.pk, name]),
        json.dumps({"revision_id": page.latest_revision_id}),
        content_type="application/json",
    )

    assert response.status_code == 404


def test_what_an_outside_reader_was_asked_to_read_stays_as_it_was():
    author = user_of("Authors")
    page = factories.StoryPageFactory(title=OLD, live=False)
    revision = page.save_revision(user=author)
    Invitation.issue(page, revision, "Адвокат", 7, author)

    draft = page.get_latest_revision_as_object()
    draft.title = NEW
    newer = draft.save_revision(user=author, overwrite_revision=revision)

    revision.refresh_from_db()
    assert (revision.content["title"], newer.content["title"]) == (OLD, NEW)


def test_one_page_that_lost_its_approval_does_not_hold_up_the_schedule_of_others():
    past, tomorrow = (timezone.now() + datetime.timedelta(days=days) for days in (-1, 1))
    lapsed = factories.StoryPageFactory(title=NEW, live=False)
    lapsed.save_revision(approved_go_live_at=past - datetime.timedelta(days=1))
    due = submitted(factories.StoryPageFactory, user_of("Authors"), title=OLD, go_live_at=tomorrow)
    step = due.current_workflow_state.current_task_state
    step.task.specific.on_action(step, user_of("Editors"), "approve", **seen(due))
    revision = due.revisions.get()
    assert revision.approved_go_live_at
    revision.content["go_live_at"], revision.approved_go_live_at = past.isoformat(), past
    revision.save()

    call_command("publish_scheduled")

    assert not fresh(lapsed).live
    assert fresh(due).live
    assert lapsed.revisions.get().approved_go_live_at is None
