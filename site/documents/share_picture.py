"""The picture that a messenger or a social network shows for a shared link: 1200 by 630, in the site's colours."""

import base64
import io
import warnings

from PIL import Image, ImageOps, UnidentifiedImageError

from documents import words
from documents.characters import one_line, printable, shortened
from documents.typst_pdf import compile_template

PICTURE_PLACE = (480, 630)
ACCEPTED_FORMATS = ("JPEG", "PNG", "WEBP")
MOST_PIXELS = 80_000_000
LONGEST_TITLE, LONGEST_SECTION = 170, 30
COLOURS = 256  # of the palette: a messenger on a slow line gives up on a large picture


def share_picture(title: str, section: str, language: str, picture: bytes | None = None) -> bytes:
    """Return a PNG of 1200 by 630 with the title, the section's name and the site's name.

    `picture` is a JPEG, PNG or WebP shown beside the text; one that is broken or enormous is left out.
    """
    data = {
        "language": language,
        "site": words.SITE_NAME,
        "words": {},
        "title": shortened(one_line(printable(title)), LONGEST_TITLE) or words.SITE_NAME,
        "section": shortened(one_line(section), LONGEST_SECTION),
        "picture": _as_svg(picture) if picture else "",
        "qr": "",
    }
    return _with_palette(compile_template("share.typ", data, format="png", ppi=72.0))


def _as_svg(picture: bytes) -> str:
    """Return `picture` cut to its place, as an SVG that holds it: typst takes texts, not files. "" if it is no use."""
    try:
        # Pillow warns of, or refuses, a picture that would fill the memory.
        with warnings.catch_warnings(action="ignore", category=Image.DecompressionBombWarning):
            opened = Image.open(io.BytesIO(picture), formats=ACCEPTED_FORMATS)
        if opened.width * opened.height > MOST_PIXELS:
            return ""
        opened.draft("RGB", PICTURE_PLACE)
        upright = ImageOps.exif_transpose(opened).convert("RGBA")
    except (OSError, ValueError, SyntaxError, UnidentifiedImageError, Image.DecompressionBombError):
        return ""
    paper = Image.new("RGBA", upright.size, "white")
    paper.alpha_composite(upright)
    cut = ImageOps.fit(paper.convert("RGB"), PICTURE_PLACE, Image.Resampling.LANCZOS)
    content = io.BytesIO()
    cut.save(content, "JPEG", quality=90)
    coded = base64.b64encode(content.getvalue()).decode()
    width, height = PICTURE_PLACE
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{width}" height="{height}">'
        f'<image width="{width}" height="{height}" href="data:image/jpeg;base64,{coded}"/></svg>'
    )


def _with_palette(png: bytes) -> bytes:
    """Return `png` with a palette: a third of the size, and hardly to be told from the original."""
    reduced = Image.open(io.BytesIO(png)).convert("RGB").quantize(COLOURS, Image.Quantize.MEDIANCUT)
    content = io.BytesIO()
    reduced.save(content, "PNG", optimize=True)
    return content.getvalue()
