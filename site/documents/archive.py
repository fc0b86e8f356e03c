"""All files of a kit, and the ZIP of them that a teacher takes away.

Names inside are ASCII and fixed, so that every Windows shows them; titles in Kazakh or Russian stand in the files and
in `manifest.json`. The same kit gives the same bytes.
"""

import hashlib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from documents import print_pack, words
from documents.answer_leaks import AnswerLeak, refuse_leaks
from documents.kit import LessonKit
from documents.manifest import manifest
from documents.notices import licence_text, readme_text
from documents.plan_docx import lesson_plan_docx
from documents.typst_pdf import answer_key_pdf, lesson_plan_pdf, pupil_sheets_pdf
from documents.zip_files import moment_of, zipped_for_windows

__all__ = [
    "AnswerLeak",
    "KitFile",
    "checked_pupil_sheets_pdf",
    "document_files",
    "kit_files",
    "kit_zip",
    "light_zip",
    "makers_digest",
    "whole_zip",
]

PDF = "application/pdf"
DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
ZIP = "application/zip"
TEXT = "text/plain; charset=utf-8"
TEACHER, PUPIL = "teacher/", "pupil/"
MAKER_FILES = ("*.py", "icons/*.*", "typst/*.typ", "forms/*.json", "fonts/*.ttf", "fonts/coverage.txt")

# What a slow line carries in a minute and a half. The light edition keeps what a teacher needs first while it fits;
# the plan is in it as the file to edit, which prints as well.
LIGHT_LIMIT = 500_000
NOT_IN_LIGHT = ("lesson-plan",)
NEEDED_FIRST = ("lesson-plan-editable", "pupil-sheets", "answer-key")


@dataclass(frozen=True)
class KitFile:
    """One file of a kit. `path` is its place in the ZIP; its name alone is good for a download of its own."""

    path: str
    role: str
    title: str
    media_type: str
    content: bytes
    is_for_pupils: bool = False

    @property
    def name(self) -> str:
        return self.path.rsplit("/", 1)[-1]

    @property
    def folder(self) -> str:
        return self.path[: -len(self.name)]

    @property
    def sha256(self) -> str:
        return hashlib.sha256(self.content).hexdigest()


def kit_zip(kit: LessonKit) -> bytes:
    """Return the ZIP of one kit. AnswerLeak if a file that pupils see holds an answer."""
    return whole_zip(kit, document_files(kit))


def whole_zip(kit: LessonKit, documents: Sequence[KitFile]) -> bytes:
    """Return the ZIP of a kit whose documents are built already."""
    return _zip(kit, _with_notices(kit, documents))


def light_zip(kit: LessonKit, documents: Sequence[KitFile]) -> bytes:
    """Return the ZIP for slow lines: what is needed first, within LIGHT_LIMIT. Its README says what is left out."""
    kept = light_selection(documents)
    left_out = [file for file in documents if file not in kept]
    return _zip(kit, _with_notices(kit, kept, left_out))


def light_selection(documents: Sequence[KitFile]) -> list[KitFile]:
    """Return the documents of the light edition, in their usual order."""
    wanted = [file for file in documents if file.role not in NOT_IN_LIGHT]
    wanted.sort(key=lambda file: NEEDED_FIRST.index(file.role) if file.role in NEEDED_FIRST else len(NEEDED_FIRST))
    kept, room = [], LIGHT_LIMIT
    for file in wanted:
        if len(file.content) <= room:
            kept.append(file)
            room -= len(file.content)
    return [file for file in documents if file in kept]


def checked_pupil_sheets_pdf(kit: LessonKit) -> bytes:
    """Return the pupil sheets for a download of their own. AnswerLeak if they hold an answer of the key."""
    content = pupil_sheets_pdf(kit)
    refuse_leaks(kit, [(f"{kit.key}-{kit.language}-sheets.pdf", PDF, content)])
    return content


def kit_files(kit: LessonKit) -> tuple[KitFile, ...]:
    """Build every file of a kit but the manifest. AnswerLeak if a file that pupils see holds an answer."""
    return _with_notices(kit, document_files(kit))


def document_files(kit: LessonKit) -> tuple[KitFile, ...]:
    """Build the documents of a kit: plan, answers, sheets, printouts. AnswerLeak if one for pupils holds an answer."""
    own = words.WORDS[kit.language]
    stem = f"{kit.key}-{kit.language}"
    files = (
        KitFile(f"{TEACHER}{stem}-plan.pdf", "lesson-plan", own["plan"], PDF, lesson_plan_pdf(kit)),
        KitFile(f"{TEACHER}{stem}-plan.docx", "lesson-plan-editable", own["plan_to_edit"], DOCX, lesson_plan_docx(kit)),
        KitFile(f"{TEACHER}{stem}-answers.pdf", "answer-key", own["answers"], PDF, answer_key_pdf(kit)),
        KitFile(f"{PUPIL}{stem}-sheets.pdf", "pupil-sheets", own["sheets"], PDF, pupil_sheets_pdf(kit), True),
        *(_printed(kit, file) for file in print_pack.print_files(kit)),
    )
    refuse_leaks(kit, [(file.path, file.media_type, file.content) for file in files if file.is_for_pupils])
    return files


def _printed(kit: LessonKit, file: print_pack.PrintFile) -> KitFile:
    return KitFile(file.path(kit), file.role, file.title(kit), file.media_type, file.write(kit), file.for_pupils)


def _with_notices(
    kit: LessonKit, documents: Iterable[KitFile], left_out: Sequence[KitFile] = ()
) -> tuple[KitFile, ...]:
    own, documents = words.WORDS[kit.language], tuple(documents)
    readme = readme_text(kit, documents, left_out)
    return (
        *documents,
        KitFile("LICENCE.txt", "licence", own["licence"], TEXT, for_notepad(licence_text(kit))),
        KitFile("README.txt", "readme", own["readme"], TEXT, for_notepad(readme)),
    )


def _zip(kit: LessonKit, files: Sequence[KitFile]) -> bytes:
    content = [(file.path, file.content) for file in files]
    return zipped_for_windows([*content, ("manifest.json", manifest(kit, files))], moment_of(kit.edition_date))


@cache
def makers_digest() -> str:
    """Return a short name of everything here that shapes a file: code, templates, form, fonts, icons.

    A built file is out of date when the kit or this has changed.
    """
    here = Path(__file__).parent
    digest = hashlib.sha256()
    for path in sorted(path for pattern in MAKER_FILES for path in here.glob(pattern)):
        digest.update(path.name.encode() + b"\0" + path.read_bytes())
    return digest.hexdigest()[:16]


def for_notepad(text: str) -> bytes:
    """Return `text` as older versions of Windows Notepad read it: UTF-8 with its mark, lines ended by CR and LF."""
    return text.replace("\n", "\r\n").encode("utf-8-sig")
