"""Stories of rescued animals and the initiatives behind many of them."""

from stories.models.initiatives import InitiativeIndexPage, InitiativePage
from stories.models.stories import StoryIndexPage, StoryPage

__all__ = ["InitiativeIndexPage", "InitiativePage", "StoryIndexPage", "StoryPage"]
