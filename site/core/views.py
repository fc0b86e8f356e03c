"""Small answers for machines, and the pictures of the library."""

import posixpath

from django.conf import settings
from django.db import connection
from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.cache import patch_cache_control
from django.views.decorators.http import require_safe
from django.views.static import serve

# Documents have a view that asks who may read them; kits and share pictures are served by their pages.
PUBLIC_MEDIA = ("images/", "original_images/", "avatar_images/")
A_WEEK = 604_800


@require_safe
def robots(request: HttpRequest) -> HttpResponse:
    """Tell robots where the sitemap is and that the admin is not for them."""
    sitemap = request.build_absolute_uri(reverse("sitemap"))
    lines = ["User-agent: *", "Disallow: /admin/", "Disallow: /documents/", f"Sitemap: {sitemap}", ""]
    return HttpResponse("\n".join(lines), content_type="text/plain; charset=utf-8")


@require_safe
def healthy(request: HttpRequest) -> HttpResponse:
    """Answer "ok" if the database answers."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT 1")
    return HttpResponse("ok", content_type="text/plain")


@require_safe
def media(request: HttpRequest, path: str) -> HttpResponse:
    """Serve a picture, where no web server in front does. Everything else in the media folder is not for strangers."""
    path = posixpath.normpath(path)
    if not path.startswith(PUBLIC_MEDIA):
        raise Http404
    try:
        response = serve(request, path, document_root=settings.MEDIA_ROOT)
    except OSError as error:
        raise Http404 from error
    # A changed picture gets a new name, so an old one may be kept.
    patch_cache_control(response, public=True, max_age=A_WEEK)
    return response
