"""Dates that are known only in part: a year, a month, a day."""

import datetime
import re

from django.core.exceptions import ValidationError
from django.utils import formats
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

_SHAPE = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?", re.ASCII)


def validate_partial_date(value: str) -> None:
    """Refuse what is not YYYY, YYYY-MM or YYYY-MM-DD (ISO 8601-2, level 0)."""
    try:
        _first_day(value)
    except ValueError as error:
        raise ValidationError(_("Write a year, a month or a day: 2026, 2026-03 or 2026-03-02.")) from error


def describe_partial_date(value: str | None) -> str:
    """Say a partial date in the language of the request: "2026 ж. наурыз", "2026 ж. 2 наурыз"; nothing for no date."""
    try:
        known = _first_day(value or "")
    except ValueError:
        return ""
    if len(value) == len("2026"):
        return gettext("year %(year)s") % {"year": value}
    if len(value) == len("2026-03"):
        return formats.date_format(known, "YEAR_MONTH_FORMAT").lower()
    return formats.date_format(known, "DATE_FORMAT")


def _first_day(value: str) -> datetime.date:
    """Return the first day of a partial date. Raises ValueError where the calendar has no such date."""
    match = _SHAPE.fullmatch(value)
    if match is None:
        raise ValueError(value)
    return datetime.date(*(int(part or 1) for part in match.groups()))
