"""The files of a fitted lesson. They are made for one asker and not kept; only the standard kit lies on the shelf."""

import threading
from collections.abc import Callable
from dataclasses import dataclass

from django.utils.translation import gettext_lazy as _

from documents import archive, plan_docx, typst_pdf
from documents.archive import DOCX, PDF, ZIP
from documents.kit import LessonKit

# A process makes so many at once and lets the others wait: many askers may make it slow, never full.
AT_ONCE = threading.BoundedSemaphore(2)
SECONDS_TO_WAIT = 20


class TooBusyError(Exception):
    """So many files are being made that this one would come too late."""


@dataclass(frozen=True)
class FittedFile:
    """A kind of file that a fitted lesson can be had as. A `takes_names` one can be filled in for its teacher."""

    name: str
    label: str
    format: str
    media_type: str
    write: Callable[[LessonKit], bytes]
    takes_names: bool = False

    def made_of(self, kit: LessonKit) -> bytes:
        """Make the file. AnswerLeak if pupils would find an answer in it, TooBusyError if its turn does not come."""
        if not AT_ONCE.acquire(timeout=SECONDS_TO_WAIT):
            raise TooBusyError
        try:
            return self.write(kit)
        finally:
            AT_ONCE.release()


FILES = {
    file.name: file
    for file in (
        FittedFile("kit.zip", _("The whole kit"), "ZIP", ZIP, archive.kit_zip, takes_names=True),
        FittedFile("plan.docx", _("Lesson plan to edit"), "DOCX", DOCX, plan_docx.lesson_plan_docx, takes_names=True),
        FittedFile("plan.pdf", _("Lesson plan to print"), "PDF", PDF, typst_pdf.lesson_plan_pdf, takes_names=True),
        FittedFile("sheets.pdf", _("Sheets for pupils"), "PDF", PDF, archive.checked_pupil_sheets_pdf),
        FittedFile("answers.pdf", _("Answers for the teacher"), "PDF", PDF, typst_pdf.answer_key_pdf),
    )
}
