"""What people built: yurts, houses, kennels, fences, stalls. Each stands on the point it is given."""

from .ornament import heart, strip, teeth
from .scene import Scene
from .strokes import box, clipped, disc, group, line, path, polygon


def yurt(scene: Scene, x: float, y: float, w: float, depth: float = 0.0) -> str:
    """A white felt yurt `w` wide with an ornamental belt and a carved door."""
    felt, shade = scene.paint("cream", depth), scene.shade(scene.paint("cream", depth), 0.2)
    red, teal, wood = (scene.paint(name, depth) for name in ("terracotta", "teal", "wood"))
    dome = "M-50 -34C-46 -52 -22 -66 -8 -69L8 -69C22 -66 46 -52 50 -34Z"
    roof_clip, side = scene.clip(f'<path d="{dome}"/>'), scene.clip('<rect x="-50" y="-36" width="100" height="36"/>')
    parts = [
        disc(2, 0, 60, scene.shade(scene.paint("grass", depth), 0.3), 0.5, 5),
        box(-50, -35, 100, 35, felt, 3),
        clipped(side, box(18, -36, 40, 40, shade, 0, 0.65)),
        path(dome, felt),
        clipped(roof_clip, path("M8 -70C22 -66 46 -52 50 -34L22 -34C22 -52 14 -64 2 -70Z", shade, 0.65)),
        line("M-5 -69L-24 -36M5 -69L24 -36", shade, 1.6),
        box(-9, -74, 18, 7, wood, 3),
        strip(-50, -38, 100, 11, red, felt, scene.paint("honey", depth)),
        box(-13, -31, 26, 31, wood, 2),
        box(-10, -28, 9, 26, teal, 1.5),
        box(1, -28, 9, 26, teal, 1.5),
        heart(-5.5, -18, 2.6, felt),
        heart(5.5, -18, 2.6, felt),
        line("M-50 -14H-15M15 -14H50", red, 1.6, 0.7),
    ]
    if scene.light.is_night:
        parts.append(disc(0, -70, 34, scene.halo((0, "#ffd98a", 0.55), (1, "#ffd98a", 0)), 1, 20))
    return group(*parts, move=(x, y), scale=w / 100)


def house(scene: Scene, x: float, y: float, w: float, wall: str = "wall", roof: str = "terracotta",
          depth: float = 0.0) -> str:  # fmt: skip
    """A village house `w` wide: gable, chimney with smoke, blue shutters."""
    front, tiles, blue = scene.paint(wall, depth), scene.paint(roof, depth), scene.paint("sky", depth)
    cream = scene.paint("cream", depth)
    parts = [
        disc(4, 0, 62, scene.shade(scene.paint("grass", depth), 0.3), 0.45, 5),
        box(22, -92, 11, 26, scene.paint("brick", depth), 1),
        _smoke(scene, 27, -96),
        box(-46, -52, 92, 52, front),
        box(14, -52, 32, 52, scene.shade(front, 0.12)),
        box(-46, -7, 92, 7, scene.shade(front, 0.25)),
        polygon([(-56, -50), (-30, -84), (30, -84), (56, -50)], tiles),
        polygon([(-56, -50), (-52, -55), (52, -55), (56, -50)], scene.shade(tiles, 0.3)),
        line("M-38 -62H38M-30 -72H30", scene.shade(tiles), 1.6, 0.7),
        box(-7, -36, 17, 36, scene.paint("wood", depth), 1.5),
        box(-4, -33, 11, 13, scene.lamp(), 1),
        disc(7, -16, 1.3, scene.paint("honey", depth)),
    ]
    for left in (-37, 21):
        parts += [
            box(left, -38, 18, 20, cream, 1),
            box(left + 2, -36, 14, 16, scene.lamp()),
            line(f"M{left + 9} -36V-20M{left + 2} -29H{left + 16}", cream, 1.5),
            box(left - 6, -38, 6, 20, blue, 1),
            box(left + 18, -38, 6, 20, blue, 1),
        ]
    if scene.light.season == "winter":
        snow = scene.paint("snow")
        parts.append(
            path(
                "M-56 -50L-30 -86Q0 -91 30 -86L56 -50Q49 -58 42 -55Q32 -66 20 -61"
                "Q4 -70 -10 -62Q-26 -66 -36 -56Q-48 -60 -56 -50Z",
                snow,
            )
        )
    return group(*parts, move=(x, y), scale=w / 100)


def _smoke(scene: Scene, x: float, y: float) -> str:
    puffs = ((0, -2, 4), (5, -11, 6), (-1, -22, 8), (8, -34, 10))
    return "".join(disc(x + dx, y + dy, r, scene.light.cloud, 0.5) for dx, dy, r in puffs)


