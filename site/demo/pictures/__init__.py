"""Pictures of the demonstration: a described scene becomes an illustration, drawn by code alone."""

from .composition import compose, render

CREDIT = "Fluent Emoji © Microsoft (MIT), «Мейірім»"
LICENCE = "mit"
"""Key of the licence in the project's reference data."""

__all__ = ["CREDIT", "LICENCE", "compose", "render"]
