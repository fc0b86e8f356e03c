"""Near home: a village yard, a shelter, a school."""

from ..buildings import bench, bunting, fence, house, kennel
from ..ornament import heart, strip, teeth
from ..plants import bush, meadow, poplar, round_tree, row
from ..scene import HEIGHT, WIDTH, Scene
from ..sky import sky
from ..strokes import box, disc, group, line, path, polygon, rolling
from .wild import peaks, ridges, slope


def yard(scene: Scene) -> str:
    """A village yard: a house, apple trees, a picket fence, a bowl by the door."""
    far = rolling(scene, 590, 24, 3)
    homestead = [
        round_tree(scene, 520, 745, 330, 0.06),
        house(scene, 270, 760, 430),
        bush(scene, 62, 772, 84),
        bush(scene, 498, 776, 66),
    ]
    ground = rolling(scene, 738, 10, 3)
    beyond = "".join([fence(scene, 560, WIDTH + 20, 748, 96), round_tree(scene, 1480, 742, 300, 0.1)])
    scenery = beyond + slope(scene, [(x, y) for x, y in ground], "grass", 0.02) + "".join(homestead)
    if not scene.open_left:
        scenery = group(scenery, move=(WIDTH, 0), scale=(-1, 1))
    return "".join(
        [
            sky(scene, 620),
            peaks(scene, 580, 170, 6, 0.65),
            slope(scene, far, "hill", 0.4),
            row(scene, poplar, far, (90, 150), 9, 0.4),
            slope(scene, rolling(scene, 660, 14, 3), "meadow", 0.2),
            house(scene, 1010, 690, 120, "apricot", "teal", 0.35),
            house(scene, 760, 684, 96, "wall", "brick", 0.42),
            scenery,
            meadow(scene, 775, count=60),
        ]
    )


def shelter(scene: Scene) -> str:
    """A rescue shelter: a friendly barn with a heart, a row of kennels, a fence, flags."""
    far = rolling(scene, 585, 26, 3)
    roofs = scene.dice.sample(("terracotta", "teal", "honey", "brick"), 3)
    premises = "".join(
        [
            barn(scene, 330, 775, 480),
            kennel(scene, 760, 775, 170, roofs[0]),
            kennel(scene, 1010, 780, 180, roofs[1]),
            kennel(scene, 1270, 778, 170, roofs[2]),
            round_tree(scene, 1490, 772, 340, 0.04),
            line("M612 772V478M1440 772V478", scene.paint("wood_dark"), 9),
            bunting(scene, 612, 1440, 484, 30),
        ]
    )
    return "".join(
        [
            sky(scene, 620),
            ridges(scene, 570, 90, 0.7),
            slope(scene, far, "hill", 0.4),
            row(scene, poplar, far, (100, 160), 10, 0.4),
            slope(scene, rolling(scene, 668, 10, 3), "meadow", 0.18),
            fence(scene, -20, WIDTH + 20, 738, 88, 0.08),
            slope(scene, rolling(scene, 735, 8, 3), "grass", 0.02),
            premises if scene.open_left else group(premises, move=(WIDTH, 0), scale=(-1, 1)),
            meadow(scene, 800, count=56),
        ]
    )


def barn(scene: Scene, x: float, y: float, w: float) -> str:
    """The shelter's house `w` wide: wide gable, a heart in it, open double door."""
    wall, roof, cream = scene.paint("apricot"), scene.paint("teal"), scene.paint("cream")
    boards = "".join(line(f"M{i} -56V0", scene.shade(wall, 0.12), 0.8) for i in range(-40, 48, 8))
    parts = [
        disc(4, 0, 58, scene.shade(scene.paint("grass"), 0.3), 0.45, 4),
        polygon([(-46, 0), (-46, -52), (0, -84), (46, -52), (46, 0)], wall),
        boards,
        polygon([(-54, -49), (0, -94), (54, -49), (48, -44), (0, -82), (-48, -44)], roof),
        polygon([(0, -94), (54, -49), (48, -44), (0, -82)], scene.shade(roof)),
        disc(0, -62, 11, cream),
        heart(0, -62, 6, scene.paint("terracotta")),
        box(-19, -40, 38, 40, cream, 1),
        box(-17, -38, 34, 38, scene.lamp() if scene.light.is_night else scene.paint("wood_dark")),
        box(-17, -38, 16, 38, scene.paint("wood_light")),
        line("M-16 -37L-2 -1M-2 -37L-16 -1", cream, 1.6),
        strip(-46, -48, 92, 6.5, scene.paint("terracotta"), cream, scene.paint("honey")),
    ]
    for left in (-39, 25):
        parts += [
            box(left, -33, 14, 15, cream, 1),
            box(left + 1.5, -31.5, 11, 12, scene.lamp()),
            line(f"M{left + 7} -31V-20", cream, 1),
        ]
        parts.append(box(left - 1, -18, 16, 4, scene.paint("wood"), 1))
        parts += [
            disc(left + 2 + i * 5, -19, 2.4, scene.paint(("flower", "rose", "flower_light")[i])) for i in range(3)
        ]
    if scene.light.season == "winter":
        parts.append(
            path(
                "M-55 -49L0 -97L55 -49Q48 -54 42 -55Q28 -70 0 -89Q-28 -70 -42 -55Q-48 -54 -55 -49Z", scene.paint("snow")
            )
        )
    return group(*parts, move=(x, y), scale=w / 100)


