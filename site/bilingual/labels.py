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


def places(page: Page) -> dict[str, Place]:
    """Return the place of every text that `page` has or could have, by path."""
    found: dict[str, Place] = {}
    for field in page._meta.get_fields():
        if isinstance(field, StreamField):
            raw = field.value_from_object(page).get_prep_value()
            found.update(_stream(field.stream_block, raw, field.name, capfirst(str(field.verbose_name)), ""))
        elif isinstance(field, models.CharField | models.TextField):
            name = capfirst(str(field.verbose_name))
            found[field.name] = Place("", "", name, field.max_length)
    return found


def _stream(stream, raw: list, path: str, section: str, block: str) -> Iterable[tuple[str, Place]]:
    for number, item in enumerate(raw or [], 1):
        child = stream.child_blocks.get(item["type"])
        if child is not None:
            name = f"{block} · {number}. {child.label}" if block else f"{number}. {child.label}"
            yield from _block(child, item["value"], f"{path}.{item['id']}", section, name)


def _block(block, raw, path: str, section: str, name: str) -> Iterable[tuple[str, Place]]:
    """Yield the places of the texts in one block and below it."""
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
        yield path, Place(section, name, str(block.label), getattr(getattr(block, "field", None), "max_length", None))
