"""The order of Kazakh and Russian letters, which is not the order of their code points."""

from core import languages

KAZAKH = "аәбвгғдеёжзийкқлмнңоөпрстуұүфхһцчшщъыіьэюя"
RUSSIAN = "абвгдеёжзийклмнопрстуфхцчшщъыьэюя"
_PLACES = {
    languages.KAZAKH: {letter: place for place, letter in enumerate(KAZAKH)},
    languages.RUSSIAN: {letter: place for place, letter in enumerate(RUSSIAN)},
}
_AFTER_LETTERS = 0x110000


def sort_key(text: str, language: str) -> tuple[list[int], str]:
    """Return a key that sorts `text` as a dictionary in `language` ("kk" or "ru") would.

    Digits, Latin letters and signs keep the order of their code points and stand before Cyrillic.
    Letters of the other language stand after. Case decides only between otherwise equal texts.
    """
    places = _PLACES[language]
    folded = text.casefold()
    weights = [
        _AFTER_LETTERS + places[letter] if letter in places else _weight_of_stranger(letter) for letter in folded
    ]
    return weights, text.swapcase()


def _weight_of_stranger(letter: str) -> int:
    """Keep signs before the alphabet and Cyrillic letters that are not in it behind."""
    return ord(letter) + (2 * _AFTER_LETTERS if letter in _PLACES[languages.KAZAKH] else 0)
