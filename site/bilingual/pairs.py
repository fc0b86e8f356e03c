"""Twins: which page says the same in the other language, and which of the two leads."""

from wagtail.models import Page

from bilingual.models import Pair


def twin_of(page: Page) -> Page | None:
    """Return the page of this type in the other language, live or draft, never an alias; None where there is none."""
    if page.alias_of_id is not None:
        return None
    pages = Page.objects.filter(translation_key=page.translation_key, alias_of=None)
    twin = pages.filter(content_type=page.content_type_id).exclude(pk=page.pk).select_related("locale").first()
    return twin.specific if twin is not None else None


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
