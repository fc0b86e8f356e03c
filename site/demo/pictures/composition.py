"""From a `Picture` to an illustration: the background, the things on it, and the air in front of them."""

import math

from ..content.shapes import Picture, Thing
from .backgrounds import BACKGROUNDS, GRASSY, INDOORS, WATERS
from .coats import coats
from .figures import figure, is_person
from .plants import corner, tuft
from .raster import png
from .scene import GROUND, HEIGHT, WIDTH, Scene
from .sky import drifting, falling, snowflake
from .strokes import box, disc, group
from .subset import SIDE, Icon, icon
from .tones import in_tune

FIGURE_SHARE = 1.28
"""A drawn-on figure is this much higher than the size asked for its icon, for its head stays readable."""

MARGIN = 20
"""Space that a thing always keeps from the sides of the picture."""

AIRBORNE = 15
"""A lift above which a thing no longer stands further back on the ground but hangs in the air."""

WEIGHTLESS = {
    "eagle", "dove", "butterfly", "honeybee", "bat", "balloon", "kite", "speech-balloon", "thought-balloon", "bubbles",
    "musical-note", "musical-notes", "red-heart", "two-hearts", "growing-heart", "beating-heart", "sparkling-heart",
    "sparkles", "star", "glowing-star", "rainbow", "cloud", "droplet", "paw-prints", "footprints", "zzz",
}  # fmt: skip
"""Things that throw no shadow, whatever their lift."""

SIGNS = 4
"""As many things in the air are signs, not things: each gets a disc behind it."""

LUMINARIES = {"sun", "sun-with-face", "crescent-moon", "full-moon"}
"""Things that every scene has a drawn one of already: the drawn one moves to their place."""

SWIMMERS = {"swan", "duck", "goose", "fish", "dolphin", "whale", "otter", "beaver"}
"""Things that float where a scene has water."""


def compose(picture: Picture) -> str:
    """SVG text of a picture, 1600 × 1000. Raises `UnknownIconError` for an icon missing from the subset."""
    indoors = picture.setting in INDOORS
    grassy = picture.setting in GRASSY
    scene = Scene.of(picture.key, picture.light, indoors)
    scene.coats = coats(picture)
    scene.open_left = leans_right(picture)
    scene.taken = [stretch(thing) for thing in picture.things if thing.lift <= AIRBORNE]
    luminary = next((thing for thing in picture.things if thing.icon in LUMINARIES), None)
    if luminary and not indoors:
        scene.move_sun(luminary.x, luminary.lift + luminary.size / 2)
    things = [thing for thing in picture.things if thing.icon not in LUMINARIES]
    parts = [BACKGROUNDS[picture.setting](scene), distance(scene)]
    if not indoors:
        parts.append(drifting(scene, fireflies=grassy))
    signs = sum(thing.lift > AIRBORNE for thing in things) >= SIGNS
    for thing in sorted(things, key=depth_order):
        afloat = floats(thing, picture)
        if signs and thing.lift > AIRBORNE:
            parts.append(medallion(scene, thing))
        parts.append(placed(scene, thing, grassy=grassy and not afloat, afloat=afloat))
    if grassy:
        parts += [corner(scene, left=True), corner(scene, left=False)]
    if not indoors:
        parts.append(falling(scene))
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" '
        f'viewBox="0 0 {WIDTH} {HEIGHT}" width="{WIDTH}" height="{HEIGHT}">'
        f"<defs>{''.join(scene.defs)}</defs>{''.join(parts)}</svg>"
    )


def render(picture: Picture) -> bytes:
    """PNG of a picture, 1600 × 1000."""
    return png(compose(picture), WIDTH, HEIGHT)


def stretch(thing: Thing) -> tuple[float, float]:
    """The part of the picture's width a thing covers, about."""
    middle, half = thing.x * WIDTH / 100, thing.size * HEIGHT / 200
    return middle - half, middle + half


def floats(thing: Thing, picture: Picture) -> bool:
    """Whether a thing swims where it is put."""
    on_water = thing.lift >= WATERS.get(picture.setting, math.inf)
    return on_water and thing.icon in SWIMMERS and picture.light != "winter"


def leans_right(picture: Picture) -> bool:
    """Whether more of what stands on the ground stands on the right."""
    return sum((thing.x - 50) * thing.size for thing in picture.things if thing.lift <= AIRBORNE) > 0


def depth_order(thing: Thing) -> tuple[bool, float]:
    """Things further back first; those in the air in front of all, in the order of their picture."""
    aloft = thing.lift > AIRBORNE
    return aloft, 0 if aloft else -thing.lift


