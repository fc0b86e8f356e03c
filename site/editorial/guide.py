"""The editors' guide, in the language of whoever reads it."""

from django.http import HttpRequest, HttpResponse
from django.template.response import TemplateResponse

from core import languages


def guide(request: HttpRequest) -> HttpResponse:
    """Show the guide; its pictures are made by `make guide`."""
    return TemplateResponse(request, f"editorial/guide/{languages.active()}.html")
