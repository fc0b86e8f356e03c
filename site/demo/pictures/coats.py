"""Coats of dogs and cats: the icon set draws one of each, a shelter does not.

All pictures of one text (`key-1`, `key-2`) show the same animal.
"""

from random import Random

from ..content.shapes import Picture

Coat = dict[str, str]

DOGS: dict[str, Coat] = {
    "ginger": {"#f3ad61": "#eab06c", "#d3883e": "#c98a4a", "#ffdea7": "#fbe3b8"},
    "brown": {"#f3ad61": "#b07f58", "#d3883e": "#8a5f41", "#ffdea7": "#ecd5b6"},
    "cream": {"#f3ad61": "#f0dcb6", "#d3883e": "#d3b98c", "#ffdea7": "#fff6e2"},
    "grey": {"#f3ad61": "#a9a39f", "#d3883e": "#837c7a", "#ffdea7": "#e2dbd2"},
    "dark": {"#f3ad61": "#6b5d58", "#d3883e": "#4e4341", "#ffdea7": "#d9b48c"},
}
CATS: dict[str, Coat] = {
    "ginger": {"#f3ad61": "#ee9c57", "#d3883e": "#cc7740", "#ffdea7": "#fbdcae"},
    "grey": {"#f3ad61": "#aaa6a6", "#d3883e": "#7f7b7e", "#ffdea7": "#e6e0d8"},
    "brown": {"#f3ad61": "#b3906e", "#d3883e": "#80624a", "#ffdea7": "#ecdcc2"},
}
BLACK_CAT: Coat = {"#635994": "#4d4757", "#433b6b": "#3a3543", "#533566": "#3a3543", "#402a32": "#241f29"}
TOLD = {"bus-stop-moinak": "ginger"}
"""Coats that a text tells of. A coat called ginger in an alternative text is ginger without being listed here."""


def coats(picture: Picture) -> dict[str, Coat]:
    """The coat of each species in a picture, as replacements for the colours of its icon."""
    told = TOLD.get(stem(picture))
    if "рыж" in picture.alt.ru.lower():
        told = "ginger"
    dice = Random(stem(picture))  # noqa: S311 - dice for drawing, not for secrets
    dog, cat = dice.choice(list(DOGS)), dice.choice(("ginger", "ginger", "grey", "brown"))
    return {"dog": DOGS.get(told or dog, DOGS[dog]), "cat": CATS.get(told or cat, CATS[cat]), "black-cat": BLACK_CAT}


def stem(picture: Picture) -> str:
    """Key of the text a picture belongs to: its own key without the number."""
    head, _, number = picture.key.rpartition("-")
    return head if number.isdecimal() else picture.key
