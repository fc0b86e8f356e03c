"""Which characters may stand in a document, and how much of a text fits a line.

PDF/UA forbids a missing glyph, so a text is brought down to what the shipped fonts can draw. Word brings its own
fonts, so there only what XML forbids is taken out.
"""

import re
import unicodedata
from bisect import bisect_right
from functools import cache
from pathlib import Path

COVERAGE = Path(__file__).parent / "fonts" / "coverage.txt"
MISSING = "□"
KEPT_UNSEEN = "\n\u00ad\u200b"  # line end, soft hyphen, zero-width space: places to break a line

# XML 1.0, production 2: no control characters but tab and line ends, no surrogates, no U+FFFE and U+FFFF.
FORBIDDEN_IN_XML = re.compile(r"[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def writable(text: str) -> str:
    """Return `text` in composed form without the characters that XML forbids."""
    return FORBIDDEN_IN_XML.sub("", unicodedata.normalize("NFC", text or ""))


def printable(text: str) -> str:
    """Return `text` with only characters that the shipped fonts draw.

    Pictographs, joiners and other invisible characters without a glyph are left out; a letter or digit of another
    script becomes □, so that a reader sees that something stood there.
    """
    return "".join(character if is_covered(character) else stand_in(character) for character in writable(text))


def is_covered(character: str) -> bool:
    """Say whether the shipped fonts draw `character` or it is a line end."""
    if character in KEPT_UNSEEN:
        return True
    if unicodedata.category(character) == "Cf":
        return False  # joiners and marks of direction: nothing to draw
    starts, ends = coverage()
    place = bisect_right(starts, ord(character)) - 1
    return place >= 0 and ord(character) <= ends[place]


def stand_in(character: str) -> str:
    """Return what is printed for a character without a glyph."""
    if character in "\t\r":
        return " "
    return MISSING if unicodedata.category(character)[0] in "LN" else ""


@cache
def coverage() -> tuple[list[int], list[int]]:
    """Return the first and last code points of the ranges that the shipped fonts cover, both ascending."""
    ranges = [line.split("-") for line in COVERAGE.read_text(encoding="ascii").split()]
    return [int(first, 16) for first, _ in ranges], [int(last, 16) for _, last in ranges]


def one_line(text: str) -> str:
    """Return `text` with every run of white space as one space."""
    return " ".join((text or "").split())


def shortened(text: str, longest: int) -> str:
    """Return `text`, cut at a word with … if it is longer than `longest` characters."""
    if len(text) <= longest:
        return text
    return text[: longest - 1].rsplit(" ", 1)[0].rstrip(" ,.;:—–-") + "…"
