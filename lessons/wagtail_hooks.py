"""What lessons add to the admin."""

from django.templatetags.static import static
from django.urls import path, reverse
from django.utils.html import format_html
from django.utils.translation import gettext as _
from wagtail import hooks
from wagtail.snippets.models import register_snippet

from editorial.wagtail_hooks import ReportMenuItem
from lessons import dashboard, edition_registry, icon_choice, moderation
from lessons.sums import TaughtSums

# --- The quest editor ------------------------------------------------------------------------------------


@hooks.register("insert_editor_js")
def count_minutes():
    """Count the minutes of the stages while the editor types, in her language."""
    return format_html(
        '<script src="{}" data-sum="{}" data-free="{}" data-over="{}" data-fits="{}" data-missing="{}" defer></script>',
        static("admin/quest_editor.js"),
        _("Minutes of the stages: {sum} of {minutes}."),
        _("Still free: {number}."),
        _("Too many: {number}."),
        _("They fill the lesson."),
        _("Stages without minutes: {number}."),
    )


@hooks.register("insert_global_admin_css")
def style_quest_editor():
    return format_html('<link rel="stylesheet" href="{}">', static("admin/quest_editor.css"))


@hooks.register("register_admin_urls")
def register_quest_addresses():
    return [
        path("kit-icons.svg", icon_choice.kit_icons, name="kit_icons"),
        path("reports/taught/", TaughtSums.as_view(), name="taught_sums"),
        path("reports/taught/results/", TaughtSums.as_view(results_only=True), name="taught_sums_results"),
    ]


# --- Editions of kits ------------------------------------------------------------------------------------

register_snippet(edition_registry.KitEditionViewSet)


# --- What teachers tell, and the safety of children ------------------------------------------------------

register_snippet(moderation.TaughtReportViewSet)
hooks.register("register_bulk_action", moderation.Show)
hooks.register("register_bulk_action", moderation.Hide)


@hooks.register("construct_homepage_panels", order=110)
def show_lessons_on_agenda(request, panels):
    panels += [panel(request.user) for panel in dashboard.PANELS]


@hooks.register("register_reports_menu_item")
def register_taught_sums():
    return ReportMenuItem(_("Lessons taught"), reverse("taught_sums"), name="taught", icon_name="comment", order=110)
