"""What a lesson kit is made of, in one language.

A section fills these classes from its page; the writers of this package read nothing else. Only language, key and
title are needed: a lesson without stages, a stage without minutes or a kit without sheets still makes whole files.
Fields ending in `_html` hold rich text as Wagtail stores it; every other text is plain.
"""

import datetime
import re
from dataclasses import dataclass, field
from typing import NamedTuple

from documents.personal import NOBODY, Personal

LANGUAGES = ("kk", "ru")
PHASES = ("start", "middle", "end")
ANIMAL_CHOICES = ("", "live", "none")

MOST_TEAMS = 20

KEY_PATTERN = re.compile(r"[A-Za-z0-9][A-Za-z0-9_-]{0,119}")


class Objective(NamedTuple):
    """What pupils will be able to do. `code` is empty unless an editor entered an official one."""

    code: str
    text: str
    edition: str = ""
    verified: bool = False


class Card(NamedTuple):
    """What hangs at a station: an icon of `documents.icons`, a task, a hint that leads on; the answer never hangs."""

    icon: str = ""
    task: str = ""
    clue: str = ""
    answer: str = ""


NO_CARD = Card()
NO_SHEET = -1


class Role(NamedTuple):
    """What one pupil of a team does. `icon` is a name in `documents.icons`, or empty."""

    title: str
    text: str
    icon: str = ""


class Story(NamedTuple):
    """The story that belongs to a lesson. `age` is the age from which a child can read it alone, where it is known."""

    title: str
    url: str = ""
    age: int | None = None


class Licence(NamedTuple):
    """The name of a licence, in the kit's language, and the address of its text."""

    name: str
    url: str = ""


@dataclass(frozen=True)
class Stage:
    """One stage of the lesson. `phase` is "start", "middle" or "end"; `minutes` may not be known yet.

    `shortest` says to how many minutes it may shrink in a shorter lesson. `animal` is "live" for a stage that needs a
    live animal, "none" for one that takes its place without, and empty for any other.
    """

    phase: str = "middle"
    title: str = ""
    minutes: int | None = None
    teacher_html: str = ""
    pupils_html: str = ""
    assessment: str = ""
    resources: str = ""
    is_station: bool = False
    card: Card = NO_CARD
    shortest: int | None = None
    animal: str = ""

    def __post_init__(self) -> None:
        if self.phase not in PHASES:
            raise ValueError(f"A stage's phase is one of {', '.join(PHASES)}, not {self.phase!r}.")
        if self.animal not in ANIMAL_CHOICES:
            raise ValueError(f"Whether a stage needs an animal is one of {ANIMAL_CHOICES}, not {self.animal!r}.")


@dataclass(frozen=True)
class Task:
    """One task of a pupil sheet: the text, choices to tick, and a number of empty lines to write on."""

    text: str
    options: tuple[str, ...] = ()
    lines: int = 0


@dataclass(frozen=True)
class Sheet:
    """A sheet for pupils. It holds no answer. `station` is the number on its badge, if it belongs to a station."""

    title: str
    instructions: str = ""
    tasks: tuple[Task, ...] = ()
    station: int | None = None


@dataclass(frozen=True)
class AnswerKey:
    """The teacher's answers to the sheet of the same title, in the order of its tasks.

    `sheet` is the place of that sheet where it is known for certain, NO_SHEET if there is none.
    """

    title: str
    answers: tuple[str, ...] = ()
    sheet: int | None = None


@dataclass(frozen=True)
class LessonKit:
    """One lesson in one language, ready to be written into files.

    `key` names the files, so it is ASCII letters, digits, hyphens and underscores. `url` is the page's full address,
    `short_url` the address that tells whether a printout is still current. `version` is the number of the edition, and
    `edition_date` dates every file made from the kit: the same kit gives the same bytes on any day. `teams` says for
    how many teams things are printed, at most MOST_TEAMS; `pupils` how many are in class, if that is known.
    `plan_extras` names the customary rows that the lesson plan gets beside those of the form. `personal` is never kept.
    """

    language: str
    key: str
    title: str
    summary: str = ""
    url: str = ""
    grade_from: int | None = None
    grade_to: int | None = None
    minutes: int | None = None
    subject: str = ""
    unit: str = ""
    aims: tuple[str, ...] = ()
    objectives: tuple[Objective, ...] = ()
    materials: tuple[str, ...] = ()
    safety_html: str = ""
    stages: tuple[Stage, ...] = ()
    sheets: tuple[Sheet, ...] = ()
    answer_keys: tuple[AnswerKey, ...] = ()
    roles: tuple[Role, ...] = ()
    values: tuple[str, ...] = ()
    certificate: str = ""
    poster: tuple[str, ...] = ()
    colouring: tuple[str, ...] = ()
    licence: Licence | None = None
    credits: tuple[str, ...] = ()
    version: str = ""
    edition_date: datetime.date | None = None
    teams: int = 4
    pupils: int | None = None
    plan_extras: tuple[str, ...] = ()
    personal: Personal = field(default=NOBODY, repr=False)
    short_url: str = ""
    story: Story | None = None

    @property
    def printed_url(self) -> str:
        """The address that stands in print: the short one, where the kit has one."""
        return self.short_url or self.url

    def __post_init__(self) -> None:
        if self.language not in LANGUAGES:
            raise ValueError(f"A kit's language is kk or ru, not {self.language!r}.")
        if not KEY_PATTERN.fullmatch(self.key):
            raise ValueError(f"A kit's key names its files: 1 to 120 ASCII letters, digits, - or _, not {self.key!r}.")
        if not 1 <= self.teams <= MOST_TEAMS:
            raise ValueError(f"A kit is for 1 to {MOST_TEAMS} teams, not {self.teams}.")

    @property
    def stations(self) -> tuple[Stage, ...]:
        """Return the stages that are stations of the quest. The first is station 1, here and in `url#station-1`."""
        return tuple(stage for stage in self.stages if stage.is_station)

    def stages_of(self, phase: str) -> tuple[Stage, ...]:
        """Return the stages of one phase, in their order."""
        return tuple(stage for stage in self.stages if stage.phase == phase)

    def sheet_answered(self, number: int) -> Sheet | None:
        """Return the sheet that the answer key of this number belongs to: the one of its title, else of its place.

        Of several sheets with one title the first belongs to the first key, and so on.
        """
        place = self.answer_keys[number].sheet
        if place is not None:
            return self.sheets[place] if 0 <= place < len(self.sheets) else None
        title = _comparable(self.answer_keys[number].title)
        named = [sheet for sheet in self.sheets if _comparable(sheet.title) == title]
        if named:
            before = sum(_comparable(key.title) == title for key in self.answer_keys[:number])
            return named[min(before, len(named) - 1)]
        return self.sheets[number] if len(self.sheets) == len(self.answer_keys) else None


def _comparable(title: str) -> str:
    return " ".join(title.split()).casefold()


def minutes_of(stages: tuple[Stage, ...]) -> int | None:
    """Add up the minutes of `stages`. None if any is unknown: a sum with a hole in it would mislead."""
    minutes = [stage.minutes for stage in stages if stage.minutes is not None and stage.minutes > 0]
    return sum(minutes) if minutes and len(minutes) == len(stages) else None
