"""What grows: trees, bushes, grass, reeds and flowers, each standing on the point it is given."""

from collections.abc import Callable, Sequence

from .palette import mix
from .scene import HEIGHT, WIDTH, Scene
from .strokes import Point, box, disc, group, height_at, line, number, path, smooth


def round_tree(scene: Scene, x: float, y: float, h: float, depth: float = 0.0) -> str:
    """An apple or elm tree of height `h`: a crown of three lit discs on a trunk."""
    bark, leaf, lit = scene.paint("bark", depth), scene.paint("leaf", depth), scene.paint("leaf_light", depth)
    trunk = path("M-4 2L-2 -58L2 -58L5 2Z", bark) + line("M0 -36L-13 -56M0 -42L12 -60", bark, 2.4)
    if scene.light.season == "winter":
        return group(_bare(bark, scene.paint("snow", depth)), move=(x, y), scale=h / 100)
    crown = smooth([(-34, -54), (-30, -76), (-8, -98), (18, -94), (34, -74), (32, -50), (10, -38), (-16, -39)], True)
    side = smooth([(34, -74), (32, -50), (10, -38), (-16, -39), (4, -50), (20, -66)], True)
    glint = [(-27, -62), (-24, -77), (-7, -92), (10, -90), (17, -78), (4, -68), (-9, -58), (-20, -54)]
    dots = "".join(
        disc(scene.between(-22, 14), scene.between(-88, -56), scene.between(2.5, 4.5), lit) for _ in range(7)
    )
    return group(trunk, path(crown, leaf), path(side, scene.shade(leaf)), path(smooth(glint, True), lit, 0.5), dots,
                 move=(x, y), scale=h / 100)  # fmt: skip


def _bare(bark: str, snow: str) -> str:
    limbs = line(
        "M0 2L0 -62M0 -30L-20 -66M0 -40L20 -74M-11 -50L-26 -58M11 -57L27 -62M0 -62L-6 -92M0 -62L9 -90", bark, 4
    )
    return limbs + line("M-12 -53L-20 -67M11 -59L20 -75M-5 -84L-6 -92M-19 -56L-26 -59M20 -61L27 -63", snow, 3)


def spruce(scene: Scene, x: float, y: float, h: float, depth: float = 0.0) -> str:
    """A Tian Shan spruce of height `h`: slender, in five skirts, snowy in winter."""
    leaf, lit = scene.paint("needle", depth), scene.paint("needle_light", depth)
    parts = [box(-2.5, -10, 5, 12, scene.paint("bark", depth))]
    for i in range(5):
        top, low, w = -100 + i * 17, -66 + i * 15.5, 9 + i * 4.4
        parts.append(
            path(f"M0 {top}Q{w * 0.5} {low - 8} {w} {low}Q0 {low + 7} {-w} {low}Q{-w * 0.5} {low - 8} 0 {top}Z", leaf)
        )
        parts.append(
            path(f"M0 {top}Q{-w * 0.5} {low - 8} {-w} {low}Q{-w * 0.5} {low + 3} {-w * 0.2} {low + 1}Z", lit, 0.75)
        )
    return group(*parts, move=(x, y), scale=h / 100)


def poplar(scene: Scene, x: float, y: float, h: float, depth: float = 0.0) -> str:
    """A tall poplar of height `h`, as along every road of the south."""
    bark, leaf, lit = scene.paint("bark", depth), scene.paint("leaf", depth), scene.paint("leaf_light", depth)
    if scene.light.season == "winter":
        limbs = line("M0 2L0 -96M0 -20L-7 -56M0 -28L8 -66M0 -50L-5 -80M0 -58L5 -88", bark, 2.6)
        return group(
            limbs, line("M-5 -45L-7 -57M5 -52L8 -67", scene.paint("snow", depth), 2), move=(x, y), scale=h / 100
        )
    crown = path("M0 -100C11 -82 15 -50 11 -24C8 -12 -8 -12 -11 -24C-15 -50 -11 -82 0 -100Z", leaf)
    half = path("M0 -100C-11 -82 -15 -50 -11 -24C-9 -17 -6 -15 -3 -15C-8 -40 -6 -72 0 -100Z", lit)
    return group(box(-2, -18, 4, 20, bark), crown, half, move=(x, y), scale=h / 100)


