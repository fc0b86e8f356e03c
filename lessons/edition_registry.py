"""The editions of kits in the admin: looked through, commented on, withdrawn; never added or deleted by hand."""

from functools import partial

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail.admin.forms import WagtailAdminModelForm
from wagtail.admin.panels import FieldPanel, ObjectList
from wagtail.admin.ui.tables import Column, DateColumn
from wagtail.permission_policies import ModelPermissionPolicy

from core.snippets import RegistryViewSet
from lessons.models import KitEdition
from lessons.printouts import close_edition
from lessons.tasks import build_later


class EditionForm(WagtailAdminModelForm):
    """An edition is withdrawn by writing why, and given back by taking the reason away."""

    def save(self, commit=True):
        edition = self.instance
        if not edition.withdrawal_reason.strip():
            edition.withdrawn_at = None
        elif edition.withdrawn_at is None:
            edition.withdrawn_at = timezone.now()
        saved = super().save(commit)
        transaction.on_commit(partial(close_edition, edition.code))
        if edition.page_id is not None:
            build_later(edition.page_id)  # the kit of both languages must not hold what is withdrawn
        return saved


class EditionPermissionPolicy(ModelPermissionPolicy):
    """Editions are issued by publishing, and their short links answer for good."""

    def user_has_permission(self, user, action):
        return action not in ("add", "delete") and super().user_has_permission(user, action)


class KitEditionViewSet(RegistryViewSet):
    model = KitEdition
    icon = "download"
    menu_label = _("Editions of kits")
    menu_order = 330
    add_to_admin_menu = True
    copy_view_enabled = False
    inspect_view_enabled = True
    inspect_view_fields = [
        *("title", "language", "number", "code", "issued_at", "built_at", "what_changed"),
        *("state_text", "failure_detail", "withdrawn_at", "withdrawal_reason"),
    ]
    list_display = [
        "title",
        "language",
        "number",
        Column("code", label=_("Code"), accessor="code"),
        Column("state", label=_("State"), accessor="state_text"),
        DateColumn("issued_at", label=_("Issued")),
    ]
    list_filter = ["language", "failure"]
    search_fields = ["title", "code"]
    ordering = ["-issued_at", "-pk"]
    edit_handler = ObjectList(
        [FieldPanel("what_changed"), FieldPanel("withdrawal_reason")], base_form_class=EditionForm
    )

    @property
    def permission_policy(self):
        return EditionPermissionPolicy(self.model)
