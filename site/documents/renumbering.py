"""Numbers of stations and sheets inside texts: «3-аялдама», «станции 1–3», «2-парақ», «лист 2».

Editors write them into titles and sentences, so a lesson that leaves a station out must say the others anew.
"""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass

NUMBERS = r"\d{1,2}(?:(?:\s*[–—-]\s*|\s*,\s*|\s+(?:мен|бен|пен|және|и)\s+)\d{1,2})*"
RANGE = re.compile(r"(\d{1,2})\s*[–—-]\s*(\d{1,2})|(\d{1,2})")
TAG = re.compile(r"(<[^>]*>)")


@dataclass(frozen=True)
class Named:
    """A kind of thing that texts call by number. Each pattern has one group, `numbers`."""

    patterns: tuple[re.Pattern[str], ...]

    def numbers_in(self, text: str) -> set[int]:
        """Return every number of such a thing in `text`; a range names all between its ends."""
        return {
            number
            for pattern in self.patterns
            for found in pattern.finditer(text)
            for number in _spelt_out(found["numbers"])
        }

    def renumbered(self, text: str, new: Mapping[int, int]) -> str:
        """Say the numbers of `text` anew. What `new` does not know is left as it stands, as nothing could be said."""
        pieces = TAG.split(text)  # every second one is a tag
        for place in range(0, len(pieces), 2):
            for pattern in self.patterns:
                pieces[place] = pattern.sub(_said_anew(new), pieces[place])
        return "".join(pieces)

    def title_without(self, text: str) -> str:
        """Return a title without its number: «Құйрық» of «1-аялдама. Құйрық»."""
        for pattern in self.patterns:
            text = pattern.sub("", text)
        return text.strip(" .:–—-«»\"'")


def _named(kazakh: str, russian: str, *others: str) -> Named:
    patterns = (
        rf"(?<![\w–-])(?P<numbers>{NUMBERS})\s?-\s?(?:{kazakh})",
        rf"(?<!\w)(?:{russian})\s+(?:№\s*)?(?P<numbers>{NUMBERS})(?!\w|\s*(?:{COUNTED}))",
        *others,
    )
    return Named(tuple(re.compile(pattern, re.IGNORECASE) for pattern in patterns))


# «На станции 5 минут» counts minutes, not stations.
COUNTED = "мин|дет|учен|челов|команд|задан|вопрос|карточ"
STATION = _named(
    "аялдама|бекет|станция",
    r"станци\w{1,3}|остановк\w{1,3}",
    r"(?<!\w)(?P<numbers>\d{1,2})-(?:я|й|ю|ей)\s+станци\w{1,3}",
)
SHEET = _named("парақ|парағ", "лист(?:а|у|е|ом|ы|ов|ах)?")


def _spelt_out(numbers: str) -> list[int]:
    """Return the numbers that «1–3», «1, 3» or «2 и 4» stand for, in order."""
    found: list[int] = []
    for first, last, single in RANGE.findall(numbers):
        found += [int(single)] if single else range(int(first), int(last) + 1)
    return found


def _said_anew(new: Mapping[int, int]) -> Callable[[re.Match[str]], str]:
    def say(found: re.Match[str]) -> str:
        old = found["numbers"]
        numbers = [new[number] for number in _spelt_out(old) if number in new]
        if not numbers:
            return found[0]
        start, end = (place - found.start() for place in found.span("numbers"))
        return found[0][:start] + _in_words(numbers, old) + found[0][end:]

    return say


def _in_words(numbers: list[int], old: str) -> str:
    """Write numbers as `old` wrote its own: a range where it had one and they follow each other."""
    follow = numbers == list(range(numbers[0], numbers[0] + len(numbers)))
    if len(numbers) > 1 and follow and re.search(r"[–—-]", old):
        return f"{numbers[0]}–{numbers[-1]}"
    if len(numbers) == 2 and (joined := re.search(r"\s+(?:мен|бен|пен|және|и)\s+", old)):
        return f"{numbers[0]}{joined[0]}{numbers[1]}"
    return ", ".join(map(str, numbers))
