"""What holds the review together where a text, its place or what it shows moves under it."""

import pytest
from django.core.exceptions import PermissionDenied
from django.core.files.base import ContentFile
from django.urls import reverse
from django.utils import timezone
from wagtail.documents import get_document_model
from wagtail.documents.forms import get_document_form
from wagtail.models import Page, Workflow, WorkflowPage

from core.models import Licence
from core.uploads import DocumentForm
from editorial.emergency import publish_now
from editorial.going_live import NotApprovedError, is_approved, waiting_revision
from editorial.grants import GENERAL_WORKFLOW
from editorial.models import Advice, Invitation, ReviewState
from editorial.outside import record
from home.models import HomePage, StandardPage
from legal.models import LegalIndexPage
from stories.models import StoryIndexPage
from tests import factories
from tests.editorial.reviewing import LawPair, act, edit, fresh, seen, submitted, user_of

pytestmark = pytest.mark.django_db


# --- Law and its lawyer ---


def test_law_is_read_by_a_lawyer_wherever_it_stands():
    WorkflowPage.objects.filter(page__in=LegalIndexPage.objects.all()).delete()
    general = Workflow.objects.get(name=GENERAL_WORKFLOW)
    for home in HomePage.objects.all():
        WorkflowPage.objects.update_or_create(page=home, defaults={"workflow": general})

    page = submitted(factories.ExplainerPageFactory, user_of("Authors"))

    assert page.current_workflow_state.current_task_state.task.specific.checks_law


def test_an_approval_in_which_no_lawyer_had_a_part_brings_no_law_to_readers(client):
    page = submitted(factories.ExplainerPageFactory, user_of("Authors"))
    page.current_workflow_state.cancel(user=None)
    general = Workflow.objects.get(name=GENERAL_WORKFLOW)
    general.start(page, user_of("Authors", "second"))
    step = ReviewState.objects.get(status="in_progress")
    ReviewState.objects.filter(pk=step.pk).update(status="approved", text_digest=seen(page)["seen"])
    general.workflow_states.update(status="approved")

    assert not is_approved(fresh(page), page.get_latest_revision())
    with pytest.raises(NotApprovedError):
        page.get_latest_revision().publish(skip_permission_checks=True)


@pytest.mark.parametrize("group", ["Editors", None])
@pytest.mark.parametrize("model", [HomePage, StoryIndexPage, LegalIndexPage])
def test_nobody_deletes_or_moves_the_homes_and_sections(model, group, client):
    user, page = user_of(group), model.objects.first()
    client.force_login(user)

    client.post(reverse("wagtailadmin_pages:delete", args=[page.pk]))
    url = reverse("wagtail_bulk_action", args=["wagtailcore", "page", "delete"])
    client.post(f"{url}?id={page.pk}", {})

    assert model.objects.filter(pk=page.pk).exists()
    assert not page.permissions_for_user(user).can_move()


# --- A text that moves while its row stands ---


def form_of(client, page, **changes) -> dict:
    """Return what a browser would send back from the edit view of a page without streams."""
    form = client.get(reverse("wagtailadmin_pages:edit", args=[page.pk])).context["form"]
    values = {bound.html_name: bound.value() for bound in form}
    texts = {name: value for name, value in values.items() if isinstance(value, str | int) and value is not False}
    return {**texts, "comments-TOTAL_FORMS": "0", "comments-INITIAL_FORMS": "0", **changes}


def test_a_draft_of_a_page_that_is_down_changes_neither_its_row_nor_addresses_below_it(client):
    section = StoryIndexPage.objects.get(locale__language_code="kk")
    story = factories.StoryPageFactory()
    Page.objects.filter(pk=section.pk).update(live=False)
    client.force_login(user_of("Editors"))
    before = fresh(story).url_path

    response = client.post(
        reverse("wagtailadmin_pages:edit", args=[section.pk]),
        form_of(client, section, title="Жаңа бөлім", slug="zhanga-bolim"),
    )

    assert response.status_code == 302
    assert fresh(section).get_latest_revision_as_object().slug == "zhanga-bolim"
    assert (fresh(section).slug, fresh(story).url_path) == (section.slug, before)


