"""Furniture of a classroom and of a clinic."""

from ..ornament import heart
from ..scene import Scene
from ..strokes import box, clipped, disc, group, line, path, polygon
from .home_furniture import pot_plant


def chalk_drawings(scene: Scene, chalk: str) -> str:
    """Chalk drawings: a sun, hills, a paw, a heart, lines of writing."""
    soft = scene.paint("honey")
    rays = "".join(
        line("M0 -38V-52", soft, 4).replace("<path", f'<path transform="rotate({i * 45})"') for i in range(8)
    )
    paw = disc(0, 12, 20, chalk, 0.9, 17) + "".join(
        disc(dx, dy, 8, chalk, 0.9, 11) for dx, dy in ((-26, -8), (-10, -22), (10, -22), (26, -8))
    )
    rows = "".join(
        line(f"M{540 + i % 2 * 14} {400 + i * 34}h{scene.between(150, 240):.0f}", chalk, 5, 0.6) for i in range(3)
    )
    return "".join(
        [
            group(line("M-26 0a26 26 0 1 0 52 0a26 26 0 1 0 -52 0", soft, 4), rays, move=(585, 230)),
            line("M650 312L716 226L752 270L806 200L890 312M694 255l16 10l12 -14M782 232l18 12l22 -16", chalk, 5, 0.8),
            line("M540 340H830", chalk, 4, 0.5),
            group(paw, move=(1075, 250), turn=14),
            group(paw, move=(1000, 330), scale=0.6, turn=-12),
            heart(1090, 430, 38, scene.paint("rose")),
            rows,
        ]
    )


def globe(scene: Scene, x: float, y: float) -> str:
    blue, land_colour, wood = scene.paint("sky"), scene.paint("sage"), scene.paint("wood_dark")
    clip = scene.clip(f'<circle cx="{x}" cy="{y - 200}" r="62"/>')
    blots = (
        disc(x - 20, y - 220, 34, land_colour, 1, 22)
        + disc(x + 34, y - 180, 26, land_colour, 1, 32)
        + disc(x - 30, y - 160, 20, land_colour, 1, 12)
    )
    cabinet = box(x - 150, y - 120, 300, 120, scene.paint("wood"), 8) + line(
        f"M{x} {y - 110}V{y - 8}", scene.shade(scene.paint("wood"), 0.3), 4
    )
    knobs = disc(x - 16, y - 62, 6, scene.paint("honey")) + disc(x + 16, y - 62, 6, scene.paint("honey"))
    stand = line(f"M{x} {y - 134}V{y - 122}M{x - 30} {y - 120}H{x + 30}", wood, 8)
    return (
        cabinet
        + knobs
        + stand
        + disc(x, y - 200, 62, blue)
        + clipped(clip, blots, disc(x + 30, y - 185, 66, scene.paint("ink"), 0.1))
    )


def low_desk(scene: Scene, x: float, y: float) -> str:
    """A pupil's desk with an open book and pencils."""
    wood, light = scene.paint("wood"), scene.paint("wood_light")
    parts = [
        line(f"M{x - 120} {y}V{y - 120}M{x + 120} {y}V{y - 120}", scene.paint("teal"), 12),
        box(x - 150, y - 140, 300, 24, light, 8),
        box(x - 150, y - 122, 300, 10, scene.shade(wood), 5),
    ]
    for side in (-1, 1):
        parts.append(
            polygon(
                [(x, y - 140), (x + side * 66, y - 152), (x + side * 66, y - 144), (x, y - 140)], scene.paint("teal")
            )
        )
        parts.append(
            path(
                f"M{x} {y - 143}Q{x + side * 30} {y - 166} {x + side * 64} {y - 154}V{y - 148}"
                f"Q{x + side * 30} {y - 156} {x} {y - 140}Z",
                scene.paint("wall_shade"),
            )
        )
    parts += [box(x - 122, y - 186, 34, 46, scene.paint("terracotta"), 4)]
    parts += [
        line(f"M{x - 114 + i * 9} {y - 184}l{(i - 1) * 6} -34", scene.paint(("honey", "sky", "rose")[i]), 6)
        for i in range(3)
    ]
    return "".join(parts)


