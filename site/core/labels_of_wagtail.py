"""Names for the fields of Wagtail's forms that have none of their own, and so would show an English one."""

from django.utils.translation import gettext_lazy as _
from wagtail import forms
from wagtail.admin.forms import auth, choosers, workflows

LABELS = {
    auth.LoginForm: {"password": _("Password")},
    choosers.ExternalLinkChooserForm: {"link_text": _("Link text")},
    choosers.AnchorLinkChooserForm: {"link_text": _("Link text")},
    choosers.EmailLinkChooserForm: {
        "email_address": _("E-mail address"),
        "link_text": _("Link text"),
        "subject": _("Subject of the letter"),
        "body": _("Text of the letter"),
    },
    choosers.PhoneLinkChooserForm: {"phone_number": _("Phone number"), "link_text": _("Link text")},
    forms.TaskStateCommentForm: {"comment": _("Comment")},
    workflows.WorkflowPageForm: {"page": _("Page")},
}


def name_fields() -> None:
    """Give the fields their labels; forms copy them from their class."""
    for form, labels in LABELS.items():
        for name, label in labels.items():
            form.base_fields[name].label = label
