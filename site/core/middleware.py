"""What every answer carries, and what no request may."""

from csp.decorators import csp_replace
from django.conf import settings
from django.http import Http404

PERMISSIONS_POLICY = "camera=(), geolocation=(), microphone=(), payment=(), usb=(), browsing-topics=()"


def security_headers(get_response):
    """Add the headers Django has no setting for."""

    def middleware(request):
        response = get_response(request)
        response.headers.setdefault("Permissions-Policy", PERMISSIONS_POLICY)
        response.headers.setdefault("Cross-Origin-Resource-Policy", "same-origin")
        return response

    return middleware


def admin_content_policy(get_response):
    """Allow the admin, which Wagtail builds with inline scripts and styles, what no reader's page may do."""
    get_admin_response = csp_replace(settings.ADMIN_CONTENT_SECURITY_POLICY)(get_response)

    def middleware(request):
        return (get_admin_response if request.path.startswith("/admin/") else get_response)(request)

    return middleware


def refuse_null_bytes(get_response):
    """Answer "not found" for an address with a null byte, which PostgreSQL would refuse with an error."""

    def middleware(request):
        if "\x00" in request.path:
            raise Http404
        return get_response(request)

    return middleware
