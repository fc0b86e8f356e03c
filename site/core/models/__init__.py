"""What every section shares: the base of all pages, pictures, reference data and the registry of law."""

from core.models.law import Act, Article
from core.models.pages import BasePage
from core.models.pictures import Picture, Rendition
from core.models.reference import (
    Direction,
    Licence,
    Organisation,
    Outcome,
    ProgrammeValue,
    Region,
    Species,
    Subject,
)

__all__ = [
    "Act",
    "Article",
    "BasePage",
    "Direction",
    "Licence",
    "Organisation",
    "Outcome",
    "Picture",
    "ProgrammeValue",
    "Region",
    "Rendition",
    "Species",
    "Subject",
]
