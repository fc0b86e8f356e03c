"""Searching all sections in the language of the page."""

import re

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.cache import patch_cache_control
from django.views.decorators.http import require_safe
from wagtail.models import Locale, Page

from bilingual.navigation import Navigation
from core import languages
from core.listing import Listing

MAX_LENGTH = 200
MAX_WORDS = 12


def clean_query(text: str) -> str:
    """Return at most 12 words and 200 characters of `text`, without signs that a database could read as operators."""
    words = re.sub(r"[^\w\s-]", " ", text[:MAX_LENGTH]).split()
    return " ".join(word for word in words[:MAX_WORDS] if word.strip("-_"))


@require_safe
def search(request: HttpRequest) -> HttpResponse:
    """Show the pages that hold every word of `q`."""
    typed = request.GET.get("q", "")[:MAX_LENGTH].replace("\x00", "")
    query = clean_query(typed)
    navigation = Navigation(request)
    listing = None
    if query:
        pages = Page.objects.live().public().filter(locale=Locale.get_active(), depth__gt=2)
        listing = Listing(pages.specific().search(query), request.GET, kept_parameters={"q": typed})
        for page in listing.cards:
            section = next((link for link in navigation.sections if page.path.startswith(link.page.path)), None)
            page.section_title = section.title if section else ""
    context = {"navigation": navigation, "query": typed, "listing": listing}
    return render(request, "search/search.html", context)


@require_safe
def opensearch(request: HttpRequest) -> HttpResponse:
    """Let browsers offer the site's search in their own search bar."""
    context = {
        "search_url": request.build_absolute_uri(reverse("search")),
        "language": languages.active(),
    }
    response = render(
        request, "search/opensearch.xml", context, content_type="application/opensearchdescription+xml; charset=utf-8"
    )
    patch_cache_control(response, public=True, max_age=86_400)
    return response
