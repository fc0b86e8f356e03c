"""Whole figures for icons that are heads or portraits, with the body that a child's book would give them; and trees.

All figures are drawn 100 high, standing on 0, and scaled by `compose`.
"""

import re
from dataclasses import dataclass

from .ornament import teeth
from .palette import tinted
from .plants import round_tree, spruce
from .scene import Scene
from .strokes import box, clipped, disc, group, line, number, path
from .subset import Icon
from .tones import in_tune

CHILDREN = {"boy", "girl", "child", "baby"}
ELDERS = {"old-man", "old-woman", "older-person"}
HEAD = re.compile(r"(boy|girl|child|baby|old-man|old-woman|older-person|(man|woman|person)"
                  r"(-(beard|bald|blonde-hair|curly-hair|red-hair|white-hair|wearing-turban))?)")  # fmt: skip
PORTRAIT = re.compile(
    r"((man|woman|person)-)?(artist|astronaut|construction-worker|cook|detective|factory-worker|farmer|firefighter|"
    r"guard|health-worker|judge|mechanic|office-worker|pilot|police-officer|scientist|singer|student|teacher|"
    r"technologist|raising-hand|tipping-hand|shrugging|pouting|frowning|facepalming|gesturing-ok|gesturing-no|"
    r"feeding-baby|in-tuxedo|superhero|with-headscarf|with-skullcap|with-crown|with-veil)|breast-feeding|"
    r"pregnant-(woman|man|person)|prince|princess"
)
Run = tuple[float, float, str]
FREE_HANDS = {"health-worker", "police-officer", "student", "office-worker", "pilot", "astronaut", "with-headscarf"}
"""Portraits whose hands are not shown: they get arms."""

HIDDEN_COATS = {"teacher": "#8c5543"}
"""Open coats whose lower edge is hidden by what the hands hold."""

SKINS = {"#ffd7c2", "#f4c6ad", "#e5af93", "#ffc83d"}
PIECE = re.compile(r"-(light|medium-light|medium|medium-dark|dark)$")


@dataclass(frozen=True)
class Fur:
    """Coat of an animal of which the set shows only the face."""

    coat: str
    chest: str
    tail: str = "slim"
    tip: str = ""
    paws: str = ""


FURS = {
    "wolf": Fur("#9b9b9b", "#d3d3d3", "bushy", "#636363"),
    "fox": Fur("#ff822d", "#ffdea7", "bushy", "#fff4e2", "#402a32"),
    "bear": Fur("#a56953", "#c98e73", "none"),
    "polar-bear": Fur("#e6e6e6", "#f4f4f4", "none"),
    "panda": Fur("#f4f4f4", "#f4f4f4", "none", paws="#433b6b"),
    "koala": Fur("#9b9b9b", "#d3d3d3", "none"),
    "dog-face": Fur("#f3c07b", "#ffe7c4", "slim"),
    "cat-face": Fur("#ffb02e", "#ffdea7", "slim"),
    "grinning-cat": Fur("#ffb02e", "#ffdea7", "slim"),
    "smiling-cat-with-heart-eyes": Fur("#ffb02e", "#ffdea7", "slim"),
    "mouse-face": Fur("#cdc4d6", "#f3eef8", "slim", "#ff8687"),
    "hamster": Fur("#f3ad61", "#fff4e2", "none"),
    "rabbit-face": Fur("#cdc4d6", "#f3eef8", "none"),
    "raccoon": Fur("#9b9b9b", "#d3d3d3", "bushy", "#636363", "#636363"),
    "tiger-face": Fur("#ff822d", "#ffdea7", "slim", "#402a32"),
    "lion": Fur("#f3ad61", "#ffdea7", "slim", "#6d4534"),
    "pig-face": Fur("#ff8687", "#ffb0ae", "none"),
    "cow-face": Fur("#e6e6e6", "#f4f4f4", "slim", "#636363"),
    "monkey-face": Fur("#8c5543", "#e39d89", "slim"),
}


TREES = {"deciduous-tree": round_tree, "evergreen-tree": spruce}
"""Trees are drawn like those of the background, in the season of the picture."""


def is_person(name: str) -> bool:
    return bool(HEAD.fullmatch(name) or PORTRAIT.fullmatch(name)) or name.startswith(("person-", "man-", "woman-"))


def figure(scene: Scene, icon: Icon) -> str | None:
    """The whole figure of a head or a portrait, 100 high on the point 0; None for icons whole already."""
    name = PIECE.sub("", icon.name)
    if name in TREES:
        return TREES[name](scene, 0, 0, 100)
    if name in FURS:
        return _seated(scene, icon, FURS[name])
    if HEAD.fullmatch(name):
        return _dressed(scene, icon, name)
    if PORTRAIT.fullmatch(name) and icon.edge:
        return _lengthened(scene, icon)
    return None