def distance(scene: Scene) -> str:
    """A thin veil over the background and a pool of light on the ground, so that the things stand out."""
    thick = 0.1 if scene.outside else 0.2
    veil = scene.gradient((0, scene.light.haze, 0.03), (0.6, scene.light.haze, thick), (0.8, scene.light.haze, 0))
    pool = scene.halo((0, scene.light.sun, 0.12 if scene.light.is_night else 0.26), (1, scene.light.sun, 0))
    return box(0, 0, WIDTH, HEIGHT, veil) + disc(WIDTH / 2, GROUND, 860, pool, ry=190)


def placed(scene: Scene, thing: Thing, grassy: bool = False, afloat: bool = False) -> str:
    """One thing at its place, with its shadow and the grass at its feet, or the ripples around it."""
    x, y = thing.x * WIDTH / 100, GROUND - thing.lift * HEIGHT / 100
    height = thing.size * HEIGHT / 100
    if thing.icon == "snowflake" and thing.lift > AIRBORNE:
        return snowflake(x, y - height / 2, height * 0.4)
    drawing, across = _standing(scene, icon(thing.icon), x, y, height, thing.flip)
    drawing = f'<g filter="{scene.rounding()}">{drawing}</g>'
    if afloat:
        return drawing + ripples_around(scene, x, y, across)
    if thing.lift > AIRBORNE or thing.icon in WEIGHTLESS:
        return drawing
    return shadow(scene, x, y, across) + drawing + (grass_around(scene, x, y, across) if grassy else "")


def _standing(scene: Scene, drawn: Icon, x: float, y: float, height: float, flip: bool) -> tuple[str, float]:
    """An icon, or the figure drawn for it, standing on (x, y); and how wide it is."""
    turn = -1 if flip else 1
    body = figure(scene, drawn)
    if body:
        scale = height * FIGURE_SHARE / 100
        return group(body, move=(x, y), scale=(scale * turn, scale)), scale * 46
    scale = height / SIDE
    left, _, right, bottom = drawn.box
    across = (right - left) * scale
    x = min(max(x, across / 2 + MARGIN), WIDTH - across / 2 - MARGIN)
    body = in_tune(drawn.unique(scene.name()), scene, is_person(drawn.name), drawn.name)
    middle = (left + right) / 2 * scale * turn
    return group(body, move=(x - middle, y - bottom * scale), scale=(scale * turn, scale)), across


def medallion(scene: Scene, thing: Thing) -> str:
    """A cream disc behind a sign in the air."""
    x, r = thing.x * WIDTH / 100, thing.size * HEIGHT / 100 * 0.72
    y = GROUND - thing.lift * HEIGHT / 100 - thing.size * HEIGHT / 200
    rim, cream = scene.paint_thing("honey"), scene.paint_thing("cream")
    return disc(x + 3, y + 8, r + 6, "#4b4358", 0.16) + disc(x, y, r + 6, rim) + disc(x, y, r, cream)


def shadow(scene: Scene, x: float, y: float, across: float) -> str:
    """A soft shadow on the ground, falling away from the sun."""
    lean = (x - scene.light.sun_at[0]) / WIDTH * 0.22 * across
    ink = "#24323a" if scene.light.is_night else "#4b4358"
    soft = scene.halo((0, ink, 0.42), (0.55, ink, 0.24), (1, ink, 0))
    wide = disc(x + lean, y - 2, across * 0.66, soft, ry=max(9, across * 0.075))
    return wide + disc(x + lean * 0.3, y - 3, across * 0.4, ink, 0.16, max(5, across * 0.03))


def grass_around(scene: Scene, x: float, y: float, across: float) -> str:
    """A few tufts in front of the feet, so that the thing stands in the grass and not on it."""
    grass = scene.paint("grass")
    blades = []
    for _ in range(3 + round(across / 90)):
        tone = scene.shade(grass, scene.between(0.1, 0.3))
        root = (x + scene.between(-0.52, 0.52) * across, y + scene.between(3, 13))
        blades.append(tuft(scene, *root, scene.between(20, 36), tone))
    return "".join(blades)


def ripples_around(scene: Scene, x: float, y: float, across: float) -> str:
    """Water over the lower edge of what swims, and the rings it makes."""
    water, light = scene.paint("water"), scene.glow(scene.paint("water_light"), 0.5)
    rings = [disc(x, y + 2, across * 0.56, water, 0.75, across * 0.055)]
    for dx, dy, share in ((-0.1, 6, 0.9), (0.14, 15, 0.62), (-0.2, 24, 0.4)):
        rings.append(box(x + dx * across - share * across / 2, y + dy, share * across, 5, light, 3, 0.75))
    return "".join(rings)
