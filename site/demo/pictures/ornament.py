"""Kazakh ornament: the ram's horn (қошқар мүйіз) and the strips and borders made of it."""

from .strokes import box, group, line, path, polygon


def ram_horn(colour: str, width: float = 5) -> str:
    """One ram's horn, 48 wide and 40 high, around its middle."""
    horn = line("M0 20V-2C0 -17 -23 -18 -23 -3C-23 8 -9 8 -9 -1M0 -2C0 -17 23 -18 23 -3C23 8 9 8 9 -1", colour, width)
    return horn + polygon([(0, -26), (5, -19), (0, -12), (-5, -19)], colour)


def strip(x: float, y: float, w: float, h: float, ground: str, figure: str, edge: str) -> str:
    """A band of ram's horns, upright and hanging by turns, between two edges."""
    scale = h / 66
    count = max(1, round(w / (58 * scale)))
    step = w / count
    parts = [box(x, y, w, h, ground), box(x, y, w, h * 0.09, edge), box(x, y + h * 0.91, w, h * 0.09, edge)]
    for i in range(count):
        turn = 180 if i % 2 else 0
        parts.append(group(ram_horn(figure), move=(x + step * (i + 0.5), y + h / 2), scale=scale * 0.92, turn=turn))
    return "".join(parts)


def teeth(x: float, y: float, w: float, h: float, colour: str, count: int) -> str:
    """A row of small triangles hanging from `y`."""
    step = w / count
    data = "".join(f"M{x + i * step:.1f} {y:.1f}h{step:.1f}l{-step / 2:.1f} {h:.1f}Z" for i in range(count))
    return path(data, colour)


def rosette(x: float, y: float, r: float, ground: str, figure: str, heart: str) -> str:
    """A diamond with four ram's horns: the middle of a felt carpet."""
    diamond = polygon([(x, y - r), (x + r * 1.5, y), (x, y + r), (x - r * 1.5, y)], ground)
    horns = "".join(
        group(ram_horn(figure, 6), move=(x + dx * r, y + dy * r), scale=r / 95, turn=turn)
        for dx, dy, turn in ((0, -0.42, 0), (0, 0.42, 180), (-0.66, 0, -90), (0.66, 0, 90))
    )
    return diamond + horns + polygon([(x, y - r * 0.14), (x + r * 0.2, y), (x, y + r * 0.14), (x - r * 0.2, y)], heart)


def heart(x: float, y: float, r: float, colour: str) -> str:
    """A heart about `2 r` wide around its middle."""
    return path(
        f"M{x:.1f} {y + r:.1f}"
        f"C{x - r * 1.7:.1f} {y - r * 0.1:.1f} {x - r * 0.8:.1f} {y - r * 1.25:.1f} {x:.1f} {y - r * 0.35:.1f}"
        f"C{x + r * 0.8:.1f} {y - r * 1.25:.1f} {x + r * 1.7:.1f} {y - r * 0.1:.1f} {x:.1f} {y + r:.1f}Z",
        colour,
    )
