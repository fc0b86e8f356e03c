"""Codes of learning objectives in the programme: entered by people, never invented, and found again by teachers."""

import json
import re
from collections.abc import Iterable

from django.core.cache import cache
from django.core.validators import RegexValidator
from django.db.models import Count, Max, QuerySet, TextField
from django.db.models.functions import Cast
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from editorial.gate import Problem

KEPT_SECONDS = 3600
SHAPE = re.compile(r"\d{1,2}(\.\d{1,2}){3}")

validate_code = RegexValidator(
    rf"^{SHAPE.pattern}\Z",
    gettext_lazy("A code has four numbers with dots: grade, section, subsection and number, for example 1.2.2.1."),
)


def code_problems(lesson) -> Iterable[Problem]:
    """Yield objectives marked as checked that have no code, or do not say in which edition it was checked."""
    for block in lesson.objectives:
        objective, path = block.value, f"objectives.{block.id}"
        if not objective["verified"]:
            continue
        if not objective["code"]:
            sentence = _("The objective “%(text)s” is marked as checked, but has no code.")
            yield Problem(sentence % {"text": objective["text"]}, f"{path}.code")
        elif not objective["edition"]:
            sentence = _("The code %(code)s is marked as checked, but the edition of the programme is not named.")
            yield Problem(sentence % {"code": objective["code"]}, f"{path}.edition")


def lessons_by_code(lessons: QuerySet) -> dict[str, list[int]]:
    """Return the primary keys of `lessons` by each code they use, in the order of the codes.

    Their streams are read once after each publication, not at each visit.
    """
    lessons = lessons.order_by()
    state = lessons.aggregate(Count("pk"), Max("pk"), Max("last_published_at"))
    key = "-".join(["lessons-by-code", *(str(value).replace(" ", "T") for value in state.values())])
    return cache.get_or_set(key, lambda: _read_codes(lessons), KEPT_SECONDS)


def _read_codes(lessons: QuerySet) -> dict[str, list[int]]:
    found: dict[str, list[int]] = {}
    for key, stream in lessons.values_list("pk", Cast("objectives", TextField())):
        for code in {block["value"].get("code") or "" for block in json.loads(stream or "[]")}:
            if SHAPE.fullmatch(code):
                found.setdefault(code, []).append(key)
    return dict(sorted(found.items(), key=lambda item: [int(number) for number in item[0].split(".")]))
