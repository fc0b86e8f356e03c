"""A border of ram's horns («қошқар мүйіз»), the oldest ornament of Kazakh felt, drawn in one colour."""

# One horn of the pair, in a tile of 24 by 14 with the stem at x = 0 and the tile's outer edge at y = 14.
HORN = "M0,13C0,8 1.5,3 6,3C9,3 10.5,5 10.5,7C10.5,9 9,10.3 7.4,10.3C5.8,10.3 4.8,9.2 4.8,7.9C4.8,6.8 5.6,6.1 6.5,6.1"
TILE, DEPTH = 24, 14


def frame(width: float, height: float, band: float, colour: str = "#000") -> str:
    """Return a frame as SVG, `width` by `height` millimetres, its border `band` millimetres wide."""
    scale = band / (DEPTH + 2)
    inner_width, inner_height = width - 2 * band, height - 2 * band
    sides = [
        (_row(inner_width, scale), f"translate({band} 0) rotate(180 {inner_width / 2:.2f} {band / 2:.2f})"),
        (_row(inner_width, scale), f"translate({band} {height - band:.2f})"),
        (_row(inner_height, scale), f"translate({width} {band}) rotate(90) scale(1 -1) translate(0 {-band})"),
        (_row(inner_height, scale), f"translate(0 {height - band:.2f}) rotate(-90) scale(1 -1) translate(0 {-band})"),
    ]
    corners = [(0, 0, -45), (width - band, 0, 45), (width - band, height - band, 135), (0, height - band, 225)]
    drawn = [f'<g transform="{place}">{row}</g>' for row, place in sides]
    drawn += [_corner(x, y, turn, band, scale) for x, y, turn in corners]
    lines = "".join(_line(inset, width, height) for inset in (0.3, band - 0.3))
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}">'
        f'<g fill="none" stroke="{colour}" stroke-width="0.6">{lines}</g><g color="{colour}">{"".join(drawn)}</g></svg>'
    ).replace("currentColor", colour)


def _row(length: float, scale: float) -> str:
    """Return pairs of horns side by side, as many as fit `length` well."""
    count = max(1, round(length / (TILE * scale)))
    step = length / count
    pairs = [
        f'<g transform="translate({step * (at + 0.5):.2f} {scale}) scale({scale:.4f})">{PAIR}</g>'
        for at in range(count)
    ]
    between = [_diamond(step * at, 13 * scale, 1.6 * scale) for at in range(1, count)]
    return "".join([*pairs, *between])


def _corner(x: float, y: float, turn: float, band: float, scale: float) -> str:
    """Return one pair of horns that looks out of its corner, in a square of its own."""
    middle = band / 2
    size = scale * 0.68
    return (
        f'<g transform="translate({x:.2f} {y:.2f})"><rect width="{band}" height="{band}" fill="none" '
        f'stroke="currentColor" stroke-width="0.6"/><g transform="rotate({turn} {middle} {middle}) '
        f'translate({middle} {middle - 6.5 * size:.2f}) scale({size:.4f})">{PAIR}</g></g>'
    )


def _line(inset: float, width: float, height: float) -> str:
    return f'<rect x="{inset}" y="{inset}" width="{width - 2 * inset:.2f}" height="{height - 2 * inset:.2f}"/>'


def _diamond(x: float, y: float, half: float) -> str:
    corners = f"M{x:.2f},{y - half:.2f}L{x + half:.2f},{y:.2f}L{x:.2f},{y + half:.2f}L{x - half:.2f},{y:.2f}Z"
    return f'<path d="{corners}" fill="currentColor"/>'


PAIR = (
    '<g fill="none" stroke="currentColor" stroke-width="1.7" stroke-linecap="round">'
    f'<path d="{HORN}"/><path transform="scale(-1 1)" d="{HORN}"/></g>{_diamond(0, 2.4, 1.9)}'
)
