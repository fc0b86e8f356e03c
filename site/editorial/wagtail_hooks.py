"""What the review adds to the admin."""

from django.contrib.auth.models import Permission
from django.templatetags.static import static
from django.urls import include, path, reverse
from django.utils.html import format_html
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail import hooks
from wagtail.admin import widgets
from wagtail.log_actions import LogFormatter

from editorial import emergency


@hooks.register("register_admin_urls")
def register_admin_urls():
    return [
        path("emergency/<int:page_id>/", emergency.emergency_publish, name="emergency_publish"),
        path("review/", include("editorial.urls")),
    ]


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
