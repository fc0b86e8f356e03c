"""The official short-term lesson plan, ҚМЖ / КСП, filled in from a kit.

The form belongs to the order of the Minister of Education No. 130 of 6 April 2020 (adilet V2000020317) and is amended
often, so it is data: one JSON file an edition under `forms/`, with its labels in both languages and its rows in
order. A new edition is a new file; documents of an older one can still be made by naming it.

`fill` puts a kit into an edition. Both writers, PDF and DOCX, print what it returns, so they cannot drift apart.
A row that the kit knows nothing of (teacher, date, attendance, or a row of a future edition) is left for the teacher,
unless she filled it in for a copy of her own (`kit.personal`).

Schools are used to some rows beside the form: values, homework and others. They are data of the edition too,
`extras`, each with the place where it stands: behind a row of the form, or behind its `course`. `kit.plan_extras`
switches them on.
"""

import json
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from documents import words
from documents.kit import PHASES, LessonKit, Objective, Stage, minutes_of
from documents.rich_text import Block, ItemList, Paragraph, Run, from_plain, parse, plain_text

FORMS = Path(__file__).parent / "forms"
CURRENT_EDITION = "kz-130-2025-04"
LETTERS_IN_LINE, MOST_LINES_OF_WHOLE_ROW = 24, 26

# Per cent of the table's width that a column keeps however little stands in it; a column of a new edition keeps 15.
NARROWEST = {"stage": 17, "teacher": 20, "pupils": 17, "assessment": 16, "resources": 15}


@dataclass(frozen=True)
class Cell:
    """A label of the form and what stands beside it; empty `blocks` are for the teacher to fill in.

    `is_extra` tells a row that schools are used to from one of the form.
    """

    key: str
    label: str
    blocks: tuple[Block, ...] = ()
    is_extra: bool = False


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
    rows_after_course: tuple[tuple[Cell, ...], ...] = ()

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
    course, extras = data["course"], _extra_rows(kit, data)
    columns = tuple((column["key"], column["label"][language]) for column in course["columns"])
    phases = {phase: course["phases"][phase][language] for phase in PHASES}
    return FilledPlan(
        edition=data["edition"],
        name=data["name"][language],
        short_name=data["short_name"][language],
        note=" ".join([data["note"][language], *_note_of_extras(data, language, extras)]),
        head=tuple(_cell(kit, entry) for entry in data["head"]),
        rows=tuple(written for row in data["rows"] for written in [_row(kit, row), *extras.get(row["key"], [])]),
        course_label=course["label"][language],
        columns=columns,
        course=tuple(row for phase in PHASES for row in _course_rows(kit, phase, phases[phase], columns)),
        rows_after_course=tuple(extras.get("course", [])),
    )


def extras_of(edition: str = CURRENT_EDITION) -> dict[str, dict[str, str]]:
    """Return the labels of the rows that an edition can have beside those of the form, by key, in order."""
    return {entry["key"]: entry["label"] for entry in form(edition).get("extras", [])}


def _extra_rows(kit: LessonKit, data: dict[str, Any]) -> dict[str, list[tuple[Cell, ...]]]:
    """Return the rows that the kit asks for beside those of the form, by the place where they stand."""
    rows: dict[str, list[tuple[Cell, ...]]] = {}
    for entry in data.get("extras", []):
        if entry["key"] in kit.plan_extras:
            cell = Cell(entry["key"], entry["label"][kit.language], _known(kit, entry["key"]), is_extra=True)
            rows.setdefault(entry["place"], []).append((cell,))
    return rows


def _note_of_extras(data: dict[str, Any], language: str, extras: dict[str, list[tuple[Cell, ...]]]) -> list[str]:
    labels = [cell.label for rows in extras.values() for row in rows for cell in row]
    return [data["extras_note"][language].format(labels=", ".join(labels))] if labels else []


def _row(kit: LessonKit, row: dict[str, Any]) -> tuple[Cell, ...]:
    return tuple(_cell(kit, entry) for entry in row.get("cells", [row]))


def _cell(kit: LessonKit, entry: dict[str, Any]) -> Cell:
    return Cell(entry["key"], entry["label"][kit.language], _known(kit, entry["key"]))


def _known(kit: LessonKit, key: str) -> tuple[Block, ...]:
    """Return what the kit says to a row of the form; nothing for the rows that are the teacher's."""
    match key:
        case "organisation":
            return from_plain(kit.personal.school)
        case "teacher":
            return from_plain(kit.personal.teacher)
        case "date":
            return from_plain(words.date(kit.language, kit.personal.date))
        case "unit":
            return from_plain(kit.unit)
        case "grade":
            return from_plain(kit.personal.class_name or words.grade_numbers(kit.grade_from, kit.grade_to))
        case "topic":
            return from_plain(kit.title)
        case "objectives":
            return tuple(_objective(kit.language, o) for o in kit.objectives if o.code or o.text)
        case "aims":
            return _listed(kit.aims)
        case "values":
            return _listed(kit.values)
        case "safety":
            return parse(kit.safety_html, kit.url)
        case _:
            return ()


def _objective(language: str, objective: Objective) -> Paragraph:
    """Write an objective with its code, the programme the code stands in, and whether anybody has looked it up."""
    text = " ".join(objective.text.split())
    if not objective.code:
        return Paragraph((Run(text),))
    about = [" ".join(objective.edition.split())]
    about += [] if objective.verified else [words.WORDS[language]["code_unverified"]]
    told = "; ".join(filter(None, about))
    remark = (Run(f" ({told})", italic=True),) if told else ()
    return Paragraph((Run(f"{objective.code} ", bold=True), Run(text), *remark))


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