def test_a_save_that_began_before_a_publication_does_not_take_the_page_down(client, monkeypatch):
    """The form is filled from the row that was a draft; the page goes live before it is saved."""
    page = factories.StandardPageFactory(live=False)
    page.save_revision()
    client.force_login(user_of("Editors"))
    data = {**form_of(client, page, title="Кейінгі жоба"), "body-count": "0"}
    save = StandardPage.full_clean

    def goes_live_first(self, *args, **kwargs):
        Page.objects.filter(pk=page.pk).update(live=True)
        return save(self, *args, **kwargs)

    monkeypatch.setattr(StandardPage, "full_clean", goes_live_first)
    client.post(reverse("wagtailadmin_pages:edit", args=[page.pk]), data)

    assert fresh(page).get_latest_revision_as_object().title == "Кейінгі жоба"
    assert fresh(page).live


def test_an_address_that_another_page_has_is_named_before_it_can_break_the_approval():
    author = user_of("Authors")
    page = submitted(factories.StoryPageFactory, author)
    factories.StoryPageFactory(slug="mysyq")
    draft = page.get_latest_revision_as_object()
    draft.slug = "mysyq"

    assert [problem.path for problem in draft.publish_problems()] == ["slug"]


# --- Approvals that end ---


def test_law_that_was_taken_down_comes_back_only_through_a_new_review(client):
    law = LawPair(client)
    law.bring_live()
    approved = fresh(law.ru).get_latest_revision()

    fresh(law.kk).unpublish()

    assert law.live == (False, False)
    assert waiting_revision(fresh(law.kk)) is None
    assert waiting_revision(fresh(law.ru)) is None
    with pytest.raises(PermissionDenied):
        approved.publish(skip_permission_checks=True)
    law.bring_live()
    assert law.live == (True, True)


def test_a_picture_changed_while_a_text_waits_ends_its_approval(client):
    law = LawPair(client)
    picture = factories.PictureFactory()
    for page in (law.kk, law.ru):
        draft = fresh(page).get_latest_revision_as_object()
        draft.picture = picture
        draft.picture.licence_id, draft.picture.credit = Licence.objects.first().pk, "Мейірім"
        draft.picture.save()
        draft.save_revision(user=law.author)
    law.submit(law.kk)
    law.approve(law.kk)
    assert waiting_revision(fresh(law.kk)) is not None

    picture.refresh_from_db()
    picture.description_kk = "Басқа сурет"
    picture.save()

    assert waiting_revision(fresh(law.kk)) is None


def test_advice_through_a_link_that_was_taken_back_a_moment_ago_is_not_kept():
    author = user_of("Authors")
    page = factories.StoryPageFactory(live=False)
    invitation, _token = Invitation.issue(page, page.save_revision(user=author), "Адвокат", 7, author)
    Invitation.objects.filter(pk=invitation.pk).update(revoked_at=timezone.now())

    record(invitation, True, "")  # read before it was taken back

    assert not Advice.objects.exists()


# --- Who wrote it ---


def test_whoever_wrote_the_text_that_somebody_brought_back_does_not_approve_it(client):
    writer, author = user_of("Editors"), user_of("Authors")
    page = factories.StoryPageFactory(owner=author)
    edit(page, writer, "Ескі, жақсы мәтін")
    old = fresh(page).get_latest_revision()
    edit(page, author, "Жаңа мәтін")
    publish_now(fresh(page), fresh(page).get_latest_revision(), user_of(None), "Дереу керек болды")
    draft = old.as_object()
    draft.save_revision(user=author, previous_revision=old, log_action=True)
    fresh(page).get_workflow().start(fresh(page), author)

    act(client, writer, fresh(page), "approve")

    assert fresh(page).title == "Жаңа мәтін"


def test_autosave_never_rewrites_the_text_that_readers_have():
    author = user_of("Authors")
    page = factories.StoryPageFactory(title="Ескі")
    live = page.save_revision(user=author)
    publish_now(page, live, user_of(None), "Дереу керек болды")
    draft = fresh(page)
    draft.title = "Жаңа"

    draft.save_revision(user=author, overwrite_revision=fresh(page).get_latest_revision())

    live.refresh_from_db()
    assert live.content["title"] == "Ескі"


# --- Doors that lead to the review ---


@pytest.mark.parametrize("data", [{}, {"seen": ""}])
def test_wagtails_own_confirmation_decides_nothing_and_leads_to_the_review(data, client):
    page = submitted(factories.StoryPageFactory, user_of("Authors"))
    step = page.current_workflow_state.current_task_state
    client.force_login(user_of("Editors"))

    url = reverse("wagtailadmin_pages:workflow_action", args=[page.pk, "approve", step.pk])
    response = client.post(url, {"comment": "", **data})

    assert response.url == reverse("editorial:review", args=[page.pk])
    assert not fresh(page).live


