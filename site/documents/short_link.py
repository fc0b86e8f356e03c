"""The address of a page as it stands in print: in words, and as a QR code."""

import io
import re
from functools import lru_cache

import segno


def without_scheme(url: str) -> str:
    """Return `url` as people write it: without https:// and the last slash."""
    return re.sub(r"^https?://", "", url).rstrip("/")


@lru_cache(maxsize=256)  # every file of a kit shows the same code
def qr_picture(url: str) -> str:
    """Return the QR code of `url` as SVG. A quarter of it may be dirty or torn and it still reads (level Q)."""
    picture = io.BytesIO()
    segno.make_qr(url, error="q").save(picture, kind="svg", border=2, xmldecl=False, svgns=True)
    return picture.getvalue().decode()
