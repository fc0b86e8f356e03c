"""SVG to PNG, by the typesetter the project already carries: typst draws SVG with resvg."""

import typst

PAGE = """#let source = sys.inputs.svg
#set page(width: {width}pt, height: {height}pt, margin: 0pt, fill: none)
#image(bytes(source), format: "svg", width: 100%)
"""


def png(svg: str, width: int, height: int) -> bytes:
    """PNG of an SVG text, `width` × `height` pixels. Pictures hold no text: fonts are not even looked for."""
    page = PAGE.format(width=width, height=height)
    return typst.compile(page.encode(), format="png", ppi=72, sys_inputs={"svg": svg}, ignore_system_fonts=True)
