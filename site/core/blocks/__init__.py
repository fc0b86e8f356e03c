"""The blocks that bodies of any section are built of."""

from core.blocks.body import BodyBlock, FactBlock, HeadingBlock, PictureBlock, QuoteBlock, RichText
from core.blocks.claims import CitationBlock, ClaimBlock
from core.blocks.keys import KeyBlock

__all__ = [
    "BodyBlock",
    "CitationBlock",
    "ClaimBlock",
    "FactBlock",
    "HeadingBlock",
    "KeyBlock",
    "PictureBlock",
    "QuoteBlock",
    "RichText",
]
