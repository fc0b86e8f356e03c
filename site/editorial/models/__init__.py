"""Review: the steps that need a second pair of eyes, and the page that can only go live through them."""

from editorial.models.invitations import Advice, Invitation
from editorial.models.pages import ReviewedPage
from editorial.models.states import ReviewState
from editorial.models.tasks import FourEyesTask

__all__ = ["Advice", "FourEyesTask", "Invitation", "ReviewState", "ReviewedPage"]
