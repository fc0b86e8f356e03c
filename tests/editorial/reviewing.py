"""Playing the people of a review."""

import datetime
import json

from django.contrib.auth import get_user_model
from django.contrib.auth.models import Group
from django.urls import reverse
from wagtail.models import Page

from bilingual.comparison import compare_drafts
from bilingual.wordings import confirm
from editorial.going_live import newest_revision
from editorial.texts import text_digest
from tests import factories

CHECKED = {"checked": ["0", "1", "2", "3"]}


def user_of(group: str | None, name: str | None = None):
    """Make a member of `group`, or a superuser where there is none."""
    user = get_user_model().objects.create_user(name or (group or "admin").lower(), is_superuser=group is None)
    if group:
        user.groups.add(Group.objects.get(name=group))
    return user


def complete(page_factory) -> dict:
    """Return what a page of this type must have before it may go live."""
    if page_factory is factories.ExplainerPageFactory:
        body = json.dumps([factories.claim(factories.ArticleFactory())])
        return {"short_answer": "<p>Иә.</p>", "as_of": datetime.date(2026, 3, 2), "body": body}
    if page_factory is factories.LessonPageFactory:
        stage = {"phase": "start", "title": "Сәлем", "minutes": 45, "is_station": False}
        return {
            "aims": json.dumps([{"type": "aim", "value": "Мейірім", "id": "a1"}]),
            "objectives": json.dumps([{"type": "objective", "value": {"text": "Атайды"}, "id": "o1"}]),
            "stages": json.dumps([{"type": "stage", "value": stage, "id": "s1"}]),
        }
    return {"body": json.dumps([{"type": "heading", "value": "Табылған күн", "id": "h1"}])}


def submitted(page_factory, author, **fields):
    """Make a draft by `author` that waits for its first reviewer."""
    page = page_factory(live=False, owner=author, **{**complete(page_factory), **fields})
    page.save_revision(user=author)
    page.get_workflow().start(page, author)
    page.refresh_from_db()
    return page


def seen(page) -> dict[str, str]:
    """Return what an approval says of the text that was read."""
    revision = newest_revision(page)
    return {"seen": text_digest(revision)} if revision is not None else {}


def act(client, user, page, action: str, data: dict | None = None):
    """Do what a button of the review screen does, with every point of a checklist ticked."""
    client.force_login(user)
    step = page.current_workflow_state.current_task_state
    data = {"comment": "", **CHECKED} if data is None else data
    url = reverse("editorial:review", args=[page.pk])
    response = client.post(url, {"action": action, "step": step.pk, **seen(page), **data})
    page.refresh_from_db()
    return response


def edit(page, user, title: str):
    """Save a draft as the edit view does."""
    draft = page.get_latest_revision_as_object()
    draft.title = title
    draft.save_revision(user=user)


def fresh(page):
    """Return a page as the database has it now."""
    return Page.objects.get(pk=page.pk).specific


class LawPair:
    """An explainer in both languages, in step, with the people who bring it to readers."""

    def __init__(self, client, **fields):
        self.client = client
        self.author, self.lawyer, self.translator = user_of("Authors"), user_of("Lawyers"), user_of("Translators")
        self.write(**fields)

    def write(self, **fields) -> None:
        """Begin with a new explainer in both languages."""
        fields = {**complete(factories.ExplainerPageFactory), **fields}
        pair = factories.make_pair(factories.ExplainerPageFactory, live=False, owner=self.author, **fields)
        self.kk, self.ru = pair
        for page in pair:
            page.save_revision(user=self.author)
        self.confirm()

    def confirm(self) -> None:
        """Say as a translator that both languages say the same now."""
        comparison = compare_drafts(self.kk)
        confirm(comparison, None, {row.key for row in comparison.rows})

    def submit(self, page) -> None:
        page = fresh(page)
        page.get_workflow().start(page, self.author)

    def approve(self, page) -> None:
        """Take a submitted page through the lawyer's and the translator's step."""
        for reviewer in (self.lawyer, self.translator):
            act(self.client, reviewer, fresh(page), "approve")

    def bring_live(self) -> None:
        for page in (self.kk, self.ru):
            self.submit(page)
            self.approve(page)

    @property
    def live(self) -> tuple[bool, bool]:
        return fresh(self.kk).live, fresh(self.ru).live
