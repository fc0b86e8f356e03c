"""A lesson fitted to one class, at addresses of its own below the lesson. Nothing is stored for it."""

import io
import logging

from django.http import FileResponse, HttpRequest, HttpResponse, HttpResponseNotAllowed, HttpResponseRedirect
from django.utils.cache import get_conditional_response, patch_cache_control
from django.utils.decorators import method_decorator
from django.views.decorators.debug import sensitive_post_parameters, sensitive_variables
from wagtail.contrib.routable_page.models import re_path

from core.serving import takes_post
from documents import shelf
from documents.archive import AnswerLeak, makers_digest
from documents.personal import NOBODY, Personal
from lessons import kits
from lessons.fitted_files import FILES, FittedFile, TooBusyError
from lessons.fitting_forms import LENGTH_CHOICES, PersonalForm, WishesForm, asked_query
from lessons.fitting_view import FittedLesson

logger = logging.getLogger(__name__)

LONGEST_BODY = 8_192  # bytes: a name, a school, a class and a date are far shorter


class FitRoutes:
    """For the lesson page: the lesson as one class needs it."""

    @property
    def fit_url(self) -> str:
        return f"{self.url or ''}fit/"

    @property
    def lesson_lengths(self) -> list[tuple[int, str]]:
        """The lengths a lesson can be fitted to, in minutes and in words."""
        return LENGTH_CHOICES

    @re_path(r"^fit/$", name="fit")
    def fit_page(self, request: HttpRequest) -> HttpResponse:
        """Show the form and the lesson that comes of it. Each choice has one address, so that it can be shared."""
        lesson = self._fitted(request)
        if lesson.form.is_valid() and asked_query(request.GET) not in ("", lesson.query):
            return HttpResponseRedirect(lesson.url)
        return self._show(request, lesson, 200 if lesson.form.is_valid() else 400)

    @re_path(r"^fit/(?P<name>(?:kit\.zip|plan\.docx|plan\.pdf|sheets\.pdf|answers\.pdf))/$", name="fitted_file")
    @takes_post  # no token is asked for: nothing is changed, no cookie read, and a forged form would only fetch a plan
    @method_decorator(sensitive_post_parameters())
    def fitted_file(self, request: HttpRequest, name: str) -> HttpResponse:
        """Answer with a file of the fitted lesson; a posted form fills in what only the teacher knows."""
        file = FILES[name]
        if request.method == "POST":
            return self._with_names(request, file) if file.takes_names else HttpResponseNotAllowed(["GET", "HEAD"])
        lesson = self._fitted(request)
        if not lesson.is_fulfilled:
            return self._show(request, lesson, 400)
        etag = f'"{shelf.digest(makers_digest(), self.pk, name, lesson.kit_for(NOBODY))}"'
        answer = get_conditional_response(request, etag=etag)
        if answer is not None:
            return answer
        answer = self._file(request, lesson, file, NOBODY)
        if answer.status_code == 200:
            answer.headers["ETag"] = etag
            patch_cache_control(answer, public=True, max_age=3600)
        return answer

    @sensitive_variables()
    def _with_names(self, request: HttpRequest, file: FittedFile) -> HttpResponse:
        """Answer with a file that bears names. Nothing of it is kept here, nor by any cache on the way."""
        if body_length(request) > LONGEST_BODY:
            answer = self.render(request, template="lessons/fit_too_long.html")
            answer.status_code = 413
        else:
            lesson = self._fitted(request, PersonalForm(request.POST))
            if lesson.is_fulfilled and lesson.personal_form.is_valid():
                answer = self._file(request, lesson, file, lesson.personal_form.personal)
            else:
                answer = self._show(request, lesson, 400)
        patch_cache_control(answer, no_store=True, private=True)
        return answer

    def _fitted(self, request: HttpRequest, personal_form: PersonalForm | None = None) -> FittedLesson:
        kit = kits.kit_of(self)
        form = WishesForm(kit, request.GET, allows_animal=self.has_live_animal)
        return FittedLesson(self, kit, form, PersonalForm() if personal_form is None else personal_form)

    def _show(self, request: HttpRequest, lesson: FittedLesson, status: int) -> HttpResponse:
        answer = self.render(
            request, template="lessons/fit.html", context_overrides={"lesson": lesson, "structured_data": ""}
        )
        answer.status_code = status
        answer.headers["X-Robots-Tag"] = "noindex"
        return answer

    @sensitive_variables()
    def _file(self, request: HttpRequest, lesson: FittedLesson, file: FittedFile, personal: Personal) -> HttpResponse:
        try:
            content = file.made_of(lesson.kit_for(personal))
        except AnswerLeak as leak:
            logger.error("A fitted kit of lesson %s is held back: %s", self.pk, leak)
            return self._refused(request, "lessons/kit_held_back.html")
        except TooBusyError:
            answer = self._refused(request, "lessons/fit_busy.html")
            answer.headers["Retry-After"] = "30"
            return answer
        minutes = lesson.outcome.wishes.minutes
        answer = FileResponse(
            io.BytesIO(content),
            as_attachment=True,
            filename=f"{self.slug}-{self.language}-{minutes}min-{file.name}",
            content_type=file.media_type,
        )
        answer.headers["X-Robots-Tag"] = "noindex"
        return answer

    def _refused(self, request: HttpRequest, template: str) -> HttpResponse:
        answer = self.render(request, template=template)
        answer.status_code = 503
        return answer


def body_length(request: HttpRequest) -> int:
    """Return how long the body is said to be, in bytes. Django reads no further; what makes no sense is no body."""
    try:
        return int(request.META.get("CONTENT_LENGTH") or 0)
    except ValueError:
        return 0
