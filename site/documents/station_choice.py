"""Leaving stations out of a lesson, with all that belongs to them: sheets, tasks, answers, and their numbers in texts.

A sheet belongs to the stations it is numbered for, in its field or in its title, and to the stages that call it by its
title. It goes when all of them go. A task that speaks of nothing but stations left out goes with its answer.
"""

from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any

from documents.answer_leaks import normalised
from documents.kit import NO_SHEET, AnswerKey, Card, LessonKit, Sheet, Stage, Task
from documents.renumbering import SHEET, STATION
from documents.rich_text import parse, plain_text

FEWEST_LETTERS_OF_TITLE = 6  # a shorter title may stand in a sentence by chance


@dataclass(frozen=True)
class LeftOut:
    """What the fitted lesson does without, in titles; and `still_named_in`: what still speaks of such a station."""

    stations: tuple[str, ...] = ()
    stages: tuple[str, ...] = ()
    sheets: tuple[str, ...] = ()
    still_named_in: tuple[str, ...] = ()

    @property
    def is_anything(self) -> bool:
        return bool(self.stations or self.stages or self.sheets)


@dataclass(frozen=True)
class Course:
    """The stages of a lesson as somebody chose them, and those that had to go."""

    stages: tuple[Stage, ...]
    stations: tuple[Stage, ...]
    kept: tuple[int, ...]
    without: tuple[Stage, ...]

    @property
    def gone(self) -> dict[int, Stage]:
        """The stations left out, by number."""
        return {number: s for number, s in enumerate(self.stations, start=1) if number not in self.kept}


def chosen_course(kit: LessonKit, numbers: Collection[int], *, with_animal: bool) -> Course:
    """Return the course with its live animal or without, and with the stations of these `numbers`; all for none."""
    unwanted = "none" if with_animal else "live"
    course = [stage for stage in kit.stages if stage.animal != unwanted]
    stations = [stage for stage in course if stage.is_station]
    there_are = range(1, len(stations) + 1)
    kept = [number for number in there_are if number in numbers] or list(there_are)
    number, stages = 0, []
    for stage in course:
        number += stage.is_station
        if not stage.is_station or number in kept:
            stages.append(stage)
    without = tuple(stage for stage in kit.stages if stage.animal == unwanted)
    return Course(tuple(stages), tuple(stations), tuple(kept), without)


def with_course(kit: LessonKit, course: Course) -> tuple[LessonKit, LeftOut]:
    """Return `kit` with the stages of `course` alone, and what it does without."""
    if not course.gone:
        return replace(kit, stages=course.stages), LeftOut(stages=tuple(stage.title for stage in course.without))
    return _Choice(kit, course).made()


