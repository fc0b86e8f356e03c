"""ZIP files whose bytes depend on nothing but what is in them, and names that every Windows takes."""

import datetime
import io
import re
import zipfile
from collections.abc import Iterable, Sequence

Moment = tuple[int, int, int, int, int, int]

EARLIEST: Moment = (1980, 1, 1, 0, 0, 0)  # the first moment a ZIP can tell
READABLE_FILE = 0o644
# Windows allows 260 characters for a whole path; Explorer unpacks into a folder named as the ZIP, below the user's own.
LONGEST_NAME = 120
RESERVED = re.compile(r"(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$)", re.IGNORECASE)
PART = re.compile(r"[A-Za-z0-9_-][A-Za-z0-9._-]*(?<!\.)")


class UnfitName(ValueError):  # noqa: N818 (it is named as what it reports)
    """A name that some Windows could not unpack."""


def zipped(files: Iterable[tuple[str, bytes]], moment: Moment = EARLIEST) -> bytes:
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


def zipped_for_windows(files: Sequence[tuple[str, bytes]], moment: Moment = EARLIEST) -> bytes:
    """Return the same for people to unpack. UnfitName if Windows could not."""
    refuse_unfit_names([name for name, _content in files])
    return zipped(files, moment)


def moment_of(day: datetime.date | None) -> Moment:
    """Return the first second of a day as a ZIP tells it; the earliest there is for no day."""
    return (day.year, day.month, day.day, 0, 0, 0) if day else EARLIEST


def refuse_unfit_names(names: list[str]) -> None:
    """Raise UnfitName for what Windows Explorer cannot unpack: signs, reserved words, length, case alone apart."""
    for name in names:
        parts = name.split("/")
        if len(name) > LONGEST_NAME or not all(PART.fullmatch(part) and not RESERVED.match(part) for part in parts):
            raise UnfitName(f"Windows could not unpack a file named {name!r}.")
    if len({name.casefold() for name in names}) < len(names):
        raise UnfitName(f"Windows takes two of these names for one: {', '.join(sorted(names))}.")
