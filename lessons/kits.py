"""The kit of a lesson: every file a teacher takes away, built from the page and kept until the page changes."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from django.conf import settings
from django.core.files.base import File
from django.utils.translation import gettext as _
from django.utils.translation import override

from documents import archive, kit, plan_docx, shelf, typst_pdf

if TYPE_CHECKING:
    from lessons.models import LessonPage

LICENCE_NAME = "Creative Commons Attribution 4.0 (CC BY 4.0)"
LICENCE_URL = "https://creativecommons.org/licenses/by/4.0/"

PDF = "application/pdf"
DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
ZIP = "application/zip"


def kit_of(page: "LessonPage") -> kit.LessonKit:
    """Gather from a lesson page all that its documents are made of, in the page's language."""
    with override(page.language):
        published = page.last_published_at or page.latest_revision_created_at
        return kit.LessonKit(
            language=page.language,
            key=page.slug.strip("-_")[:100] or f"lesson-{page.pk}",
            title=page.title,
            summary=page.summary,
            url=f"{settings.BASE_URL}{page.url or ''}",
            grade_from=page.grade_from,
            grade_to=page.grade_to,
            minutes=page.minutes,
            subject=page.subject.name,
            unit=page.unit,
            aims=tuple(aim.value for aim in page.aims),
            objectives=tuple(_objective(block.value) for block in page.objectives),
            materials=tuple(item.value for item in page.materials),
            safety_html=page.safety,
            stages=tuple(_stage(block.value) for block in page.stages),
            sheets=tuple(_sheet(block.value) for block in page.sheets),
            answer_keys=tuple(
                kit.AnswerKey(block.value["title"], tuple(block.value["answers"])) for block in page.answer_keys
            ),
            roles=tuple(kit.Role(r.value["title"], r.value["text"], r.value["icon"] or "") for r in page.roles),
            values=tuple(value.name for value in page.programme_values.all()),
            certificate=page.certificate,
            poster=tuple(line.value for line in page.poster),
            colouring=tuple(icon.value for icon in page.colouring),
            licence=kit.Licence(LICENCE_NAME, LICENCE_URL),
            credits=tuple(_credits(page)),
            version=f"{published:%Y.%m.%d}-{page.live_revision_id or 0}" if published else "0",
            edition_date=published.date() if published else None,
        )


def _stage(value) -> kit.Stage:
    return kit.Stage(
        phase=value["phase"] if value["phase"] in kit.PHASES else "middle",
        title=value["title"],
        minutes=value["minutes"],
        teacher_html=_source(value["teacher"]),
        pupils_html=_source(value["pupils"]),
        assessment=value["assessment"] or "",
        resources=value["resources"] or "",
        is_station=bool(value["is_station"]),
        card=_card(value["card"]) if value["card"] else kit.NO_CARD,
        shortest=value["shortest"],
        animal=value["animal"] if value["animal"] in kit.ANIMAL_CHOICES else "",
    )


def _objective(value) -> kit.Objective:
    return kit.Objective(value["code"] or "", value["text"], value["edition"] or "", bool(value["verified"]))


def _card(value) -> kit.Card:
    return kit.Card(**{name: value[name] or "" for name in kit.Card._fields})


def _sheet(value) -> kit.Sheet:
    tasks = (kit.Task(task["text"], tuple(task["options"]), task["lines"] or 0) for task in value["tasks"])
    return kit.Sheet(value["title"], value["instructions"] or "", tuple(tasks))


def _source(rich_text) -> str:
    return rich_text.source if rich_text else ""


def _credits(page: "LessonPage") -> list[str]:
    """Name the authors of the lesson and of the pictures it shows."""
    authors = [_("Text: the editors of Meirim")]
    if page.picture and page.picture.credit:
        authors.append(_("Pictures: %(credit)s") % {"credit": page.picture.credit})
    return authors


@dataclass(frozen=True)
class OfferedFile:
    """One file a reader can download. It is built at the first request and then served from the shelf."""

    name: str
    label: str
    format: str
    media_type: str
    url: str
    download_name: str
    digest: str
    build: Callable[[], bytes]

    def open(self) -> File:
        return shelf.fetch(f"kits/{self.digest}/{self.name}", self.build)


class Offer:
    """All files of one lesson page."""

    def __init__(self, page: "LessonPage"):
        self.page = page

    @cached_property
    def _kit(self) -> kit.LessonKit:
        return kit_of(self.page)

    @cached_property
    def files(self) -> list[OfferedFile]:
        offered = [
            self._file("plan.docx", _("Lesson plan to edit"), "DOCX", DOCX, plan_docx.lesson_plan_docx),
            self._file("plan.pdf", _("Lesson plan to print"), "PDF", PDF, typst_pdf.lesson_plan_pdf),
            self._file("sheets.pdf", _("Sheets for pupils"), "PDF", PDF, archive.checked_pupil_sheets_pdf),
            self._file("answers.pdf", _("Answers for the teacher"), "PDF", PDF, typst_pdf.answer_key_pdf),
        ]
        return [self.zip, *offered]

    @property
    def version(self) -> str:
        """The version that every page of the kit carries."""
        return self._kit.version

    @property
    def downloads(self) -> list[OfferedFile]:
        """The single files, for those who do not want the whole kit."""
        return self.files[1:]

    @cached_property
    def zip(self) -> OfferedFile:
        return self._file("kit.zip", _("The whole kit"), "ZIP", ZIP, archive.kit_zip)

    @property
    def zip_url(self) -> str:
        return self.zip.url

    def find(self, name: str) -> OfferedFile | None:
        return next((file for file in self.files if file.name == name), None)

    def _file(self, name, label, file_format, media_type, write) -> OfferedFile:
        page = self.page
        return OfferedFile(
            name=name,
            label=label,
            format=file_format,
            media_type=media_type,
            url=f"{page.url or ''}{name}",
            download_name=f"{page.slug}-{page.language}-{name}",
            digest=shelf.digest(archive.makers_digest(), page.pk, name, self._kit),
            build=lambda: write(self._kit),
        )
