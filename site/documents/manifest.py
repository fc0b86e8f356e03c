"""`manifest.json` of a kit: what is in the ZIP, for programs and for people who look."""

import json
from collections.abc import Sequence
from typing import Any, Protocol

from documents.kit import LessonKit
from documents.plan_form import CURRENT_EDITION


class Described(Protocol):
    """What the manifest says of a file."""

    @property
    def path(self) -> str: ...
    @property
    def role(self) -> str: ...
    @property
    def title(self) -> str: ...
    @property
    def media_type(self) -> str: ...
    @property
    def content(self) -> bytes: ...
    @property
    def sha256(self) -> str: ...


def manifest(kit: LessonKit, files: Sequence[Described]) -> bytes:
    """Return what is in the ZIP as JSON, in UTF-8: the kit's description, then one entry a file."""
    described: dict[str, Any] = {
        "key": kit.key,
        "title": kit.title,
        "language": kit.language,
        "version": kit.version,
        "edition_date": kit.edition_date.isoformat() if kit.edition_date else None,
        "url": kit.url,
        "short_url": kit.short_url,
        "licence": {"name": kit.licence.name, "url": kit.licence.url} if kit.licence else None,
        "credits": list(kit.credits),
        "story": {"title": kit.story.title, "url": kit.story.url, "age_from": kit.story.age} if kit.story else None,
        "lesson_plan_form": CURRENT_EDITION,
        "files": [_entry(kit, file) for file in files],
    }
    return as_json(described)


def as_json(described: dict[str, Any]) -> bytes:
    return (json.dumps(described, ensure_ascii=False, indent=2) + "\n").encode()


def _entry(kit: LessonKit, file: Described) -> dict[str, Any]:
    return {
        "file": file.path,
        "role": file.role,
        "title": file.title,
        "media_type": file.media_type,
        "size": len(file.content),
        "sha256": file.sha256,
        "language": kit.language,
        "version": kit.version,
    }
