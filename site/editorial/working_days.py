"""Days on which a clinic works: Monday to Friday, by the clock of the site."""

import datetime

from django.utils import timezone

SATURDAY = 5


def after_working_days(days: int, start: datetime.date | None = None) -> datetime.date:
    """Return the day that lies `days` working days after `start` (today, where none is given)."""
    day = start or timezone.localdate()
    while days > 0:
        day += datetime.timedelta(days=1)
        days -= day.weekday() < SATURDAY
    return day
