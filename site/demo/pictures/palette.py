"""The one palette of every picture: materials, what each light does to them, and how colours are mixed.

A background names materials ("grass", "roof"), never colours. A light says how the sky looks, how it tints all
it falls on, and which season the materials wear, so that every setting works in every light.
"""

import re
from dataclasses import dataclass, replace

HEX = re.compile(r"#(?:[0-9a-fA-F]{6}|[0-9a-fA-F]{3})\b")

MATERIALS = {
    "grass": "#9db86f",
    "meadow": "#b7c77c",
    "hill": "#a9c29a",
    "ridge": "#9fbfb4",
    "leaf": "#6f9a5b",
    "leaf_light": "#93b76b",
    "needle": "#4f7f66",
    "needle_light": "#6b9a78",
    "bark": "#8a644a",
    "birch": "#f4ead9",
    "reed": "#a7a55c",
    "flower": "#e98f5f",
    "flower_light": "#f7d48a",
    "rock": "#a79c97",
    "rock_light": "#c9beb4",
    "snow": "#fbf6ee",
    "snow_shade": "#d5e2e6",
    "water": "#7fbcc4",
    "water_light": "#b9dedb",
    "sand": "#f0d9a8",
    "path": "#ecd3a0",
    "asphalt": "#8d8f92",
    "stripe": "#fbf3e2",
    "wall": "#fbeed6",
    "wall_shade": "#ecd7b4",
    "apricot": "#f3b37a",
    "terracotta": "#cf6f4d",
    "brick": "#b95e45",
    "sage": "#a8bd94",
    "sky": "#8cc4d6",
    "teal": "#3f7f86",
    "rose": "#e39a8b",
    "honey": "#eebd5d",
    "cream": "#fff6e4",
    "wood": "#b98a5e",
    "wood_light": "#d7ab7b",
    "wood_dark": "#8f6544",
    "steel": "#c3ccce",
    "glass": "#bfe0e6",
    "ink": "#3d3a4a",
    "board": "#4f7a68",
}

SEASONS = {
    "summer": {},
    "autumn": {
        "grass": "#d3ad62",
        "meadow": "#e3c077",
        "hill": "#cfb37c",
        "ridge": "#b9ab99",
        "leaf": "#d98a45",
        "leaf_light": "#eab55a",
        "needle": "#5d7f5f",
        "needle_light": "#7f9a68",
        "reed": "#b9874c",
        "flower": "#c8644a",
        "flower_light": "#f1c987",
    },
    "winter": {
        "grass": "#f3f1ec",
        "meadow": "#fbf8f2",
        "hill": "#dfe9ea",
        "ridge": "#c6d8de",
        "leaf": "#e6eeee",
        "leaf_light": "#f9fbfa",
        "needle": "#5d8a80",
        "needle_light": "#e9f1f0",
        "reed": "#c5ab7d",
        "flower": "#c9574a",
        "flower_light": "#f3e3c3",
        "water": "#a9cfd8",
        "water_light": "#dceef0",
        "sand": "#efe6d5",
        "path": "#e4e3de",
        "asphalt": "#a7acb1",
        "rock": "#a9b9c6",
        "rock_light": "#cbd8df",
    },
}


@dataclass(frozen=True)
class Light:
    """One time of day or year: what hangs in the sky and how it colours the land."""

    name: str
    sky: tuple[str, str, str]
    haze: str
    tint: tuple[float, float, float]
    sun: str
    sun_at: tuple[float, float, float]
    cloud: str
    cloud_shade: str
    season: str = "summer"
    wash: str = "#ffffff"
    wash_share: float = 0.0

    @property
    def is_night(self) -> bool:
        return self.name == "night"


LIGHTS = {
    light.name: light
    for light in (
        Light("dawn", ("#a9cfd9", "#f7dcc0", "#fbc9a2"), "#fbdcc2", (1.0, 0.955, 0.93), "#fff1cf",
              (330, 470, 78), "#fff0e2", "#f6d2bd", wash="#f8c9a4", wash_share=0.07),
        Light("day", ("#86c3da", "#bfe0e2", "#fdf1d6"), "#d9ebe2", (1.0, 1.0, 0.99), "#ffe29a",
              (1310, 190, 74), "#ffffff", "#e6f1f0"),
        Light("sunset", ("#8d86ad", "#f0a07c", "#fdd08c"), "#f3b693", (1.0, 0.89, 0.82), "#fff0b8",
              (1180, 480, 98), "#f9bf9b", "#e79a83", wash="#ef8f63", wash_share=0.11),
        Light("night", ("#12303f", "#1f4f5c", "#3f7a7c"), "#3a6f76", (0.55, 0.66, 0.74), "#fdf3d0",
              (1240, 200, 68), "#2f616d", "#285663", wash="#1c4a59", wash_share=0.16),
        Light("winter", ("#a3c8d6", "#d3e4e6", "#fbeedd"), "#e3ecec", (0.985, 0.99, 1.0), "#fff6dc",
              (1250, 250, 66), "#fafcfb", "#dde9eb", season="winter"),
        Light("autumn", ("#9cc4cc", "#dfe3cf", "#fce3b6"), "#ecdcbd", (1.0, 0.97, 0.92), "#ffe3a0",
              (350, 230, 76), "#fff8ea", "#efe0c8", season="autumn", wash="#e9a75c", wash_share=0.05),
    )
}  # fmt: skip


def channels(colour: str) -> tuple[int, int, int]:
    """Red, green and blue of `#rgb` or `#rrggbb`, 0 to 255 each."""
    digits = colour.lstrip("#")
    if len(digits) == 3:
        digits = "".join(digit * 2 for digit in digits)
    return int(digits[0:2], 16), int(digits[2:4], 16), int(digits[4:6], 16)


def to_hex(red: float, green: float, blue: float) -> str:
    return "#" + "".join(f"{max(0, min(255, round(channel))):02x}" for channel in (red, green, blue))


def mix(colour: str, other: str, share: float) -> str:
    """Colour with `share` (0 to 1) of another."""
    return to_hex(*(a + (b - a) * share for a, b in zip(channels(colour), channels(other), strict=True)))


def tinted(colour: str, light: Light) -> str:
    """Colour as it looks under the light: filtered by its tint, then washed over by its glow."""
    filtered = to_hex(*(c * t for c, t in zip(channels(colour), light.tint, strict=True)))
    return mix(filtered, light.wash, light.wash_share)


def material(name: str, light: Light) -> str:
    """Colour of a material in the season and under the light."""
    return tinted(SEASONS[light.season].get(name, MATERIALS[name]), light)


def inside(light: Light) -> Light:
    """The light as it is in a room: no season, softer, and at night that of a lamp."""
    if light.is_night:
        return replace(
            light,
            season="summer",
            tint=(0.93, 0.83, 0.74),
            wash="#e09a5a",
            wash_share=0.07,
            haze="#c79a78",
            sun="#ffdf9a",
        )
    return replace(light, season="summer", wash_share=light.wash_share * 0.8)


def kinder(light: Light) -> Light:
    """The light as it falls on the things of a picture: weaker and less coloured, so that skin and fur stay alive."""
    if light.is_night:
        return replace(light, tint=(0.9, 0.86, 0.87), wash_share=0.05)
    red, green, blue = light.tint
    return replace(light, tint=((1 + red) / 2, (1 + green) / 2, (1 + blue) / 2), wash_share=light.wash_share / 2)
