"""The shapes of demonstration content: a structure written once, its texts written twice.

Nothing here knows Django. `manage.py demo` turns these into pages through the test factories.
"""

from dataclasses import dataclass, fields, is_dataclass
from typing import Any, NamedTuple

LANGUAGES = ("kk", "ru")


class Both(NamedTuple):
    """One text in Kazakh and in Russian."""

    kk: str
    ru: str


def in_language(value: Any, language: str) -> Any:
    """Copy `value` with every `Both` inside it replaced by its text in `language` ("kk" or "ru")."""
    if isinstance(value, Both):
        return getattr(value, language)
    if isinstance(value, list | tuple):
        return type(value)(in_language(item, language) for item in value)
    if is_dataclass(value):
        return type(value)(**{f.name: in_language(getattr(value, f.name), language) for f in fields(value)})
    return value


# --- Pictures -----------------------------------------------------------------------------------


@dataclass(frozen=True)
class Thing:
    """One icon of a scene. Places and sizes are per cent of the picture's width and height."""

    icon: str
    x: float
    size: float = 30
    lift: float = 0
    flip: bool = False


@dataclass(frozen=True)
class Picture:
    """A scene composed of icons of an openly licensed set before a drawn background."""

    key: str
    setting: str
    light: str
    things: tuple[Thing, ...]
    alt: Both
    caption: Both | None = None


# --- Bodies: the blocks of a long text ----------------------------------------------------------


@dataclass(frozen=True)
class Heading:
    text: Both


@dataclass(frozen=True)
class Text:
    """Rich text: `<p>`, `<b>`, `<i>`, `<a>`, `<ul>`, `<ol>`, `<li>` only."""

    html: Both


@dataclass(frozen=True)
class Quote:
    text: Both
    attribution: Both


@dataclass(frozen=True)
class Fact:
    """A short fact set apart from the text, with who states it."""

    text: Both
    source: Both


Block = Heading | Text | Quote | Fact | Picture


# --- Stories and initiatives --------------------------------------------------------------------


@dataclass(frozen=True)
class Moment:
    """One step of a story's timeline, from found to home."""

    when: Both
    title: Both
    text: Both


@dataclass(frozen=True)
class Story:
    key: str
    title: Both
    summary: Both
    animal: Both
    species: str
    region: str | None
    year: int | None
    outcome: str
    age_band: int
    content_note: Both | None
    is_example: bool
    picture: Picture
    timeline: tuple[Moment, ...]
    body: tuple[Block, ...]
    questions: tuple[Both, ...]
    lesson: str | None = None
    initiative: str | None = None


@dataclass(frozen=True)
class Figure:
    """A number that an initiative states about itself. `value` is shown as it stands: "100", "20–30"."""

    value: str
    what: Both
    status: str = "stated"
    approximate: bool = False


@dataclass(frozen=True)
class Initiative:
    key: str
    title: Both
    summary: Both
    organisation: Both
    scope: str
    regions: tuple[str, ...]
    city: Both | None
    directions: tuple[str, ...]
    since: str
    picture: Picture
    body: tuple[Block, ...]
    figures: tuple[Figure, ...]
    audiences: tuple[Both, ...]
    advice: tuple[Both, ...]
    needs: tuple[Both, ...]


# --- Lessons ------------------------------------------------------------------------------------


@dataclass(frozen=True)
class Objective:
    """What pupils will be able to do. `code` stays empty unless an official code was verified."""

    text: Both
    code: str = ""


@dataclass(frozen=True)
class Card:
    """What hangs at a station: an icon of `documents.icons`, a task, a hint that leads on. The answer never hangs."""

    icon: str
    task: Both
    clue: Both | None = None
    answer: Both | None = None


@dataclass(frozen=True)
class Role:
    """What one pupil of a team does."""

    icon: str
    title: Both
    text: Both


@dataclass(frozen=True)
class Stage:
    """One stage of the lesson. `phase` is "start", "middle" or "end"; `shortest` is in minutes.

    `animal` is "live" for a stage that needs a live animal, "none" for one in its place, empty for any other.
    """

    phase: str
    title: Both
    minutes: int
    teacher: Both
    pupils: Both
    assessment: Both
    resources: Both
    is_station: bool = False
    card: Card | None = None
    shortest: int | None = None
    animal: str = ""


@dataclass(frozen=True)
class Task:
    """One task of a pupil sheet: the text, choices to tick, and empty lines to write on."""

    text: Both
    options: tuple[Both, ...] = ()
    lines: int = 0


@dataclass(frozen=True)
class Sheet:
    """A sheet for pupils. It holds no answer."""

    title: Both
    instructions: Both
    tasks: tuple[Task, ...]


@dataclass(frozen=True)
class AnswerKey:
    """The teacher's answers to the sheet of the same title, in the order of its tasks."""

    title: Both
    answers: tuple[Both, ...]


@dataclass(frozen=True)
class Lesson:
    key: str
    title: Both
    summary: Both
    grade_from: int
    grade_to: int
    minutes: int
    subject: str
    unit: Both
    picture: Picture
    aims: tuple[Both, ...]
    objectives: tuple[Objective, ...]
    materials: tuple[Both, ...]
    safety: Both
    stages: tuple[Stage, ...]
    sheets: tuple[Sheet, ...]
    answer_keys: tuple[AnswerKey, ...]
    story: str | None = None
    values: tuple[str, ...] = ()
    roles: tuple[Role, ...] = ()
    certificate: Both | None = None
    poster: tuple[Both, ...] = ()
    colouring: tuple[str, ...] = ()


# --- Law ----------------------------------------------------------------------------------------


@dataclass(frozen=True)
class Citation:
    """Where a claim leans: an article of an act (keys of the seeded registry) or a named public source."""

    act: str = ""
    article: str = ""
    detail: Both = Both("", "")
    source: Both = Both("", "")
    url: str = ""


@dataclass(frozen=True)
class Claim:
    """One sentence that says what the law says. `as_of` is YYYY, YYYY-MM or YYYY-MM-DD, "" if the source is undated."""

    text: Both
    citations: tuple[Citation, ...]
    to_verify: bool
    as_of: str
    fact: str


@dataclass(frozen=True)
class Step:
    title: Both
    html: Both


@dataclass(frozen=True)
class Explainer:
    key: str
    question: Both
    summary: Both
    audience: str
    topic: str
    for_children: bool
    about_cruelty: bool
    picture: Picture
    short_answer: Both
    steps: tuple[Step, ...]
    body: tuple[Heading | Text | Claim, ...]
    as_of: str
    lesson: str | None = None


# --- Standard pages -----------------------------------------------------------------------------


@dataclass(frozen=True)
class Standard:
    key: str
    title: Both
    summary: Both
    body: tuple[Block, ...]
