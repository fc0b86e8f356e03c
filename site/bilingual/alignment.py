"""Which paragraph of a translated rich text belongs to which paragraph of the original.

Plain texts are paired by their place. Paragraphs inside one rich text have no names, so what a person confirmed
earlier is the guide, then order, and where neither says anything nothing is paired.
"""

from collections.abc import Callable, Sequence
from difflib import SequenceMatcher

from bilingual.segments import Segment

# Below this likeness (0 to 1) two wordings are two paragraphs, not one that was edited.
ALIKE = 0.5

Match = tuple[Segment | None, Segment | None]


def likeness(one: str, other: str) -> float:
    """Return from 0 to 1 how much of two texts is the same, word by word."""
    return SequenceMatcher(None, one.split(), other.split(), autojunk=False).ratio()


def align(
    originals: Sequence[Segment],
    translations: Sequence[Segment],
    are_confirmed: Callable[[Segment, Segment], bool],
    written_for: Callable[[Segment], str | None],
) -> list[Match]:
    """Pair the paragraphs of one rich text, in the order of the original; what has no partner stands alone.

    `are_confirmed` says whether a person found two texts equal; `written_for` gives the wording of the original
    that a translation was last confirmed for, if it ever was.
    """
    matches: list[Match] = []
    first_original = first_translation = 0
    for original, translation in [*_anchors(originals, translations, are_confirmed), (None, None)]:
        end_original = len(originals) if original is None else original
        end_translation = len(translations) if translation is None else translation
        gap = originals[first_original:end_original], translations[first_translation:end_translation]
        matches += _fill(*gap, written_for)
        if original is not None:
            matches.append((originals[original], translations[translation]))
            first_original, first_translation = original + 1, translation + 1
    return matches


def _anchors(originals, translations, are_confirmed) -> list[tuple[int, int]]:
    """Return the longest rising chain of confirmed partners, as pairs of positions."""
    rows, columns = len(originals), len(translations)
    best = [[0] * (columns + 1) for _ in range(rows + 1)]
    agree = [[are_confirmed(original, translation) for translation in translations] for original in originals]
    for i in reversed(range(rows)):
        for j in reversed(range(columns)):
            best[i][j] = best[i + 1][j + 1] + 1 if agree[i][j] else max(best[i + 1][j], best[i][j + 1])
    chain, i, j = [], 0, 0
    while i < rows and j < columns:
        if agree[i][j]:
            chain.append((i, j))
            i, j = i + 1, j + 1
        elif best[i + 1][j] >= best[i][j + 1]:
            i += 1
        else:
            j += 1
    return chain


def _fill(originals, translations, written_for) -> list[Match]:
    """Pair what lies between two anchors."""
    known = [written_for(translation) for translation in translations]
    if len(originals) == len(translations) and all(
        earlier is None or likeness(earlier, original.text) >= ALIKE
        for original, earlier in zip(originals, known, strict=True)
    ):
        return list(zip(originals, translations, strict=True))
    return _by_likeness(originals, translations, known)


def _by_likeness(originals, translations, known) -> list[Match]:
    """Pair each translation, in order, with the first original like the wording it was written for."""
    matches: list[Match] = []
    waiting = list(originals)
    for translation, earlier in zip(translations, known, strict=True):
        found = next((o for o in waiting if earlier is not None and likeness(earlier, o.text) >= ALIKE), None)
        if found is None:
            matches.append((None, translation))
            continue
        position = waiting.index(found)
        matches += [(skipped, None) for skipped in waiting[:position]]
        matches.append((found, translation))
        waiting = waiting[position + 1 :]
    return matches + [(original, None) for original in waiting]
