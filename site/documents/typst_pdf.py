"""The printed files of a kit, set by typst: lesson plan, pupil sheets, answer key.

Templates stand in `typst/` and can read nothing outside it. A kit's texts reach them as JSON in `sys.inputs`, never as
markup, so no text can break a document or run code. Files are tagged and follow PDF/UA-1, carry their language, embed
their fonts, and are the same bytes for the same kit.
"""

import datetime
import json
from collections.abc import Callable
from functools import cache, partial
from itertools import zip_longest
from pathlib import Path
from typing import Any

import typst

from documents import words
from documents.characters import one_line, printable, shortened
from documents.kit import LessonKit, Sheet, Task, minutes_of
from documents.plan_form import CURRENT_EDITION, Cell, CourseRow, FilledPlan, fill
from documents.rich_text import as_data, changed, from_plain, parse
from documents.short_link import qr_picture, without_scheme
from documents.syllables import letters_that_fit, with_breaks

HERE = Path(__file__).parent
TEMPLATES = HERE / "typst"
FONTS = HERE / "fonts"
UNDATED = datetime.date(2000, 1, 1)
LONGEST_FOOTER_TITLE = 70
MOST_WRITING_LINES = 60
MOST_LINES_OF_WHOLE_TASK = 24
LONGEST_WORD_IN_LINE = 40
COURSE_WIDTH = 182  # millimetres of the plan's table


@cache
def fonts() -> typst.Fonts:
    """Return the shipped fonts, read once a process. No font of the machine is used."""
    return typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=[FONTS])


def lesson_plan_pdf(kit: LessonKit, edition: str = CURRENT_EDITION) -> bytes:
    """Return the lesson plan as PDF: the official form of `edition`, then a page for getting ready."""
    timeline = _timeline(kit)
    printouts = [_sheet_name(kit, number, sheet) for number, sheet in enumerate(kit.sheets, start=1)]
    data = shared_data(kit, "plan") | {
        "plan": _plan(fill(kit, edition)),
        "summary": kit.summary,
        "timeline": timeline,
        "materials": [text for text in kit.materials if text.strip()],
        "printouts": printouts,
        "safety": as_data(parse(kit.safety_html, kit.url)),
        "has_preparation": bool(
            timeline or kit.materials or kit.safety_html or printouts or kit.printed_url or kit.credits
        ),
    }
    return set_pdf("plan.typ", kit, data)


def pupil_sheets_pdf(kit: LessonKit) -> bytes:
    """Return the pupil sheets as PDF. A kit without sheets gives one page for the pupil's own notes.

    The answer key is not among the data handed to the template.
    """
    sheets = kit.sheets or (_own_notes(kit),)
    data = shared_data(kit, "sheets") | {
        "sheets": [_sheet(number, sheet) for number, sheet in enumerate(sheets, start=1)],
    }
    return set_pdf("sheets.typ", kit, data)


def answer_key_pdf(kit: LessonKit) -> bytes:
    """Return the answer key as PDF: each task beside its answer, those of the station cards first.

    A kit without answers says so on its page.
    """
    keys = [
        {"title": heading(key.title, or_else=str(number + 1)), "entries": _entries(kit, number)}
        for number, key in enumerate(kit.answer_keys)
        if key.answers
    ]
    return set_pdf("answers.typ", kit, shared_data(kit, "answers") | {"keys": [*_card_answers(kit), *keys]})


def compile_template(
    template: str, data: dict[str, Any], *, timestamp: datetime.date | None = None, **output: Any
) -> bytes:
    """Set `template` with `data`. Texts are brought down to characters that the fonts have."""
    day = timestamp or UNDATED
    result = typst.compile(
        TEMPLATES / template,
        root=TEMPLATES,
        font_paths=fonts(),
        ignore_system_fonts=True,
        sys_inputs={"data": json.dumps(_each_text(data, printable), ensure_ascii=False)},
        timestamp=datetime.datetime(day.year, day.month, day.day, tzinfo=datetime.UTC),
        **output,
    )
    return result if isinstance(result, bytes) else result[0]


def set_pdf(template: str, kit: LessonKit, data: dict[str, Any]) -> bytes:
    return compile_template(template, data, timestamp=kit.edition_date, format="pdf", pdf_standards=["ua-1"])


def heading(text: str, or_else: str) -> str:
    """Return `text` as it will be printed, on one line. PDF/UA allows no empty heading, so `or_else` steps in."""
    return one_line(printable(text)) or or_else


def _each_text(value: Any, change: Callable[[str], str]) -> Any:
    """Return a copy of `value` with `change` done to every text in it, names of fields apart."""
    if isinstance(value, str):
        return change(value)
    if isinstance(value, dict):
        return {name: _each_text(part, change) for name, part in value.items()}
    if isinstance(value, list | tuple):
        return [_each_text(part, change) for part in value]
    return value


