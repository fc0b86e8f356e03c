"""What twins share that is no text: pictures, regions, grades, dates, links to other pages."""

import json
from copy import copy as shallow_copy

from django.core.serializers.json import DjangoJSONEncoder
from django.db import models
from modelcluster.fields import ParentalManyToManyField
from wagtail.models import Page
from wagtail_localize.fields import SynchronizedField, get_translatable_fields

from bilingual.segments import Texts

# wagtail-localize would copy the address too; each language has its own.
OWN = {"slug"}


def names(model: type[Page]) -> list[str]:
    """Name the fields that follow the original; wagtail-localize leaves out many-to-many relations."""
    synchronised = [f.field_name for f in get_translatable_fields(model) if isinstance(f, SynchronizedField)]
    relations = [f.name for f in model._meta.get_fields() if isinstance(f, ParentalManyToManyField)]
    return [name for name in synchronised + relations if name not in OWN]


def read(page: Page) -> dict[str, object]:
    """Return the facts of a page as JSON values; a link to a page is named by its pair, so that twins compare equal."""
    data = page.serializable_data()
    facts = {name: _as_json(data[name]) for name in names(type(page)) if name in data}
    linked = {name: facts[name] for name in facts if _links_to_page(page, name) and facts[name]}
    pages = Page.objects.in_bulk(linked.values()) if linked else {}
    return facts | {name: str(pages[key].translation_key) for name, key in linked.items() if key in pages}


def _as_json(value):
    """Return a value as it reads when it was kept as JSON: a date becomes a string."""
    return json.loads(json.dumps(value, cls=DjangoJSONEncoder))


def shared(page: Page, texts: Texts) -> dict[str, object]:
    """Return all that is no text, by field or by place in a stream; links in rich text belong to the text."""
    in_streams = {path: data for path, data in texts.shared.items() if "." in path and "'" not in path}
    return {**read(page), **in_streams}


def copy(original: Page, translation: Page, kept: set[str]) -> None:
    """Give the translation the original's facts, except those `kept`; links lead to pages of its own language."""
    for name in set(names(type(original))) - kept:
        field = original._meta.get_field(name)
        if isinstance(field, ParentalManyToManyField):
            getattr(translation, name).set(getattr(original, name).all())
        elif isinstance(field, models.ManyToOneRel):
            original.copy_child_relation(name, translation)
        elif _links_to_page(original, name):
            setattr(translation, field.attname, _twin_key(getattr(original, field.attname), translation.locale_id))
        else:
            setattr(translation, field.attname, getattr(original, field.attname))


def linking_in(page: Page, locale_id: int) -> Page:
    """Return `page` with its links leading to pages of another language, to make a translation from."""
    linking = shallow_copy(page)
    for name in names(type(page)):
        if _links_to_page(page, name):
            attname = page._meta.get_field(name).attname
            setattr(linking, attname, _twin_key(getattr(page, attname), locale_id))
    return linking


def _links_to_page(page: Page, name: str) -> bool:
    related = page._meta.get_field(name).related_model
    return related is not None and issubclass(related, Page)


def _twin_key(key: int | None, locale_id: int) -> int | None:
    """Return the primary key of a page's twin, or of the page itself where it has none."""
    if key is None:
        return None
    pair = Page.objects.filter(pk=key).values("translation_key")[:1]
    twin = Page.objects.filter(translation_key__in=pair, locale_id=locale_id, alias_of=None).values_list(
        "pk", flat=True
    )
    return twin.first() or key
