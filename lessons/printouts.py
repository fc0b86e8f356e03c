"""The short links that stand on every printed page: whether it is current, and the files of an edition."""

import re

from django.core.cache import cache
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.cache import patch_cache_control
from django.utils.translation import override
from django.views.decorators.http import require_safe

from bilingual.navigation import Navigation
from core import file_answers, languages
from core.visibility import visible
from lessons.changes import changes_since
from lessons.issuing import CODE_ALPHABET, CODE_LENGTH
from lessons.models import KitEdition, LessonPage
from lessons.waiting import build_afterwards

FIVE_MINUTES = 300
OPEN_FOR = 60  # seconds until a withdrawal has reached every process


class PrintoutNavigation(Navigation):
    """Navigation whose language links lead to the same answer in the other language."""

    def __init__(self, request: HttpRequest, edition: KitEdition):
        super().__init__(request)
        self.edition = edition

    def _same_view(self, code: str) -> str:
        return reverse("printout_in", args=[self.edition.code, code])


@require_safe
def find_printout(request: HttpRequest) -> HttpResponse:
    """Lead from a code typed into the form to its answer."""
    code = request.GET.get("code", "").strip().lower()
    if code.isascii() and code.isalnum():
        return redirect("printout", code=code[:20])
    return unknown(request, status=200 if not code else 404)


@require_safe
def printout(request: HttpRequest, code: str, language: str | None = None) -> HttpResponse:
    """Say whether a printout of this code is current, replaced or withdrawn, in its own language or in the other."""
    if language is not None and language not in languages.CODES:
        raise Http404
    edition = KitEdition.objects.select_related("page").filter(code=code.lower()).first()
    if edition is None:
        return unknown(request, status=404)
    language = language or edition.language
    with override(language):
        context = {"navigation": PrintoutNavigation(request, edition), **state_of(edition)}
        response = render(request, "lessons/printout.html", context)
    response.headers["Content-Language"] = language
    response.headers["X-Robots-Tag"] = "noindex"
    patch_cache_control(response, public=True, max_age=FIVE_MINUTES)
    return response


def state_of(edition: KitEdition) -> dict:
    """Return what there is to say of an edition, in two queries however many came after it."""
    later = KitEdition.objects.of_lesson(edition.translation_key, edition.language).built()
    newer = list(later.filter(number__gt=edition.number))
    lessons = visible(LessonPage.objects.filter(translation_key=edition.translation_key))
    by_language = {lesson.language: lesson for lesson in lessons.select_related("locale")}
    state = "withdrawn" if edition.is_withdrawn else "replaced" if newer else "current"
    newest = newer[0] if newer else edition
    return {
        "edition": edition,
        "state": state,
        "newest": newest,
        "newest_is_offered": newest != edition and not newest.is_withdrawn,
        "changes": changes_since(edition, newer),
        "lesson": by_language.get(edition.language),
        "other_lesson": by_language.get(languages.other(edition.language)),
    }


def unknown(request: HttpRequest, status: int) -> HttpResponse:
    """Say kindly how a code is read."""
    context = {"length": CODE_LENGTH, "signs": CODE_ALPHABET, "was_asked": status == 404}
    response = render(request, "lessons/printout_unknown.html", context, status=status)
    response.headers["X-Robots-Tag"] = "noindex"
    return response


def kit_files(get_response):
    """Answer for files of kits before anything else is asked, as it is done for static files: they cost as little."""
    address = re.compile(r"/k/(?P<code>[A-Za-z0-9]{1,20})/(?P<name>[\w-]+\.[a-z]+)")

    def middleware(request: HttpRequest) -> HttpResponse:
        match = address.fullmatch(request.path_info)
        return kit_file(request, **match.groupdict()) if match else get_response(request)

    return middleware


@require_safe
def kit_file(request: HttpRequest, code: str, name: str) -> HttpResponse:
    """Answer with a file of an edition. What lies under a code never changes, so it may be kept for good."""
    edition = open_edition(code.lower())
    entry = edition["files"].get(name)
    if entry is None:
        return redirect("printout", code=code.lower())
    try:
        response = file_answers.answer(
            request,
            entry["path"],
            etag=entry["sha256"],
            download_name=name,
            content_type=entry["media_type"],
            cache_control=file_answers.IMMUTABLE,
        )
    except FileNotFoundError:
        return build_afterwards(redirect("printout", code=code.lower()), edition["page"])
    response.headers["Content-Language"] = edition["language"]
    response.headers["X-Robots-Tag"] = "noindex"
    return response


def open_edition(code: str) -> dict:
    """Return the language and the files of an edition that everybody may download now; remembered for a minute."""
    key = f"kit-edition:{code}"
    known = cache.get(key)
    if known is None:
        known = _find_open_edition(code)
        if known["files"]:
            cache.set(key, known, OPEN_FOR)
    return known


def close_edition(code: str) -> None:
    """Forget that an edition was open to all, in this process or in the cache that all share."""
    cache.delete(f"kit-edition:{code}")


def _find_open_edition(code: str) -> dict:
    edition = (
        KitEdition.objects.built()
        .filter(code=code, withdrawn_at__isnull=True, page__in=visible(LessonPage.objects.all()))
        .first()
    )
    if edition is None:
        return {"files": {}, "language": languages.KAZAKH, "page": None}
    files = {entry["file"]: entry for entry in edition.files}
    return {"files": files, "language": edition.language, "page": edition.page_id}