def cabinet(scene: Scene, x: float, y: float) -> str:
    """A wall cabinet with bottles and jars."""
    frame, inside = scene.paint("steel"), scene.paint("glass")
    parts = [
        box(x, y, 330, 250, frame, 12),
        box(x + 14, y + 14, 302, 222, inside, 6),
        box(x + 14, y + 118, 302, 9, frame),
    ]
    for shelf in (y + 118, y + 236):
        bx = x + 30
        while bx < x + 280:
            w, h = scene.between(24, 40), scene.between(44, 80)
            colour = scene.paint(scene.dice.choice(("apricot", "rose", "sage", "honey", "teal", "cream")))
            parts += [
                box(bx, shelf - h, w, h, colour, 6),
                box(bx + w * 0.25, shelf - h - 10, w * 0.5, 12, scene.shade(colour, 0.3), 3),
            ]
            parts.append(box(bx, shelf - h * 0.6, w, h * 0.28, scene.paint("cream"), 0, 0.85))
            bx += w + scene.between(8, 20)
    return "".join(parts)


def paw_poster(scene: Scene, x: float, y: float) -> str:
    ink = scene.paint("teal")
    toes = "".join(
        disc(x + 90 + dx, y + 92 + dy, 15, ink, ry=20) for dx, dy in ((-46, 8), (-17, -20), (17, -20), (46, 8))
    )
    pad = path(
        f"M{x + 90} {y + 104}c30 0 54 38 44 60c-10 18 -34 8 -44 8c-10 0 -34 10 -44 -8c-10 -22 14 -60 44 -60Z", ink
    )
    return (
        box(x, y, 180, 240, scene.paint("wood_light"), 6)
        + box(x + 12, y + 12, 156, 216, scene.paint("wall"), 3)
        + toes
        + pad
    )


def heart_poster(scene: Scene, x: float, y: float) -> str:
    cross = scene.paint("cream")
    mark = (
        heart(x + 80, y + 108, 52, scene.paint("terracotta"))
        + box(x + 70, y + 76, 20, 62, cross, 4)
        + box(x + 49, y + 97, 62, 20, cross, 4)
    )
    return (
        box(x, y, 160, 240, scene.paint("wood_light"), 6) + box(x + 12, y + 12, 136, 216, scene.paint("rose"), 3) + mark
    )


def counter(scene: Scene, x: float, y: float) -> str:
    """A counter with scales and a jar of cotton."""
    parts = [
        box(x - 230, y - 170, 460, 170, scene.paint("cream"), 10),
        box(x - 244, y - 190, 488, 26, scene.paint("wood_light"), 10),
    ]
    parts += [box(x - 215 + i * 148, y - 148, 134, 132, scene.paint("sage"), 8) for i in range(3)]
    parts += [box(x - 170 + i * 148, y - 128, 44, 10, scene.paint("cream"), 5) for i in range(3)]
    parts += [
        box(x - 190, y - 246, 54, 58, scene.paint("glass"), 8),
        box(x - 194, y - 254, 62, 14, scene.paint("steel"), 5),
        disc(x - 163, y - 210, 20, scene.paint("cream"), 1, 14),
    ]
    return "".join(parts) + pot_plant(scene, x + 170, y - 188, 110)


def basin(scene: Scene, x: float, y: float) -> str:
    parts = [
        box(x - 150, y - 160, 300, 160, scene.paint("cream"), 10),
        box(x - 164, y - 182, 328, 30, scene.paint("steel"), 12),
    ]
    parts += [
        box(x - 132, y - 138, 126, 124, scene.paint("sky"), 8),
        box(x + 6, y - 138, 126, 124, scene.paint("sky"), 8),
    ]
    parts.append(
        line(f"M{x + 40} {y - 180}V{y - 240}q0 -26 -30 -26q-26 0 -26 22", scene.shade(scene.paint("steel"), 0.2), 11)
    )
    parts += [
        box(x - 130, y - 222, 34, 42, scene.paint("rose"), 8),
        box(x - 121, y - 238, 16, 18, scene.paint("cream"), 4),
    ]
    return "".join(parts)
