"""A page as a list of texts, each with its place. wagtail-localize's engine takes them out and puts them back."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import cached_property

from wagtail import blocks
from wagtail.fields import StreamField
from wagtail.models import Page
from wagtail_localize.segments import OverridableSegmentValue, StringSegmentValue, TemplateSegmentValue
from wagtail_localize.segments.extract import extract_segments
from wagtail_localize.strings import StringValue

from bilingual.labels import leaves
from bilingual.models import fingerprint
from core.blocks import KeyBlock

TEXT_OR_LINK = (
    blocks.CharBlock,
    blocks.TextBlock,
    blocks.RichTextBlock,
    blocks.URLBlock,
    blocks.EmailBlock,
    blocks.ChooserBlock,
)


@dataclass(frozen=True)
class Segment:
    """One text of a page: a field, a block's field, or one paragraph of a rich text.

    `path` is its place ("body.<block id>.caption"), `index` the paragraph's number there. `text` is plain text, or
    for rich text HTML with inline tags alone, whose links carry ids instead of targets; `links` maps ids to targets.
    """

    path: str
    index: int
    text: str
    is_rich: bool = False
    links: dict = field(default_factory=dict, hash=False, compare=False)

    @property
    def key(self) -> str:
        """Where the text stands, as a form field or a PO file names it."""
        return f"{self.path}#{self.index}"

    @cached_property
    def digest(self) -> str:
        return fingerprint(self.text)

    @property
    def has_letters(self) -> bool:
        return any(character.isalpha() for character in self.text)


class Texts:
    """The segments of one page in reading order, with all that is needed to put them back."""

    def __init__(self, page: Page):
        self.page = page
        self.values = extract_segments(page)
        self.templates = {value.path: value for value in self.values if isinstance(value, TemplateSegmentValue)}
        self.shared = {value.path: value.data for value in self.values if isinstance(value, OverridableSegmentValue)}
        self.segments = list(self._read())
        self.by_path: dict[str, list[Segment]] = {}
        for segment in self.segments:
            self.by_path.setdefault(segment.path, []).append(segment)

    def _read(self) -> Iterable[Segment]:
        counts: dict[str, int] = {}
        for value in self.values:
            if not isinstance(value, StringSegmentValue):
                continue
            index = counts[value.path] = counts.get(value.path, -1) + 1
            is_rich = value.path in self.templates
            text = value.string.data if is_rich else value.render_text()
            yield Segment(value.path, index, text, is_rich, value.attrs or {})

    @cached_property
    def order(self) -> list[str]:
        """The paths of every block of the page's streams and every item of their lists, in reading order."""
        return [
            path
            for stream in self.page._meta.get_fields()
            if isinstance(stream, StreamField)
            for path in _block_paths(stream.value_from_object(self.page).get_prep_value(), stream.name)
        ]

    @cached_property
    def data(self) -> dict[str, object]:
        """What blocks hold that is neither text nor a link: numbers, dates, marks, choices; by path, empty ones out."""
        return {
            leaf.path: leaf.raw
            for leaf in leaves(self.page)
            if leaf.raw and (isinstance(leaf.block, KeyBlock) or not isinstance(leaf.block, TEXT_OR_LINK))
        }

    @cached_property
    def places(self) -> frozenset[str]:
        return frozenset(self.order)

    def anchor(self, path: str) -> str:
        """Return the deepest block or list item that `path` lies in; empty for a field of the page itself."""
        while path and path not in self.places:
            path = path.rpartition(".")[0]
        return path


def _block_paths(raw, path: str) -> Iterable[str]:
    """Name the place of each stream child and list item below `path` of prepared stream data."""
    for item in raw if isinstance(raw, list) else []:
        if not (isinstance(item, dict) and item.get("id")):
            continue
        place = f"{path}.{item['id']}"
        yield place
        value = item.get("value")
        if isinstance(value, dict):
            for name, inner in value.items():
                yield from _block_paths(inner, f"{place}.{name}")
        else:
            yield from _block_paths(value, place)


def string_value(segment: Segment) -> StringSegmentValue:
    """Return a segment in the form wagtail-localize puts back."""
    string = StringValue(segment.text) if segment.is_rich else StringValue.from_plaintext(segment.text)
    return StringSegmentValue(segment.path, string, attrs=dict(segment.links))
