"""The print pack of a lesson: what is cut out, hung up, worn and coloured in. All of it is seen by pupils.

Each file is described once, here; a kit that has no stations, no roles and so on has no such file.
"""

from collections.abc import Callable
from dataclasses import dataclass

from documents import words
from documents.answer_leaks import STATION_CARDS, refuse_leaks
from documents.class_papers import certificate_pdf, colouring_pdf, poster_pdf
from documents.kit import LessonKit
from documents.station_cards import station_cards_pdf
from documents.team_papers import badges_pdf, role_cards_pdf, route_sheets_pdf

PDF = "application/pdf"


@dataclass(frozen=True)
class PrintFile:
    """One kind of file of the print pack.

    `stem` ends the file's name and is its role in the manifest; `words_key` finds its title in `words.WORDS`. `applies`
    says whether a kit has such a file, `write` makes it. Every file with `for_pupils` goes through the answer check.
    """

    stem: str
    words_key: str
    applies: Callable[[LessonKit], bool]
    write: Callable[[LessonKit], bytes]
    folder: str = "print/"
    media_type: str = PDF
    for_pupils: bool = True

    @property
    def role(self) -> str:
        return self.stem

    def title(self, kit: LessonKit) -> str:
        """Return what the file is called in the kit's language."""
        return words.WORDS[kit.language][self.words_key]

    def name(self, kit: LessonKit) -> str:
        """Return the file's name, in ASCII."""
        return f"{kit.key}-{kit.language}-{self.stem}.pdf"

    def path(self, kit: LessonKit) -> str:
        """Return the file's place in the ZIP."""
        return f"{self.folder}{self.name(kit)}"

    def checked(self, kit: LessonKit) -> bytes:
        """Make the file for a download of its own. AnswerLeak if pupils would read an answer on it."""
        content = self.write(kit)
        if self.for_pupils:
            refuse_leaks(kit, [(self.path(kit), self.media_type, content)])
        return content


PRINT_PACK = (
    PrintFile(STATION_CARDS, "station_cards", lambda kit: bool(kit.stations), station_cards_pdf),
    PrintFile("routes", "routes", lambda kit: len(kit.stations) > 1, route_sheets_pdf),
    PrintFile("role-cards", "role_cards", lambda kit: bool(kit.roles), role_cards_pdf),
    PrintFile("badges", "badges", lambda kit: bool(kit.roles or kit.stations), badges_pdf),
    PrintFile("certificate", "certificate", lambda kit: bool(kit.certificate.strip()), certificate_pdf),
    PrintFile("colouring", "colouring", lambda kit: bool(kit.colouring), colouring_pdf),
    PrintFile("poster", "poster", lambda kit: any(line.strip() for line in kit.poster), poster_pdf),
)


def print_files(kit: LessonKit) -> list[PrintFile]:
    """Return the kinds of files that this kit has."""
    return [file for file in PRINT_PACK if file.applies(kit)]
