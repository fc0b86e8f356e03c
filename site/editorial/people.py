"""Who has a part in a text under review: those who wrote it, and those who may approve it."""

from django.contrib.auth import get_user_model
from django.contrib.contenttypes.models import ContentType
from django.db.models import QuerySet
from wagtail.images import get_image_model
from wagtail.models import ModelLogEntry, Page, PageLogEntry

from core import languages
from editorial.texts import text_digest

User = get_user_model()


def writers(page: Page, step) -> set[int]:
    """Return the keys of its owner, of whoever submitted it, and of all who saved what `step` (or None) reviews.

    Whoever saves it after the step began only corrects it and is no writer. A text that was brought back from an
    earlier revision is also the work of whoever saved that one, and what its pictures say of whoever changed that
    in an earlier step.
    """
    if step is None:
        return {page.owner_id} - {None}
    drafts = page.revisions.filter(created_at__lte=step.started_at)
    if page.live_revision_id:
        drafts = drafts.filter(created_at__gt=page.live_revision.created_at)
    review = step.workflow_state
    keys = {page.owner_id, review.requested_by_id, *drafts.values_list("user_id", flat=True)}
    keys |= set(
        _changes_of_pictures(page, review.created_at)
        .filter(timestamp__lte=step.started_at)
        .values_list("user_id", flat=True)
    )
    return (keys | _authors_of_what_was_brought_back(page, drafts)) - {None}


def _authors_of_what_was_brought_back(page: Page, drafts: QuerySet) -> set[int]:
    reverts = PageLogEntry.objects.filter(page=page, action="wagtail.revert", revision__in=drafts)
    earlier = {(data or {}).get("revision", {}).get("id") for data in reverts.values_list("data", flat=True)}
    return set(page.revisions.filter(pk__in=earlier - {None}).values_list("user_id", flat=True))


def correctors(page: Page, step) -> set[int]:
    """Return the keys of those who changed the text or its pictures since `step` began. A save alone is no change."""
    handed_over = page.revisions.filter(created_at__lte=step.started_at).order_by("-created_at", "-pk").first()
    before = handed_over and text_digest(handed_over)
    keys = set(_changes_of_pictures(page, step.started_at).values_list("user_id", flat=True))
    for revision in page.revisions.filter(created_at__gt=step.started_at).order_by("created_at", "pk"):
        now = text_digest(revision)
        if now != before:
            keys.add(revision.user_id)
        before = now
    return keys - {None}


def _changes_of_pictures(page: Page, since) -> QuerySet:
    """Return the entries of the log that tell of changes to the pictures the newest draft shows."""
    draft = page.get_latest_revision_as_object()
    keys = [str(picture.pk) for picture in draft.shown_pictures()] if hasattr(draft, "shown_pictures") else []
    entries = ModelLogEntry.objects.filter(content_type=ContentType.objects.get_for_model(get_image_model()))
    return entries.filter(object_id__in=keys, action="wagtail.edit", timestamp__gt=since)


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
