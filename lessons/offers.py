"""What a reader can take away from a lesson page: the files of its newest built edition."""

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import override

from documents import words
from documents.print_pack import PRINT_PACK
from lessons.kits import BOTH, LIGHT, WHOLE

if TYPE_CHECKING:
    from lessons.models import KitEdition, LessonPage

MEDIA_TYPES = {
    "zip": "application/zip",
    "pdf": "application/pdf",
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
}
ALWAYS = (WHOLE, LIGHT, "plan.docx", "plan.pdf", "sheets.pdf", "answers.pdf")
PRINTED = {f"{file.stem}.pdf": file.words_key for file in PRINT_PACK}
NAMES = (WHOLE, BOTH, LIGHT, *ALWAYS[2:], *PRINTED)


@dataclass(frozen=True)
class OfferedFile:
    """One file a reader can download; `size` in bytes is known once it is built."""

    name: str
    label: str
    url: str
    download_name: str
    path: str = ""
    size: int | None = None
    sha256: str = ""

    @property
    def format(self) -> str:
        return self.name.rsplit(".", 1)[-1].upper()

    @property
    def media_type(self) -> str:
        return MEDIA_TYPES[self.name.rsplit(".", 1)[-1]]


class Offer:
    """All files of one lesson page. Before any edition is built, the names of what there will be."""

    def __init__(self, page: "LessonPage"):
        self.page = page

    @property
    def edition(self) -> "KitEdition | None":
        """The newest edition whose files are there."""
        return self.page.newest_edition

    @property
    def version(self) -> str:
        """The number that every page of the kit carries."""
        return str(self.edition.number) if self.edition else ""

    @property
    def is_withdrawn(self) -> bool:
        return self.edition is not None and self.edition.is_withdrawn

    @property
    def is_ready(self) -> bool:
        return self.edition is not None and not self.edition.is_withdrawn

    @cached_property
    def files(self) -> list[OfferedFile]:
        if self.is_withdrawn:
            return []
        if self.edition is None:
            return [self._awaited(name) for name in ALWAYS]
        known = {entry["name"]: entry for entry in self.edition.files}
        return [self._built(name, known[name]) for name in NAMES if name in known]

    @property
    def downloads(self) -> list[OfferedFile]:
        """The single files, for those who do not want the whole kit."""
        return [file for file in self.files if file.format != "ZIP"]

    @property
    def archives(self) -> list[OfferedFile]:
        """The ZIPs beside the whole kit: both languages, and the light one."""
        return [file for file in self.files if file.format == "ZIP" and file.name != WHOLE]

    @property
    def zip(self) -> OfferedFile | None:
        return self.find(WHOLE)

    @property
    def zip_url(self) -> str:
        return self.zip.url if self.zip else ""

    def find(self, name: str) -> OfferedFile | None:
        return next((file for file in self.files if file.name == name), None)

    def _awaited(self, name: str) -> OfferedFile:
        return OfferedFile(name, self._label(name), f"{self.page.url or ''}{name}", name)

    def _built(self, name: str, entry: dict) -> OfferedFile:
        address = f"{self.page.url or ''}{name}"
        if not self.edition.is_private:
            address = reverse("kit_file", args=[self.edition.code, entry["file"]])
        return OfferedFile(
            name, self._label(name), address, entry["file"], entry["path"], entry["size"], entry["sha256"]
        )

    def _label(self, name: str) -> str:
        if name in PRINTED:
            return words.WORDS[self.page.language][PRINTED[name]]
        with override(self.page.language):
            return {
                WHOLE: _("The whole kit"),
                BOTH: _("The kit in both languages"),
                LIGHT: _("Light kit for a slow line"),
                "plan.docx": _("Lesson plan to edit"),
                "plan.pdf": _("Lesson plan to print"),
                "sheets.pdf": _("Sheets for pupils"),
                "answers.pdf": _("Answers for the teacher"),
            }[name]
