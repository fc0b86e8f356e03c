"""What keeps a text from readers, in sentences for its editor. Drafts always save; publishing asks here."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.urls import reverse
from django.utils.translation import gettext as _
from wagtail.models import Page


@dataclass(frozen=True)
class Problem:
    """One thing to mend before readers may see the page.

    `path` is the field, or "body.<block id>.caption"; `view` names the screen where it is mended.
    """

    sentence: str
    path: str = ""
    view: str = "wagtailadmin_pages:edit"

    def address(self, page: Page) -> str:
        """Return where it is mended; the script of the page editor goes to the field."""
        screen = reverse(self.view, args=[page.pk])
        return f"{screen}#field:{self.path}" if self.path else screen


def problems(page: Page) -> list[Problem]:
    """Return all problems of a page or of one draft of it, at once; each page type knows its own."""
    return list(page.publish_problems()) if hasattr(page, "publish_problems") else []


def empty(page: Page, **sentences: str) -> Iterable[Problem]:
    """Yield the sentence of each named field that is empty."""
    for name, sentence in sentences.items():
        if not getattr(page, name):
            yield Problem(sentence, name)


def taken_address(page: Page) -> Iterable[Problem]:
    """Yield a problem where another page beside this one has its address already."""
    if page.depth and page.depth > 1 and Page.objects.sibling_of(page, inclusive=False).filter(slug=page.slug).exists():
        yield Problem(_("Another page beside this one has the same address."), "slug")


def undescribed_pictures(page: Page) -> Iterable[Problem]:
    """Yield the pictures of a page that nobody has described, credited or licensed."""
    if page.picture is not None:
        yield from _picture(page.picture, page.picture.description_in(page.language), "picture")
    for block in getattr(page, "body", None) or []:
        image = block.value.get("image") if block.block_type == "picture" else None
        if image is not None:
            is_described = image.decorative or image.contextual_alt_text or image.description_in(page.language)
            yield from _picture(image, is_described, f"body.{block.id}.image")


def _picture(picture, is_described, path: str) -> Iterable[Problem]:
    name = {"title": picture.title}
    if not is_described:
        yield Problem(_("The picture “%(title)s” is not described for those who do not see it.") % name, path)
    if picture.licence_id is None:
        yield Problem(_("The picture “%(title)s” has no licence.") % name, path)
    if not picture.credit:
        yield Problem(_("The picture “%(title)s” does not say who made it.") % name, path)
