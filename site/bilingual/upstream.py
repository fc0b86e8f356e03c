"""wagtail-localize is here for its segment engine. Its own views publish unreviewed text and stay closed."""

from django.http import Http404
from django.urls import re_path
from wagtail import hooks


def closed(request, *args, **kwargs):
    """Answer every view of wagtail-localize with "not found", for superusers too."""
    raise Http404


@hooks.register("register_admin_urls", order=-1)
def close_localize_views():
    """Stand before wagtail-localize's own addresses, which keep their names for its templates."""
    return [re_path(r"^localize/", closed)]
