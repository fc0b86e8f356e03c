"""Furniture of a home: carpets, quilts on a chest, shelves, a lamp."""

from ..ornament import heart, rosette, strip, teeth
from ..scene import Scene
from ..strokes import box, clipped, disc, group, line, path, polygon


def lamplight(scene: Scene, x: float, y: float, r: float = 420) -> str:
    """Warm light around a lamp, at night only."""
    if not scene.light.is_night:
        return ""
    return disc(x, y, r, scene.halo((0, "#ffd98a", 0.5), (0.4, "#ffd98a", 0.2), (1, "#ffd98a", 0)))


def carpet(scene: Scene) -> str:
    """A syrmak on the floor, seen in perspective."""
    red, cream, teal, honey = (scene.paint(name) for name in ("terracotta", "cream", "teal", "honey"))
    flat = [
        box(-520, -120, 1040, 240, red, 10),
        strip(-505, -110, 1010, 44, teal, cream, honey),
        strip(-505, 66, 1010, 44, teal, cream, honey),
        *(rosette(x, 0, 58, honey, red, cream) for x in (-330, 0, 330)),
        *(rosette(x, 0, 34, cream, teal, red) for x in (-165, 165, -480, 480)),
    ]
    clip = scene.clip('<rect x="-520" y="-120" width="1040" height="240" rx="10"/>')
    shadow = box(-528, -112, 1056, 244, scene.shade(scene.paint("wood"), 0.5), 12, 0.35)
    fringe = teeth(-520, 118, 1040, 14, cream, 60)
    return group(shadow, fringe, clipped(clip, *flat), move=(800, 880), scale=(1.18, 0.78))


def wall_carpet(scene: Scene, x: float, y: float, w: float, h: float) -> str:
    """A carpet hung on the wall."""
    red, cream, honey = scene.paint("brick"), scene.paint("cream"), scene.paint("honey")
    clip = scene.clip(f'<rect x="{x}" y="{y}" width="{w}" height="{h}"/>')
    inner = [
        box(x, y, w, h, red),
        rosette(x + w / 2, y + h / 2, h * 0.33, honey, red, cream),
        strip(x, y, w, 38, scene.paint("teal"), cream, honey),
        strip(x, y + h - 38, w, 38, scene.paint("teal"), cream, honey),
    ]
    return (
        teeth(x, y + h, w, 18, cream, 32)
        + clipped(clip, *inner)
        + line(f"M{x - 20} {y}H{x + w + 20}", scene.paint("wood_dark"), 9)
    )


def quilts(scene: Scene, x: float, y: float) -> str:
    """A chest with folded quilts on it, as in every village home."""
    parts = [
        box(x - 180, y - 130, 360, 130, scene.paint("teal"), 8),
        strip(x - 165, y - 100, 330, 54, scene.paint("honey"), scene.paint("teal"), scene.paint("cream")),
    ]
    parts += [
        box(x - 165, y - 8, 26, 18, scene.paint("wood_dark"), 4),
        box(x + 139, y - 8, 26, 18, scene.paint("wood_dark"), 4),
    ]
    for i, name in enumerate(("terracotta", "honey", "sage", "rose")):
        w = 330 - i * 22
        top = y - 160 - i * 32
        parts += [
            box(x - w / 2, top, w, 34, scene.paint(name), 16),
            line(f"M{x - w / 2 + 24} {top + 17}H{x + w / 2 - 20}", scene.paint("cream"), 3, 0.6),
        ]
    return "".join(parts)


def shelf(scene: Scene, x: float, y: float, w: float) -> str:
    """Two shelves of books, a plant and a small framed heart."""
    wood = scene.paint("wood")
    parts = []
    for level, top in enumerate((y, y + 180)):
        parts += [box(x, top, w, 16, wood, 5), box(x, top + 12, w, 5, scene.shade(wood, 0.3), 2)]
        bx = x + 18
        while bx < x + w - (110 if level == 0 else 140):
            bw, bh = scene.between(18, 32), scene.between(70, 112)
            colour = scene.paint(scene.dice.choice(("terracotta", "teal", "honey", "sage", "rose", "sky", "apricot")))
            parts += [box(bx, top - bh, bw, bh, colour, 3), box(bx, top - bh + 12, bw, 8, scene.paint("cream"), 0, 0.7)]
            bx += bw + 3
    parts.append(pot_plant(scene, x + w - 55, y, 100))
    parts += [
        box(x + w - 118, y + 76, 92, 104, scene.paint("wood_light"), 4),
        box(x + w - 108, y + 86, 72, 84, scene.paint("cream")),
    ]
    parts.append(heart(x + w - 72, y + 128, 22, scene.paint("terracotta")))
    return "".join(parts)


def pot_plant(scene: Scene, x: float, y: float, h: float) -> str:
    leaf = scene.shade(scene.paint("sage"), 0.15)
    pot = polygon(
        [(x - h * 0.26, y - h * 0.4), (x + h * 0.26, y - h * 0.4), (x + h * 0.18, y), (x - h * 0.18, y)],
        scene.paint("apricot"),
    )
    leaves = "".join(
        group(
            path(
                f"M0 0Q{-h * 0.16} {-h * 0.3} 0 {-h * 0.62}Q{h * 0.16} {-h * 0.3} 0 0Z",
                leaf if i % 2 else scene.paint("sage"),
            ),
            move=(x, y - h * 0.38),
            turn=turn,
        )
        for i, turn in enumerate((-58, -30, 0, 30, 58))
    )
    return leaves + pot + box(x - h * 0.3, y - h * 0.46, h * 0.6, h * 0.12, scene.paint("terracotta"), 3)


def lamp(scene: Scene, x: float, y: float) -> str:
    glow = lamplight(scene, x, y - 390)
    shade = scene.paint("honey") if not scene.light.is_night else "#ffdf9a"
    return (
        glow
        + box(x - 50, y - 14, 100, 14, scene.paint("wood_dark"), 7)
        + line(f"M{x} {y - 8}V{y - 340}", scene.paint("wood_dark"), 8)
        + polygon([(x - 46, y - 440), (x + 46, y - 440), (x + 84, y - 330), (x - 84, y - 330)], shade)
        + teeth(x - 84, y - 330, 168, 14, scene.paint("terracotta"), 10)
    )
