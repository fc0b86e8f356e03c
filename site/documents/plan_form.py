"""The official short-term lesson plan, ҚМЖ / КСП, filled in from a kit.

The form belongs to the order of the Minister of Education No. 130 of 6 April 2020 (adilet V2000020317) and is amended
often, so it is data: one JSON file an edition under `forms/`, with its labels in both languages and its rows in
order. A new edition is a new file; documents of an older one can still be made by naming it.

`fill` puts a kit into an edition. Both writers, PDF and DOCX, print what it returns, so they cannot drift apart.
A row that the kit knows nothing of (teacher, date, attendance, or a row of a future edition) is left for the teacher.
"""

import json
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from documents import words
from documents.kit import PHASES, LessonKit, Stage, minutes_of
from documents.rich_text import Block, ItemList, Paragraph, Run, from_plain, parse, plain_text

FORMS = Path(__file__).parent / "forms"
CURRENT_EDITION = "kz-130-2025-04"
LETTERS_IN_LINE, MOST_LINES_OF_WHOLE_ROW = 24, 26

# Per cent of the table's width that a column keeps however little stands in it; a column of a new edition keeps 15.
NARROWEST = {"stage": 17, "teacher": 20, "pupils": 17, "assessment": 16, "resources": 15}


@dataclass(frozen=True)
class Cell:
    """A label of the form and what stands beside it; empty `blocks` are for the teacher to fill in."""

    key: str
    label: str
    blocks: tuple[Block, ...] = ()


@dataclass(frozen=True)
class CourseRow:
    """One row of the lesson's course: a stage, its cells in the order of the form's columns.

    `phase` is said in the first row of a phase only, with the phase's minutes where they add to what its stages say.
    """

    phase: str
    phase_minutes: str
    title: str
    minutes: str
    cells: tuple[tuple[Block, ...], ...]

    @property
    def is_long(self) -> bool:
        """Say whether the row may break over a page: kept whole, it could leave more than half a page empty."""
        lines = [sum(1 + len(line) // LETTERS_IN_LINE for line in plain_text(cell).splitlines()) for cell in self.cells]
        return max(lines) > MOST_LINES_OF_WHOLE_ROW


@dataclass(frozen=True)
class FilledPlan:
    """An edition of the form in one language, filled in from one kit. Each row holds one cell or several."""

    edition: str
    name: str
    short_name: str
    note: str
    head: tuple[Cell, ...]
    rows: tuple[tuple[Cell, ...], ...]
    course_label: str
    columns: tuple[tuple[str, str], ...]
    course: tuple[CourseRow, ...]

    @property
    def widths(self) -> tuple[float, ...]:
        """Return the widths of the course's columns in per cent: wider where there is more to read, so fewer pages."""
        lengths = [0.0] + [
            float(sum(len(plain_text(row.cells[place])) for row in self.course))
            for place in range(len(self.columns) - 1)
        ]
        narrowest = [NARROWEST.get(key, 15) for key, _ in self.columns]
        return _shared_out(lengths, [width * 100 / max(100, sum(narrowest)) for width in narrowest])


def editions() -> list[str]:
    """Return the names of all editions of the form, oldest first."""
    return sorted((path.stem for path in FORMS.glob("*.json")), key=lambda name: form(name)["valid_from"])


@cache
def form(edition: str = CURRENT_EDITION) -> dict[str, Any]:
    """Return an edition of the form as it stands in its file. KeyError if there is no such edition."""
    path = FORMS / f"{edition}.json"
    if path.parent != FORMS or not path.is_file():
        raise KeyError(f"There is no edition {edition!r} of the lesson plan form.")
    return json.loads(path.read_text(encoding="utf-8"))


def fill(kit: LessonKit, edition: str = CURRENT_EDITION) -> FilledPlan:
    """Return the form of `edition` in the kit's language, filled in as far as the kit goes."""
    data, language = form(edition), kit.language
    course = data["course"]
    columns = tuple((column["key"], column["label"][language]) for column in course["columns"])
    phases = {phase: course["phases"][phase][language] for phase in PHASES}
    return FilledPlan(
        edition=data["edition"],
        name=data["name"][language],
        short_name=data["short_name"][language],
        note=data["note"][language],
        head=tuple(_cell(kit, entry) for entry in data["head"]),
        rows=tuple(tuple(_cell(kit, entry) for entry in row.get("cells", [row])) for row in data["rows"]),
        course_label=course["label"][language],
        columns=columns,
        course=tuple(row for phase in PHASES for row in _course_rows(kit, phase, phases[phase], columns)),
    )


def _cell(kit: LessonKit, entry: dict[str, Any]) -> Cell:
    return Cell(entry["key"], entry["label"][kit.language], _known(kit, entry["key"]))


def _known(kit: LessonKit, key: str) -> tuple[Block, ...]:
    """Return what the kit says to a row of the form; nothing for the rows that are the teacher's."""
    match key:
        case "unit":
            return from_plain(kit.unit)
        case "grade":
            return from_plain(words.grade_numbers(kit.grade_from, kit.grade_to))
        case "topic":
            return from_plain(kit.title)
        case "objectives":
            return tuple(_objective(o.code, o.text) for o in kit.objectives if o.code or o.text)
        case "aims":
            return _listed(kit.aims)
        case _:
            return ()


def _objective(code: str, text: str) -> Paragraph:
    text = " ".join(text.split())
    return Paragraph((Run(f"{code} ", bold=True), Run(text))) if code else Paragraph((Run(text),))


def _listed(texts: tuple[str, ...]) -> tuple[Block, ...]:
    items = tuple(from_plain(text) for text in texts if text.strip())
    return items[0] if len(items) == 1 else (ItemList(items),) if items else ()


def _course_rows(kit: LessonKit, phase: str, label: str, columns: tuple[tuple[str, str], ...]) -> list[CourseRow]:
    """Return the rows of one phase: one a stage, or one empty row, for the form has all three phases."""
    stages = kit.stages_of(phase)
    if not stages:
        return [CourseRow(label, "", "", "", tuple(() for _ in columns[1:]))]
    total = minutes_of(stages) if len(stages) > 1 else None
    return [
        CourseRow(
            phase=label if number == 0 else "",
            phase_minutes=words.minutes(kit.language, total) if number == 0 else "",
            title=" ".join(stage.title.split()),
            minutes=words.minutes(kit.language, stage.minutes),
            cells=tuple(_stage_cell(kit, stage, key) for key, _ in columns[1:]),
        )
        for number, stage in enumerate(stages)
    ]


def _stage_cell(kit: LessonKit, stage: Stage, key: str) -> tuple[Block, ...]:
    match key:
        case "teacher":
            return parse(stage.teacher_html, kit.url)
        case "pupils":
            return parse(stage.pupils_html, kit.url)
        case "assessment":
            return from_plain(stage.assessment)
        case "resources":
            return from_plain(stage.resources)
        case _:
            return ()


def _shared_out(lengths: list[float], narrowest: list[float]) -> tuple[float, ...]:
    """Share 100 out in proportion to `lengths`, giving no place less than its `narrowest`."""
    widths = list(narrowest)
    free = {place for place, length in enumerate(lengths) if length > 0}
    while free:
        room = 100 - sum(width for place, width in enumerate(widths) if place not in free)
        total = sum(lengths[place] for place in free)
        too_narrow = {place for place in free if room * lengths[place] / total < narrowest[place]}
        if not too_narrow:
            for place in free:
                widths[place] = room * lengths[place] / total
            break
        free -= too_narrow
    scale = 100 / sum(widths)
    return tuple(round(width * scale, 2) for width in widths)
