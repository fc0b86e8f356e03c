"""What lessons add to the first page of the admin: reports that wait, and lessons that became unsafe."""

from django.db.models import Count
from django.urls import reverse
from django.utils.translation import gettext_lazy, ngettext
from wagtail.permissions import page_permission_policy

from editorial.dashboard import SHOWN, Entry, Panel
from lessons import safety
from lessons.models import LessonPage, TaughtReport


class LessonsToMend(Panel):
    """Live lessons whose story has become too heavy for the grade, or whose local rules were checked long ago."""

    name = "lessons_to_mend"
    heading = gettext_lazy("Lessons to mend for the safety of children")
    order = 90

    def entries(self):
        allowed = page_permission_policy.instances_user_has_permission_for(self.user, "change").values("pk")
        lessons = safety.to_mend(LessonPage.objects.filter(pk__in=allowed))
        lessons = lessons.select_related("locale", "related_story").order_by("title", "pk")[: SHOWN + 1]
        return [_entry_of(lesson) for lesson in lessons]


def _entry_of(lesson: LessonPage) -> Entry:
    reasons = safety.reasons_to_mend(lesson)
    sentences = " ".join(reason.sentence for reason in reasons)
    return Entry(
        lesson.get_admin_display_title(), lesson.language, reasons[0].address(lesson), sentences, is_late=False
    )


class ReportsWaiting(Panel):
    """Lessons of which teachers told something that no editor has read."""

    name = "reports_waiting"
    heading = gettext_lazy("Teachers' reports to read")
    order = 130

    @property
    def more_url(self):
        return f"{reverse(TaughtReport.snippet_viewset.get_url_name('list'))}?status={TaughtReport.Status.NEW}"

    def entries(self):
        if not self.user.has_perm("lessons.change_taughtreport"):
            return []
        lessons = LessonPage.objects.filter(reports__status=TaughtReport.Status.NEW).select_related("locale")
        lessons = lessons.annotate(waiting=Count("reports")).order_by("-waiting", "pk")[: SHOWN + 1]
        return [
            Entry(
                lesson.get_admin_display_title(),
                lesson.language,
                f"{self.more_url}&page={lesson.pk}",
                ngettext("%(number)d report", "%(number)d reports", lesson.waiting) % {"number": lesson.waiting},
            )
            for lesson in lessons
        ]


PANELS = (LessonsToMend, ReportsWaiting)
