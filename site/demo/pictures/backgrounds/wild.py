"""Open country: steppe, mountains, forest."""

from collections.abc import Sequence

from ..buildings import yurt
from ..palette import mix
from ..plants import birch, bush, meadow, row, spruce
from ..scene import HEIGHT, WIDTH, Scene
from ..sky import sky
from ..strokes import Point, box, clipped, disc, height_at, land, line, path, polygon, rolling, smooth


def steppe(scene: Scene) -> str:
    """Rolling steppe to the horizon, a yurt far off, a winding path."""
    far = rolling(scene, 575, 26, 3)
    middle = rolling(scene, 630, 30, 4)
    near = rolling(scene, 715, 26, 3)
    side = 0.16 if scene.open_left else 0.84
    x = WIDTH * side
    return "".join(
        [
            sky(scene, 620),
            ridges(scene, 560, 80, 0.75),
            slope(scene, far, "hill", 0.45),
            slope(scene, middle, "meadow", 0.25),
            row(scene, bush, middle, (16, 30), 9, 0.3),
            yurt(scene, x, height_at(middle, x) + 62, 200, 0.12),
            yurt(scene, x + 150 * (1 if side < 0.5 else -1), height_at(middle, x) + 34, 110, 0.3),
            slope(scene, near, "grass", 0.05),
            trail(scene, near, WIDTH * (1 - side)),
            meadow(scene, 740),
        ]
    )


def mountains(scene: Scene) -> str:
    """Snow peaks of the Tian Shan above spruce slopes and a high pasture."""
    far = rolling(scene, 560, 50, 3)
    middle = rolling(scene, 625, 45, 3)
    near = rolling(scene, 735, 26, 3)
    return "".join(
        [
            sky(scene, 620),
            peaks(scene, 560, 330, 5, 0.55),
            peaks(scene, 600, 250, 4, 0.3),
            slope(scene, far, "ridge", 0.3),
            row(scene, spruce, far, (70, 110), 26, 0.35),
            slope(scene, middle, "hill", 0.12),
            row(scene, spruce, middle, (110, 190), 9, 0.1, (-30, 420)),
            row(scene, spruce, middle, (110, 190), 9, 0.1, (1190, WIDTH + 30)),
            slope(scene, near, "grass", 0.02),
            meadow(scene, 765),
        ]
    )


def forest(scene: Scene) -> str:
    """A clearing among spruces and birches, the light coming through."""
    floor = rolling(scene, 700, 18, 3)
    back = rolling(scene, 610, 18, 3)
    parts = [sky(scene, 640), slope(scene, rolling(scene, 560, 40, 3), "ridge", 0.5)]
    parts.append(row(scene, spruce, back, (260, 400), 22, 0.62, sink=10))
    parts.append(slope(scene, back, "hill", 0.3))
    parts.append(row(scene, spruce, back, (230, 330), 12, 0.38, sink=36))
    parts.append(beams(scene))
    parts.append(slope(scene, floor, "grass", 0.05))
    for x in (70, 250, 1330, 1490):
        tree = birch if scene.dice.random() < 0.45 else spruce
        parts.append(
            tree(scene, x + scene.between(-40, 40), 740 + scene.between(-10, 30), scene.between(470, 620), 0.05)
        )
    for x in (150, 1250, 1560):
        parts.append(bush(scene, x + scene.between(-30, 30), 775, scene.between(60, 90)))
    parts += [meadow(scene, 770, count=60), mushrooms(scene)]
    return "".join(parts)


def slope(scene: Scene, skyline: Sequence[Point], name: str, depth: float) -> str:
    """One layer of land: sunlit at its crest, deeper below, with a soft line of light along the top."""
    colour = scene.paint(name, depth)
    fill = scene.gradient((0, scene.glow(colour, 0.42)), (0.35, colour), (1, scene.shade(colour, 0.16)))
    below = [(x, y + 20 + (i % 2) * 12) for i, (x, y) in enumerate(skyline)]
    return land(skyline, scene.glow(colour, 0.62)) + land(below, fill)


def ridges(scene: Scene, y: float, rise: float, depth: float) -> str:
    """A pale far chain of hills without snow."""
    return land(rolling(scene, y - rise * 0.5, rise * 0.6, 6), scene.paint("ridge", depth))


