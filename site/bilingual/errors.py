"""What a reader sees where there is no page, or where we failed."""

from pathlib import Path

from django.conf import settings
from django.http import HttpRequest, HttpResponseNotFound, HttpResponseServerError
from django.template.loader import render_to_string
from django.utils.translation import get_language_from_path, override
from wagtail.models import Page

from bilingual.navigation import Navigation
from core import languages
from core.serving import home_path
from core.visibility import visible


def page_not_found(request: HttpRequest, exception=None) -> HttpResponseNotFound:
    """Say in the language of the address that nothing is here, offering the twin, the sections and the search."""
    code = get_language_from_path(request.path) or languages.active()
    with override(code):
        navigation = Navigation(request)
        twin = find_twin(request.path, code)
        sibling_url = twin.url if twin is not None else ""
        context = {"navigation": navigation, "sibling_url": sibling_url, "sibling": twin}
        html = render_to_string("404.html", context, request)
    return HttpResponseNotFound(html, headers={"Content-Language": code})


def find_twin(path: str, code: str) -> Page | None:
    """Return the visible page in the other language that the reader of `path` most likely wants.

    That is the twin of an unpublished page at this very address, or the page whose own address this would be
    if only the language prefix had not been swapped.
    """
    rest = path.removeprefix(f"/{code}/").strip("/").replace("\x00", "")
    if not rest or len(rest) > 500:
        return None
    slug = rest.rsplit("/", 1)[-1]
    here = Page.objects.filter(slug=slug, url_path=f"{home_path(code)}{rest}/").values("translation_key")
    other = languages.other(code)
    elsewhere = visible(Page.objects.filter(locale__language_code=other)).select_related("locale")
    return (
        elsewhere.filter(translation_key__in=here).first()
        or elsewhere.filter(slug=slug, url_path=f"{home_path(other)}{rest}/").first()
    )


def server_error(request: HttpRequest) -> HttpResponseServerError:
    """Answer with a page that needs neither database nor template engine, in both languages."""
    page = Path(settings.ROOT / "templates" / "500.html")
    return HttpResponseServerError(page.read_text(encoding="utf-8"))
