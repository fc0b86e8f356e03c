"""The list of all lessons, by grade, minutes, subject, value and objective."""

from django.utils.translation import gettext_lazy as _

from core.listing import Filter
from core.sections import SectionIndexMixin, choices_in_use
from editorial.models import ReviewedPage
from lessons.codes import lessons_by_code
from lessons.models.lesson import LessonPage

GRADES = range(1, 12)


class LessonIndexPage(SectionIndexMixin, ReviewedPage):
    """All lessons, by grade, minutes, subject, value of the programme and code of an objective."""

    parent_page_types = ["home.HomePage"]
    subpage_types = ["lessons.LessonPage"]
    item_type = LessonPage

    class Meta:
        verbose_name = _("list of lessons")
        verbose_name_plural = _("lists of lessons")

    def filters(self):
        lessons = self.items()
        facts = list(lessons.order_by().values_list("grade_from", "grade_to", "minutes").distinct())
        grades = [g for g in GRADES if any(first <= g <= last for first, last, _minutes in facts)]
        lengths = sorted({minutes for _first, _last, minutes in facts})
        by_code = lessons_by_code(lessons)
        return [
            Filter(
                "grade",
                _("Grade"),
                [(str(grade), str(grade)) for grade in grades],
                lambda pages, value: pages.filter(grade_from__lte=int(value), grade_to__gte=int(value)),
            ),
            Filter(
                "minutes",
                _("Minutes"),
                [(str(minutes), str(minutes)) for minutes in lengths],
                lambda pages, value: pages.filter(minutes=int(value)),
            ),
            Filter(
                "subject",
                _("Subject"),
                choices_in_use(lessons, "subject", self.language),
                lambda pages, value: pages.filter(subject__slug=value),
            ),
            Filter(
                "value",
                _("Value"),
                choices_in_use(lessons, "programme_values", self.language),
                lambda pages, value: pages.filter(programme_values__slug=value),
            ),
            Filter(
                "code",
                _("Objective code"),
                [(code, code) for code in by_code],
                lambda pages, value: pages.filter(pk__in=by_code[value]),
            ),
        ]
