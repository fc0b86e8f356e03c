"""What a draft says otherwise than the text readers have, part by part, with the other language beside it."""

from dataclasses import dataclass
from difflib import SequenceMatcher

from django.utils.html import format_html_join
from django.utils.safestring import SafeString

from bilingual.differences import Piece, difference
from bilingual.labels import Place
from editorial.wording import Part, Wording


@dataclass
class Change:
    """One part of the page: what became of it, and what the twin says in the same place."""

    path: str
    place: Place
    pieces: list[Piece]
    twin: str = ""
    begins_section: bool = False
    begins_block: bool = False

    @property
    def is_changed(self) -> bool:
        return any(piece.change for piece in self.pieces)

    @property
    def html(self) -> SafeString:
        return format_html_join("", "<{0}>{1}</{0}>", ((piece.change or "span", piece.text) for piece in self.pieces))


def changes(now: Wording, before: Wording | None, twin: Wording | None) -> list[Change]:
    """Return every part of the draft in reading order, compared with the text before.

    Where there was none, nothing counts as changed: all of it is new.
    """
    before = before or now
    found = [_change(path, before, now) for path in _order(before.parts, now.parts)]
    for change in found:
        beside = twin.by_path.get(change.path) if twin is not None else None
        change.twin = beside.text if beside else ""
    return found


def order_differs(now: Wording, before: Wording) -> bool:
    """Whether what both have stands in another order now."""
    kept = [path for path in before.by_path if path in now.by_path]
    return kept != [path for path in now.by_path if path in before.by_path]


def _change(path: str, before: Wording, now: Wording) -> Change:
    earlier, current = before.by_path.get(path), now.by_path.get(path)
    if earlier and current and earlier.text == current.text:
        return Change(path, current.place, [Piece(current.text)])
    pieces = difference(earlier.text if earlier else "", current.text if current else "")
    return Change(path, (current or earlier).place, pieces)


def _order(before: list[Part], now: list[Part]) -> list[str]:
    """Return the paths of both in the order of `now`; what is gone stays where it stood."""
    earlier, current = [part.path for part in before], [part.path for part in now]
    present, paths = set(current), []
    for operation, b0, b1, a0, a1 in SequenceMatcher(None, earlier, current, autojunk=False).get_opcodes():
        if operation != "equal":
            paths += [path for path in earlier[b0:b1] if path not in present]
        paths += current[a0:a1]
    return paths


def mark_headings(rows: list[Change]) -> list[Change]:
    """Mark where a section or a block begins among the rows that are shown."""
    for number, row in enumerate(rows):
        above = rows[number - 1].place if number else None
        row.begins_section = bool(row.place.section) and (above is None or above.section != row.place.section)
        row.begins_block = bool(row.place.block) and (above is None or above.block != row.place.block)
    return rows
