"""Text blocks of a long read."""

from django.utils.translation import gettext_lazy as _
from wagtail import blocks
from wagtail.images.blocks import ImageBlock

# Images stay out of rich text: their alternative text would not reach the translator.
RICH_TEXT_FEATURES = ["bold", "italic", "link", "document-link", "ol", "ul"]


class RichText(blocks.RichTextBlock):
    """Paragraphs, lists and links; everything a page of this site needs between two headings."""

    def __init__(self, **kwargs):
        super().__init__(**{"features": RICH_TEXT_FEATURES, **kwargs})

    class Meta:
        icon = "pilcrow"
        label = _("Text")
        group = _("Text")
        template = "blocks/text.html"
        preview_value = "<p>Мейірім кішкентай істен басталады.</p>"
        description = _("Paragraphs, lists and links")


class HeadingBlock(blocks.CharBlock):
    """A heading of the second level."""

    class Meta:
        icon = "title"
        label = _("Heading")
        group = _("Text")
        template = "blocks/heading.html"
        preview_value = "Табылған күн"
        description = _("A heading inside the text")


class QuoteBlock(blocks.StructBlock):
    """Somebody's words, with who said them."""

    text = blocks.TextBlock(label=_("Words"))
    attribution = blocks.CharBlock(label=_("Who said it"), required=False, default="")

    class Meta:
        icon = "openquote"
        label = _("Quote")
        group = _("Text")
        template = "blocks/quote.html"
        preview_value = {"text": "Ол бізге сенді.", "attribution": "6-сынып оқушысы"}
        description = _("Words of a person, set apart")


class FactBlock(blocks.StructBlock):
    """A short fact with its source."""

    text = blocks.TextBlock(label=_("Fact"))
    source = blocks.CharBlock(label=_("Source"), required=False, default="")

    class Meta:
        icon = "info-circle"
        label = _("Fact")
        group = _("Text")
        template = "blocks/fact.html"
        preview_value = {"text": "Тасбақа қыста ұйықтайды.", "source": "Үлгі дерек"}
        description = _("One fact, set apart, with its source")


class PictureBlock(blocks.StructBlock):
    """A picture of the library with its alternative text and a caption in the language of the page."""

    image = ImageBlock(label=_("Picture"))
    caption = blocks.CharBlock(label=_("Caption"), required=False, default="")

    class Meta:
        icon = "image"
        label = _("Picture")
        group = _("Pictures")
        template = "blocks/picture.html"
        description = _("A picture with a caption")


class BodyBlock(blocks.StreamBlock):
    """The body of a story, an initiative or a standard page."""

    heading = HeadingBlock()
    text = RichText()
    quote = QuoteBlock()
    fact = FactBlock()
    picture = PictureBlock()


def pictures_in(stream) -> list:
    """Return the pictures of a body, for `core.pictures.load_renditions`."""
    return [child.value["image"] for child in stream or [] if child.block_type == "picture" and child.value["image"]]
