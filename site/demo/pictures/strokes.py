"""Shapes every drawing is made of, as SVG text."""

from collections.abc import Iterable, Sequence
from itertools import pairwise

from .scene import HEIGHT, WIDTH, Scene

Point = tuple[float, float]


def number(value: float) -> str:
    return f"{value:.1f}".rstrip("0").rstrip(".")


def path(data: str, fill: str, opacity: float = 1) -> str:
    return f'<path d="{data}" fill="{fill}"{_veil(opacity)}/>'


def line(data: str, stroke: str, width: float, opacity: float = 1) -> str:
    """An open stroke with round ends."""
    return (
        f'<path d="{data}" fill="none" stroke="{stroke}" stroke-width="{number(width)}" '
        f'stroke-linecap="round" stroke-linejoin="round"{_veil(opacity)}/>'
    )


def disc(x: float, y: float, rx: float, fill: str, opacity: float = 1, ry: float | None = None) -> str:
    """A circle, or an ellipse where `ry` is given."""
    return (
        f'<ellipse cx="{number(x)}" cy="{number(y)}" rx="{number(rx)}" '
        f'ry="{number(rx if ry is None else ry)}" fill="{fill}"{_veil(opacity)}/>'
    )


def box(x: float, y: float, w: float, h: float, fill: str, r: float = 0, opacity: float = 1) -> str:
    """A rectangle with corners rounded by `r`."""
    corners = f' rx="{number(r)}"' if r else ""
    return (
        f'<rect x="{number(x)}" y="{number(y)}" width="{number(w)}" height="{number(h)}"'
        f'{corners} fill="{fill}"{_veil(opacity)}/>'
    )


def polygon(points: Iterable[Point], fill: str, opacity: float = 1) -> str:
    corners = " ".join(f"{number(x)},{number(y)}" for x, y in points)
    return f'<polygon points="{corners}" fill="{fill}"{_veil(opacity)}/>'


def group(*parts: str, move: Point | None = None, scale: float | Point = 1, turn: float = 0, opacity: float = 1) -> str:
    """Parts moved, then scaled, then turned (degrees) as one."""
    steps = []
    if move:
        steps.append(f"translate({number(move[0])} {number(move[1])})")
    if scale != 1:
        across, down = scale if isinstance(scale, tuple) else (scale, scale)
        steps.append(f"scale({across:.4f} {down:.4f})")
    if turn:
        steps.append(f"rotate({number(turn)})")
    transform = f' transform="{" ".join(steps)}"' if steps else ""
    return f"<g{transform}{_veil(opacity)}>{''.join(parts)}</g>"


def clipped(clip: str, *parts: str) -> str:
    return f'<g clip-path="{clip}">{"".join(parts)}</g>'


def smooth(points: Sequence[Point], closed: bool = False) -> str:
    """Path data through all points, rounded (Catmull-Rom as Bézier curves)."""
    count = len(points)
    data = [f"M{number(points[0][0])} {number(points[0][1])}"]
    for i in range(count if closed else count - 1):
        before, start, end, after = (points[j % count] if closed else points[max(0, min(count - 1, j))]
                                     for j in (i - 1, i, i + 1, i + 2))  # fmt: skip
        numbers = (
            start[0] + (end[0] - before[0]) / 6,
            start[1] + (end[1] - before[1]) / 6,
            end[0] - (after[0] - start[0]) / 6,
            end[1] - (after[1] - start[1]) / 6,
            *end,
        )
        data.append("C" + " ".join(number(n) for n in numbers))
    return "".join(data) + ("Z" if closed else "")


def rolling(scene: Scene, y: float, swell: float, waves: int = 4) -> list[Point]:
    """Points of a rolling skyline around height `y`, from edge to edge of the picture."""
    step = WIDTH / waves
    lift = 1 if scene.dice.random() < 0.5 else -1
    points = []
    for i in range(-1, waves + 2):
        lift = -lift
        points.append((i * step + scene.between(-0.2, 0.2) * step, y + lift * scene.between(0.35, 1) * swell))
    return points


def land(skyline: Sequence[Point], fill: str, bottom: float = HEIGHT) -> str:
    """Everything below a smooth skyline."""
    return path(f"{smooth(skyline)}L{WIDTH + 900} {bottom}L-900 {bottom}Z", fill)


def height_at(skyline: Sequence[Point], x: float) -> float:
    """Height of a skyline at `x`, near enough to plant a tree on."""
    for (x0, y0), (x1, y1) in pairwise(skyline):
        if x0 <= x <= x1:
            share = (x - x0) / (x1 - x0)
            eased = share * share * (3 - 2 * share)
            return y0 + (y1 - y0) * eased
    return skyline[-1][1]


def _veil(opacity: float) -> str:
    return "" if opacity >= 1 else f' opacity="{opacity:.2f}"'
