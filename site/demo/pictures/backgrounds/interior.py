"""What every room has: wall, floor, a window on the land outside, the light it lets in."""

from ..scene import HEIGHT, WIDTH, Scene
from ..sky import drifting, sky
from ..strokes import box, clipped, group, line, path, polygon, rolling
from .wild import peaks, slope

FLOOR = 740
"""Height at which wall and floor meet."""


def shell(scene: Scene, wall: str, skirting: str, floor: str) -> str:
    """Wall, skirting board and floor of a room."""
    paint = scene.paint(wall)
    ground = scene.paint(floor)
    parts = [
        box(
            0, 0, WIDTH, FLOOR, scene.gradient((0, scene.shade(paint, 0.1)), (0.6, paint), (1, scene.glow(paint, 0.2)))
        ),
        box(
            0, FLOOR, WIDTH, HEIGHT - FLOOR, scene.gradient((0, scene.shade(ground, 0.1)), (1, scene.glow(ground, 0.2)))
        ),
    ]
    seams = "".join(
        f"M{WIDTH / 2 + (i - 8) * 130:.0f} {FLOOR}L{WIDTH / 2 + (i - 8) * 215:.0f} {HEIGHT}" for i in range(17)
    )
    parts.append(line(seams, scene.shade(ground, 0.2), 2.5, 0.6))
    parts += [
        box(0, FLOOR - 18, WIDTH, 24, scene.paint(skirting)),
        box(0, FLOOR + 6, WIDTH, 8, scene.shade(ground, 0.35), 0, 0.4),
    ]
    return "".join(parts)


def window(scene: Scene, x: float, y: float, w: float, h: float, curtains: str = "") -> str:
    """A window on the land outside, in the picture's own light."""
    view = Scene(f"{scene.key}/window", scene.outside or scene.light)
    view.defs = scene.defs
    outside = sky(view, 640) + peaks(view, 600, 240, 4, 0.4)
    outside += (
        slope(view, rolling(view, 620, 40, 3), "hill", 0.25)
        + slope(view, rolling(view, 720, 30, 3), "grass", 0.05)
        + drifting(view)
    )
    scale = max(w / 1000, h / 860)
    clip = scene.clip(f'<rect x="{x}" y="{y}" width="{w}" height="{h}" rx="10"/>')
    frame, sill = scene.paint("cream"), scene.paint("wood_light")
    offset = x + w / 2 - scale * min(max(view.light.sun_at[0], 560), 1040)
    parts = [
        box(x - 20, y - 20, w + 40, h + 40, frame, 14),
        clipped(clip, group(outside, move=(offset, y - 60 * scale), scale=scale)),
        line(f"M{x + w / 2} {y}V{y + h}M{x} {y + h * 0.36}H{x + w}", frame, 12),
        box(x - 40, y + h + 14, w + 80, 22, sill, 8),
        box(x - 40, y + h + 30, w + 80, 6, scene.shade(sill), 3),
    ]
    if curtains:
        parts.append(_curtains(scene, x, y, w, h, curtains))
    return "".join(parts)


def _curtains(scene: Scene, x: float, y: float, w: float, h: float, name: str) -> str:
    cloth = scene.paint(name)
    fold = scene.shade(cloth, 0.16)
    top, low, reach = y - 44, y + h + 8, w * 0.2
    half = (
        path(
            f"M0 0H{reach}C{reach} {h * 0.4} {reach * 0.5} {h * 0.62} {reach * 0.12} {h * 0.66}"
            f"L{reach * 0.2} {low - top}H-44V0Z",
            cloth,
        )
        + line(
            f"M{reach * 0.55} 6C{reach * 0.5} {h * 0.36} {reach * 0.2} {h * 0.55} -4 {h * 0.64}"
            f"M4 6C2 {h * 0.3} -10 {h * 0.5} -24 {h * 0.6}",
            fold,
            5,
        )
        + box(-46, h * 0.63, reach * 0.12 + 52, 16, scene.paint("honey"), 8)
    )
    rail = box(x - 70, top - 8, w + 140, 12, scene.paint("wood_dark"), 6)
    return group(half, move=(x, top)) + group(half, move=(x + w, top), scale=(-1, 1)) + rail


def daylight(scene: Scene, x: float, w: float) -> str:
    """The patch of light the window throws on the floor."""
    lean = 120 if scene.light.sun_at[0] < WIDTH / 2 else -120
    veil = 0.1 if scene.light.is_night else 0.3
    fill = scene.gradient((0, scene.light.sun, veil), (1, scene.light.sun, 0.04))
    return polygon(
        [
            (x + lean * 0.5, FLOOR + 12),
            (x + w + lean * 0.5, FLOOR + 12),
            (x + w + lean * 2, HEIGHT),
            (x + lean * 2 - 60, HEIGHT),
        ],
        fill,
    )
