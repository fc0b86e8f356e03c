"""Quest lessons that a teacher takes away as a kit."""

from lessons.models.editions import KitEdition
from lessons.models.index import LessonIndexPage
from lessons.models.lesson import LessonPage
from lessons.models.reports import TaughtReport

__all__ = ["KitEdition", "LessonIndexPage", "LessonPage", "TaughtReport"]
