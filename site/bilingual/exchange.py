"""A translation as a PO file, for a translator who works outside the site, and back again."""

import hashlib
import re
from dataclasses import dataclass, field

import polib
from django.utils.translation import gettext as _

from bilingual.checking import faults
from bilingual.comparison import Comparison, Row, State
from bilingual.forms import shown
from bilingual.labels import Place

MAX_BYTES = 2 * 1024 * 1024
MOST_FAULTS = 20

# polib reads on over a line that lost its quotation marks, and loses letters.
_LINE = re.compile(r'(?:#.*|(?:(?:msgctxt|msgid|msgstr) )?".*"|)')


class BadFileError(ValueError):
    """Why a file was refused, as sentences for whoever sent it. Nothing of it was saved."""

    def __init__(self, *sentences: str):
        super().__init__("\n".join(sentences))
        self.sentences = sentences


@dataclass
class Imported:
    """The texts of a file by segment key; `confirmed` are those not marked fuzzy, whose original has not moved."""

    texts: dict[str, str] = field(default_factory=dict)
    confirmed: set[str] = field(default_factory=set)


def export_po(comparison: Comparison, places: dict[str, Place]) -> str:
    """Return the translation as a PO file: one entry a text, its place as context, doubtful ones marked fuzzy."""
    file = polib.POFile(wrapwidth=0)
    file.metadata = {
        "MIME-Version": "1.0",
        "Content-Type": "text/plain; charset=utf-8",
        "Content-Transfer-Encoding": "8bit",
        "Language": comparison.translation.locale.language_code,
        "X-Meirim-Page": str(comparison.original.translation_key),
        "X-Meirim-Original": comparison.original.locale.language_code,
    }
    for row in comparison.rows:
        if row.original is not None and row.state != State.ABSENT:
            file.append(_entry(row, places.get(row.path)))
    return str(file)


def _entry(row: Row, place: Place | None) -> polib.POEntry:
    text = shown(row)
    doubtful = bool(text) and row.state != State.IN_STEP
    where = " · ".join(filter(None, [place.section, place.block, place.label])) if place else ""
    return polib.POEntry(
        msgctxt=row.key, msgid=row.original.text, msgstr=text, comment=where, flags=["fuzzy"] if doubtful else []
    )


def import_po(content: bytes, comparison: Comparison, places: dict[str, Place]) -> Imported:
    """Read a PO file made by `export_po`. Raises `BadFileError` with every reason unless all of it is right."""
    file = _parse(content)
    _check_head(file, comparison)
    rows = {row.key: row for row in comparison.rows if row.original is not None and row.state != State.ABSENT}
    imported, sentences = Imported(), []
    for entry in file:
        if not entry.msgstr.strip() or entry.obsolete:
            continue
        row = rows.get(entry.msgctxt or "")
        wrong = _faults(entry, row, places)
        sentences += [_("Line %(line)d: %(reason)s") % {"line": entry.linenum, "reason": reason} for reason in wrong]
        if row is not None and not wrong:
            imported.texts[row.key] = entry.msgstr.strip()
            if "fuzzy" not in entry.flags and _same(entry.msgid, row.original.text):
                imported.confirmed.add(row.key)
    if sentences:
        raise BadFileError(*sentences[:MOST_FAULTS])
    return imported


def _faults(entry: polib.POEntry, row: Row | None, places: dict[str, Place]) -> list[str]:
    if row is None:
        return [_("The page has no place “%(place)s” (any more). Export the page anew.") % {"place": entry.msgctxt}]
    place = places.get(row.path)
    return faults(row, entry.msgstr.strip(), place.max_length if place else None)


def _parse(content: bytes) -> polib.POFile:
    if len(content) > MAX_BYTES:
        raise BadFileError(_("The file is larger than 2 MB."))
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise BadFileError(_("The file is not in UTF-8. Save it as UTF-8 and send it again.")) from None
    if 'msgid "' not in text or "\x00" in text:
        raise BadFileError(_("This is not a PO file."))
    for number, line in enumerate(text.splitlines(), 1):
        if not _LINE.fullmatch(line.strip()):
            raise BadFileError(_("Line %(line)d: %(reason)s") % {"line": number, "reason": _("This line is damaged.")})
    try:
        return polib.pofile(text)
    except (OSError, ValueError, IndexError, UnicodeError) as error:
        raise BadFileError(_("The file is damaged: %(error)s") % {"error": str(error)[:200]}) from None


def _check_head(file: polib.POFile, comparison: Comparison) -> None:
    page, language = file.metadata.get("X-Meirim-Page"), file.metadata.get("Language")
    if page != str(comparison.original.translation_key):
        raise BadFileError(_("The file belongs to another page, or its header is gone."))
    if language != comparison.translation.locale.language_code:
        raise BadFileError(_("The file translates into another language."))


def _same(one: str, other: str) -> bool:
    return " ".join(one.split()) == " ".join(other.split())


def file_name(comparison: Comparison) -> str:
    """Return a name that tells the page, the language and the state of the original."""
    state = hashlib.sha256("".join(s.digest for s in comparison.originals.segments).encode()).hexdigest()[:8]
    return f"{comparison.original.slug}-{comparison.translation.locale.language_code}-{state}.po"
