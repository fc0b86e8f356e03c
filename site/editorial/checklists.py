"""What a reviewer confirms point by point before he approves."""

from django import forms
from django.utils.translation import gettext_lazy as _
from wagtail.forms import TaskStateCommentForm


class ReturnForm(TaskStateCommentForm):
    """Why a text goes back: whoever gets it must know what to do."""

    comment = forms.CharField(
        label=_("What should be changed?"), max_length=5000, widget=forms.Textarea(attrs={"rows": 4})
    )


class ApprovalForm(TaskStateCommentForm):
    """An approval of the text with the digest `seen`; the page editor, which shows the newest text, sends none."""

    seen = forms.CharField(required=False, widget=forms.HiddenInput)


def checklist_form(points: list[str]) -> type[ApprovalForm]:
    """Return the form of an approval in which each of `points` must be ticked."""
    choices = [(str(number), point) for number, point in enumerate(points)]

    class ChecklistForm(ApprovalForm):
        checked = forms.MultipleChoiceField(
            choices=choices, widget=forms.CheckboxSelectMultiple, label=_("I have checked")
        )

        def clean_checked(self):
            """Refuse an approval that leaves a point open."""
            if len(set(self.cleaned_data["checked"])) < len(choices):
                raise forms.ValidationError(_("Tick every point, or return the text with a comment."))
            return self.cleaned_data["checked"]

    return ChecklistForm