def block(scene: Scene, x: float, y: float, w: float, h: float, wall: str, depth: float = 0.0) -> str:
    """An apartment house `w` wide and `h` high with an ornamental cornice and a few lit windows."""
    front = scene.paint(wall, depth)
    cream = scene.paint("cream", depth)
    parts = [
        box(x - w / 2, y - h, w, h, front, 4),
        box(x + w * 0.28, y - h, w * 0.22, h, scene.shade(front, 0.14), 0),
        box(x - w / 2 - 6, y - h - 8, w + 12, 16, cream, 3),
        teeth(x - w / 2, y - h + 8, w, 10, cream, max(4, round(w / 18))),
    ]
    columns, rows = max(2, round(w / 52)), max(2, round((h - 60) / 62))
    for column in range(columns):
        for floor in range(rows):
            wx = x - w / 2 + w * (column + 0.5) / columns
            wy = y - h + 38 + (h - 70) * floor / rows
            lit = scene.dice.random() < (0.55 if scene.light.is_night else 0.9)
            pane = scene.lamp() if lit else scene.paint("ink", 0.25)
            parts += [box(wx - 15, wy, 30, 36, cream, 3), box(wx - 12, wy + 3, 24, 30, pane, 1)]
            parts.append(line(f"M{wx} {wy + 3}v30", cream, 2))
            if scene.dice.random() < 0.25:
                parts.append(box(wx - 20, wy + 30, 40, 14, scene.shade(front, 0.28), 2))
                parts += [
                    disc(wx - 11 + i * 11, wy + 29, 5, scene.paint(("flower", "rose", "leaf")[i])) for i in range(3)
                ]
    return "".join(parts)


def kennel(scene: Scene, x: float, y: float, w: float, roof: str = "terracotta") -> str:
    """A dog's wooden kennel `w` wide with a heart above its door."""
    wood, light, tiles = scene.paint("wood"), scene.paint("wood_light"), scene.paint(roof)
    parts = [
        disc(5, 0, 60, scene.shade(scene.paint("grass"), 0.35), 0.5, 6),
        box(-42, -58, 84, 58, light),
        box(24, -58, 18, 58, scene.shade(light, 0.14)),
        polygon([(-42, -57), (0, -96), (42, -57)], light),
        line("M-42 -42H42M-42 -26H42M-42 -10H42", wood, 1.4, 0.6),
        path("M-20 0V-30C-20 -56 20 -56 20 -30V0Z", scene.paint("wood_dark")),
        path("M-16 0V-29C-16 -50 16 -50 16 -29V0Z", scene.shade(scene.paint("ink"), 0.2)),
        path("M-16 0V-8Q0 -14 16 -8V0Z", scene.paint("honey")),
        polygon([(-54, -50), (0, -104), (54, -50), (46, -46), (0, -90), (-46, -46)], tiles),
        polygon([(0, -104), (54, -50), (46, -46), (0, -90)], scene.shade(tiles)),
        heart(0, -68, 9, scene.paint("terracotta")),
    ]
    if scene.light.season == "winter":
        parts.append(
            path(
                "M-56 -50L0 -108L56 -50Q50 -56 44 -56Q30 -78 0 -97Q-30 -78 -44 -56Q-50 -56 -56 -50Z",
                scene.paint("snow"),
            )
        )
    return group(*parts, move=(x, y), scale=w / 100)


def fence(scene: Scene, left: float, right: float, y: float, h: float = 80, depth: float = 0.0,
          colour: str = "wood_light") -> str:  # fmt: skip
    """Wooden pickets from `left` to `right`, pointed at the top, snow-capped in winter."""
    wood = scene.paint(colour, depth)
    dark = scene.shade(wood, 0.25)
    step = h * 0.36
    parts = [
        box(left, y - h * 0.72, right - left, h * 0.1, dark, 2),
        box(left, y - h * 0.32, right - left, h * 0.1, dark, 2),
    ]
    x = left
    while x < right:
        top = y - h * (1 + 0.05 * scene.dice.random())
        w = step * 0.66
        parts.append(polygon([(x, y), (x, top + w * 0.5), (x + w / 2, top), (x + w, top + w * 0.5), (x + w, y)], wood))
        parts.append(box(x + w * 0.7, top + w * 0.5, w * 0.3, y - top - w * 0.5, dark, 0, 0.35))
        if scene.light.season == "winter":
            parts.append(
                path(
                    f"M{x} {top + w * 0.6}L{x + w / 2} {top - 3}L{x + w} {top + w * 0.6}"
                    f"Q{x + w / 2} {top + w * 0.3} {x} {top + w * 0.6}Z",
                    scene.paint("snow"),
                )
            )
        x += step
    return "".join(parts)


