"""Sentences that say what the law says, each with the article it leans on."""

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _
from wagtail import blocks
from wagtail.blocks.struct_block import StructBlockValidationError
from wagtail.snippets.blocks import SnippetChooserBlock

from core.blocks.keys import KeyBlock
from core.dates import validate_partial_date


class CitationValue(blocks.StructValue):
    """One citation, as a note under the text shows it."""

    @property
    def label(self) -> str:
        article = self.get("article")
        name = article.label if article else self.get("source", "")
        return f"{name}, {self['detail']}" if self.get("detail") else name

    @property
    def url(self) -> str:
        article = self.get("article")
        return (article.url if article else "") or self.get("url_of_source", "")

    @property
    def heading(self) -> str:
        article = self.get("article")
        return article.heading if article else ""


class CitationBlock(blocks.StructBlock):
    """An article of the registry or, where no act is known yet, a named public source."""

    article = SnippetChooserBlock("core.Article", required=False, label=_("Article"))
    detail = blocks.CharBlock(
        label=_("Part or point"), required=False, default="", help_text=_("For example: part 2, point 3")
    )
    source = blocks.CharBlock(label=_("Other source"), required=False, default="")
    url_of_source = blocks.URLBlock(label=_("Address of the other source"), required=False, default="")

    class Meta:
        icon = "link"
        label = _("Citation")
        value_class = CitationValue

    def clean(self, value):
        result = super().clean(value)
        if not result.get("article") and not result.get("source"):
            error = ValidationError(_("Choose an article of the registry or name the source."))
            raise StructBlockValidationError({"article": error})
        return result


class ClaimValue(blocks.StructValue):
    """A claim whose citations know their numbers once the page has counted them."""

    @property
    def notes(self) -> list:
        return getattr(self, "_notes", list(self["citations"]))

    @notes.setter
    def notes(self, notes: list):
        self._notes = notes


class ClaimBlock(blocks.StructBlock):
    """One statement of law: the sentence, its citations, how sure it is and since when it is known."""

    text = blocks.TextBlock(label=_("What the law says"))
    citations = blocks.ListBlock(CitationBlock(), min_num=1, label=_("Citations"))
    to_verify = blocks.BooleanBlock(label=_("Needs checking by the legal clinic"), required=False, default=True)
    as_of = KeyBlock(
        label=_("Known as of"),
        required=False,
        default="",
        validators=[validate_partial_date],
        help_text=_("2026, 2026-03 or 2026-03-02; empty where the source has no date"),
    )

    class Meta:
        icon = "scale"
        label = _("Legal claim")
        group = _("Law")
        template = "blocks/claim.html"
        value_class = ClaimValue
        description = _("A sentence that says what the law says, with its citations")
        preview_value = {"text": "Ит пен мысық есепке алынады.", "citations": [], "to_verify": True, "as_of": "2025"}
