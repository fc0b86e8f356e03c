"""The icons a picture places: a small subset of Fluent Emoji flat, measured and kept beside this file."""

import json
import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path

SUBSET = Path(__file__).with_name("icons.json")
SIDE = 32
"""Side of an icon's square, in the units of its body."""

IDENTIFIER = re.compile(r'id="([^"]+)"')


class UnknownIconError(LookupError):
    """A picture asks for an icon that the subset does not hold."""


@dataclass(frozen=True)
class Icon:
    """One icon: its SVG body, the box (left, top, right, bottom) its ink fills, and the colours along its lower edge.

    `edge` holds (from, to, colour) from left to right, so that a portrait cut off at the chest can be drawn on.
    """

    name: str
    body: str
    box: tuple[float, float, float, float]
    edge: tuple[tuple[float, float, str], ...] = ()

    def unique(self, suffix: str) -> str:
        """Body whose gradients and clips carry names of their own, so that one icon may be placed twice."""
        body = self.body
        for name in set(IDENTIFIER.findall(body)):
            own = f"{name}-{suffix}"
            body = body.replace(f'id="{name}"', f'id="{own}"').replace(f"url(#{name})", f"url(#{own})")
            body = body.replace(f'href="#{name}"', f'href="#{own}"')
        return body


@cache
def subset() -> dict[str, Icon]:
    """Every icon shipped with the project."""
    rows = json.loads(SUBSET.read_text(encoding="utf-8"))
    return {
        name: Icon(name, row["body"], tuple(row["box"]), tuple(tuple(run) for run in row.get("edge", ())))
        for name, row in rows.items()
    }


def icon(name: str) -> Icon:
    try:
        return subset()[name]
    except KeyError:
        raise UnknownIconError(
            f"No icon “{name}” in {SUBSET.name}: check its name, then refresh the subset (see README.md beside it)."
        ) from None