def school(scene: Scene) -> str:
    """A two-storey school with an ornamental frieze, a clock, trees and a path to the door."""
    far = rolling(scene, 590, 22, 3)
    path_colour = scene.paint("path")
    return "".join(
        [
            sky(scene, 620),
            peaks(scene, 590, 190, 6, 0.62),
            slope(scene, far, "hill", 0.4),
            row(scene, poplar, far, (110, 170), 12, 0.35),
            slope(scene, rolling(scene, 700, 6, 3), "meadow", 0.1),
            schoolhouse(scene, 800, 745),
            slope(scene, rolling(scene, 748, 5, 3), "grass", 0.02),
            path(f"M740 745H860L1020 {HEIGHT}H580Z", path_colour),
            path(f"M740 745H760L650 {HEIGHT}H580Z", scene.shade(path_colour, 0.1)),
            round_tree(scene, 150, 770, 330, 0.03),
            round_tree(scene, 1465, 772, 350, 0.03),
            bench(scene, 330, 785, 150),
            bush(scene, 1240, 778, 66),
            meadow_beside_path(scene),
        ]
    )


def meadow_beside_path(scene: Scene) -> str:
    """Grass on both sides of the path to the door, none on it."""
    left = scene.clip(f'<path d="M0 0H740V745L560 {HEIGHT}H0Z"/>')
    right = scene.clip(f'<path d="M860 0H{WIDTH}V{HEIGHT}H1040L860 745Z"/>')
    grass = meadow(scene, 795, count=56)
    return f'<g clip-path="{left}">{grass}</g><g clip-path="{right}">{grass}</g>'


def schoolhouse(scene: Scene, x: float, y: float) -> str:
    wall, cream, blue = scene.paint("wall"), scene.paint("cream"), scene.paint("sky")
    roof = scene.paint("terracotta")
    parts = [box(-430, -270, 860, 270, wall), box(-430, -18, 860, 18, scene.shade(wall, 0.25))]
    parts.append(polygon([(-455, -268), (-410, -325), (410, -325), (455, -268)], roof))
    parts.append(box(-455, -272, 910, 10, scene.shade(roof, 0.25)))
    parts.append(strip(-430, -160, 860, 30, blue, cream, scene.paint("honey")))
    for wx in (-385, -300, -215, 150, 235, 320):
        for wy in (-248, -118):
            parts += [box(wx, wy, 64, 76, cream, 4), box(wx + 6, wy + 6, 52, 64, scene.lamp(), 2)]
            parts.append(line(f"M{wx + 32} {wy + 6}v64M{wx + 6} {wy + 30}h52", cream, 4))
    parts += [box(-115, -330, 230, 330, scene.shade(wall, 0.07)), polygon([(-140, -328), (0, -420), (140, -328)], roof)]
    parts += [
        disc(0, -355, 34, cream),
        disc(0, -355, 27, scene.paint("honey")),
        line("M0 -355V-374M0 -355L12 -348", scene.paint("ink"), 4),
    ]
    parts += [teeth(-115, -328, 230, 16, cream, 12), box(-60, -150, 120, 150, cream, 6)]
    parts += [box(-50, -140, 47, 140, scene.paint("teal"), 4), box(3, -140, 47, 140, scene.paint("teal"), 4)]
    parts += [
        box(-42, -130, 31, 50, scene.lamp(), 3),
        box(11, -130, 31, 50, scene.lamp(), 3),
        heart(0, -200, 22, scene.paint("terracotta")),
    ]
    parts += [
        box(-90, -158, 180, 12, scene.paint("terracotta"), 4),
        box(-80, -10, 160, 10, scene.paint("rock_light"), 2),
    ]
    parts.append(line("M0 -420V-500", scene.paint("wood_dark"), 5))
    parts.append(path("M2 -500C30 -512 50 -486 84 -498V-458C50 -446 30 -472 2 -460Z", cream))
    parts.append(heart(42, -479, 11, roof))
    if scene.light.season == "winter":
        snow = scene.paint("snow")
        for side in (1, -1):
            drift = path(
                "M-458 -266L-412 -330H-120V-318Q-170 -300 -230 -310Q-300 -290 -350 -300Q-400 -276 -458 -266Z", snow
            )
            parts.insert(4, group(drift, scale=(side, 1)))
        parts.append(path("M-140 -328L0 -424L140 -328Q100 -345 70 -362Q30 -385 0 -402Q-60 -370 -140 -328Z", snow))
    return group(*parts, move=(x, y))
