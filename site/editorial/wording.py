"""A page in words: each of its fields and blocks as a person would read it aloud, none of it as data."""

import datetime
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

from bs4 import BeautifulSoup
from django.db import models
from django.utils.formats import date_format
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from wagtail import blocks
from wagtail.fields import RichTextField, StreamField
from wagtail.models import Page

from bilingual.labels import Leaf, Place, leaves
from core.models import Picture


@dataclass(frozen=True)
class Part:
    """A field of the page (`path` is its name) or a leaf of a stream, with its value in words."""

    path: str
    place: Place
    text: str


class Wording:
    """A page, or one draft of it, in words."""

    def __init__(self, page: Page):
        self.page = page

    @cached_property
    def parts(self) -> list[Part]:
        """Everything an editor can fill in, in the order of the form; what is empty has no part."""
        streams: dict[str, list[Part]] = {}
        for leaf, text in _leaves_in_words(self.page):
            streams.setdefault(leaf.path.partition(".")[0], []).append(Part(leaf.path, leaf.place, text))
        parts: list[Part] = []
        fields = {field.name: field for field in self.page._meta.get_fields()}
        names = self.page.get_edit_handler().get_form_options()["fields"]
        for name, field in ((name, fields[name]) for name in names if name in fields):
            if isinstance(field, StreamField):
                parts += streams.get(name, [])
            else:
                parts.append(Part(name, Place("", "", capfirst(str(field.verbose_name))), _field(self.page, field)))
        return [part for part in parts if part.text]

    @cached_property
    def by_path(self) -> dict[str, Part]:
        return {part.path: part for part in self.parts}


def plain(html: str) -> str:
    """Return rich text as paragraphs of plain text; where a link leads stands behind it in brackets."""
    soup = BeautifulSoup(html or "", "html.parser")
    for link in soup("a"):
        target = link.get("href") or " ".join(filter(None, [link.get("linktype"), link.get("id")]))
        link.append(f" ({target})")
    for element in soup(["p", "li", "br"]):
        element.append("\n")
    return "\n".join(line.strip() for line in soup.get_text().splitlines() if line.strip())


def _field(page: Page, field) -> str:
    if field.many_to_many:
        return ", ".join(str(item) for item in getattr(page, field.name).all())
    if field.is_relation:
        return _named(getattr(page, field.name), page)
    if field.choices:
        return str(getattr(page, f"get_{field.name}_display")() or "")
    value = field.value_from_object(page)
    return plain(value) if isinstance(field, RichTextField) else _value(value)


def _named(thing: models.Model | None, page: Page) -> str:
    """Name what a page points to; of a picture say also what it tells readers of `page`."""
    if not isinstance(thing, Picture):
        return str(thing or "")
    told = [thing.description_in(page.locale.language_code), thing.credit, str(thing.licence or ""), thing.source_url]
    return " · ".join([thing.title, *filter(None, told)])


def _value(value) -> str:
    """Return a plain value in words, in the language of whoever reads."""
    if isinstance(value, bool):
        return _("yes") if value else ""
    if isinstance(value, datetime.datetime):
        return date_format(value, "DATETIME_FORMAT")
    if isinstance(value, datetime.date):
        return date_format(value)
    return "" if value is None else str(value)


def _leaves_in_words(page: Page) -> Iterable[tuple[Leaf, str]]:
    found = list(leaves(page))
    chosen = chosen_objects(found)
    return [(leaf, _leaf(leaf, chosen, page)) for leaf in found]


def _leaf(leaf: Leaf, chosen: dict[type[models.Model], dict], page: Page) -> str:
    block, raw = leaf.block, leaf.raw
    if isinstance(block, blocks.ChooserBlock):
        return _named(chosen[block.model_class].get(raw), page)
    if isinstance(block, blocks.RichTextBlock):
        return plain(raw)
    if isinstance(block, blocks.ChoiceBlock):
        return str(dict(block.field.choices).get(raw, raw or ""))
    return _value(block.to_python(raw))


def chosen_objects(found: list[Leaf]) -> dict[type[models.Model], dict]:
    """Fetch what choosers point to, in one query for each model."""
    keys: dict[type[models.Model], set] = {}
    for leaf in found:
        if isinstance(leaf.block, blocks.ChooserBlock):
            keys.setdefault(leaf.block.model_class, set()).add(leaf.raw)
    return {model: _rows_of(model).in_bulk(values - {None}) for model, values in keys.items()}


def _rows_of(model: type[models.Model]) -> models.QuerySet:
    rows = model._default_manager.all()
    return rows.select_related("licence") if issubclass(model, Picture) else rows
