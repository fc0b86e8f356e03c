"""Readable ASCII addresses for Kazakh and Russian titles, the same from the browser and the server."""

import re

from anyascii import anyascii
from django.utils.text import slugify
from wagtail.admin.widgets.slug import SlugInput

from core import alphabet


def ascii_slug(text: str) -> str:
    """Transliterate a title: "Мысық пен иттің достығы" becomes "mysyq-pen-itting-dostyghy"."""
    return slugify(anyascii(text))


class TransliteratingSlugInput(SlugInput):
    """Wagtail's slug field, which would otherwise drop every Kazakh letter while the editor types."""

    def __init__(self, attrs=None, formatters=(), locale=None):
        letters = [(re.compile(f"[{c}{c.upper()}]"), slugify(anyascii(c))) for c in alphabet.KAZAKH]
        super().__init__(attrs=attrs, formatters=[*formatters, *letters], locale=locale)
