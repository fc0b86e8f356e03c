"""Icons as outlines to colour in: what is thick and black becomes white with a dark edge, thin lines stay lines.

Each shape is drawn by its edge alone: a wide dark stroke clipped to the shape, and a narrow white one over it. What
remains is a dark band a little inside the edge; where a shape is no thicker than two such bands, they meet and it stays
one solid line.
"""

import re

from documents.icons import SIDE, Icon

WHITE, DARK = 0.3, 0.78  # widths of the bands, in the units of an icon's drawing
DEFINITIONS = re.compile(r"<defs>.*?</defs>", re.DOTALL)
SHAPE = re.compile(r'<path\b[^>]*?\sd="([^"]+)"')


def outline(icon: Icon) -> str:
    """Return `icon` as an SVG document: a dark outline around white."""
    body = DEFINITIONS.sub("", icon.body)
    rule = ' clip-rule="evenodd"' if "evenodd" in body else ""
    shapes = "".join(f'<path d="{shape}"{rule}/>' for shape in SHAPE.findall(body))
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {SIDE} {SIDE}"><clipPath id="shape">{shapes}</clipPath>'
        f'<g fill="none" stroke-linejoin="round"><g clip-path="url(#shape)" stroke="#000" '
        f'stroke-width="{2 * (WHITE + DARK):.2f}">{shapes}</g>'
        f'<g stroke="#fff" stroke-width="{2 * WHITE:.2f}">{shapes}</g></g></svg>'
    )
