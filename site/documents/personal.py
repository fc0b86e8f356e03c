"""What a teacher writes into her own copy of the plan. It is never kept, so nothing that keeps or logs may show it."""

import datetime
from dataclasses import dataclass, field


@dataclass(frozen=True)
class Personal:
    """The blanks of the form that only the teacher knows; an empty one stays a blank.

    No field shows in `repr`, which logs print and the shelf makes its names of.
    """

    school: str = field(default="", repr=False)
    teacher: str = field(default="", repr=False)
    class_name: str = field(default="", repr=False)
    date: datetime.date | None = field(default=None, repr=False)


NOBODY = Personal()
