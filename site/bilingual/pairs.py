"""Twins: which page says the same in the other language, and which of the two leads.

A pair is Kazakh and Russian. Pages in any further language stand alone.
"""

import uuid

from django.db.models import QuerySet
from wagtail.models import Page

from bilingual.models import Pair
from core import languages


def pages_of(translation_key: uuid.UUID) -> QuerySet:
    """Return the pages of a pair, live or not, with their locales; aliases are no pages of their own."""
    own = Page.objects.filter(translation_key=translation_key, alias_of=None)
    return own.filter(locale__language_code__in=languages.CODES).select_related("locale")


def twin_of(page: Page) -> Page | None:
    """Return the page of this type in the other language, live or draft, never an alias; None where there is none."""
    if page.alias_of_id is not None or page.locale.language_code not in languages.CODES:
        return None
    twin = pages_of(page.translation_key).filter(content_type=page.content_type_id).exclude(pk=page.pk).first()
    return twin.specific if twin is not None else None


def hold(page: Page) -> None:
    """Let nobody else decide about this page or its twin until the present transaction ends."""
    list(Page.objects.select_for_update().filter(translation_key=page.translation_key).order_by("pk").values_list("pk"))


def is_original(page: Page) -> bool:
    return Pair.of(page).original_locale_id == page.locale_id


def in_roles(page: Page, twin: Page) -> tuple[Page, Page]:
    """Return two twins as original and translation."""
    return (page, twin) if is_original(page) else (twin, page)


def draft_of(page: Page) -> Page:
    """Return the newest text of a page as its last revision holds it, however old the instance at hand is."""
    revision = page.revisions.order_by("-created_at", "-pk").first()
    draft = revision.as_object() if revision is not None else page.specific_deferred.__class__.objects.get(pk=page.pk)
    draft.locale = page.locale
    return draft