def birch(scene: Scene, x: float, y: float, h: float, depth: float = 0.0) -> str:
    """A birch of height `h`: white trunk with dark ticks, hanging crown."""
    white, leaf, lit = scene.paint("birch", depth), scene.paint("leaf", depth), scene.paint("leaf_light", depth)
    ink = scene.paint("ink", depth)
    ticks = "".join(line(f"M{-3.0 if i % 2 else 0.6} {-8 - i * 9}h2.4", ink, 1.5) for i in range(7))
    trunk = path("M-3.6 2L-2.2 -90L2.2 -90L4 2Z", white) + ticks
    if scene.light.season == "winter":
        return group(
            trunk, line("M0 -40L-14 -64M0 -52L14 -78M0 -70L-9 -92M0 -80L6 -98", white, 2.4), move=(x, y), scale=h / 100
        )
    puffs = [(-10, -62, 13), (11, -56, 12), (0, -84, 15), (-13, -44, 9), (15, -74, 11)]
    crown = "".join(disc(px, py, r, leaf, 0.95, r * 1.2) for px, py, r in puffs)
    light = "".join(disc(px - r * 0.25, py - r * 0.3, r * 0.62, lit, 0.9, r * 0.75) for px, py, r in puffs)
    return group(trunk, crown, light, move=(x, y), scale=h / 100)


def bush(scene: Scene, x: float, y: float, h: float, depth: float = 0.0) -> str:
    """A low bush of height `h`, with a few berries or blossoms."""
    leaf, lit = scene.paint("leaf", depth), scene.paint("leaf_light", depth)
    clip = scene.clip('<rect x="-120" y="-120" width="240" height="122"/>')
    puffs = [(-44, 34), (-8, 52), (38, 40), (66, 24), (-70, 20)]
    body = "".join(disc(px, -r * 0.8, r, leaf) for px, r in puffs)
    top = "".join(disc(px - 6, -r * 1.05, r * 0.62, lit, 0.7) for px, r in puffs[:3])
    dots = "".join(
        disc(scene.between(-56, 56), scene.between(-66, -14), 4, scene.paint("flower", depth)) for _ in range(7)
    )
    return group(f'<g clip-path="{clip}">{body}{top}{dots}</g>', move=(x, y), scale=h / 96)


def tuft(scene: Scene, x: float, y: float, h: float, colour: str) -> str:
    """A tuft of grass of height `h`: five blades from one root."""
    blades = []
    for lean in (-0.75, -0.35, 0.05, 0.4, 0.8):
        tip = h * scene.between(0.7, 1.05) * (1 - abs(lean) * 0.35)
        w = h * 0.075
        bend = lean * h * 0.62
        blades.append(
            f"M{number(x - w)} {number(y)}Q{number(x + bend * 0.25)} {number(y - tip * 0.6)} {number(x + bend)} "
            f"{number(y - tip)}Q{number(x + bend * 0.45 + w)} {number(y - tip * 0.5)} {number(x + w)} {number(y)}Z"
        )
    return path("".join(blades), colour)


def flower(scene: Scene, x: float, y: float, h: float, colour: str) -> str:
    """A steppe flower of height `h`: a tulip or a daisy."""
    stem = scene.paint("leaf")
    parts = [
        line(f"M{number(x)} {number(y)}q{number(h * 0.08)} {number(-h * 0.4)} 0 {number(-h * 0.8)}", stem, h * 0.07)
    ]
    top, r = y - h * 0.86, h * 0.2
    if scene.dice.random() < 0.5:
        cup = "M-1 -1Q-0.4 -0.4 0 -1.3Q0.4 -0.4 1 -1Q1 1 0 1Q-1 1 -1 -1Z"
        parts.append(group(path(cup, colour), move=(x, top), scale=r))
    else:
        petals = ((0, -1), (0.95, -0.3), (0.6, 0.8), (-0.6, 0.8), (-0.95, -0.3))
        parts += [disc(x + dx * r * 0.75, top + dy * r * 0.75, r * 0.58, colour) for dx, dy in petals]
        parts.append(disc(x, top, r * 0.42, scene.paint("honey")))
    return "".join(parts)


