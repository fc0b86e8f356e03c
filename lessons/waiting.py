"""What a reader gets in place of a kit that is not there yet, was withdrawn, or is held back."""

from typing import TYPE_CHECKING

from django.core.cache import cache
from django.http import HttpRequest, HttpResponse
from django.template.response import TemplateResponse

from lessons.models.editions import KitEdition

if TYPE_CHECKING:
    from lessons.models import LessonPage

SOON, LATER = 60, 3600  # seconds after which to come again
ASKED_FOR = 300


def answer(page: "LessonPage", request: HttpRequest) -> HttpResponse:
    """Say why there is no kit to download now; have it built, unless editors must act first."""
    newest = KitEdition.objects.of_lesson(page.translation_key, page.language).first()
    if newest is not None and newest.is_withdrawn:
        return _said(page, request, "lessons/kit_withdrawn.html", 410, newest)
    if newest is not None and newest.failure == KitEdition.Failure.LEAK:
        response = _said(page, request, "lessons/kit_held_back.html", 503, newest)
        response.headers["Retry-After"] = str(LATER)
        return response
    response = _said(page, request, "lessons/kit_in_preparation.html", 503, newest)
    response.headers["Retry-After"] = str(SOON)
    return build_afterwards(response, page.pk)


def build_afterwards(response: HttpResponse, page_id: int) -> HttpResponse:
    """Have the kit of a lesson built once the last byte of `response` is sent; once for all who ask within minutes."""
    from lessons.tasks import build_kit

    if cache.add(f"kit-asked-for:{page_id}", True, ASKED_FOR):
        response._resource_closers.append(lambda: build_kit.enqueue(page_id))
    return response


def _said(
    page: "LessonPage", request: HttpRequest, template: str, status: int, edition: KitEdition | None
) -> TemplateResponse:
    response = page.render(request, template=template, context_overrides={"edition": edition})
    response.status_code = status
    response.headers["Cache-Control"] = "no-store"
    return response