def shared_data(kit: LessonKit, what: str) -> dict[str, Any]:
    """Return what all templates need: words, title, footer and the facts of the lesson."""
    own = words.WORDS[kit.language]
    title = heading(kit.title, or_else=kit.key)
    imprint = [
        kit.licence.name if kit.licence else "",
        own["version"].format(version=kit.version) if kit.version else "",
        words.date(kit.language, kit.edition_date),
    ]
    return {
        "language": kit.language,
        "site": words.SITE_NAME,
        "words": own,
        "title": title,
        "short_title": shortened(title, LONGEST_FOOTER_TITLE),
        "document_title": f"{shortened(title, 200)} — {own[what].lower()}",
        "description": one_line(kit.summary),
        "keywords": [text for text in (kit.subject, kit.version) if text],
        "imprint": [text for text in imprint if text],
        "facts": facts(kit),
        "url": kit.printed_url,
        "short_url": without_scheme(kit.printed_url),
        "qr": qr_picture(kit.printed_url) if kit.printed_url else "",
        "credits": list(kit.credits),
    }


def facts(kit: LessonKit) -> list[str]:
    """Return subject, grades and length of the lesson in words, as far as they are known."""
    told = [
        kit.subject,
        words.grades(kit.language, kit.grade_from, kit.grade_to),
        words.minutes(kit.language, kit.minutes),
    ]
    return [text for text in told if text]


def _plan(plan: FilledPlan) -> dict[str, Any]:
    return {
        "name": plan.name,
        "note": plan.note,
        "head": [_cell(cell) for cell in plan.head],
        "rows": [[_cell(cell) for cell in row] for row in plan.rows],
        "rows_after_course": [[_cell(cell) for cell in row] for row in plan.rows_after_course],
        "course_label": plan.course_label,
        "columns": [label for _, label in plan.columns],
        "widths": list(plan.widths),
        "course": [_course_row(row, plan) for row in plan.course],
    }


def _cell(cell: Cell) -> dict[str, Any]:
    blocks = as_data(changed(cell.blocks, _breakable))
    return {"key": cell.key, "label": cell.label, "blocks": blocks, "is_extra": cell.is_extra}


def _breakable(text: str) -> str:
    return with_breaks(text, LONGEST_WORD_IN_LINE)


def _course_row(row: CourseRow, plan: FilledPlan) -> dict[str, Any]:
    first, *others = (width * COURSE_WIDTH / 100 for width in plan.widths)
    return {
        "phase": row.phase,
        "phase_minutes": row.phase_minutes,
        "title": with_breaks(row.title, letters_that_fit(first, is_bold=True)),
        "minutes": row.minutes,
        "cells": [
            as_data(changed(cell, partial(with_breaks, longest=letters_that_fit(width))))
            for width, cell in zip(others, row.cells, strict=True)
        ],
        "is_long": row.is_long,
    }


def _timeline(kit: LessonKit) -> list[dict[str, Any]]:
    """Return the stages with the minutes they run from and to; nothing if any stage's minutes are unknown."""
    if minutes_of(kit.stages) is None:
        return []
    said, parts, passed = words.WORDS[kit.language]["minutes"], [], 0
    for stage in kit.stages:
        until = passed + (stage.minutes or 0)
        span = said.format(minutes=f"{passed}–{until}")
        parts.append({"title": stage.title, "minutes": stage.minutes, "span": span, "is_station": stage.is_station})
        passed = until
    return parts


def _sheet_name(kit: LessonKit, number: int, sheet: Sheet) -> str:
    own = words.WORDS[kit.language]
    return own["sheet_name"].format(number=number, title=one_line(sheet.title))


def _sheet(number: int, sheet: Sheet) -> dict[str, Any]:
    return {
        "number": number,
        "station": sheet.station,
        "title": heading(sheet.title, or_else=str(number)),
        "instructions": as_data(from_plain(sheet.instructions)),
        "tasks": [_task(task) for task in sheet.tasks],
    }


def _task(task: Task) -> dict[str, Any]:
    options = [one_line(option) for option in task.options if option.strip()]
    writing_lines = max(0, min(task.lines, MOST_WRITING_LINES))
    text_lines = sum(1 + len(text) // 55 for text in [*task.text.splitlines(), *options])
    return {
        "blocks": as_data(from_plain(task.text)),
        "options": options,
        "lines": writing_lines,
        "stays_whole": text_lines + 1.5 * writing_lines <= MOST_LINES_OF_WHOLE_TASK,
    }


def _own_notes(kit: LessonKit) -> Sheet:
    own = words.WORDS[kit.language]
    return Sheet(title=own["notes"], instructions=own["notes_hint"])


def _entries(kit: LessonKit, number: int) -> list[dict[str, Any]]:
    """Return the answers of the key of this number, each beside the task that it answers."""
    sheet = kit.sheet_answered(number)
    tasks = [one_line(task.text) for task in sheet.tasks] if sheet else []
    answers = kit.answer_keys[number].answers
    pairs = zip_longest(tasks[: len(answers)], answers, fillvalue="")
    return [_entry(place, task, answer) for place, (task, answer) in enumerate(pairs, start=1)]


def _card_answers(kit: LessonKit) -> list[dict[str, Any]]:
    """Return the answers of the station cards as a key of its own, by the numbers of the stations; none without any."""
    entries = [
        _entry(number, one_line(stage.card.task or stage.title), stage.card.answer)
        for number, stage in enumerate(kit.stations, start=1)
        if stage.card.answer.strip()
    ]
    return [{"title": words.WORDS[kit.language]["station_cards"], "entries": entries}] if entries else []


def _entry(number: int, task: str, answer: str) -> dict[str, Any]:
    return {"number": number, "task": task, "answer": answer, "blocks": as_data(from_plain(answer))}
