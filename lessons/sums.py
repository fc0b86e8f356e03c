"""The report "lessons taught": how often each lesson was given, and how long it really takes."""

from django.db.models import Avg, Count, Q
from django.utils.translation import gettext_lazy as _
from wagtail.admin.ui.tables import Column, TitleColumn
from wagtail.admin.views.reports import ReportView
from wagtail.permissions import page_permission_policy

from editorial.report import MEMBER_OF_THE_TEAM
from lessons.models import LessonPage, TaughtReport


def _rounded(lesson) -> str:
    return "—" if lesson.average is None else str(round(lesson.average))


class TaughtSums(ReportView):
    """Lists the lessons of which teachers told, the most taught first; what an editor put away does not count."""

    page_title = _("Lessons taught")
    header_icon = "comment"
    index_url_name = "taught_sums"
    index_results_url_name = "taught_sums_results"
    permission_policy = page_permission_policy
    any_permission_required = MEMBER_OF_THE_TEAM
    default_ordering = "-taught"
    columns = [
        TitleColumn("title", label=_("Lesson"), url_name="wagtailadmin_pages:edit", sort_key="title"),
        Column("language", label=_("Language")),
        Column("taught", label=_("Times taught"), sort_key="taught"),
        Column("average", label=_("Minutes on average"), accessor=_rounded, sort_key="average"),
        Column("minutes", label=_("Minutes planned"), sort_key="minutes"),
        Column("waiting", label=_("Reports to read"), sort_key="waiting"),
    ]
    list_export = ["title", "language", "taught", "average", "minutes", "waiting"]
    export_headings = {
        "title": _("Lesson"),
        "language": _("Language"),
        "taught": _("Times taught"),
        "average": _("Minutes on average"),
        "minutes": _("Minutes planned"),
        "waiting": _("Reports to read"),
    }

    def get_queryset(self):
        pages = page_permission_policy.instances_user_has_any_permission_for(self.request.user, MEMBER_OF_THE_TEAM)
        told = Q(reports__status__in=[TaughtReport.Status.NEW, TaughtReport.Status.SHOWN])
        self.queryset = (
            LessonPage.objects.filter(pk__in=pages.values("pk"))
            .select_related("locale")
            .annotate(
                taught=Count("reports", filter=told),
                average=Avg("reports__minutes", filter=told),
                waiting=Count("reports", filter=Q(reports__status=TaughtReport.Status.NEW)),
            )
            .filter(taught__gt=0)
        )
        return super().get_queryset()
