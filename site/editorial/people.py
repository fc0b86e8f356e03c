"""Who has a part in a text under review: those who wrote it, and those who may approve it."""

from django.contrib.auth import get_user_model
from django.db.models import QuerySet
from wagtail.models import Page

from core import languages

User = get_user_model()


def writers(page: Page, step) -> set[int]:
    """Return the keys of its owner, of whoever submitted it, and of all who saved what `step` (or None) reviews.

    Whoever saves it after the step began only corrects it and is no writer.
    """
    if step is None:
        return {page.owner_id} - {None}
    drafts = page.revisions.filter(created_at__lte=step.started_at)
    if page.live_revision_id:
        drafts = drafts.filter(created_at__gt=page.live_revision.created_at)
    keys = {page.owner_id, step.workflow_state.requested_by_id, *drafts.values_list("user_id", flat=True)}
    return keys - {None}


def reviewers(step) -> QuerySet:
    """Return the active members of a step's groups who may approve its page."""
    members = User.objects.filter(is_active=True, groups__in=step.task.specific.groups.all())
    return members.exclude(pk__in=writers(step.workflow_state.content_object, step)).distinct()


def authors(workflow_state) -> QuerySet:
    """Return whom the outcome of a review concerns: the owner of the page and whoever submitted it."""
    keys = {workflow_state.content_object.owner_id, workflow_state.requested_by_id} - {None}
    return User.objects.filter(is_active=True, pk__in=keys)


def language_of(user) -> str:
    """Return the language a person chose for the admin; Kazakh where none was chosen."""
    profile = getattr(user, "wagtail_userprofile", None)
    chosen = (profile.preferred_language if profile else "").split("-")[0]
    return chosen if chosen in languages.CODES else languages.KAZAKH
