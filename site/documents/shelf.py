"""Built files, kept in Django's storage under a name that says what they were built from."""

import hashlib
from collections.abc import Callable

from django.core.files.base import ContentFile, File
from django.core.files.storage import default_storage


def digest(*parts: object) -> str:
    """Return a short name for everything a file is built from. Equal parts give equal names."""
    text = "\x1f".join(repr(part) for part in parts)
    return hashlib.sha256(text.encode()).hexdigest()[:24]


def fetch(name: str, build: Callable[[], bytes]) -> File:
    """Open the file `name`, building it first if the shelf has none.

    A file is written under its final name only when whole (Django's storage saves it in one piece under
    a free name); of two requests that build at once, both get the same bytes.
    """
    if default_storage.exists(name):
        return default_storage.open(name)
    content = ContentFile(build(), name=name)
    if not default_storage.exists(name):
        default_storage.save(name, content)
        content.seek(0)
    return content
