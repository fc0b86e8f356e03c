"""The icons that cards, sheets and slides show: drawn in one colour, so that a copier prints them well.

They come from Fluent Emoji High Contrast (MIT, see `LICENSE`), version 1.2.6 of the npm package
`@iconify-json/fluent-emoji-high-contrast`.
"""

import hashlib
import json
from dataclasses import dataclass
from functools import cache
from pathlib import Path

ICONS = Path(__file__).with_name("icons.json")
SIDE = 32
"""Side of an icon's square, in the units of its drawing."""


@dataclass(frozen=True)
class Icon:
    """One icon: its name in each language, and its drawing as the inside of an SVG."""

    name: str
    kk: str
    ru: str
    body: str

    def label_in(self, language: str) -> str:
        """Return what the icon shows, in "kk" or "ru"."""
        return self.ru if language == "ru" else self.kk

    def svg(self, colour: str = "#000") -> str:
        """Return the icon as an SVG document of its own, in one `colour`."""
        box = f'xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {SIDE} {SIDE}"'
        return f'<svg {box} color="{colour}">{self.body.replace("currentColor", colour)}</svg>'


@cache
def icons() -> dict[str, Icon]:
    """Return every shipped icon by its name."""
    rows = json.loads(ICONS.read_text(encoding="utf-8"))
    return {name: Icon(name, **row) for name, row in rows.items()}


def icon(name: str) -> Icon | None:
    """Return an icon by its name; None if there is none of that name."""
    return icons().get(name)


@cache
def sprite() -> str:
    """Return all icons as one SVG document, each a symbol under its name, for `<use href="…#name">`."""
    symbols = (f'<symbol id="{i.name}" viewBox="0 0 {SIDE} {SIDE}">{i.body}</symbol>' for i in icons().values())
    return f'<svg xmlns="http://www.w3.org/2000/svg">{"".join(symbols)}</svg>'


@cache
def digest() -> str:
    """Name the state of the icons, for addresses that may be kept for good."""
    return hashlib.sha256(sprite().encode()).hexdigest()[:12]
