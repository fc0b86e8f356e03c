"""Water: a river, a mountain lake, the Caspian sea."""

from ..palette import mix
from ..plants import meadow, poplar, reeds, round_tree, row, spruce, tuft
from ..scene import HEIGHT, WIDTH, Scene
from ..sky import sky
from ..strokes import box, disc, group, land, line, path, polygon, rolling
from .wild import peaks, ridges, slope, stones


def river(scene: Scene) -> str:
    """A river bending through meadows, reeds at its banks."""
    far = rolling(scene, 580, 26, 3)
    bank = rolling(scene, 640, 14, 3)
    near = [(-300, 790), (200, 800), (620, 838), (1000, 842), (1400, 800), (1900, 790)]
    return "".join(
        [
            sky(scene, 620),
            ridges(scene, 560, 70, 0.7),
            slope(scene, far, "hill", 0.4),
            row(scene, poplar, far, (70, 130), 8, 0.4, (900, WIDTH)),
            slope(scene, bank, "meadow", 0.2),
            row(scene, round_tree, bank, (90, 150), 6, 0.2, (0, 560)),
            _bend(scene),
            slope(scene, near, "grass", 0.02),
            reeds(scene, 90, 835, 190),
            reeds(scene, 1515, 835, 210),
            stones(scene, 330, 838, 130),
            meadow(scene, 860, count=50),
        ]
    )


def lake(scene: Scene) -> str:
    """A mountain lake with the peaks mirrored in it."""
    shore = rolling(scene, 590, 12, 4)
    near = [(-300, 760), (160, 775), (520, 830), (900, 842), (1300, 812), (1900, 765)]
    chain = peaks(scene, 580, 290, 5, 0.45)
    mirror = group(chain, move=(0, 1190), scale=(1, -1), opacity=0.34)
    surface = water(scene)
    frame = scene.clip(f'<rect x="0" y="595" width="{WIDTH}" height="300"/>')
    return "".join(
        [
            sky(scene, 620),
            chain,
            slope(scene, shore, "ridge", 0.25),
            row(scene, spruce, shore, (60, 120), 24, 0.25),
            box(0, 606, WIDTH, 300, surface),
            f'<g clip-path="{frame}">{mirror}</g>',
            glitter(scene, 606),
            ripples(scene, 625, 800, 26),
            slope(scene, near, "grass", 0.02),
            reeds(scene, 120, 800, 200),
            reeds(scene, 1480, 810, 180),
            stones(scene, 1290, 836, 120),
            meadow(scene, 860, count=46),
        ]
    )


def sea(scene: Scene) -> str:
    """The Caspian: a wide horizon, a chalk cliff, a beach with shells."""
    surface = water(scene)
    beach = [(-300, 800), (150, 812), (480, 792), (820, 822), (1180, 800), (1480, 818), (1900, 800)]
    foam = [(x, y - 16 + (i % 2) * 10) for i, (x, y) in enumerate(beach)]
    sand = scene.paint("sand")
    return "".join(
        [
            sky(scene, 560),
            cliff(scene),
            box(0, 560, WIDTH, 330, surface),
            glitter(scene, 560),
            sail(scene, scene.between(380, 1150), 590),
            ripples(scene, 585, 780, 34),
            land(foam, scene.paint("snow")),
            land(beach, scene.gradient((0, scene.glow(sand, 0.4)), (1, scene.shade(sand, 0.14)))),
            _pebbles(scene),
            "".join(tuft(scene, x, 930, 70, scene.paint("reed")) for x in (60, 120, 1500, 1560)),
        ]
    )


def water(scene: Scene) -> str:
    """Fill of a sheet of water: the sky's colours upside down, over its own."""
    far = mix(scene.paint("water_light", 0.2), scene.light.sky[2], 0.4)
    near = mix(scene.paint("water"), scene.light.sky[0], 0.42)
    return scene.gradient((0, far), (1, near))


def ripples(scene: Scene, top: float, bottom: float, count: int) -> str:
    """Short light strokes on water, longer as they come nearer; in winter snow and cracks on the ice."""
    if scene.light.season == "winter":
        return _ice(scene, top, bottom)
    light, dark = scene.glow(scene.paint("water_light"), 0.4), scene.shade(scene.paint("water"), 0.14)
    parts = []
    for i in range(count):
        y = top + (bottom - top) * (i + scene.dice.random()) / count
        w = 26 + 120 * (y - top) / (bottom - top) * scene.between(0.5, 1)
        x = scene.between(-40, WIDTH)
        parts.append(box(x, y, w, 4 + 4 * (y - top) / (bottom - top), light if i % 3 else dark, 4, 0.7))
    return "".join(parts)


