"""How a text reaches readers: approved word for word, together with its twin where its type asks for that."""

import logging
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar

from django.core.exceptions import PermissionDenied
from django.utils import timezone
from django.utils.translation import gettext as _
from wagtail.models import Page, Revision, TaskState, WorkflowState

from bilingual.comparison import compare_drafts
from bilingual.pairs import is_original, twin_of
from editorial.gate import problems
from editorial.models.invitations import Invitation
from editorial.models.states import ReviewState
from editorial.texts import same_text, text_digest

logger = logging.getLogger(__name__)
_without_review: ContextVar[bool] = ContextVar("without_review", default=False)


class NotApprovedError(PermissionDenied):
    """Raised where something asks to publish a text that nobody approved."""


@contextmanager
def without_review() -> Iterator[None]:
    """Let code publish unreviewed text: the audited emergency, and content that was reviewed before it came here."""
    token = _without_review.set(True)
    try:
        yield
    finally:
        _without_review.reset(token)


def ensure_approved(page: Page, revision: Revision) -> None:
    """Raise `NotApprovedError` unless `revision` may go live now."""
    if _without_review.get():
        return
    if not is_approved(page, revision):
        raise NotApprovedError(_("This text is not approved. It goes live through its review only."))
    if found := problems(revision.as_object()):
        raise NotApprovedError(" ".join(problem.sentence for problem in found))
    if page.twins_go_live_together and not twin_is_ready(page):
        raise NotApprovedError(_("This text is approved and waits for the other language."))


def is_approved(page: Page, revision: Revision) -> bool:
    """Whether the newest review of `page` ended with an approval of exactly this text, of law by a lawyer too."""
    state = WorkflowState.objects.for_instance(page).order_by("-created_at", "-pk").first()
    if state is None or state.status != WorkflowState.STATUS_APPROVED:
        return False
    approvals = ReviewState.objects.filter(workflow_state=state, status=TaskState.STATUS_APPROVED, void_since=None)
    approvals = list(approvals.select_related("task"))
    if getattr(page.specific_class, "states_law", False) and not any(a.task.specific.checks_law for a in approvals):
        return False
    return {approval.text_digest for approval in approvals} == {text_digest(revision)}


def void_approvals(page: Page) -> None:
    """End every approval of a page that was taken down: it comes back only if its reviewers say so from now on."""
    reviews = WorkflowState.objects.for_instance(page)
    approvals = ReviewState.objects.filter(workflow_state__in=reviews, status=TaskState.STATUS_APPROVED)
    approvals.filter(void_since=None).update(void_since=timezone.now())


def was_handed_over(page: Page, revision: Revision) -> bool:
    """Whether a reviewer or a reader from outside was asked to read exactly this revision, or every reader has it."""
    return (
        page.live_revision_id == revision.pk
        or revision.approved_go_live_at is not None
        or revision.task_states.exists()
        or Invitation.objects.filter(revision=revision).exists()
    )


def newest_revision(page: Page) -> Revision | None:
    return Revision.objects.for_instance(page).order_by("-created_at", "-pk").first()


def waiting_revision(page: Page) -> Revision | None:
    """Return the approved text of a page that readers do not have yet; None if there is no such."""
    revision = newest_revision(page)
    live = Page.objects.filter(pk=page.pk, live=True)
    shown = Revision.objects.filter(pk__in=live.values("live_revision_id")).first()
    if revision is None or (shown is not None and same_text(revision, shown)):
        return None
    return revision if is_approved(page, revision) else None


def carry_approval(page: Page, revision: Revision) -> None:
    """Let the approval of a text that waits hold for a newer draft that says the same."""
    approvals = ReviewState.objects.filter(
        workflow_state__in=WorkflowState.objects.for_instance(page),
        text_digest=text_digest(revision),
        status=TaskState.STATUS_APPROVED,
    )
    if approvals.exists() and waiting_revision(page) == revision:
        approvals.update(revision=revision)


def take_off_the_schedule(revision: Revision, refusal: NotApprovedError) -> None:
    """Let the scheduler go on to other pages where one is no longer approved when its time comes."""
    logger.warning("Not published on schedule: revision %s. %s", revision.pk, refusal)
    Revision.objects.filter(pk=revision.pk).update(approved_go_live_at=None)


def twin_is_ready(page: Page) -> bool:
    """Whether the twin is approved, or is live without a newer draft and already says the same."""
    twin = twin_of(page)
    if twin is None:
        return False
    if (waiting := waiting_revision(twin)) is not None:
        return not problems(waiting.as_object())
    if not twin.live or twin.has_unpublished_changes:
        return False
    comparison = compare_drafts(page)
    return comparison is not None and comparison.is_in_step


def adopt_schedule(page: Page, revision: Revision) -> None:
    """Give a translation the dates of its original: one schedule for the pair."""
    twin = twin_of(page)
    if twin is None or is_original(page):
        return
    source = newest_revision(twin)
    dates = {name: (source.content if source else {}).get(name) for name in ("go_live_at", "expire_at")}
    if any(revision.content.get(name) != value for name, value in dates.items()):
        revision.content.update(dates)
        revision.save(update_fields=["content"])
