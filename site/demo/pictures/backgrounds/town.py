"""In town and on the way there: city, market, road."""

from itertools import pairwise

from ..buildings import bench, block, bunting, lamp_post, stall
from ..ornament import strip
from ..plants import bush, meadow, poplar, round_tree, row, spruce
from ..scene import HEIGHT, WIDTH, Scene
from ..sky import sky
from ..strokes import box, disc, group, line, path, polygon, rolling
from .wild import peaks, ridges, slope


def city(scene: Scene) -> str:
    """A street in a city below the mountains: apartment houses, trees, lamps, a tiled pavement."""
    walls = ["apricot", "wall", "rose", "sage", "honey", "wall_shade"]
    scene.dice.shuffle(walls)
    parts = [sky(scene, 640), peaks(scene, 560, 300, 5, 0.5), slope(scene, rolling(scene, 600, 24, 3), "hill", 0.4)]
    for i in range(9):
        x, h = 60 + i * 185 + scene.between(-25, 25), scene.between(200, 360)
        parts.append(block(scene, x, 740, 140, h * 0.8, walls[i % 6], 0.5))
    for i, (x, w, h) in enumerate(((120, 250, 420), (400, 210, 330), (1190, 220, 350), (1470, 260, 440))):
        parts.append(block(scene, x, 760, w, h + scene.between(-30, 30), walls[i], 0.06))
    parts.append(slope(scene, rolling(scene, 742, 4, 3), "grass", 0.05))
    for x in (330, 545, 860, 1010, 1270):
        parts.append(
            (poplar if scene.dice.random() < 0.4 else round_tree)(scene, x, 766, scene.between(170, 240), 0.08)
        )
    parts += [bush(scene, x, 772, 48) for x in (40, 470, 960, 1560)]
    parts += [
        pavement(scene, 778),
        bench(scene, 640, 812, 170),
        lamp_post(scene, 250, 815, 330),
        lamp_post(scene, 1350, 815, 330),
    ]
    return "".join(parts)


def pavement(scene: Scene, top: float) -> str:
    """Paving stones running towards the reader, with an ornamental border."""
    stone = scene.paint("path")
    joint = scene.shade(stone, 0.12)
    fill = scene.gradient((0, scene.glow(stone, 0.3)), (1, scene.shade(stone, 0.1)))
    parts = [box(0, top, WIDTH, HEIGHT - top, fill), box(0, top, WIDTH, 12, scene.shade(stone, 0.26))]
    rows = [top + 12 + (HEIGHT - top) * share for share in (0.16, 0.36, 0.62, 0.94)]
    parts.append(line("".join(f"M0 {y:.0f}H{WIDTH}" for y in rows), joint, 3, 0.8))
    edges = [top + 12, *rows]
    for i, (upper, lower) in enumerate(pairwise(edges)):
        for j in range(-2, 16):
            share = (j + (i % 2) / 2) / 13 - 0.5
            x0, x1 = (WIDTH / 2 + share * WIDTH * (1 + (y - top) / 260) for y in (upper, lower))
            parts.append(line(f"M{x0:.0f} {upper:.0f}L{x1:.0f} {lower:.0f}", joint, 3, 0.8))
    return "".join(parts)


def market(scene: Scene) -> str:
    """A bazaar: striped stalls in a row, flags above, a square in front."""
    cloths = scene.dice.sample(("terracotta", "teal", "honey", "rose", "sky"), 4)
    parts = [sky(scene, 640), peaks(scene, 560, 220, 5, 0.6), slope(scene, rolling(scene, 610, 20, 3), "hill", 0.4)]
    parts.append(row(scene, poplar, [(-50, 640), (WIDTH + 50, 640)], (150, 230), 12, 0.35))
    parts.append(arcade(scene))
    parts.append(pavement(scene, 770))
    for i, x in enumerate((175, 575, 1010, 1420)):
        parts.append(stall(scene, x + scene.between(-10, 10), 806, 330, cloths[i]))
    parts += [bunting(scene, -40, 830, 300, 60), bunting(scene, 780, WIDTH + 40, 300, 60)]
    return "".join(parts)


def arcade(scene: Scene) -> str:
    """The long hall behind the stalls, with arches and a turquoise dome."""
    wall, shade, blue = scene.paint("wall_shade", 0.25), scene.paint("wood", 0.35), scene.paint("teal", 0.2)
    parts = [path("M620 480C620 370 720 330 800 300C880 330 980 370 980 480Z", blue)]
    parts.append(
        line(
            "M800 304V262M690 470C700 400 750 350 800 318M910 470C900 400 850 350 800 318", scene.paint("honey", 0.2), 5
        )
    )
    parts += [box(600, 470, 400, 60, wall), strip(600, 480, 400, 34, blue, scene.paint("cream"), scene.paint("honey"))]
    parts.append(box(-20, 520, WIDTH + 40, 260, wall))
    parts.append(
        strip(
            -20,
            520,
            WIDTH + 40,
            36,
            scene.paint("terracotta", 0.25),
            scene.paint("cream", 0.1),
            scene.paint("honey", 0.2),
        )
    )
    for i in range(11):
        x = 10 + i * 158
        parts.append(
            path(
                f"M{x - 50} 780V640C{x - 50} 600 {x - 20} 590 {x} 570C{x + 20} 590 {x + 50} 600 {x + 50} 640V780Z",
                shade,
            )
        )
    return "".join(parts)