def _head(scene: Scene, icon: Icon, height: float, chin: float, person: bool) -> str:
    """The icon itself as a head of `height` whose chin is at `chin`."""
    left, top, right, bottom = icon.box
    scale = height / (bottom - top)
    body = in_tune(icon.unique(scene.name()), scene, person)
    return group(body, move=(-(left + right) / 2 * scale, chin - bottom * scale), scale=scale)


def _seated(scene: Scene, icon: Icon, fur: Fur) -> str:
    """An animal sitting up and looking at the reader."""
    light = scene.light_on_things
    coat, chest = (in_tune(colour, scene) for colour in (fur.coat, fur.chest))
    dark = scene.shade(coat, 0.2)
    tip = in_tune(fur.tip, scene) if fur.tip else coat
    paws = in_tune(fur.paws, scene) if fur.paws else tinted("#fff4e2", light)
    parts = []
    if fur.tail == "bushy":
        parts.append(path("M16 -4C34 2 50 -10 47 -32C46 -42 40 -46 37 -44C38 -30 32 -20 18 -18Z", dark))
        parts.append(path("M47 -32C46 -42 40 -46 37 -44C37 -39 36 -35 34 -31C39 -33 43 -32 47 -27Z", tip))
    elif fur.tail == "slim":
        parts.append(line("M18 -5C36 0 44 -14 38 -30", dark, 7))
        parts.append(line("M40 -22C40 -25 39.5 -27 38 -30", tip, 7))
    parts += [
        path("M-17 -56C-30 -36 -34 -8 -25 0H25C34 -8 30 -36 17 -56Z", coat),
        path("M8 -56C20 -38 22 -10 14 0H25C34 -8 30 -36 17 -56Z", dark, 0.35),
        disc(-22, -11, 11, dark, 0.55, 11),
        disc(22, -11, 11, dark, 0.55, 11),
        path("M-12 -52C-18 -34 -14 -20 0 -16C14 -20 18 -34 12 -52Z", chest),
        box(-12.5, -32, 11, 32, coat, 5.5),
        box(1.5, -32, 11, 32, coat, 5.5),
        line("M0 -28V-3", dark, 1.4),
        path("M-14.5 0C-15 -8 0 -8 -0.5 0ZM14.5 0C15 -8 0 -8 0.5 0Z", paws),
    ]
    return "".join(parts) + _head(scene, icon, 54, -45, person=False)


def _dressed(scene: Scene, icon: Icon, name: str) -> str:
    """A person in clothes of the picture's palette: children in play clothes, elders in a shapan."""
    child, elder = name in CHILDREN, name in ELDERS
    skirted = name.startswith(("girl", "woman", "old-woman"))
    first, second = scene.dice.sample(("terracotta", "teal", "honey", "sage", "sky", "rose"), 2)
    light = scene.light_on_things
    cloth, trim = scene.paint_thing(first), scene.paint_thing(second)
    skin = tinted("#edbb98", light)
    dark, shoes = scene.shade(cloth, 0.2), scene.paint_thing("wood_dark")
    cream = scene.paint_thing("cream")
    parts = []
    if skirted or elder:
        hem = 19 if elder else 22
        parts += [box(-10, -12, 7, 11, shoes if elder else skin, 2), box(3, -12, 7, 11, shoes if elder else skin, 2)]
        parts.append(path("M-13 0C-13 -6 -2 -6 -2 0ZM13 0C13 -6 2 -6 2 0Z", shoes))
        parts.append(path(f"M-11 -60Q0 -65 11 -60L{hem} -10Q0 -4 {-hem} -10Z", cloth))
        parts.append(path(f"M3 -62Q8 -62 11 -60L{hem} -10Q{hem - 6} -7 {hem - 12} -6.5Z", dark, 0.5))
        parts.append(path(f"M{-hem + 1} -15Q0 -9 {hem - 1} -15L{hem} -10Q0 -4 {-hem} -10Z", trim))
        parts.append(teeth(-hem + 3, -16.5, 2 * hem - 6, 4.5, cream, 9))
        parts.append(line("M0 -60V-8", trim, 3) if elder else path("M-14 -38Q0 -34 14 -38L15 -34Q0 -30 -15 -34Z", trim))
    else:
        trousers = scene.shade(scene.paint_thing("teal" if first != "teal" else "ink"), 0.25)
        parts += [box(-11, -27, 9.5, 25, trousers, 2), box(1.5, -27, 9.5, 25, trousers, 2)]
        parts.append(path("M-14 0C-14 -7 -1 -7 -1 0ZM14 0C14 -7 1 -7 1 0Z", shoes))
        parts.append(path("M-13 -59Q0 -65 13 -59L15 -25Q0 -21 -15 -25Z", cloth))
        parts.append(path("M4 -62Q9 -61 13 -59L15 -25Q11 -23.5 7 -23Z", dark, 0.5))
        parts.append(path("M-14 -43L14 -43L14.4 -36L-14.4 -36Z", trim))
        parts.append(teeth(-13.6, -43, 27.2, 4.5, cream, 7))
    parts += _arms(scene, dark, skin, wave=child and scene.dice.random() < 0.5)
    head = _head(scene, icon, 46 if child else 41, -54 if child else -58, person=True)
    if scene.light.season == "winter":
        scarf = scene.paint_thing("terracotta" if first != "terracotta" else "honey")
        head += path("M-14 -59Q0 -50 14 -59L13 -51Q0 -43 -13 -51Z", scarf) + path(
            "M5 -51L13 -53L15 -36L8 -35Z", scene.shade(scarf)
        )
    return "".join(parts) + head


