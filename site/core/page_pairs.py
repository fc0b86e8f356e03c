"""Pages made by migrations: a Kazakh and a Russian one at a time, joined as twins.

Migrations see historical models without treebeard's methods, so places in the tree are computed here.
"""

import uuid
from collections.abc import Mapping
from typing import NamedTuple

from django.utils import timezone

STEP = 4
_DIGITS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ"


class PageText(NamedTuple):
    """What a page made by a migration says of itself."""

    title: str
    slug: str
    summary: str = ""


def add_pair(apps, model: str, parents: Mapping[str, object], texts: Mapping[str, PageText], **fields) -> dict:
    """Create one page of `model` ("app.Model") for each language below `parents` and return them by language."""
    pair_key = uuid.uuid4()
    return {
        language: _add(apps, model, parents[language], language, pair_key, text, fields)
        for language, text in texts.items()
    }


def delete_pages(apps, model: str) -> None:
    """Delete every page of `model` and all below it, and correct the child counts above."""
    page_model = apps.get_model("wagtailcore.Page")
    for page in page_model.objects.filter(pk__in=apps.get_model(model).objects.values("pk")).order_by("-path"):
        page_model.objects.filter(path__startswith=page.path).delete()
        parent = page_model.objects.filter(path=page.path[:-STEP]).first()
        if parent is not None:
            parent.numchild = page_model.objects.filter(path__startswith=parent.path, depth=parent.depth + 1).count()
            parent.save(update_fields=["numchild"])


def pages_by_language(apps, model: str) -> dict:
    """Return the only page of `model` in each language."""
    return {page.locale.language_code: page for page in apps.get_model(model).objects.select_related("locale")}


def _add(apps, model, parent, language, pair_key, text, fields):
    page_model = apps.get_model("wagtailcore.Page")
    locale, _created = apps.get_model("wagtailcore.Locale").objects.get_or_create(language_code=language)
    app_label, model_name = model.lower().split(".")
    content_type, _created = apps.get_model("contenttypes.ContentType").objects.get_or_create(
        app_label=app_label, model=model_name
    )
    now = timezone.now()
    page = apps.get_model(model).objects.create(
        title=text.title,
        draft_title=text.title,
        slug=text.slug,
        summary=text.summary,
        path=_next_child_path(page_model, parent),
        depth=parent.depth + 1,
        numchild=0,
        url_path=f"{parent.url_path}{text.slug}/",
        content_type=content_type,
        locale=locale,
        translation_key=pair_key,
        live=True,
        first_published_at=now,
        last_published_at=now,
        **fields,
    )
    parent.numchild += 1
    page_model.objects.filter(pk=parent.pk).update(numchild=parent.numchild)
    return page


def _next_child_path(page_model, parent) -> str:
    last = page_model.objects.filter(path__startswith=parent.path, depth=parent.depth + 1).order_by("-path").first()
    number = int(last.path[-STEP:], 36) + 1 if last is not None else 1
    digits = ""
    while number:
        number, rest = divmod(number, 36)
        digits = _DIGITS[rest] + digits
    return parent.path + digits.rjust(STEP, "0")
