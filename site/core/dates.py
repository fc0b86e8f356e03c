"""Dates that are known only in part: a year, a month, a day."""

import datetime
import re

from django.core.exceptions import ValidationError
from django.utils import formats
from django.utils.translation import gettext as _t
from django.utils.translation import gettext_lazy as _

_SHAPE = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?")


def validate_partial_date(value: str) -> None:
    """Refuse what is not YYYY, YYYY-MM or YYYY-MM-DD (ISO 8601-2, level 0)."""
    match = _SHAPE.fullmatch(value)
    try:
        year, month, day = (int(part or 1) for part in match.groups())
        datetime.date(year, month, day)
    except (AttributeError, ValueError) as error:
        raise ValidationError(_("Write a year, a month or a day: 2026, 2026-03 or 2026-03-02.")) from error


def describe_partial_date(value: str) -> str:
    """Say a partial date in the language of the request: "2026 жылғы наурыз", "2026 ж. 2 наурыз"."""
    match = _SHAPE.fullmatch(value or "")
    if not match:
        return ""
    year, month, day = match.groups()
    if month is None:
        return _t("year %(year)s") % {"year": year}
    known = datetime.date(int(year), int(month), int(day or 1))
    return formats.date_format(known, "DATE_FORMAT" if day else "YEAR_MONTH_FORMAT")
