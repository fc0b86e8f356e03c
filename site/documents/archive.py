"""All files of a kit, and the ZIP of them that a teacher takes away.

Names inside are ASCII and fixed, so that every Windows shows them; titles in Kazakh or Russian stand in the files and
in `manifest.json`. The same kit gives the same bytes.
"""

import hashlib
import json
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from documents import words
from documents.answer_leaks import AnswerLeak, refuse_leaks
from documents.kit import LessonKit
from documents.notices import licence_text, readme_text
from documents.plan_docx import lesson_plan_docx
from documents.plan_form import CURRENT_EDITION
from documents.typst_pdf import answer_key_pdf, lesson_plan_pdf, pupil_sheets_pdf
from documents.zip_files import EARLIEST, zipped

__all__ = ["AnswerLeak", "KitFile", "checked_pupil_sheets_pdf", "kit_files", "kit_zip", "makers_digest"]

PDF = "application/pdf"
DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
TEXT = "text/plain; charset=utf-8"
PUPIL_FOLDER = "pupil/"
MAKER_FILES = ("*.py", "typst/*.typ", "forms/*.json", "fonts/*.ttf", "fonts/coverage.txt")


@dataclass(frozen=True)
class KitFile:
    """One file of a kit. `path` is its place in the ZIP; its name alone is good for a download of its own."""

    path: str
    role: str
    title: str
    media_type: str
    content: bytes

    @property
    def name(self) -> str:
        return self.path.rsplit("/", 1)[-1]

    @property
    def sha256(self) -> str:
        return hashlib.sha256(self.content).hexdigest()

    @property
    def is_for_pupils(self) -> bool:
        return self.path.startswith(PUPIL_FOLDER)


def kit_zip(kit: LessonKit) -> bytes:
    """Return the ZIP of one kit. AnswerLeak if a pupil file holds an answer of the key."""
    files = kit_files(kit)
    day = kit.edition_date
    moment = (day.year, day.month, day.day, 0, 0, 0) if day else EARLIEST
    content = [(file.path, file.content) for file in files]
    return zipped([*content, ("manifest.json", manifest(kit, files))], moment)


def checked_pupil_sheets_pdf(kit: LessonKit) -> bytes:
    """Return the pupil sheets for a download of their own. AnswerLeak if they hold an answer of the key."""
    content = pupil_sheets_pdf(kit)
    refuse_leaks(kit, [(f"{kit.key}-{kit.language}-sheets.pdf", PDF, content)])
    return content


def kit_files(kit: LessonKit) -> tuple[KitFile, ...]:
    """Build every file of a kit but the manifest. AnswerLeak if a pupil file holds an answer of the key."""
    own = words.WORDS[kit.language]
    stem = f"{kit.key}-{kit.language}"
    files = (
        KitFile(f"teacher/{stem}-plan.pdf", "lesson-plan", own["plan"], PDF, lesson_plan_pdf(kit)),
        KitFile(f"teacher/{stem}-plan.docx", "lesson-plan-editable", own["plan_to_edit"], DOCX, lesson_plan_docx(kit)),
        KitFile(f"teacher/{stem}-answers.pdf", "answer-key", own["answers"], PDF, answer_key_pdf(kit)),
        KitFile(f"{PUPIL_FOLDER}{stem}-sheets.pdf", "pupil-sheets", own["sheets"], PDF, pupil_sheets_pdf(kit)),
    )
    refuse_leaks(kit, [(file.path, file.media_type, file.content) for file in files if file.is_for_pupils])
    notices = (
        KitFile("LICENCE.txt", "licence", own["licence"], TEXT, _for_notepad(licence_text(kit))),
        KitFile("README.txt", "readme", own["readme"], TEXT, _for_notepad(readme_text(kit, files))),
    )
    return (*files, *notices)


def manifest(kit: LessonKit, files: Sequence[KitFile]) -> bytes:
    """Return what is in the ZIP as JSON, in UTF-8: the kit's description, then one entry a file."""
    described: dict[str, Any] = {
        "key": kit.key,
        "title": kit.title,
        "language": kit.language,
        "version": kit.version,
        "edition_date": kit.edition_date.isoformat() if kit.edition_date else None,
        "url": kit.url,
        "licence": {"name": kit.licence.name, "url": kit.licence.url} if kit.licence else None,
        "credits": list(kit.credits),
        "lesson_plan_form": CURRENT_EDITION,
        "files": [_entry(kit, file) for file in files],
    }
    return (json.dumps(described, ensure_ascii=False, indent=2) + "\n").encode()


@cache
def makers_digest() -> str:
    """Return a short name of everything here that shapes a file: code, templates, form, fonts.

    A built file is out of date when the kit or this has changed.
    """
    here = Path(__file__).parent
    digest = hashlib.sha256()
    for path in sorted(path for pattern in MAKER_FILES for path in here.glob(pattern)):
        digest.update(path.name.encode() + b"\0" + path.read_bytes())
    return digest.hexdigest()[:16]


def _entry(kit: LessonKit, file: KitFile) -> dict[str, Any]:
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


def _for_notepad(text: str) -> bytes:
    """Return `text` as older versions of Windows Notepad read it: UTF-8 with its mark, lines ended by CR and LF."""
    return text.replace("\n", "\r\n").encode("utf-8-sig")
