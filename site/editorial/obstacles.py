"""Why a page cannot be approved yet, in sentences for its reviewer."""

from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from wagtail.models import Page

from bilingual.comparison import compare_drafts
from bilingual.pairs import is_original, twin_of
from editorial.gate import Problem

# The screen on which a translation is brought into step.
TRANSLATION = "bilingual:translate"


def twin_obstacles(page: Page) -> list[Problem]:
    """Say how a translation is behind its original, and that a page has none where both go live together."""
    if page.twins_go_live_together and twin_of(page) is None:
        return [Problem(_("There is no text in the other language yet. Both go live together."), view=TRANSLATION)]
    comparison = None if is_original(page) else compare_drafts(page)
    if comparison is None:
        return []
    sentences = []
    if missing := len(comparison.missing):
        text = ngettext("%(number)d text is not translated.", "%(number)d texts are not translated.", missing)
        sentences.append(text % {"number": missing})
    if stale := len(comparison.stale):
        text = ngettext("%(number)d translation is not confirmed.", "%(number)d translations are not confirmed.", stale)
        sentences.append(text % {"number": stale})
    if comparison.is_built_differently:
        sentences.append(_("The two pages are built differently."))
    if comparison.data_differ:
        sentences.append(_("A picture, number, date or mark of the original was not brought over."))
    return [Problem(sentence, view=TRANSLATION) for sentence in sentences]
