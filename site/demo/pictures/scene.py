"""The sheet a picture is drawn on: its light, its dice, and the gradients it has named so far."""

from dataclasses import dataclass, field, replace
from random import Random

from .palette import LIGHTS, MATERIALS, Light, inside, kinder, material, mix, tinted

WIDTH, HEIGHT = 1600, 1000
GROUND = 880
"""Height at which things stand that have no lift."""


@dataclass
class Scene:
    """One picture in the making.

    `dice` is seeded with the picture's key: the same picture is drawn the same way every time.
    """

    key: str
    light: Light
    outside: Light | None = None
    """Light behind the windows of a room; None out of doors."""

    dice: Random = field(init=False)
    defs: list[str] = field(default_factory=list)
    coats: dict[str, dict[str, str]] = field(default_factory=dict)
    """Colours of an icon's animal, replaced by those of the coat it wears in this picture."""

    open_left: bool = True
    """Whether the left half holds less, so that a house may stand there unhidden."""

    taken: list[tuple[float, float]] = field(default_factory=list)
    """Stretches of the picture's width (from, to) in front of which things stand."""

    named: int = 0
    _rounding: str = ""

    def __post_init__(self) -> None:
        self.dice = Random(f"{self.key}/{self.light.name}")  # noqa: S311 - dice for drawing, not for secrets

    @classmethod
    def of(cls, key: str, light: str, indoors: bool = False) -> "Scene":
        """A sheet in the named light; indoors in what of it comes into a room, the rest staying behind the window."""
        outside = LIGHTS[light]
        return cls(key, inside(outside), outside) if indoors else cls(key, outside)

    def is_free(self, x: float, reach: float = 90) -> bool:
        """Whether a drawn thing around `x` would stay in sight."""
        return all(x + reach < start or x - reach > end for start, end in self.taken)

    def move_sun(self, x: float, lift: float) -> None:
        """Hang the sun or the moon elsewhere: per cent of the width, per cent of the height above the ground."""
        here = (x * WIDTH / 100, max(90, GROUND - lift * HEIGHT / 100), self.light.sun_at[2])
        self.light = replace(self.light, sun_at=here)

    def name(self) -> str:
        """A name that no other part of the picture has."""
        self.named += 1
        return f"n{self.named}"

    def rounding(self) -> str:
        """Filter that gives flat things some body: shade along the side away from the sun, light along the other."""
        if self._rounding:
            return self._rounding
        name, ink = self.name(), "#14303c" if self.light.is_night else "#5a3348"
        glow = 0.18 if self.light.is_night else 0.3
        lean = 7 if self.light.sun_at[0] < WIDTH / 2 else -7
        edges = ""
        for side, dx, dy, colour, veil in (("shade", -lean, -11, ink, 0.22), ("light", lean, 7, self.light.sun, glow)):
            edges += (
                f'<feOffset in="soft" dx="{dx}" dy="{dy}" result="moved"/>'
                f'<feComposite in="SourceAlpha" in2="moved" operator="out" result="edge"/>'
                f'<feFlood flood-color="{colour}" flood-opacity="{veil}"/>'
                f'<feComposite in2="edge" operator="in" result="{side}"/>'
            )
        self.defs.append(
            f'<filter id="{name}" x="-0.05" y="-0.05" width="1.1" height="1.1" color-interpolation-filters="sRGB">'
            f'<feGaussianBlur in="SourceAlpha" stdDeviation="8" result="soft"/>{edges}<feMerge>'
            '<feMergeNode in="SourceGraphic"/><feMergeNode in="shade"/><feMergeNode in="light"/></feMerge></filter>'
        )
        self._rounding = f"url(#{name})"
        return self._rounding

    def paint(self, name: str, depth: float = 0.0) -> str:
        """Colour of a material `depth` away: 0 is at hand, 1 is lost in the haze."""
        return mix(material(name, self.light), self.light.haze, depth * 0.8)

    def paint_thing(self, name: str) -> str:
        """Colour of a material on a thing in the foreground, whatever the season does to the land."""
        return tinted(MATERIALS[name], self.light_on_things)

    @property
    def light_on_things(self) -> Light:
        """The light a little kinder: faces and fur stay readable at night."""
        return kinder(self.light)

    def shade(self, colour: str, share: float = 0.18) -> str:
        """The side turned away from the sun."""
        return mix(colour, tinted("#5b5470", self.light), share)

    def glow(self, colour: str, share: float = 0.3) -> str:
        """The side turned to the sun."""
        return mix(colour, self.light.sun, share * (0.4 if self.light.is_night else 1))

    def lamp(self) -> str:
        """A window or a lamp: bright at night, glass by day."""
        if self.light.is_night:
            return "#ffd98a"
        return "#f9d9a0" if self.light.name == "sunset" else self.paint("glass")

    def between(self, low: float, high: float) -> float:
        return self.dice.uniform(low, high)

    def gradient(self, *stops: tuple[float, str] | tuple[float, str, float], across: bool = False) -> str:
        """Name a gradient from top to bottom (or left to right) and return its `url(#…)`.

        Each stop is (offset from 0 to 1, colour) or (offset, colour, opacity).
        """
        name = f"g{len(self.defs)}"
        end = 'x2="1" y2="0"' if across else 'x2="0" y2="1"'
        self.defs.append(f'<linearGradient id="{name}" x1="0" y1="0" {end}>{_stops(stops)}</linearGradient>')
        return f"url(#{name})"

    def halo(self, *stops: tuple[float, str] | tuple[float, str, float]) -> str:
        """Name a gradient from the middle outwards and return its `url(#…)`."""
        name = f"g{len(self.defs)}"
        self.defs.append(f'<radialGradient id="{name}">{_stops(stops)}</radialGradient>')
        return f"url(#{name})"

    def clip(self, shape: str) -> str:
        """Name a clip of the given shape and return its `url(#…)`."""
        name = f"g{len(self.defs)}"
        self.defs.append(f'<clipPath id="{name}">{shape}</clipPath>')
        return f"url(#{name})"


def _stops(stops: tuple) -> str:
    rows = []
    for offset, colour, *opacity in stops:
        veil = f' stop-opacity="{opacity[0]}"' if opacity else ""
        rows.append(f'<stop offset="{offset}" stop-color="{colour}"{veil}/>')
    return "".join(rows)
