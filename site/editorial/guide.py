"""The editors' guide, in the language of whoever reads it; `make guide` takes its pictures."""

from django.utils.translation import gettext_lazy as _
from django.views.generic import TemplateView
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin

from core import languages


class GuideView(WagtailAdminTemplateMixin, TemplateView):
    page_title = _("Editors' guide")
    header_icon = "help"

    def get_template_names(self) -> list[str]:
        return [f"editorial/guide/{languages.active()}.html"]

    def get_breadcrumbs_items(self):
        return [*self.breadcrumbs_items, {"url": "", "label": self.page_title}]
