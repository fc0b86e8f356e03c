"""Built files, kept in Django's storage under a name that says what they were built from."""

import contextlib
import datetime
import hashlib
import logging
import os
import tempfile
from collections.abc import Callable
from pathlib import Path

from django.core.files.base import ContentFile, File
from django.core.files.storage import default_storage
from django.utils import timezone

logger = logging.getLogger(__name__)


def digest(*parts: object) -> str:
    """Return a short name for everything a file is built from. Equal parts give equal names."""
    text = "\x1f".join(repr(part) for part in parts)
    return hashlib.sha256(text.encode()).hexdigest()[:24]


def fetch(name: str, build: Callable[[], bytes]) -> File:
    """Open the file `name`, building it first if the shelf has none.

    A file appears under its name only when it is whole. Where it cannot be kept (the disk is full or read-only),
    the reader gets it all the same, and the log says why the next one waits again.
    """
    with contextlib.suppress(FileNotFoundError):
        return default_storage.open(name)
    content = build()
    try:
        keep(name, content)
    except OSError:
        logger.exception("%s was built but could not be kept", name)
    return ContentFile(content, name=name)


def keep(name: str, content: bytes) -> None:
    """Keep a whole file or none: on a disk by renaming, in a remote store by one request. OSError if it cannot be."""
    try:
        target = Path(default_storage.path(name))
    except NotImplementedError:
        if not default_storage.exists(name):
            default_storage.save(name, ContentFile(content))
        return
    target.parent.mkdir(parents=True, exist_ok=True)
    handle, unfinished = tempfile.mkstemp(dir=target.parent, suffix=".unfinished")
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(content)
        os.chmod(unfinished, 0o644)
        os.replace(unfinished, target)
    except OSError:
        os.unlink(unfinished)
        raise


def folders(under: str) -> list[str]:
    """Return the names of the folders directly below the folder `under`; none if there is no such folder."""
    try:
        return sorted(default_storage.listdir(under)[0])
    except FileNotFoundError:
        return []


def sweep(folder: str, untouched_for: datetime.timedelta) -> bool:
    """Remove a folder with its files, unless one of them is younger than `untouched_for`. Tell whether it is gone."""
    names = [f"{folder}/{name}" for name in default_storage.listdir(folder)[1]]
    limit = timezone.now() - untouched_for
    if any(default_storage.get_modified_time(name) > limit for name in names):
        return False
    for name in names:
        default_storage.delete(name)
    default_storage.delete(folder)
    return True