def peaks(scene: Scene, base: float, height: float, count: int, depth: float) -> str:
    """A chain of snow-capped peaks, each with a lit and a shaded face."""
    rock, snow = scene.paint("rock", depth), scene.paint("snow", depth * 0.5)
    cold = scene.paint("snow_shade", depth * 0.7)
    lit = mix(scene.paint("rock_light", depth), scene.light.sky[1], 0.25)
    rock = mix(rock, scene.light.sky[0], 0.28)
    from_left = scene.light.sun_at[0] < WIDTH / 2
    parts = []
    step = WIDTH / (count - 1)
    for i in range(count):
        x = step * i + scene.between(-0.25, 0.25) * step
        h, w = height * scene.between(0.7, 1.05), step * scene.between(0.75, 0.95)
        top = base - h
        lean = scene.between(-0.06, 0.06) * w
        parts.append(polygon([(x - w, base + 90), (x, top), (x + w, base + 90)], lit if from_left else rock))
        ridge = [(x, top), (x + lean, top + h * 0.34), (x - lean, top + h * 0.62), (x + lean, base + 90)]
        parts.append(polygon([*ridge, (x + w, base + 90)], rock if from_left else lit))
        parts.append(
            _cap(
                x,
                top,
                w,
                h,
                lean,
                0.62 if scene.light.season == "winter" else 0.4,
                snow if from_left else cold,
                cold if from_left else snow,
            )
        )
    return "".join(parts)


def _cap(x: float, top: float, w: float, h: float, lean: float, share: float, left: str, right: str) -> str:
    """Snow on a peak: a jagged cap in two tones."""
    drop = h * share
    half = w * drop / (h + 90)
    ledge = [(-1, 1), (-0.7, 0.78), (-0.45, 1.06), (-0.18, 0.8), (0, 1.0)]
    west = [(x + dx * half, top + dy * drop) for dx, dy in ledge]
    east = [
        (x + half, top + drop),
        (x + half * 0.62, top + drop * 0.8),
        (x + half * 0.36, top + drop * 1.1),
        (x + lean * 0.6, top + drop * 0.85),
    ]
    return polygon([(x, top), *west], left) + polygon([(x, top), *east, (x + lean, top + drop * 0.5)], right)


def trail(scene: Scene, skyline: Sequence[Point], x: float) -> str:
    """A path winding down from a crest to the reader, wider as it comes."""
    y = height_at(skyline, x) - 12
    m = WIDTH / 2 + (x - WIDTH / 2) * 0.35
    data = (
        f"M{x - 12} {y}C{x - 30} {y + 70} {m + 260} {y + 80} {m + 60} {y + 160}"
        f"C{m - 40} {y + 210} {m - 120} {y + 250} {m - 190} {HEIGHT}"
        f"H{m + 120}C{m + 130} {y + 250} {m + 180} {y + 220} {m + 250} {y + 165}"
        f"C{m + 400} {y + 90} {x + 16} {y + 80} {x + 12} {y}Z"
    )
    clip = scene.clip(f'<path d="{smooth(skyline)}L{WIDTH + 900} {HEIGHT}L-900 {HEIGHT}Z"/>')
    return clipped(clip, path(data, scene.paint("path", 0.05), 0.8))


def beams(scene: Scene) -> str:
    """Slanting light between the trees."""
    if scene.light.is_night or scene.light.season == "winter":
        return ""
    sun_x = scene.light.sun_at[0]
    lean = 260 if sun_x < WIDTH / 2 else -260
    fill = scene.gradient((0, scene.light.sun, 0.42), (1, scene.light.sun, 0))
    rays = ((sun_x * 0.5 + 250 + i * 150, scene.between(34, 70)) for i in range(4))
    return "".join(
        polygon([(x, 0), (x + w, 0), (x + w * 2.4 + lean, 720), (x + lean, 720)], fill, 0.55) for x, w in rays
    )


def mushrooms(scene: Scene) -> str:
    if scene.light.season == "winter":
        return ""
    parts = []
    for _ in range(4):
        x, y, r = (
            scene.dice.choice((scene.between(60, 330), scene.between(1270, 1540))),
            scene.between(830, 930),
            scene.between(13, 20),
        )
        parts.append(box(x - r * 0.35, y - r, r * 0.7, r * 1.3, scene.paint("cream"), r * 0.3))
        parts.append(
            path(
                f"M{x - r} {y - r * 0.8}C{x - r} {y - r * 2.2} {x + r} {y - r * 2.2} {x + r} {y - r * 0.8}Z",
                scene.paint("terracotta"),
            )
        )
        parts += [
            disc(x + dx * r, y - r * 1.25 + abs(dx) * 4, r * 0.13, scene.paint("cream")) for dx in (-0.45, 0.05, 0.5)
        ]
    return "".join(parts)


def stones(scene: Scene, x: float, y: float, w: float) -> str:
    """A few rounded stones about `w` wide."""
    parts = []
    for dx, k in ((-0.3, 0.5), (0.25, 0.38), (0, 0.6)):
        r, middle = w * k * 0.5, x + dx * w
        parts.append(
            path(
                f"M{middle - r} {y}C{middle - r} {y - r * 1.2} {middle + r} {y - r * 1.3} {middle + r} {y}Z",
                scene.paint("rock"),
            )
        )
        parts.append(
            line(
                f"M{x + dx * w - r * 0.5} {y - r * 0.62}q{r * 0.4} {-r * 0.25} {r * 0.8} 0",
                scene.paint("rock_light"),
                4,
            )
        )
    return "".join(parts)
