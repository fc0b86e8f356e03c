"""What teachers tell after a lesson: the form below the lesson's page, and what readers see of the answers.

No name, no account, no cookie. An address is not stored, not even as a digest: limits count it in the cache for a day.
"""

from dataclasses import dataclass
from urllib.parse import urlsplit

from django.db.models import Avg, Case, Count, Value, When, Window
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.utils.cache import add_never_cache_headers
from django.utils.functional import cached_property
from wagtail.contrib.routable_page.models import path

from core.limits import Limit, place_of
from core.serving import takes_post
from lessons.models.reports import TaughtReport
from lessons.report_form import ReportForm

SHOWN = 5

FROM_ONE_PLACE = Limit("reports-of-place", 40)
FROM_ANYWHERE = Limit("reports-of-lesson", 300)


@dataclass(frozen=True)
class Told:
    """What teachers told of a lesson: how many in both languages, and the newest reports in this one."""

    times: int
    average_minutes: int
    reports: list[TaughtReport]


class ReportRoutes:
    """For the lesson page: "I taught this"."""

    @cached_property
    def told(self) -> Told | None:
        """The reports that editors let through, in one query; None while there are none."""
        shown = TaughtReport.objects.filter(
            page__translation_key=self.translation_key, status=TaughtReport.Status.SHOWN
        ).annotate(
            times=Window(Count("pk")),
            average=Window(Avg("minutes")),
            is_own=Case(When(page_id=self.pk or 0, then=Value(1)), default=Value(0)),
        )
        newest = list(shown.order_by("-is_own", "-received_on", "-pk")[:SHOWN])
        if not newest:
            return None
        return Told(newest[0].times, round(newest[0].average), [report for report in newest if report.is_own])

    @takes_post
    @path("taught/", name="taught")
    def taught(self, request: HttpRequest) -> HttpResponse:
        """Ask how the lesson went, or take in the answer."""
        if request.method != "POST":
            return self._form(request, ReportForm(page=self))
        if not comes_from_here(request):
            return self._form(request, ReportForm(page=self), status=403, is_foreign=True)
        form = ReportForm(request.POST, page=self)
        if form.is_of_a_machine:
            return self._thanks()
        if not form.is_valid():
            return self._form(request, form, status=422)
        if not (FROM_ONE_PLACE.allows(self.pk, place_of(request)) and FROM_ANYWHERE.allows(self.pk)):
            return self._form(request, form, status=429, is_too_often=True)
        form.keep(self)
        return self._thanks()

    @path("taught/thanks/", name="taught_thanks")
    def taught_thanks(self, request: HttpRequest) -> HttpResponse:
        """Say thank you; loading this page again sends nothing."""
        return self.render(request, template="lessons/taught/thanks.html")

    def _thanks(self) -> HttpResponse:
        return HttpResponseRedirect(f"{self.url}taught/thanks/", status=303)

    def _form(self, request: HttpRequest, form: ReportForm, status: int = 200, **context) -> HttpResponse:
        response = self.render(
            request, template="lessons/taught/form.html", context_overrides={"form": form, **context}
        )
        response.status_code = status
        add_never_cache_headers(response)
        return response


def comes_from_here(request: HttpRequest) -> bool:
    """Whether a form was sent from this site, as far as the browser says; old browsers say nothing."""
    place = request.headers.get("Sec-Fetch-Site")
    if place:
        return place in {"same-origin", "none"}
    origin = request.headers.get("Origin")
    return urlsplit(origin).netloc == request.get_host() if origin else True
