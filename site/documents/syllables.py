"""Where a long Kazakh or Russian word may be broken in a narrow column.

There is no hyphenation dictionary for Kazakh, and documents here are set ragged right without hyphens. Only a word too
long for a column of the plan's table is broken, by the school rule of both languages: at a syllable, never one letter
alone, й ь ъ staying with the letter before. A break is marked by a soft hyphen, seen only where a line really ends.
"""

import re

SOFT_HYPHEN = "\u00ad"
VOWELS = set("аәеёиоөуүұыіэюя")
GLIDES = set("уи")  # after a vowel these are consonants in Kazakh: тау-лар, қи-ын
STICKY = set("йьъ")
MAY_BREAK = "\u200b"  # zero-width space
UNSPACED = re.compile(r"[^\s]{28,}")
AFTER_PUNCTUATION = re.compile(r"(?<=[/._?&=-])(?=\w)")
SHORTEST_PART = 3
CELL_MARGINS, WIDTH_OF_LETTER, WIDTH_OF_BOLD_LETTER = 3.2, 2.15, 2.4  # millimetres
WORD = re.compile(r"[^\W\d_]+")


def with_breaks(text: str, longest: int) -> str:
    """Return `text` with soft hyphens in its words of more than `longest` letters.

    An address or other long sign without spaces may also break behind its punctuation.
    """
    text = WORD.sub(lambda match: broken(match[0], longest) if len(match[0]) > longest else match[0], text)
    return UNSPACED.sub(lambda match: AFTER_PUNCTUATION.sub(MAY_BREAK, match[0]), text)


def letters_that_fit(millimetres: float, *, is_bold: bool = False) -> int:
    """Return how many letters of 9-point Noto Sans, or of 11-point Times, a column of this width surely holds.

    The cell's own margins are counted in.
    """
    return int((millimetres - CELL_MARGINS) / (WIDTH_OF_BOLD_LETTER if is_bold else WIDTH_OF_LETTER))


def broken(word: str, longest: int) -> str:
    """Return `word` with a soft hyphen wherever a syllable ends and both parts stay readable.

    What is no word at all, and has no syllable within `longest` letters, is cut there.

    >>> broken("қалыптастырушы", 10).replace(SOFT_HYPHEN, "-")
    'қалып-тас-тыру-шы'
    """
    kinds = _kinds(word.lower())
    breaks = [place for place in range(1, len(word)) if _ends_syllable(kinds, place)]
    parts, start = [], 0
    for place in breaks:
        if place - start >= SHORTEST_PART and len(word) - place >= SHORTEST_PART - 1:
            parts.append(word[start:place])
            start = place
    parts.append(word[start:])
    step = max(longest, 2 * SHORTEST_PART)
    return SOFT_HYPHEN.join(part[at : at + step] for part in parts for at in range(0, len(part), step))


def _kinds(word: str) -> str:
    """Spell `word` as vowels (V), consonants (C) and letters that stay with the one before (S)."""
    kinds = ""
    for letter in word:
        if letter in STICKY:
            kinds += "S"
        elif letter in GLIDES and kinds.endswith("V"):
            kinds += "C"
        else:
            kinds += "V" if letter in VOWELS else "C"
    return kinds


def _ends_syllable(kinds: str, place: int) -> bool:
    """Say whether a syllable ends before `place`: one consonant and a vowel follow, a vowel has been before."""
    before, after = kinds[:place], kinds[place:]
    return after.startswith("CV") and "V" in before
