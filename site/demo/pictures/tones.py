"""How the loud colours of the icons join the palette of the drawn scenes."""

import re
from colorsys import hls_to_rgb, rgb_to_hls

from .palette import HEX, channels, mix, tinted, to_hex
from .scene import Scene

KIN = {
    "#00d26a": "#6db37b",
    "#00f397": "#8fcf9c",
    "#86d72f": "#9cc25a",
    "#44911b": "#5b8b4c",
    "#008463": "#3f7f6e",
    "#c3ef3c": "#cbdc74",
    "#00a6ed": "#57a9cb",
    "#0084ce": "#3f8db4",
    "#0074ba": "#37789f",
    "#26c9fc": "#86cbe0",
    "#3f5fff": "#5a78bd",
    "#5092ff": "#6f9ccb",
    "#46a4fb": "#76b1d6",
    "#26eafc": "#9cdfe3",
    "#f8312f": "#d95a43",
    "#f92f60": "#d9586a",
    "#ca0b4a": "#b04358",
    "#f70a8d": "#d0648f",
    "#bb1d80": "#a04f7d",
    "#ff6dc6": "#e596b4",
    "#990839": "#a34a4d",
    "#ff6723": "#e27a45",
    "#ff822d": "#ec924f",
    "#8d65c5": "#8d7bb5",
    "#8b62bf": "#8976ae",
    "#321b41": "#3d3149",
    "#533566": "#5b4869",
    "#433b6b": "#4c4a71",
    "#635994": "#585575",
    "#1c1c1c": "#332b2e",
    "#000": "#2b2428",
    "#fff": "#fffaf0",
}
"""Colours of the set whose place in our palette is chosen by eye; the rest are only calmed."""

SKIN = {"#ffd7c2": "#f8d3b3", "#f4c6ad": "#edbb98", "#e5af93": "#db9f7c", "#212121": "#3b2d2b"}
"""Skin and hair of people: a little warmer than the set draws them."""


def calmed(colour: str) -> str:
    """A colour less loud: a quarter of its saturation gone, a little warmth added."""
    red, green, blue = (channel / 255 for channel in channels(colour))
    hue, lightness, saturation = rgb_to_hls(red, green, blue)
    softer = to_hex(*(channel * 255 for channel in hls_to_rgb(hue, lightness, saturation * 0.76)))
    return mix(softer, "#f6c98f", 0.05)


def in_tune(body: str, scene: Scene, person: bool = False, species: str = "") -> str:
    """SVG body with every colour moved into the palette and put under the light of the scene."""
    kin = KIN | (SKIN if person else {}) | scene.coats.get(species, {})

    def retuned(match: re.Match[str]) -> str:
        colour = match.group().lower()
        return tinted(kin.get(colour) or calmed(colour), scene.light_on_things)

    return HEX.sub(retuned, body)
