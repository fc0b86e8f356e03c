"""A lesson fitted to one class: other minutes, some of its stations, with or without its live animal.

`fit` answers with a kit whose stages sum to the wished minutes, or says why there is none and what would fit.
It is pure and deterministic; the wish that a lesson already fulfils gives its stages back unchanged.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from math import ceil
from statistics import median_low

from documents.balancing import shared_out
from documents.kit import LessonKit, Stage, minutes_of
from documents.station_choice import LeftOut, chosen_course, with_course

LENGTHS = (35, 40, 45, 90)
MOST_TEAMS, MOST_PUPILS = 12, 60

FEWEST_MINUTES = 2  # below that a class only changes places
LONGEST = 3  # a stage of five minutes may take fifteen: longer, it would be another stage
ROOM_TO_GROW = 5


@dataclass(frozen=True)
class Wishes:
    """What a teacher asks for. No `stations` means all; they are counted in the course with or without an animal."""

    minutes: int = 45
    stations: tuple[int, ...] = ()
    teams: int = 4
    pupils: int | None = None
    with_animal: bool = False
    extras: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        if self.minutes not in LENGTHS:
            raise ValueError(f"A lesson takes {', '.join(map(str, LENGTHS))} minutes, not {self.minutes!r}.")
        if not 1 <= self.teams <= MOST_TEAMS:
            raise ValueError(f"A class has 1 to {MOST_TEAMS} teams, not {self.teams!r}.")
        if self.pupils is not None and not 1 <= self.pupils <= MOST_PUPILS:
            raise ValueError(f"A class has 1 to {MOST_PUPILS} pupils, not {self.pupils!r}.")


@dataclass(frozen=True)
class TimedStage:
    """One stage of the fitted lesson: from which minute to which, and how long it was before. None if unknown."""

    stage: Stage
    station: int | None
    before: int | None
    starts: int
    ends: int

    @property
    def minutes(self) -> int:
        return self.ends - self.starts


@dataclass(frozen=True)
class Fitted:
    """The lesson as it was wished. `guessed` says how many stages did not say their minutes."""

    wishes: Wishes
    kit: LessonKit
    timeline: tuple[TimedStage, ...]
    left_out: LeftOut
    guessed: int = 0


@dataclass(frozen=True)
class DoesNotFit:
    """Why there is no such lesson: its stages need `fewest` to `most` minutes. Every wish of `offers` does fit."""

    wishes: Wishes
    fewest: int
    most: int
    offers: tuple[Wishes, ...]

    @property
    def is_too_short(self) -> bool:
        return self.wishes.minutes < self.fewest


def fit(kit: LessonKit, wishes: Wishes) -> Fitted | DoesNotFit:
    """Fit `kit` to `wishes`, or say what would fit instead."""
    wishes = canonical(kit, wishes)
    course = chosen_course(kit, wishes.stations, with_animal=wishes.with_animal)
    times = _times(course.stages, wishes.minutes)
    minutes = shared_out(wishes.minutes, times.usual, times.fewest, times.most) if course.stages else []
    if minutes is None:
        return DoesNotFit(wishes, sum(times.fewest), sum(times.most), tuple(_offers(kit, wishes)))
    chosen, left_out = with_course(kit, course)
    stages = tuple(replace(stage, minutes=number) for stage, number in zip(chosen.stages, minutes, strict=True))
    fitted = replace(
        chosen,
        stages=stages,
        minutes=wishes.minutes,
        teams=wishes.teams,
        pupils=wishes.pupils,
        plan_extras=wishes.extras,
    )
    guessed = sum(_known(stage) is None for stage in chosen.stages)
    return Fitted(wishes, fitted, tuple(_timeline(fitted, chosen.stages)), left_out, guessed)


def canonical(kit: LessonKit, wishes: Wishes) -> Wishes:
    """Return the one way to write `wishes` for `kit`: stations there are, in order; all of them as none."""
    there_are = range(1, station_count(kit, with_animal=wishes.with_animal) + 1)
    stations = tuple(number for number in there_are if number in wishes.stations)
    return replace(wishes, stations=() if len(stations) == len(there_are) else stations)


def station_count(kit: LessonKit, *, with_animal: bool = False) -> int:
    """Count the stations of a lesson with its live animal, or without."""
    return len(chosen_course(kit, (), with_animal=with_animal).stations)


def standard_wishes(kit: LessonKit) -> Wishes:
    """Return the wishes that leave a lesson as nearly as it is: of the usual lengths the nearest to its own."""
    own = kit.minutes or minutes_of(kit.stages) or LENGTHS[2]
    fitting = [length for length in LENGTHS if _fits(kit, Wishes(length))] or LENGTHS
    return Wishes(min(fitting, key=lambda length: (abs(length - own), length)))


@dataclass(frozen=True)
class _Times:
    """Of each stage: its usual minutes, and between which it may be stretched."""

    usual: list[int]
    fewest: list[int]
    most: list[int]


def _times(stages: tuple[Stage, ...], minutes: int) -> _Times:
    """Say how long each stage may take. One that does not say its minutes counts as a middling one of the others."""
    known = [number for number in map(_known, stages) if number is not None]
    guess = median_low(known) if known else max(1, minutes // max(1, len(stages)))
    usual = [_known(stage) or guess for stage in stages]
    fewest = [_fewest(stage, number) for stage, number in zip(stages, usual, strict=True)]
    most = [max(LONGEST * number, number + ROOM_TO_GROW) for number in usual]
    return _Times(usual, fewest, most)


def _known(stage: Stage) -> int | None:
    return stage.minutes if stage.minutes is not None and stage.minutes > 0 else None


def _fewest(stage: Stage, usual: int) -> int:
    own = stage.shortest if stage.shortest is not None and stage.shortest > 0 else None
    return min(usual, own or max(FEWEST_MINUTES, ceil(usual / 2)))


def _timeline(kit: LessonKit, before: tuple[Stage, ...]) -> Iterator[TimedStage]:
    passed = station = 0
    for stage, old in zip(kit.stages, before, strict=True):
        station += stage.is_station
        ends = passed + (stage.minutes or 0)
        yield TimedStage(stage, station if stage.is_station else None, _known(old), passed, ends)
        passed = ends


# --- What would fit instead ------------------------------------------------------------------------------


def _fits(kit: LessonKit, wishes: Wishes) -> bool:
    stages = chosen_course(kit, wishes.stations, with_animal=wishes.with_animal).stages
    times = _times(stages, wishes.minutes)
    return not stages or sum(times.fewest) <= wishes.minutes <= sum(times.most)


def _offers(kit: LessonKit, wishes: Wishes) -> Iterator[Wishes]:
    """Yield the nearest wishes that fit: the same minutes with other stations, the same stations in other minutes."""
    found = [_other_stations(kit, wishes), _other_minutes(kit, wishes)]
    if not any(found):
        all_stations = replace(wishes, stations=())
        found = [_other_stations(kit, all_stations), _other_minutes(kit, all_stations)]
    yield from (offer for offer in found if offer is not None)


def _other_minutes(kit: LessonKit, wishes: Wishes) -> Wishes | None:
    fitting = [length for length in LENGTHS if _fits(kit, replace(wishes, minutes=length))]
    nearest = min(fitting, key=lambda length: (abs(length - wishes.minutes), length), default=None)
    return None if nearest is None else replace(wishes, minutes=nearest)


def _other_stations(kit: LessonKit, wishes: Wishes) -> Wishes | None:
    """Leave stations out or take them back in, one at a time, until the rest fits; None if it never does."""
    course = chosen_course(kit, wishes.stations, with_animal=wishes.with_animal)
    chosen, others = list(course.kept), list(course.gone)
    is_too_short = sum(_times(course.stages, wishes.minutes).fewest) > wishes.minutes
    needs = _times(course.stations, wishes.minutes).fewest
    while len(chosen) > 1 if is_too_short else others:
        if is_too_short:
            # The one that needs the most time, so that few must go; of equals the last.
            chosen.remove(max(chosen, key=lambda number: (needs[number - 1], number)))
        else:
            chosen.append(others.pop(0))
        offer = canonical(kit, replace(wishes, stations=tuple(chosen)))
        if _fits(kit, offer):
            return offer
    return None
