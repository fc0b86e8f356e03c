"""ZIP files whose bytes depend on nothing but what is in them."""

import io
import zipfile
from collections.abc import Iterable

EARLIEST = (1980, 1, 1, 0, 0, 0)  # the first moment a ZIP can tell
READABLE_FILE = 0o644


def zipped(files: Iterable[tuple[str, bytes]], moment: tuple[int, int, int, int, int, int] = EARLIEST) -> bytes:
    """Return a ZIP of (name, content) in the given order, each dated `moment` (year to seconds)."""
    archive = io.BytesIO()
    with zipfile.ZipFile(archive, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as target:
        for name, content in files:
            entry = zipfile.ZipInfo(name, max(moment, EARLIEST))
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.create_system = 3  # the same on every system that builds
            entry.external_attr = READABLE_FILE << 16
            target.writestr(entry, content)
    return archive.getvalue()
