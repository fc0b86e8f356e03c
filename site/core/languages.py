"""The two languages of the site, and which of them speaks now."""

from django.conf import settings
from django.utils.translation import get_language

KAZAKH, RUSSIAN = "kk", "ru"
CODES = (KAZAKH, RUSSIAN)
NATIVE_NAMES = {KAZAKH: "Қазақша", RUSSIAN: "Русский"}


def active() -> str:
    """Return "kk" or "ru": the language of the current request, Kazakh where none is set."""
    code = (get_language() or settings.LANGUAGE_CODE).split("-")[0]
    return code if code in CODES else KAZAKH


def other(code: str) -> str:
    """Return the sibling of a language code."""
    return RUSSIAN if code == KAZAKH else KAZAKH