class _Choice:
    """A kit on its way to fewer stations."""

    def __init__(self, kit: LessonKit, course: Course):
        self.kit, self.course = kit, course
        self.gone = set(course.gone)
        self.new_station = {old: new for new, old in enumerate(course.kept, start=1)}
        self.numbers_of_titles = {_title(stage.title): n for n, stage in enumerate(course.stations, start=1)}
        self.said_by_gone = normalised(" ".join(map(_said, course.gone.values())))
        self.said_by_kept = normalised(" ".join(map(_said, course.stages)))

    def made(self) -> tuple[LessonKit, LeftOut]:
        sheets = list(self._sheets())
        new_sheet = {old + 1: new for new, (old, _sheet) in enumerate(sheets, start=1)}
        kept_sheets = tuple(sheet for _place, sheet in sheets)
        keys = self._keys({place: number for number, (place, _sheet) in enumerate(sheets)})
        say = self._sayer(new_sheet)
        made = replace(
            self.kit,
            stages=tuple(_said_by(say, stage) for stage in self.course.stages),
            sheets=tuple(_said_by(say, sheet) for sheet in kept_sheets),
            answer_keys=tuple(_said_by(say, key) for key in keys),
            materials=tuple(map(say, self.kit.materials)),
        )
        left_out = LeftOut(
            stations=tuple(stage.title for stage in self.course.gone.values()),
            stages=tuple(stage.title for stage in self.course.without),
            sheets=tuple(s.title for place, s in enumerate(self.kit.sheets) if place + 1 not in new_sheet),
            still_named_in=tuple(self._still_named([*self.course.stages, *kept_sheets])),
        )
        return made, left_out

    def _sayer(self, new_sheet: Mapping[int, int]) -> Callable[[str], str]:
        def say(text: str) -> str:
            return SHEET.renumbered(STATION.renumbered(text, self.new_station), new_sheet)

        return say

    # --- Sheets and their answers ---

    def _sheets(self) -> Iterator[tuple[int, Sheet]]:
        """Yield the sheets that stay, each with its place, its tasks without those of stations left out."""
        for place, sheet in enumerate(self.kit.sheets):
            if self._goes(sheet):
                continue
            tasks = tuple(task for task in sheet.tasks if not self._task_goes(task))
            if sheet.tasks and not tasks:
                continue
            yield place, replace(sheet, tasks=tasks, station=self.new_station.get(sheet.station or 0))

    def _goes(self, sheet: Sheet) -> bool:
        owners = STATION.numbers_in(sheet.title) | ({sheet.station} if sheet.station else set())
        named = self.numbers_of_titles.get(_title(sheet.title))
        owners |= {named} if named else set()
        owners &= {*self.new_station, *self.gone}
        if owners & set(self.new_station):
            return False
        title = normalised(sheet.title)
        is_told = len(title.strip()) >= FEWEST_LETTERS_OF_TITLE
        if is_told and title in self.said_by_kept:
            return False
        return bool(owners) or (is_told and title in self.said_by_gone)

    def _task_goes(self, task: Task) -> bool:
        numbers = STATION.numbers_in(task.text) & {*self.new_station, *self.gone}
        return bool(numbers) and numbers <= self.gone

    def _keys(self, new_places: Mapping[int, int]) -> Iterator[AnswerKey]:
        """Yield the answer keys that stay, each bound to its sheet, without the answers to tasks that went.

        New titles might be alike where the old were not, so a title no longer says for certain what belongs together.
        """
        places = {id(sheet): place for place, sheet in enumerate(self.kit.sheets)}
        for number, key in enumerate(self.kit.answer_keys):
            sheet = self.kit.sheet_answered(number)
            if sheet is None:
                numbers = STATION.numbers_in(key.title) & {*self.new_station, *self.gone}
                if not numbers or not numbers <= self.gone:
                    yield replace(key, sheet=NO_SHEET)
            elif places[id(sheet)] in new_places:
                yield replace(key, answers=tuple(self._answers(sheet, key)), sheet=new_places[places[id(sheet)]])

    def _answers(self, sheet: Sheet, key: AnswerKey) -> Iterator[str]:
        for place, answer in enumerate(key.answers):
            if place >= len(sheet.tasks) or not self._task_goes(sheet.tasks[place]):
                yield answer

    # --- What still speaks of them ---

    def _still_named(self, parts: list[Stage | Sheet]) -> Iterator[str]:
        for part in parts:
            if any(STATION.numbers_in(text) & self.gone for text in _texts(part)):
                yield part.title


def _said_by(say: Callable[[str], str], value: Any) -> Any:
    """Return a copy of a stage, sheet or key with `say` done to every text in it; codes and icons have no numbers."""
    match value:
        case str():
            return say(value)
        case Card():
            return value._replace(task=say(value.task), clue=say(value.clue), answer=say(value.answer))
        case tuple():
            return tuple(_said_by(say, part) for part in value)
        case Stage() | Sheet() | AnswerKey() | Task():
            changed = {
                name: _said_by(say, part) for name, part in vars(value).items() if name not in ("phase", "animal")
            }
            return replace(value, **changed)
        case _:
            return value


def _texts(value: Any) -> Iterator[str]:
    match value:
        case str():
            yield value
        case tuple():
            for part in value:
                yield from _texts(part)
        case Stage() | Sheet() | Task():
            for part in vars(value).values():
                yield from _texts(part)


def _said(stage: Stage) -> str:
    html = (stage.teacher_html, stage.pupils_html)
    return " ".join([stage.title, stage.resources, *(plain_text(parse(text)) for text in html)])


def _title(text: str) -> str:
    return normalised(STATION.title_without(text))
