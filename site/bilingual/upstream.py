"""wagtail-localize is here for its segment engine. Its own views publish unreviewed text and stay closed."""

from django.http import Http404
from django.urls import re_path
from wagtail import hooks
from wagtail_localize import wagtail_hooks as localize

# What leads to those views: buttons, menu items, a permission, and the editor it puts before Wagtail's own.
OFFERS = (
    "before_edit_page",
    "before_edit_snippet",
    "register_page_action_menu_item",
    "register_page_header_buttons",
    "register_page_listing_more_buttons",
    "register_permissions",
    "register_reports_menu_item",
    "register_snippet_action_menu_item",
    "register_snippet_listing_buttons",
)


def closed(request, *args, **kwargs):
    """Answer every view of wagtail-localize with "not found", for superusers too."""
    raise Http404


@hooks.register("register_admin_urls", order=-1)
def close_localize_views():
    """Stand before wagtail-localize's own addresses, which keep their names for its templates."""
    return [re_path(r"^localize/", closed)]


def withdraw_offers():
    """Take its hooks back. Wagtail has no call for that, and for most of these none that could hide them later."""
    for name in OFFERS:
        hooks._hooks[name] = [
            (hook, order) for hook, order in hooks._hooks[name] if hook.__module__ != localize.__name__
        ]


withdraw_offers()
