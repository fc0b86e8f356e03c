"""Two wordings of a text, word by word, as a reader of the change wants to see them."""

import re
from dataclasses import dataclass
from difflib import SequenceMatcher

# A tag, a run of white space, a word, or any other single character.
_TOKENS = re.compile(r"<[^>]*>|\s+|\w+|.", re.DOTALL)


@dataclass(frozen=True)
class Piece:
    """A stretch of text; `change` is "" (kept), "del" or "ins"; `is_tag` marks an HTML tag."""

    text: str
    change: str = ""
    is_tag: bool = False


def pieces(text: str) -> list[Piece]:
    """Return a text with its tags set apart."""
    return _pieces(_TOKENS.findall(text), "")


def difference(earlier: str, now: str) -> list[Piece]:
    """Return what became of `earlier`, in reading order: kept, deleted and inserted words."""
    before, after = _TOKENS.findall(earlier), _TOKENS.findall(now)
    found: list[Piece] = []
    for operation, b0, b1, a0, a1 in SequenceMatcher(None, before, after, autojunk=False).get_opcodes():
        if operation == "equal":
            found += _pieces(after[a0:a1], "")
            continue
        found += _pieces(before[b0:b1], "del")
        found += _pieces(after[a0:a1], "ins")
    return found


def _pieces(tokens: list[str], change: str) -> list[Piece]:
    """Join neighbouring words; tags stand alone."""
    found: list[Piece] = []
    for token in tokens:
        is_tag = token.startswith("<") and token.endswith(">") and len(token) > 1
        if found and not is_tag and not found[-1].is_tag:
            found[-1] = Piece(found[-1].text + token, change)
        else:
            found.append(Piece(token, change, is_tag))
    return found
