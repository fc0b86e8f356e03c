"""Indoors: a room at home, a classroom, a veterinary clinic."""

from ..ornament import strip
from ..scene import WIDTH, Scene
from ..strokes import box, line
from .home_furniture import carpet, lamp, quilts, shelf, wall_carpet
from .interior import FLOOR, daylight, shell, window
from .work_furniture import basin, cabinet, chalk_drawings, counter, globe, heart_poster, low_desk, paw_poster


def room(scene: Scene) -> str:
    """A room at home: a felt carpet with ram's horns, low table height, a chest with folded quilts, a lamp."""
    return "".join(
        [
            shell(scene, "wall", "wood_light", "wood"),
            strip(0, 20, WIDTH, 46, scene.paint("terracotta"), scene.paint("wall"), scene.paint("honey")),
            window(scene, 610, 150, 400, 360, "rose"),
            daylight(scene, 640, 340),
            wall_carpet(scene, 90, 150, 380, 280),
            quilts(scene, 270, FLOOR + 30),
            shelf(scene, 1130, 250, 330),
            lamp(scene, 1500, FLOOR + 40),
            carpet(scene),
        ]
    )


def classroom(scene: Scene) -> str:
    """A classroom: a green board with chalk drawings, windows, a shelf, an ornamental frieze."""
    board, chalk = scene.paint("board"), scene.paint("cream")
    parts = [shell(scene, "sage" if scene.dice.random() < 0.3 else "wall", "wood_light", "wood_light")]
    parts.append(strip(0, 20, WIDTH, 46, scene.paint("sky"), scene.paint("cream"), scene.paint("honey")))
    parts += [window(scene, 70, 150, 300, 380, "honey"), daylight(scene, 90, 280)]
    parts += [box(470, 130, 720, 410, scene.paint("wood"), 14), box(490, 150, 680, 370, board, 6)]
    parts += [
        box(520, 540, 620, 16, scene.paint("wood_light"), 6),
        box(600, 530, 60, 12, chalk, 4),
        box(690, 532, 40, 9, scene.paint("rose"), 4),
    ]
    parts.append(chalk_drawings(scene, chalk))
    parts += [shelf(scene, 1255, 270, 290), globe(scene, 1420, FLOOR + 24)]
    parts += [low_desk(scene, 190, FLOOR + 60)]
    return "".join(parts)


def clinic(scene: Scene) -> str:
    """A veterinary clinic: pale tiles, a medicine cabinet, a poster with a paw, a lamp above the table."""
    tile = scene.paint("sky")
    parts = [shell(scene, "cream", "sky", "wall_shade")]
    wall = scene.gradient((0, tile, 0.18), (1, tile, 0.42))
    parts.append(box(0, 440, WIDTH, FLOOR - 458, wall))
    joints = "".join(f"M0 {y}H{WIDTH}" for y in range(496, FLOOR - 18, 56)) + "".join(
        f"M{x} 440V{FLOOR - 18}" for x in range(56, WIDTH, 56)
    )
    parts += [
        line(joints, scene.paint("cream"), 3, 0.7),
        strip(0, 412, WIDTH, 34, scene.paint("teal"), scene.paint("cream"), scene.paint("honey")),
    ]
    parts += [window(scene, 620, 110, 360, 260), daylight(scene, 640, 320)]
    parts += [
        cabinet(scene, 110, 130),
        paw_poster(scene, 1130, 120),
        heart_poster(scene, 1360, 120),
        basin(scene, 1390, FLOOR + 24),
    ]
    parts.append(counter(scene, 270, FLOOR + 24))
    return "".join(parts)
