"""What the review adds to the admin."""

import json

from django.contrib.auth.models import Permission
from django.shortcuts import redirect
from django.templatetags.static import static
from django.urls import include, path, reverse
from django.utils.html import format_html, format_html_join
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail import hooks
from wagtail.admin import messages, widgets
from wagtail.admin.api.views import PagesAdminAPIViewSet
from wagtail.admin.menu import MenuItem
from wagtail.log_actions import LogFormatter
from wagtail.permissions import page_permission_policy

from editorial import emergency, invitations, outside
from editorial.dashboard import PANELS
from editorial.gate import problems
from editorial.guide import GuideView
from editorial.report import MEMBER_OF_THE_TEAM, LanguagesReport


@hooks.register("register_admin_urls")
def register_admin_urls():
    return [
        path("emergency/<int:page_id>/", emergency.emergency_publish, name="emergency_publish"),
        path("guide/", GuideView.as_view(), name="editors_guide"),
        path("review/", include("editorial.urls")),
        path("reports/languages/", LanguagesReport.as_view(), name="pages_and_languages"),
        path(
            "reports/languages/results/",
            LanguagesReport.as_view(results_only=True),
            name="pages_and_languages_results",
        ),
    ]


# Nothing in the admin calls the actions of its API, and some of them do not ask for locks.
PagesAdminAPIViewSet.actions.clear()


@hooks.register("register_permissions")
def register_permissions():
    """Let the owner grant the emergency to a group."""
    return Permission.objects.filter(content_type__app_label="editorial", codename="emergency_publish")


@hooks.register("register_page_header_buttons")
def offer_emergency(page, user, view_name, next_url=None):
    """Offer the emergency where there is a draft, to those few who may."""
    if page.has_unpublished_changes and user.has_perm(emergency.PERMISSION):
        address = reverse("emergency_publish", args=[page.pk])
        yield widgets.Button(_("Emergency publishing"), address, icon_name="warning", priority=90)


@hooks.register("register_page_header_buttons")
def offer_review(page, user, view_name, next_url=None):
    """Lead from a page under review to what changed in it."""
    if page.workflow_in_progress:
        yield widgets.Button(_("Review"), reverse("editorial:review", args=[page.pk]), icon_name="tasks", priority=10)


@hooks.register("before_edit_page")
def refuse_broken_decision(request, page):
    """Answer in words what Wagtail's page editor would trip over: it reads this part of the form unchecked."""
    try:
        is_whole = isinstance(json.loads(request.POST.get("workflow-action-extra-data") or "{}"), dict)
    except ValueError:
        is_whole = False
    if not is_whole:
        messages.error(request, _("The decision did not arrive whole. Nothing was done; please decide once more."))
        return redirect("editorial:review", page.pk)
    return None


@hooks.register("after_create_page")
@hooks.register("after_edit_page")
def tell_problems(request, page):
    """Say at once what will stand against an approval of the text just handed over."""
    found = problems(page) if "action-submit" in request.POST else []
    if found:
        items = format_html_join("", '<li><a href="{}">{}</a></li>', ((p.address(page), p.sentence) for p in found))
        heading = _("The text is handed over. Before it can be approved, please mend:")
        messages.warning(request, format_html("{}<ul>{}</ul>", heading, items))


@hooks.register("construct_homepage_panels")
def show_agenda(request, panels):
    """Begin with what this person has to do; Wagtail's list of reviews is part of it."""
    panels[:] = [panel for panel in panels if panel.name != "workflow_objects_to_moderate"]
    panels += [panel(request.user) for panel in PANELS]


@hooks.register("insert_global_admin_css")
def style_agenda():
    return format_html('<link rel="stylesheet" href="{}">', static("admin/agenda.css"))


@hooks.register("register_help_menu_item")
def register_guide():
    return MenuItem(_("Editors' guide"), reverse("editors_guide"), name="our-guide", icon_name="help", order=100)


@hooks.register("construct_help_menu")
def leave_our_guide_alone(request, menu_items):
    """Take away Wagtail's own guide and news: they are in English, on another host, and about another site."""
    menu_items[:] = [item for item in menu_items if "target" not in item.attrs]


@hooks.register("register_reports_menu_item")
def register_report():
    return ReportMenuItem(
        _("Pages and languages"), reverse("pages_and_languages"), name="languages", icon_name="globe", order=100
    )


class ReportMenuItem(MenuItem):
    """Shown to whoever works on pages."""

    def is_shown(self, request):
        return page_permission_policy.user_has_any_permission(request.user, MEMBER_OF_THE_TEAM)


@hooks.register("insert_editor_js")
def go_to_the_field():
    """Let a link that names a field open the editor there."""
    return format_html('<script src="{}" defer></script>', static("admin/field_link.js"))


@hooks.register("register_log_actions")
def register_log_actions(actions):
    @actions.register_action(emergency.ACTION)
    class EmergencyFormatter(LogFormatter):
        """Tells the reason in the history of the page."""

        label = gettext_lazy("Emergency publishing")

        def format_message(self, entry):
            return _("Published without review. Reason: %(reason)s") % {"reason": entry.data.get("reason", "")}

    actions.register_action(invitations.INVITED)(AskedForAdvice)
    actions.register_action(invitations.REVOKED)(TookLinkBack)
    actions.register_action(outside.ADVISED)(GaveAdvice)


class NamesReader(LogFormatter):
    """Tells of a reader from outside by name."""

    def format_message(self, entry):
        return self.message % {"name": entry.data.get("name", "")}


class AskedForAdvice(NamesReader):
    label, message = gettext_lazy("Ask for advice"), gettext_lazy("Asked for advice: %(name)s")


class TookLinkBack(NamesReader):
    label, message = gettext_lazy("Take a link back"), gettext_lazy("Took back the link of %(name)s")


class GaveAdvice(NamesReader):
    label, message = gettext_lazy("Advice from outside"), gettext_lazy("Advice was given by %(name)s")
