"""The command that refreshes the subset of icons from the npm package, once a picture asks for a new one:

python -m demo.pictures.icons node_modules/@iconify-json/fluent-emoji-flat/icons.json
"""

import io
import json
import re
import sys
from collections.abc import Iterable, Iterator
from dataclasses import is_dataclass
from importlib import import_module
from pathlib import Path
from pkgutil import walk_packages
from typing import Any

from .subset import SIDE, SUBSET, subset

TONE = "-light"
"""Skin tone of people named without one: the dark-haired one of the set, warmed by `compose`."""

DROPPED = {"teacher": ("#ffce7c", "#e19747", "#44911b")}
"""Fills of parts left out: the blackboard a teacher carries on her back, out of place in a meadow."""


def pictures() -> Iterator[Any]:
    """Every `Picture` in the modules of `demo.content`, each key once."""
    content = import_module("demo.content")
    seen = set()
    for module in walk_packages(content.__path__, f"{content.__name__}."):
        for value in vars(import_module(module.name)).values():
            for picture in _pictures_within(value):
                if picture.key not in seen:
                    seen.add(picture.key)
                    yield picture


def _pictures_within(value: Any) -> Iterator[Any]:
    if isinstance(value, type):
        return
    if type(value).__name__ == "Picture":
        yield value
    elif isinstance(value, list | tuple):
        for item in value:
            yield from _pictures_within(item)
    elif isinstance(value, dict):
        yield from _pictures_within(list(value.values()))
    elif is_dataclass(value):
        yield from _pictures_within(list(vars(value).values()))


def refresh(source: Path, names: Iterable[str]) -> list[str]:
    """Rewrite the subset with the named icons of the package; return the names it does not hold."""
    package = json.loads(source.read_text(encoding="utf-8"))
    rows, unknown = {}, []
    for name in sorted(set(names)):
        body = _body(package, name)
        if body is None:
            unknown.append(name)
        else:
            for fill in DROPPED.get(name.removeprefix("man-").removeprefix("woman-"), ()):
                body = re.sub(rf'<path fill="{fill}"[^>]*/>', "", body)
            rows[name] = {"body": body, **_measured(body)}
    lines = (f"{json.dumps(name)}: {json.dumps(row)}" for name, row in rows.items())
    SUBSET.write_text("{\n" + ",\n".join(lines) + "\n}\n", encoding="utf-8")
    subset.cache_clear()
    return unknown


def _body(package: dict, name: str) -> str | None:
    """Body of an icon, in the tone of `TONE` where it has one, through the aliases of the package."""
    icons, aliases = package["icons"], package.get("aliases", {})
    for wanted in (name + TONE, name):
        if wanted in icons:
            return icons[wanted]["body"]
        if wanted in aliases:
            body = _body(package, aliases[wanted]["parent"])
            if body and aliases[wanted].get("hFlip"):
                return f'<g transform="translate({SIDE} 0) scale(-1 1)">{body}</g>'
            return body
    return None


def _measured(body: str) -> dict[str, list]:
    """Box of the icon's ink and the colours along its lower edge, read off a small rendering."""
    from PIL import Image

    from .raster import png

    pixels = 256
    square = (
        '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" '
        f'viewBox="0 0 {SIDE} {SIDE}" width="{pixels}" height="{pixels}">{body}</svg>'
    )
    image = Image.open(io.BytesIO(png(square, pixels, pixels))).convert("RGBA")
    unit = pixels / SIDE
    ink = image.getchannel("A").point(lambda alpha: 255 if alpha > 100 else 0)
    left, top, right, bottom = ink.getbbox() or (0, 0, pixels, pixels)
    return {
        "box": [round(side / unit, 2) for side in (left, top, right, bottom)],
        "edge": _runs(image, bottom - 2, unit),
    }


def _runs(image: Any, y: int, unit: float) -> list[list]:
    """Runs of one colour along a row of pixels, as [from, to, colour] in icon units."""
    runs: list[list] = []
    for x in range(image.width):
        red, green, blue, alpha = image.getpixel((x, y))
        if alpha < 200:
            continue
        colour = f"#{red:02x}{green:02x}{blue:02x}"
        if runs and runs[-1][2] == colour and x / unit - runs[-1][1] < 0.2:
            runs[-1][1] = round((x + 1) / unit, 2)
        else:
            runs.append([round(x / unit, 2), round((x + 1) / unit, 2), colour])
    return [run for run in runs if run[1] - run[0] >= 0.4]


def main(arguments: list[str]) -> int:
    if len(arguments) != 1:
        print("Give the path to icons.json of @iconify-json/fluent-emoji-flat.", file=sys.stderr)
        return 2
    names = {thing.icon for picture in pictures() for thing in picture.things}
    unknown = refresh(Path(arguments[0]), names)
    print(f"{len(names) - len(unknown)} icons in {SUBSET}, {SUBSET.stat().st_size // 1024} kB")
    if unknown:
        print("Not in the set: " + ", ".join(unknown), file=sys.stderr)
    return 1 if unknown else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
