"""The form "I taught this": three questions, nothing that leads to a person."""

import hashlib
import re
import secrets
import unicodedata

from django import forms
from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from lessons.models.reports import TaughtReport

GRADES = [(grade, str(grade)) for grade in range(1, 12)]
LONGEST_TEXT = 1000

_LINK = re.compile(r"https?:|www\.|[\w-]\.(?:kz|ru|com|org|net|info|io|me|su|рф|қаз)\b", re.IGNORECASE)
_CONTACT = re.compile(r"@\s*\w|\w\s*@|(?:\d[\s()\-+]{0,3}){9,}\d")


class ReportForm(forms.ModelForm):
    """What a teacher tells after the lesson. The field `website` is a trap for machines: no person sees it."""

    grade = forms.TypedChoiceField(label=_("Grade"), coerce=int, choices=[("", "—"), *GRADES])
    what_changed = forms.CharField(
        label=_("What did you change, and what should the next teacher know?"),
        required=False,
        # A browser counts a new line as one sign and sends two.
        max_length=2 * LONGEST_TEXT,
        widget=forms.Textarea(attrs={"rows": 5, "maxlength": LONGEST_TEXT}),
        help_text=_("You may leave it empty. No names of children, colleagues or schools, no links, no phone numbers."),
    )
    once = forms.CharField(required=False, max_length=64, widget=forms.HiddenInput)
    website = forms.CharField(required=False, max_length=200)

    class Meta:
        model = TaughtReport
        fields = ["grade", "minutes", "what_changed"]
        labels = {"minutes": _("How many minutes did it really take?")}
        widgets = {"minutes": forms.NumberInput(attrs={"inputmode": "numeric", "min": 5, "max": 360})}

    def __init__(self, data=None, page=None):
        grade = page.grade_from if page.grade_from == page.grade_to else ""
        super().__init__(data, initial={"grade": grade, "once": secrets.token_hex(16)})
        for name, field in self.fields.items():
            described = [f"id_{name}_help"] * bool(field.help_text) + [f"id_{name}_error"] * bool(self.errors.get(name))
            if described:
                field.widget.attrs["aria-describedby"] = " ".join(described)

    @property
    def is_of_a_machine(self) -> bool:
        return bool(self.data.get("website"))

    def clean_what_changed(self) -> str:
        """Keep plain text: no links, no ways to reach a person, no signs that nobody sees."""
        text = _visible(self.cleaned_data["what_changed"])
        if len(text) > LONGEST_TEXT:
            raise ValidationError(_("Please keep it under %(most)d signs."), params={"most": LONGEST_TEXT})
        if _CONTACT.search(text):
            raise ValidationError(_("Please leave out phone numbers and e-mail addresses."))
        if _LINK.search(text):
            raise ValidationError(_("Please write without links."))
        return text

    def keep(self, page) -> TaughtReport:
        """Store the report; the same form sent twice is stored once."""
        facts = {name: self.cleaned_data[name] for name in self.Meta.fields}
        parts = [self.cleaned_data["once"], page.pk, timezone.localdate(), *facts.values()]
        submission = hashlib.sha256("\x1f".join(str(part) for part in parts).encode()).hexdigest()
        report, _is_new = TaughtReport.objects.get_or_create(submission=submission, defaults={"page": page, **facts})
        return report


def _visible(text: str) -> str:
    """Return `text` with single line ends, and without controls and marks that turn the reading direction."""
    lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    kept = (
        "".join(sign for sign in line if unicodedata.category(sign) not in {"Cc", "Cf", "Co", "Cs"}) for line in lines
    )
    return re.sub(r"\n{3,}", "\n\n", "\n".join(line.rstrip() for line in kept)).strip()
