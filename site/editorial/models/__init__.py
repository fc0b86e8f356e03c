"""Review: the task that needs a second pair of eyes, and the page that can only go live through it."""

from editorial.models.pages import ReviewedPage
from editorial.models.tasks import FourEyesTask

__all__ = ["FourEyesTask", "ReviewedPage"]
