"""Tells people when a text passes into their hands, in place of Wagtail's own letters.

Wagtail announces the steps of a workflow by signals alone, and its own letters are written in the language of
whoever pressed the button.
"""

from wagtail.models import Page, WorkflowState
from wagtail.signals import page_published, task_submitted, workflow_approved, workflow_rejected, workflow_submitted

from editorial.going_live import is_approved, waiting_revision
from editorial.mails import send_later
from editorial.models.states import ReviewState
from editorial.people import authors, reviewers


def connect() -> None:
    """Connect our letters under the names of Wagtail's, which so are not sent, whichever is connected first."""
    task_submitted.connect(tell_reviewers, sender=ReviewState, dispatch_uid="editorial.tell_reviewers")
    page_published.connect(tell_of_publication, dispatch_uid="editorial.tell_of_publication")
    for signal, receiver, name in (
        (workflow_submitted, tell_nobody, "workflow_state_submitted_email_notification"),
        (workflow_rejected, tell_of_return, "workflow_state_rejected_email_notification"),
        (workflow_approved, tell_of_approval, "workflow_state_approved_email_notification"),
    ):
        signal.disconnect(sender=WorkflowState, dispatch_uid=name)
        signal.connect(receiver, sender=WorkflowState, dispatch_uid=name)


def tell_nobody(**kwargs) -> None:
    """A workflow begins: its first step has just told whom it concerns."""


def tell_reviewers(instance: ReviewState, user=None, **kwargs) -> None:
    """A step begins: whoever may approve it hears of it, with what the step before had to say."""
    page = instance.workflow_state.content_object
    before = instance.workflow_state.task_states.exclude(pk=instance.pk).order_by("-started_at", "-pk").first()
    people = reviewers(instance)
    if user is not None:
        people = people.exclude(pk=user.pk)
    send_later("submitted", people, page=page, step=instance, sender=user, before=before and before.specific)


def tell_of_return(instance: WorkflowState, user=None, **kwargs) -> None:
    step = instance.current_task_state
    send_later("returned", _others(instance, user), page=instance.content_object, step=step, sender=user)


def tell_of_approval(instance: WorkflowState, user=None, **kwargs) -> None:
    """Approved, but readers do not have it yet: the other language is waited for, or the hour."""
    page = instance.content_object.specific
    if waiting_revision(page) is not None:
        go_live_at = page.get_latest_revision_as_object().go_live_at
        send_later("approved", _others(instance, user), page=page, go_live_at=go_live_at)


def tell_of_publication(instance: Page, revision, **kwargs) -> None:
    state = WorkflowState.objects.for_instance(instance).order_by("-created_at", "-pk").first()
    if state is not None and is_approved(instance, revision):
        send_later("live", authors(state), page=instance)


def _others(state: WorkflowState, user):
    people = authors(state)
    return people.exclude(pk=user.pk) if user is not None else people