def _arms(scene: Scene, sleeve: str, skin: str, wave: bool) -> list[str]:
    """Two arms: at the sides, or one of them waving."""
    parts = [disc(-19.5, -31, 4, skin), line("M-12.5 -54Q-19 -46 -19.5 -36", sleeve, 7.5)]
    if wave:
        return [*parts, disc(29, -60, 4.2, skin), line("M12.5 -53Q24 -48 27.5 -58", sleeve, 7.5)]
    return [*parts, disc(19.5, -31, 4, skin), line("M12.5 -54Q19 -46 19.5 -36", sleeve, 7.5)]


def _lengthened(scene: Scene, icon: Icon) -> str:
    """A portrait drawn on below the chest: its coat goes on in its own colours, then legs and shoes."""
    scale = 100 / 45
    bottom = icon.box[3]
    runs = _cloth(icon)
    left, right = runs[0][0], runs[-1][1]
    middle, hem, foot = (left + right) / 2, bottom + 9, bottom + 16.5
    name = PIECE.sub("", icon.name).removeprefix("man-").removeprefix("woman-")
    inset = 2.4 if name in FREE_HANDS or name in HIDDEN_COATS else 0.2
    tuned = [(start, end, in_tune(colour, scene, person=True)) for start, end, colour in runs]
    outline = (
        f"M{number(left + inset)} {bottom - 1}H{number(right - inset)}L{number(right - inset - 1.6)} {hem - 0.9}"
        f"Q{number(middle)} {hem + 0.9} {number(left + inset + 1.6)} {hem - 0.9}Z"
    )
    coat = [box(left, bottom - 0.4, right - left, 12, tuned[0][2])]
    coat += [box(start, bottom - 0.4, end - start + 0.06, 12, colour) for start, end, colour in tuned]
    dusk = scene.gradient((0, tuned[0][2], 0), (1, scene.paint_thing("ink"), 0.22))
    coat.append(box(left, bottom - 0.4, right - left, 12, dusk))
    body = in_tune(icon.unique(scene.name()), scene, person=True)
    parts = [_legs(scene, middle, hem, foot), clipped(scene.clip(f'<path d="{outline}"/>'), *coat)]
    if name in FREE_HANDS:
        parts += _sleeves(scene, left, right, bottom, tuned)
    return group(*parts, body, move=(-middle * scale, -foot * scale), scale=scale)


def _legs(scene: Scene, middle: float, hem: float, foot: float) -> str:
    trousers, shoes = scene.shade(scene.paint_thing("ink"), 0.1), scene.paint_thing("wood_dark")
    legs = box(middle - 5.2, hem - 2, 4.4, 9, trousers, 0.6) + box(middle + 0.8, hem - 2, 4.4, 9, trousers, 0.6)
    left, right = number(middle - 6.6), number(middle + 6.6)
    return legs + path(f"M{left} {foot}c0 -3.2 6 -3.2 6 0ZM{right} {foot}c0 -3.2 -6 -3.2 -6 0Z", shoes)


def _sleeves(scene: Scene, left: float, right: float, bottom: float, tuned: list[Run]) -> list[str]:
    """Two arms hanging down from a portrait whose hands are not to be seen."""
    skin = tinted("#edbb98", scene.light_on_things)
    parts = []
    for x, colour in ((left + 2, tuned[0][2]), (right - 2, tuned[-1][2])):
        parts.append(disc(x, bottom + 6.2, 1.75, skin))
        parts.append(box(x - 2, bottom - 0.6, 4, 6.4, scene.shade(colour, 0.1), 1.6))
        parts.append(box(x - 2, bottom - 0.4, 4, 2.5, colour))
    return parts


def _cloth(icon: Icon) -> list[Run]:
    """Runs of the lower edge that are cloth: hands are left out, a coat hidden by what they hold is one colour."""
    coat = HIDDEN_COATS.get(PIECE.sub("", icon.name).removeprefix("man-").removeprefix("woman-"))
    runs = [run for run in icon.edge if run[2] not in SKINS]
    if coat:
        left, right = runs[0][0], runs[-1][1]
        third = (right - left) * 0.3
        return [(left, left + third, coat), (left + third, right - third, "#433b6b"), (right - third, right, coat)]
    joined = [runs[0]]
    for run in runs[1:]:
        if run[0] - joined[-1][1] > 1.2:
            break
        joined.append(run)
    return joined
