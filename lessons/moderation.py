"""Teachers' reports in the admin: read first, then shown or put away, one by one or many at once."""

from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext
from wagtail.admin.ui.tables import Column
from wagtail.snippets.bulk_actions.snippet_bulk_action import SnippetBulkAction

from core.snippets import RegistryViewSet
from lessons.models import TaughtReport


class TaughtReportViewSet(RegistryViewSet):
    """All reports, the newest first. Nobody adds one here: teachers do."""

    model = TaughtReport
    icon = "comment"
    menu_label = _("Teachers' reports")
    add_to_admin_menu = True
    menu_order = 330
    list_display = [
        "page",
        Column("what_changed", label=_("What changed"), width="35%"),
        "grade",
        Column("minutes", label=_("Minutes"), sort_key="minutes"),
        "received_on",
        Column("status", label=_("Status"), accessor="get_status_display", sort_key="status"),
    ]
    list_filter = ["status", "page", "grade"]
    search_fields = ["what_changed"]
    inspect_view_enabled = False
    copy_view_enabled = False


class _Decide(SnippetBulkAction):
    """Gives the chosen reports a status."""

    template_name = "lessons/admin/decide.html"
    status: TaughtReport.Status

    models = [TaughtReport]

    def check_perm(self, snippet):
        return self.request.user.has_perm("lessons.change_taughtreport")

    def get_context_data(self, **kwargs):
        return super().get_context_data(**kwargs) | {"action": self.display_name}

    @classmethod
    def execute_action(cls, objects, **kwargs):
        TaughtReport.objects.filter(pk__in=[report.pk for report in objects]).update(status=cls.status)
        return len(objects), 0

    def get_success_message(self, num_parent_objects, num_child_objects):
        text = ngettext("Done for %(number)d report.", "Done for %(number)d reports.", num_parent_objects)
        return text % {"number": num_parent_objects}


class Show(_Decide):
    """Puts reports before readers."""

    display_name = _("Show to readers")
    aria_label = _("Show the chosen reports to readers")
    action_type = "show"
    action_priority = 10
    status = TaughtReport.Status.SHOWN


class Hide(_Decide):
    """Keeps reports from readers."""

    display_name = _("Do not show")
    aria_label = _("Keep the chosen reports from readers")
    action_type = "hide"
    action_priority = 20
    status = TaughtReport.Status.HIDDEN
