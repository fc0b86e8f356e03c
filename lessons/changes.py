"""What differs between two editions of a kit, in words."""

import itertools
from collections.abc import Sequence

from django.utils.text import get_text_list
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from lessons.models import KitEdition

NAMES_OF_PARTS = {
    "plan": gettext_lazy("lesson plan"),
    "sheets": gettext_lazy("pupil sheets"),
    "cards": gettext_lazy("station cards"),
    "answers": gettext_lazy("answers"),
    "print": gettext_lazy("role cards, certificate, poster and colouring page"),
    "story": gettext_lazy("story to the lesson"),
    "imprint": gettext_lazy("address, authors and licence"),
    "form": gettext_lazy("form of the files"),
}


def what_changed(edition: KitEdition, before: KitEdition | None) -> str:
    """Say what is new in `edition`: in an editor's words, else the parts that differ from the edition before it."""
    if edition.what_changed:
        return edition.what_changed
    if before is None:
        return _("First edition.")
    changed = [str(name) for part, name in NAMES_OF_PARTS.items() if edition.parts.get(part) != before.parts.get(part)]
    if not changed:
        return _("The files were made anew.")
    return _("Changed: %(parts)s.") % {"parts": get_text_list(changed, _("and"))}


def changes_since(edition: KitEdition, newer: Sequence[KitEdition]) -> list[dict]:
    """Return the editions after `edition`, the newest first, each with what changed in it."""
    line = sorted([edition, *newer], key=lambda one: one.number)
    steps = [{"edition": after, "text": what_changed(after, before)} for before, after in itertools.pairwise(line)]
    return steps[::-1]