def _ice(scene: Scene, top: float, bottom: float) -> str:
    parts = []
    for _ in range(9):
        y, w = scene.between(top, bottom), scene.between(140, 420)
        parts.append(disc(scene.between(0, WIDTH), y, w, scene.paint("snow"), 0.5, w * 0.055))
    for _ in range(5):
        x, y, w = scene.between(200, WIDTH - 300), scene.between(top + 40, bottom - 20), scene.between(60, 120)
        crack = f"M{x:.0f} {y:.0f}l{w:.0f} 8l{w * 0.6:.0f} -14l{w:.0f} 6m{-w:.0f} -6l{w * 0.3:.0f} 18"
        parts.append(line(crack, scene.shade(scene.paint("water"), 0.1), 3, 0.6))
    return "".join(parts)


def glitter(scene: Scene, top: float) -> str:
    """The sun's or the moon's road on the water."""
    x = scene.light.sun_at[0]
    parts = []
    for i in range(11):
        w = scene.between(60, 130) * (1.25 - i * 0.07)
        parts.append(
            box(x - w / 2 + scene.between(-16, 16), top + 8 + i * 19, w, 7, scene.light.sun, 4, 0.62 - i * 0.035)
        )
    return "".join(parts)


def sail(scene: Scene, x: float, y: float) -> str:
    """A small sailing boat far out."""
    cream, red = scene.paint("cream", 0.15), scene.paint("terracotta", 0.15)
    return group(
        path("M-30 0H34L24 14H-22Z", scene.paint("wood", 0.1)),
        polygon([(-2, -4), (-2, -66), (-28, -6)], scene.shade(cream, 0.1)),
        polygon([(3, -4), (3, -76), (34, -6)], cream),
        polygon([(3, -76), (20, -70), (3, -64)], red),
        move=(x, y),
    )


def cliff(scene: Scene) -> str:
    """White chalk cliffs of Mangystau on one side."""
    left = scene.light.sun_at[0] > WIDTH / 2
    chalk, band = scene.paint("wall", 0.25), scene.paint("apricot", 0.4)
    top = [(0, 380), (170, 372), (250, 400), (310, 396), (352, 470), (420, 478), (470, 575), (0, 575)]
    shape = "M" + "L".join(f"{x} {y}" for x, y in top) + "Z"
    clip = scene.clip(f'<path d="{shape}"/>')
    bands = "".join(
        line(f"M0 {y}Q200 {y + 14} 480 {y - 4}", band, w, 0.7) for y, w in ((430, 12), (486, 20), (535, 10))
    )
    face = polygon(
        [(250, 400), (310, 396), (352, 470), (420, 478), (470, 575), (300, 575)], scene.shade(chalk, 0.16), 0.8
    )
    drawing = path(shape, chalk) + f'<g clip-path="{clip}">{face}{bands}</g>'
    return drawing if left else group(drawing, move=(WIDTH, 0), scale=(-1, 1))


def _bend(scene: Scene) -> str:
    """The river itself: narrow at the far bank, broad in front."""
    course = (
        f"M1010 640C900 662 560 668 500 700C440 736 930 730 1060 768C1180 805 {WIDTH * 0.42} 850 -20 {HEIGHT - 120}"
        f"L-20 {HEIGHT}L{WIDTH + 20} {HEIGHT}L{WIDTH + 20} 770C1500 740 1330 742 1180 728"
        f"C1000 708 860 704 880 690C910 668 1040 664 1090 640Z"
    )
    surface = water(scene)
    edge = line(course, scene.glow(scene.paint("sand"), 0.3), 10, 0.8)
    clip = scene.clip(f'<path d="{course}"/>')
    return (
        edge + path(course, surface) + f'<g clip-path="{clip}">{glitter(scene, 640)}{ripples(scene, 650, 850, 40)}</g>'
    )


def _pebbles(scene: Scene) -> str:
    parts = []
    for _ in range(26):
        y = scene.between(840, HEIGHT - 10)
        r = scene.between(4, 11)
        colour = scene.paint(scene.dice.choice(("rock_light", "rose", "wall_shade", "rock")))
        parts.append(disc(scene.between(0, WIDTH), y, r, colour, 0.9, r * 0.6))
    for _ in range(3):
        x, y = scene.between(80, WIDTH - 80), scene.between(880, 960)
        shell = scene.paint("apricot")
        parts.append(
            path(
                f"M{x} {y}C{x - 26} {y - 8} {x - 18} {y - 30} {x} {y - 28}C{x + 18} {y - 30} {x + 26} {y - 8} {x} {y}Z",
                shell,
            )
        )
        parts.append(
            line(
                f"M{x} {y - 2}V{y - 25}M{x - 2} {y - 3}L{x - 11} {y - 22}M{x + 2} {y - 3}L{x + 11} {y - 22}",
                scene.shade(shell),
                2,
            )
        )
    return "".join(parts)
