"""Letters of the review, each in the language of whoever reads it."""

import logging

from django.conf import settings
from django.core.mail import EmailMessage, get_connection
from django.db import transaction
from django.template.loader import render_to_string
from django.utils import translation

from editorial.people import language_of

logger = logging.getLogger(__name__)

# Which switch in "Notifications" of a person's account each letter obeys.
SWITCHES = {
    "submitted": "submitted_notifications",
    "reminder": "submitted_notifications",
    "advice": "submitted_notifications",
    "returned": "rejected_notifications",
    "approved": "approved_notifications",
    "live": "approved_notifications",
}


def send_later(letter: str, people, **context) -> None:
    """Send `letter` to each of `people` who wants it, once the present transaction is kept.

    `letter` names a template of `templates/editorial/mail/`; its first paragraph is the subject. A mail server that
    fails is written to the log and takes nothing back.
    """
    people = people.select_related("wagtail_userprofile").exclude(email="")
    mails = [_compose(letter, person, context) for person in people if _wants(person, letter)]
    if mails:
        transaction.on_commit(lambda: _send(mails), robust=True)


def _wants(person, letter: str) -> bool:
    return getattr(getattr(person, "wagtail_userprofile", None), SWITCHES[letter], True)


def _compose(letter: str, person, context: dict) -> EmailMessage:
    with translation.override(language_of(person)):
        context = {"site": settings.WAGTAIL_SITE_NAME, "base": settings.WAGTAILADMIN_BASE_URL, **context}
        text = render_to_string(f"editorial/mail/{letter}.txt", context)
    subject, _line, body = text.strip().partition("\n\n")
    return EmailMessage(
        " ".join(subject.split()),
        body.strip() + "\n",
        to=[person.email],
        headers={"Auto-Submitted": "auto-generated"},  # RFC 3834: no automatic answer, please
    )


def _send(mails: list[EmailMessage]) -> None:
    try:
        get_connection().send_messages(mails)
    except OSError:  # smtplib's errors are OSErrors too
        logger.exception("%d letters of the review could not be sent", len(mails))
