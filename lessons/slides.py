"""What stands on the slides of a lesson, read from its kit."""

import itertools
from dataclasses import dataclass

from django.utils.safestring import SafeString, mark_safe

from core import languages
from documents import icons, kit
from lessons.blocks import PhaseBlock


@dataclass(frozen=True)
class Drawing:
    """A shipped icon as a template shows it: in the colour of the text around it, with its name for who cannot see."""

    icon: icons.Icon

    @property
    def label(self) -> str:
        return self.icon.label_in(languages.active())

    @property
    def svg(self) -> SafeString:
        return mark_safe(self.icon.svg("currentColor"))  # noqa: S308 - shipped with the code


def drawing(name: str) -> Drawing | None:
    """Return the icon of this name; None for no name or one that is not shipped."""
    found = icons.icon(name)
    return Drawing(found) if found is not None else None


@dataclass(frozen=True)
class StageSlide:
    """One stage on a slide. `number` is its place in the lesson, `station` its number in the quest or None."""

    number: int
    station: int | None
    stage: kit.Stage

    @property
    def anchor(self) -> str:
        return f"stage-{self.number}"

    @property
    def minutes(self) -> int | None:
        """The minutes for the timer; None where nobody has said how long the stage takes."""
        return self.stage.minutes if self.stage.minutes and self.stage.minutes > 0 else None

    @property
    def phase_label(self) -> str:
        return dict(PhaseBlock.choices)[self.stage.phase]

    @property
    def drawing(self) -> Drawing | None:
        return drawing(self.stage.card.icon)


@dataclass(frozen=True)
class RoleOnSlide:
    role: kit.Role

    @property
    def drawing(self) -> Drawing | None:
        return drawing(self.role.icon)


def stages_of(lesson: kit.LessonKit, with_animal: bool) -> list[StageSlide]:
    """Return a slide for each stage; those that need a live animal only where one takes part.

    Numbers are those of the whole lesson, so that a slide, the page and a printed card name a station alike.
    """
    stations = itertools.count(1)
    numbered = [
        StageSlide(number, next(stations) if stage.is_station else None, stage)
        for number, stage in enumerate(lesson.stages, 1)
    ]
    return [slide for slide in numbered if with_animal or slide.stage.animal != "live"]


def roles_of(lesson: kit.LessonKit) -> list[RoleOnSlide]:
    return [RoleOnSlide(role) for role in lesson.roles]