@pytest.mark.parametrize("sent", ["{", "[1]", "null", '"x"', "{'a': 1}"])
def test_a_decision_that_arrives_broken_from_the_page_editor_is_answered_in_words(sent, client):
    page = submitted(factories.StoryPageFactory, user_of("Authors"))
    client.force_login(user_of("Editors"))
    data = {"action-workflow-action": "1", "workflow-action-name": "approve", "workflow-action-extra-data": sent}

    response = client.post(reverse("wagtailadmin_pages:edit", args=[page.pk]), data)

    assert response.url == reverse("editorial:review", args=[page.pk])
    assert not fresh(page).live


def test_what_the_translation_lacks_leads_to_the_screen_where_it_is_mended(client):
    law = LawPair(client)
    edit(fresh(law.kk), law.author, "Басқа сұрақ?")
    law.submit(law.ru)
    act(client, law.lawyer, fresh(law.ru), "approve")
    client.force_login(law.translator)

    found = client.get(reverse("editorial:review", args=[law.ru.pk])).context["obstacles"]

    assert reverse("bilingual:translate", args=[law.ru.pk]) in [obstacle["address"] for obstacle in found]


# --- The library ---


def picture_data(picture, **changes) -> dict:
    names = ("title", "description_kk", "description_ru", "credit", "source_url")
    return {**{name: getattr(picture, name) for name in names}, "tags": "", "licence": "", **changes}


@pytest.mark.parametrize("change", [{"description_kk": "ТЕКСЕРІЛМЕГЕН"}, {"credit": "ТЕКСЕРІЛМЕГЕН"}, {"file": None}])
@pytest.mark.parametrize("group", ["Editors", None])
def test_a_picture_is_not_changed_under_a_live_page(group, change, client):
    picture = factories.PictureFactory()
    page = factories.StoryPageFactory(picture=picture, title="Шатырдағы мысық")
    client.force_login(user_of(group))
    before = picture.file_hash
    if "file" in change:
        change = {"file": ContentFile(factories.png(90, 90, "#ff0000"), name="other.png")}

    response = client.post(reverse("wagtailimages:edit", args=[picture.pk]), picture_data(picture, **change))

    picture.refresh_from_db()
    assert "ТЕКСЕРІЛМЕГЕН" not in (picture.description_kk, picture.credit)
    assert picture.file_hash == before
    assert page.title in response.content.decode()


def test_a_picture_that_no_live_page_shows_is_changed_freely_and_so_are_its_tags(client):
    free, shown = factories.PictureFactory(), factories.PictureFactory()
    factories.StoryPageFactory(picture=shown)
    factories.StoryPageFactory(picture=free, live=False)
    client.force_login(user_of("Editors"))

    for picture, change in ((free, {"description_kk": "Жаңа сипаттама"}), (shown, {"tags": "мысық"})):
        response = client.post(reverse("wagtailimages:edit", args=[picture.pk]), picture_data(picture, **change))
        assert response.status_code == 302


def test_readers_open_only_the_documents_that_pages_offer(client):
    document = get_document_model().objects.create(title="Үлгі", file=ContentFile(b"Salem", name="salem.txt"))
    offered = get_document_model().objects.create(title="Ашық", file=ContentFile(b"Salem", name="ashyq.txt"))
    text = f'<p><a linktype="document" id="{offered.pk}">Ашық</a></p>'
    explainer = factories.ExplainerPageFactory(short_answer=text)

    assert client.get(document.url).status_code == 404
    assert client.get(offered.url).status_code == 200
    client.force_login(user_of("Translators"))
    assert client.get(document.url).status_code == 200
    client.logout()
    factories.RestrictionFactory(page=explainer)
    assert client.get(offered.url).status_code == 404


def test_a_document_is_not_exchanged_under_a_live_page():
    document = get_document_model().objects.create(title="Үлгі", file=ContentFile(b"Salem", name="salem.txt"))
    factories.ExplainerPageFactory(short_answer=f'<p><a linktype="document" id="{document.pk}">Үлгі</a></p>')
    form_class = get_document_form(type(document))
    fields = {"title": "ТЕКСЕРІЛМЕГЕН", "collection": document.collection_id, "tags": ""}

    form = form_class(fields, instance=document, user=user_of(None))

    assert issubclass(form_class, DocumentForm)
    assert not form.is_valid()
    assert "title" in form.errors
