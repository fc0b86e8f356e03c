"""Why a page cannot be approved yet, in sentences for its reviewer."""

from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from wagtail.models import Page

from bilingual.comparison import compare_drafts
from bilingual.pairs import is_original


def twin_obstacles(page: Page) -> list[str]:
    """Say how a translation is behind its original; an original waits for nobody."""
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
    if comparison.structure_differs:
        sentences.append(_("The two pages are built differently."))
    return sentences