def meadow(scene: Scene, top: float, bottom: float = HEIGHT, count: int = 70) -> str:
    """Grass and flowers scattered over the near ground, small far away and large at hand."""
    grass = scene.paint("grass")
    parts = []
    for _ in range(count):
        nearness = scene.dice.random()
        y = top + (bottom - top) * nearness
        tone = scene.shade(grass, scene.between(0.08, 0.24)) if scene.dice.random() < 0.6 else scene.glow(grass, 0.4)
        parts.append((y, tuft(scene, scene.between(-20, WIDTH + 20), y, 12 + 22 * nearness, tone)))
    if scene.light.season != "winter":
        for _ in range(count // 4):
            nearness = scene.dice.random()
            y = top + (bottom - top) * nearness
            colour = scene.paint(scene.dice.choice(("flower", "flower_light", "cream", "rose")))
            parts.append((y, flower(scene, scene.between(0, WIDTH), y, 18 + 24 * nearness, colour)))
    return "".join(drawing for _, drawing in sorted(parts))


def reeds(scene: Scene, x: float, y: float, h: float, count: int = 9) -> str:
    """A stand of reeds of height `h` with brown heads."""
    stem, head = scene.paint("reed"), scene.paint("wood_dark")
    parts = []
    for _ in range(count):
        dx, tall, lean = scene.between(-h * 0.4, h * 0.4), h * scene.between(0.65, 1), scene.between(-0.12, 0.12) * h
        tip: Point = (x + dx + lean, y - tall)
        parts.append(line(f"M{number(x + dx)} {number(y)}Q{number(x + dx)} {number(y - tall * 0.5)} "
                          f"{number(tip[0])} {number(tip[1])}", stem, 4))  # fmt: skip
        if scene.dice.random() < 0.6:
            parts.append(box(tip[0] - 5, tip[1] - 6, 10, tall * 0.2, head, 5))
        else:
            plume = disc(0, -h * 0.09, h * 0.035, scene.shade(head, 0.1), 0.85, h * 0.12)
            parts.append(group(plume, move=(tip[0], tip[1] + h * 0.06), turn=scene.between(6, 26)))
    return "".join(parts)


def row(scene: Scene, tree: Callable[..., str], skyline: Sequence[Point], heights: Point, count: int, depth: float,
        span: Point = (0, WIDTH), sink: float = 6) -> str:  # fmt: skip
    """Trees of one kind along a skyline, the lower ones in front."""
    planted = []
    for _ in range(count):
        x = scene.between(*span)
        y = height_at(skyline, x) + sink + scene.between(0, 16)
        planted.append((y, tree(scene, x, y, scene.between(*heights), depth)))
    return "".join(drawing for _, drawing in sorted(planted))


def corner(scene: Scene, left: bool) -> str:
    """Big dark leaves and grass in a lower corner: the frame a reader looks through."""
    dark = scene.shade(scene.paint("leaf" if scene.light.season != "winter" else "hill"), 0.34)
    lighter = mix(dark, scene.paint("leaf_light"), 0.35)
    parts = []
    for i in range(7):
        lean = 14 + i * 11 + scene.between(-4, 4)
        reach = scene.between(120, 190) * (1 - i * 0.05)
        blade = f"M-13 0Q{-reach * 0.18} {-reach * 0.55} 0 {-reach}Q{reach * 0.18} {-reach * 0.5} 13 0Z"
        parts.append(group(path(blade, dark if i % 2 else lighter),
                           line(f"M0 -6L0 {-reach * 0.82}", lighter if i % 2 else dark, 2.5),
                           move=(-24 + i * 9, 14 + i * 4), turn=lean - 26))  # fmt: skip
    tufts = "".join(tuft(scene, scene.between(0, 250), 12, scene.between(50, 90), dark) for _ in range(7))
    return group(tufts, *parts, move=(0 if left else WIDTH, HEIGHT), scale=(1 if left else -1, 1))
