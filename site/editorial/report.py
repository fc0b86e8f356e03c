"""The report "pages × languages": every pair with the state of both languages, to filter and to take away."""

import django_filters
from django.contrib.contenttypes.models import ContentType
from django.db.models import QuerySet
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from wagtail.admin.filters import ContentTypeFilter, WagtailFilterSet
from wagtail.admin.ui.tables import Column
from wagtail.admin.views.reports import ReportView
from wagtail.coreutils import get_content_type_label
from wagtail.models import Page
from wagtail.permissions import page_permission_policy

from core import languages
from editorial.page_states import PageState, pairs, reviewed_types

MEMBER_OF_THE_TEAM = ["add", "change", "publish"]


def _state_name(state: str) -> str:
    return str(PageState(state).label)


class LanguageColumn(Column):
    """One language of a pair: its title, where it stands, and the way there."""

    cell_template_name = "editorial/report_cell.html"

    def __init__(self, code: str):
        super().__init__(code, label=languages.NATIVE_NAMES[code], sort_key=f"{code}_title")
        self.code = code

    def get_cell_context_data(self, instance, parent_context):
        key, state = getattr(instance, f"{self.code}_id"), getattr(instance, f"{self.code}_state")
        return super().get_cell_context_data(instance, parent_context) | {
            "code": self.code,
            "title": getattr(instance, f"{self.code}_title"),
            "state": state,
            "state_label": _state_name(state),
            "address": _way_to(instance, key, state),
        }


def _way_to(row: Page, key: int | None, state: str) -> str:
    """Return where something can be done about one language: its review, its translation, or its editor."""
    if state == PageState.IN_REVIEW:
        return reverse("editorial:review", args=[key])
    if state in {PageState.MISSING, PageState.BEHIND}:
        return reverse("bilingual:translate", args=[row.pk])
    return reverse("wagtailadmin_pages:edit", args=[key])


class LanguagesFilterSet(WagtailFilterSet):
    """Narrows the report by words of the title, type of page and state of each language."""

    title = django_filters.CharFilter(label=_("Title"), method="by_title")
    content_type = ContentTypeFilter(label=_("Type"), queryset=lambda request: _types())
    kk_state = django_filters.MultipleChoiceFilter(label=languages.NATIVE_NAMES["kk"], choices=PageState.choices)
    ru_state = django_filters.MultipleChoiceFilter(label=languages.NATIVE_NAMES["ru"], choices=PageState.choices)

    class Meta:
        model = Page
        fields = ["title", "content_type", "kk_state", "ru_state"]

    def by_title(self, rows, name, value):
        return rows.filter(kk_title__icontains=value) | rows.filter(ru_title__icontains=value)


def _types() -> QuerySet:
    return ContentType.objects.filter(pk__in=[found.pk for found in reviewed_types()])


class LanguagesReport(ReportView):
    """Lists all pairs a member of the team works on."""

    page_title = _("Pages and languages")
    header_icon = "globe"
    index_url_name = "pages_and_languages"
    index_results_url_name = "pages_and_languages_results"
    filterset_class = LanguagesFilterSet
    permission_policy = page_permission_policy
    any_permission_required = MEMBER_OF_THE_TEAM
    default_ordering = "path"
    columns = [
        LanguageColumn("kk"),
        LanguageColumn("ru"),
        Column("content_type", label=_("Type"), accessor=lambda row: get_content_type_label(row.content_type)),
        Column(
            "latest_revision_created_at",
            label=_("Updated"),
            accessor="latest_revision_created_at",
            sort_key="latest_revision_created_at",
        ),
    ]
    list_export = ["kk_title", "kk_state", "ru_title", "ru_state", "content_type", "latest_revision_created_at"]
    export_headings = {
        "kk_title": languages.NATIVE_NAMES["kk"],
        "kk_state": _("State of the Kazakh text"),
        "ru_title": languages.NATIVE_NAMES["ru"],
        "ru_state": _("State of the Russian text"),
        "content_type": _("Type"),
        "latest_revision_created_at": _("Updated"),
    }

    def __init__(self, **kwargs):
        super().__init__(**kwargs)
        self.custom_field_preprocess = self.custom_field_preprocess | {
            name: dict.fromkeys(self.FORMATS, preprocess)
            for name, preprocess in {
                "kk_state": _state_name,
                "ru_state": _state_name,
                "content_type": get_content_type_label,
            }.items()
        }

    def get_queryset(self):
        pages = page_permission_policy.instances_user_has_any_permission_for(self.request.user, MEMBER_OF_THE_TEAM)
        self.queryset = pairs(pages.select_related("content_type")).order_by("path")
        return super().get_queryset()
