"""Lessons that a reader keeps in her own browser: the page that lists them, and the worker that finds them again."""

from pathlib import Path

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from bilingual.navigation import Navigation

WORKER = Path(settings.ROOT / "site" / "static" / "classroom" / "worker.js")


@require_safe
def worker(request: HttpRequest) -> HttpResponse:
    """Answer with the service worker, from the top of the site because a worker serves only what lies below it.

    Browsers must ask for it each time: a worker that is kept too long could not be mended.
    """
    headers = {"Cache-Control": "no-cache", "Service-Worker-Allowed": "/"}
    return HttpResponse(
        WORKER.read_text(encoding="utf-8"), content_type="text/javascript; charset=utf-8", headers=headers
    )


@require_safe
def saved_lessons(request: HttpRequest) -> HttpResponse:
    """Show the page that lists the saved lessons. The list is the browser's own; the server knows nothing of it."""
    return render(request, "lessons/saved_lessons.html", {"navigation": Navigation(request)})
