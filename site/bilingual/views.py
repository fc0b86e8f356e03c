"""Addresses without a language."""

from django.http import HttpRequest, HttpResponseRedirect
from django.utils.cache import patch_vary_headers
from django.utils.translation import get_language_from_request

from bilingual.navigation import home_url
from core import languages


def choose_language(request: HttpRequest) -> HttpResponseRedirect:
    """Send `/` to the home page in the reader's language: her cookie, then her browser, then Kazakh."""
    wanted = get_language_from_request(request).split("-")[0]
    response = HttpResponseRedirect(home_url(wanted if wanted in languages.CODES else languages.KAZAKH))
    patch_vary_headers(response, ["Accept-Language", "Cookie"])
    return response
