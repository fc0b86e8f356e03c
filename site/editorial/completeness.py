"""Whether every block holds what it must. Wagtail asks for it in the page editor only; drafts save without."""

from collections.abc import Iterable

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from wagtail import blocks, hooks
from wagtail.models import Page

from bilingual.labels import Leaf, Place, leaves
from editorial.gate import Problem
from editorial.wording import chosen_objects, plain


def unfinished_blocks(page: Page) -> Iterable[Problem]:
    """Yield the parts of the page's blocks that are empty but must not be, or hold what they cannot hold."""
    hooks.search_for_hooks()  # A chooser's form field asks for its registration, which a command has not loaded.
    found = list(leaves(page))
    chosen = chosen_objects(found)
    for leaf in found:
        if _is_empty(leaf, chosen):
            if leaf.block.required:
                yield Problem(_("Nothing is written in “%(place)s”.") % {"place": _words(leaf.place)}, leaf.path)
        elif reason := _reason(leaf):
            yield Problem(_("“%(place)s”: %(reason)s") % {"place": _words(leaf.place), "reason": reason}, leaf.path)


def _is_empty(leaf: Leaf, chosen: dict) -> bool:
    """Whether a leaf says nothing, or points to something that was deleted; a zero and a "no" are answers."""
    if isinstance(leaf.block, blocks.RichTextBlock):
        return not plain(leaf.raw)
    if isinstance(leaf.block, blocks.ChooserBlock):
        return leaf.raw not in chosen[leaf.block.model_class]
    return leaf.raw is None or leaf.raw == ""


def _reason(leaf: Leaf) -> str:
    """Why a value is not valid, in words; empty if it is."""
    if isinstance(leaf.block, blocks.ChooserBlock):
        return ""
    try:
        leaf.block.clean(leaf.block.to_python(leaf.raw))
    except ValidationError as error:
        return " ".join(error.messages)
    return ""


def _words(place: Place) -> str:
    parts = [place.section, place.block]
    return " · ".join(part for part in [*parts, *([] if place.block.endswith(place.label) else [place.label])] if part)
