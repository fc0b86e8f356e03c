"""Passing a lesson on: a QR code drawn by us, and a link for Google Classroom that is a link and no script."""

from urllib.parse import urlencode

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.utils.cache import patch_cache_control
from wagtail.contrib.routable_page.models import path

from documents.short_link import qr_picture, without_scheme

CLASSROOM = "https://classroom.google.com/share"


class ShareRoutes:
    """For the lesson page: its address in every form a teacher passes on."""

    @property
    def shared_url(self) -> str:
        return f"{settings.BASE_URL}{self.url or ''}"

    @property
    def shared_address(self) -> str:
        """The address as people write it."""
        return without_scheme(self.shared_url)

    @property
    def google_classroom_url(self) -> str:
        return f"{CLASSROOM}?{urlencode({'url': self.shared_url})}"

    @path("qr.svg/", name="qr")
    def qr(self, request: HttpRequest) -> HttpResponse:
        """Answer with the QR code of the page's address."""
        response = HttpResponse(qr_picture(self.shared_url), content_type="image/svg+xml")
        patch_cache_control(response, public=True, max_age=86_400)
        return response
