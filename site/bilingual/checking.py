"""Whether a text may stand in a translation: its tags are whole, its links are those of the original, it fits."""

import re
from html.parser import HTMLParser

from django.utils.translation import gettext as _
from wagtail_localize.strings import INLINE_TAGS, extract_ids

from bilingual.comparison import Row
from bilingual.segments import Segment

MAX_LENGTH = 20_000
_TAG = re.compile(r"</?[a-zA-Z][^>]*>")


class _Tags(HTMLParser):
    """Collects what is wrong with the tags of a text."""

    def __init__(self, text: str):
        super().__init__()
        self.open: list[str] = []
        self.faults: list[str] = []
        self.feed(text)
        self.close()
        if self.open:
            self.faults.append(_("The tag <%(tag)s> is not closed.") % {"tag": self.open[-1]})

    def handle_starttag(self, tag, attributes):
        if tag not in INLINE_TAGS:
            self.faults.append(_("The tag <%(tag)s> may not stand in a text.") % {"tag": tag})
        elif any(not (tag == "a" and name == "id") for name, _value in attributes):
            self.faults.append(_("The tag <%(tag)s> may have no attributes.") % {"tag": tag})
        elif tag == "a" and not attributes:
            self.faults.append(_('A link needs its mark, for instance <a id="a1">, as in the original.'))
        if tag != "br":
            self.open.append(tag)

    def handle_endtag(self, tag):
        if tag == "br":
            return
        if not self.open or self.open.pop() != tag:
            self.faults.append(_("The tag </%(tag)s> closes nothing.") % {"tag": tag})


def faults(row: Row, text: str, max_length: int | None = None) -> list[str]:
    """Return what is wrong with `text` as the translation of `row`, in sentences for the translator; [] if nothing."""
    limit = min(max_length or MAX_LENGTH, MAX_LENGTH)
    if len(text) > limit:
        return [
            _("The text is too long: %(length)d characters, at most %(limit)d.") % {"length": len(text), "limit": limit}
        ]
    if "\x00" in text:
        return [_("The text holds a character that cannot be kept.")]
    if not row.original.is_rich:
        return [_("Tags have no effect here. Write the text without them.")] if _TAG.search(text) else []
    return _Tags(text).faults or _link_faults(row.original, row.translation, text)


def _link_faults(original: Segment, translation: Segment | None, text: str) -> list[str]:
    needed, given = extract_ids(original.text), extract_ids(text)
    known = needed | set(translation.links if translation else ())
    lost, unknown = sorted(needed - given), sorted(given - known)
    return [
        *(_('The link <a id="%(mark)s"> of the original is lost.') % {"mark": mark} for mark in lost),
        *(_('The original has no link <a id="%(mark)s">.') % {"mark": mark} for mark in unknown),
    ]