def stall(scene: Scene, x: float, y: float, w: float, colour: str) -> str:
    """A market stall `w` wide under a striped awning, heaped with fruit."""
    post, cream, cloth = scene.paint("wood_dark"), scene.paint("cream"), scene.paint(colour)
    inside = scene.shade(scene.paint("wall_shade"), 0.3)
    parts = [box(-46, -78, 92, 50, inside), box(-48, -92, 4, 92, post), box(44, -92, 4, 92, post)]
    parts += [
        box(-40, -58, 80, 3, post),
        box(-50, -30, 100, 30, scene.paint("wood")),
        box(-50, -30, 100, 5, scene.paint("wood_light")),
    ]
    parts.append(
        strip(-50, -20, 100, 14, scene.paint("wood_light"), scene.paint("terracotta"), scene.paint("wood_dark"))
    )
    for i, name in enumerate(("terracotta", "honey", "leaf_light", "apricot")):
        heap = ((-7, 0), (0, 0), (7, 0), (-3.5, -5), (3.5, -5), (0, -10))
        parts += [disc(-34 + i * 23 + dx, -33 + dy, 4.4, scene.glow(scene.paint(name), 0.2)) for dx, dy in heap]
    parts += [
        box(-34 + i * 17, -68, 9, 10, scene.paint(name), 2)
        for i, name in enumerate(("sage", "rose", "teal", "honey", "sky"))
    ]
    for i in range(8):
        left = -56 + i * 14
        stripe = cloth if i % 2 == 0 else cream
        parts.append(path(f"M{-44 + i * 11} -108H{-33 + i * 11}L{left + 14} -82a7 8 0 0 1 -14 0Z", stripe))
    if scene.light.season == "winter":
        parts.append(
            path(
                "M-46 -108Q-30 -117 0 -114Q30 -117 46 -108L50 -101Q30 -106 10 -102Q-20 -106 -50 -101Z",
                scene.paint("snow"),
            )
        )
    if scene.light.is_night:
        parts.append(disc(0, -60, 50, scene.halo((0, "#ffd98a", 0.6), (1, "#ffd98a", 0)), 1, 34))
    return group(*parts, move=(x, y), scale=w / 100)


def lamp_post(scene: Scene, x: float, y: float, h: float) -> str:
    """A street lamp of height `h`, glowing at night."""
    iron = scene.paint("teal") if not scene.light.is_night else scene.paint("ink")
    parts = [line("M0 0V-84", iron, 2.6), box(-4, -6, 8, 6, iron, 1.5), line("M-8 -80Q0 -88 8 -80", iron, 1.8)]
    for side in (-8, 8):
        if scene.light.is_night:
            parts.append(disc(side, -74, 26, scene.halo((0, "#ffd98a", 0.75), (1, "#ffd98a", 0))))
        parts += [disc(side, -75, 4.4, scene.lamp()), path(f"M{side - 5} -77Q{side} -85 {side + 5} -77Z", iron)]
    return group(*parts, move=(x, y), scale=h / 90)


def bench(scene: Scene, x: float, y: float, w: float) -> str:
    wood, iron = scene.paint("wood_light"), scene.paint("ink", 0.2)
    parts = [
        disc(0, 0, 56, scene.shade(scene.paint("grass"), 0.3), 0.4, 4),
        line("M-38 0V-22M38 0V-22M-38 -22V-44M38 -22V-44", iron, 4),
    ]
    parts += [box(-48, -46, 96, 8, wood, 3), box(-48, -35, 96, 8, wood, 3), box(-50, -24, 100, 7, scene.shade(wood), 3)]
    return group(*parts, move=(x, y), scale=w / 100)


def bunting(scene: Scene, left: float, right: float, y: float, sag: float = 60) -> str:
    """Small flags on a sagging string."""
    count = round((right - left) / 62)
    parts = [line(f"M{left} {y}Q{(left + right) / 2} {y + sag * 2} {right} {y}", scene.paint("wood_dark"), 3)]
    for i in range(count):
        share = (i + 0.5) / count
        x, drop = left + (right - left) * share, y + sag * 4 * share * (1 - share)
        colour = scene.paint(("terracotta", "honey", "sky", "sage", "rose")[i % 5])
        parts.append(polygon([(x - 19, drop), (x + 19, drop), (x, drop + 40)], colour))
    return "".join(parts)