def road(scene: Scene) -> str:
    """A country road to the horizon, poles beside it, a sign that asks to slow down for animals."""
    far = rolling(scene, 585, 26, 3)
    level = 665
    vanish = 800 + scene.between(-180, 180)
    asphalt, stripe = scene.paint("asphalt"), scene.paint("stripe")
    fill = scene.gradient((0, scene.paint("asphalt", 0.4)), (1, scene.shade(asphalt, 0.1)))
    parts = [sky(scene, 620), ridges(scene, 575, 130, 0.62), slope(scene, far, "hill", 0.4)]
    parts.append(row(scene, spruce if scene.light.season == "winter" else poplar, far, (60, 110), 9, 0.4))
    parts.append(slope(scene, [(-300, level), (400, level - 6), (1100, level + 4), (1900, level)], "meadow", 0.15))
    parts.append(_poles(scene, vanish))
    parts.append(
        polygon([(vanish - 12, level), (vanish + 12, level), (1500, HEIGHT), (100, HEIGHT)], scene.paint("path"))
    )
    parts.append(polygon([(vanish - 9, level), (vanish + 9, level), (1410, HEIGHT), (190, HEIGHT)], fill))
    for near, far_end in ((1.0, 0.84), (0.7, 0.56), (0.46, 0.36), (0.29, 0.22), (0.17, 0.12), (0.08, 0.05)):
        corners = []
        for share, side in ((far_end, -1), (far_end, 1), (near, 1), (near, -1)):
            middle = vanish + (800 - vanish) * share
            corners.append((middle + side * 13 * share, level + (HEIGHT - level) * share))
        parts.append(polygon(corners, stripe))
    for near_x, edge in ((232, -6), (1368, 6)):
        parts.append(
            polygon(
                [
                    (vanish + edge, level),
                    (vanish + edge * 0.6, level),
                    (near_x - edge * 2, HEIGHT),
                    (near_x + edge, HEIGHT),
                ],
                stripe,
                0.8,
            )
        )
    left, right = (
        scene.clip(f'<path d="M0 690H{vanish - 60}L90 {HEIGHT}H0Z"/>'),
        scene.clip(f'<path d="M{WIDTH} 690H{vanish + 60}L1510 {HEIGHT}H{WIDTH}Z"/>'),
    )
    grass = meadow(scene, 720, count=90)
    parts += [f'<g clip-path="{left}">{grass}</g>', f'<g clip-path="{right}">{grass}</g>']
    spot = next((x for x in (160, 1440) if scene.is_free(x)), None)
    if spot:
        parts.append(_sign(scene, spot, 850))
    return "".join(parts)


def _poles(scene: Scene, vanish: float) -> str:
    """Wires on wooden poles, smaller and smaller."""
    wood = scene.paint("wood_dark", 0.2)
    parts = []
    tips = []
    for share in (0.62, 0.34, 0.18, 0.09):
        x, foot, h = vanish - 1180 * share, 668 + 200 * share, 560 * share
        parts.append(
            line(
                f"M{x:.0f} {foot:.0f}V{foot - h:.0f}M{x - 40 * share:.0f} {foot - h * 0.9:.0f}h{80 * share:.0f}",
                wood,
                16 * share,
            )
        )
        tips.append((x, foot - h * 0.92))
    for (x0, y0), (x1, y1) in pairwise(tips):
        parts.append(
            line(
                f"M{x0:.0f} {y0:.0f}Q{(x0 + x1) / 2:.0f} {(y0 + y1) / 2 + 26:.0f} {x1:.0f} {y1:.0f}",
                scene.paint("ink", 0.4),
                2,
            )
        )
    return "".join(parts)


def _sign(scene: Scene, x: float, y: float) -> str:
    """A warning triangle with a paw in it."""
    red, cream, ink = scene.paint("terracotta"), scene.paint("cream"), scene.paint("ink")
    toes = "".join(disc(dx, dy, 6, ink, ry=8) for dx, dy in ((-17, -150), (-6, -161), (7, -161), (18, -150)))
    return group(
        box(-5, -120, 10, 125, scene.paint("steel")),
        line("M0 -210L-62 -106H62Z", red, 22) + path("M0 -210L-62 -106H62Z", cream),
        toes + path("M0 -147C12 -147 20 -132 16 -124C11 -116 -11 -116 -16 -124C-20 -132 -12 -147 0 -147Z", ink),
        move=(x, y),
    )
