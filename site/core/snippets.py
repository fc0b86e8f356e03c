"""Rows of data in the admin, in the language of whoever looks at them."""

from django.urls import reverse_lazy
from django.utils.translation import gettext_lazy as _
from wagtail.snippets.views.snippets import SnippetViewSet


class RegistryViewSet(SnippetViewSet):
    """A registry with its own place in the menu."""

    list_per_page = 50
    # Wagtail words its own once per process, in the language of whoever came first.
    breadcrumbs_items = [{"url": reverse_lazy("wagtailadmin_home"), "label": _("Home")}]
