"""Drawn landscapes and rooms, one function a setting. Each takes a `Scene` and returns SVG text."""

from collections.abc import Callable

from ..scene import Scene
from .indoors import classroom, clinic, room
from .town import city, market, road
from .village import school, shelter, yard
from .water import lake, river, sea
from .wild import forest, mountains, steppe

BACKGROUNDS: dict[str, Callable[[Scene], str]] = {
    background.__name__: background
    for background in (
        steppe, mountains, forest, river, lake, sea, yard, shelter, school, city, market, road, room, classroom, clinic,
    )
}  # fmt: skip
INDOORS = {"room", "classroom", "clinic"}
GRASSY = {"steppe", "mountains", "forest", "river", "lake", "yard", "shelter", "school"}
WATERS = {"river": 7, "lake": 8, "sea": 9}
"""Settings with water, and the lift at which it begins."""
