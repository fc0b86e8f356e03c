"""What an editor calls the place of a text: the block it stands in, and the field of that block."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.db import models
from django.utils.text import capfirst
from wagtail import blocks
from wagtail.fields import StreamField
from wagtail.models import Page


@dataclass(frozen=True)
class Place:
    """`section` is a field of the page, `block` a block in it with its number; `max_length` is in characters."""

    section: str
    block: str
    label: str
    max_length: int | None = None


@dataclass(frozen=True)
class Leaf:
    """The smallest part of a page's stream: a block without blocks in it, and its value as the stream stores it."""

    path: str
    place: Place
    block: blocks.Block
    raw: object


def places(page: Page) -> dict[str, Place]:
    """Return the place of every text that `page` has or could have, by path."""
    found = {leaf.path: leaf.place for leaf in leaves(page)}
    for field in page._meta.get_fields():
        if isinstance(field, models.CharField | models.TextField) and not isinstance(field, StreamField):
            found[field.name] = Place("", "", capfirst(str(field.verbose_name)), field.max_length)
    return found


def leaves(page: Page) -> Iterable[Leaf]:
    """Yield every leaf of the streams of `page`, in reading order."""
    for field in page._meta.get_fields():
        if isinstance(field, StreamField):
            raw = field.value_from_object(page).get_prep_value()
            yield from _stream(field.stream_block, raw, field.name, capfirst(str(field.verbose_name)), "")


def _stream(stream, raw: list, path: str, section: str, block: str) -> Iterable[Leaf]:
    for number, item in enumerate(raw or [], 1):
        child = stream.child_blocks.get(item["type"])
        if child is not None:
            name = f"{block} · {number}. {child.label}" if block else f"{number}. {child.label}"
            yield from _block(child, item["value"], f"{path}.{item['id']}", section, name)


def _block(block, raw, path: str, section: str, name: str) -> Iterable[Leaf]:
    """Yield the leaves of one block."""
    if isinstance(block, blocks.StreamBlock):
        yield from _stream(block, raw, path, section, name)
    elif isinstance(block, blocks.StructBlock):
        for key, child in block.child_blocks.items():
            yield from _block(child, (raw or {}).get(key), f"{path}.{key}", section, name)
    elif isinstance(block, blocks.ListBlock):
        for number, item in enumerate(raw or [], 1):
            if isinstance(item, dict) and "id" in item:
                numbered = f"{name} · {block.label} {number}"
                yield from _block(block.child_block, item["value"], f"{path}.{item['id']}", section, numbered)
    else:
        max_length = getattr(getattr(block, "field", None), "max_length", None)
        yield Leaf(path, Place(section, name, str(block.label), max_length), block, raw)
