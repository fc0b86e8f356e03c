"""The lesson as slides for a projector or an interactive board, at an address below its page."""

from django.http import HttpRequest
from django.template.response import TemplateResponse
from django.utils.safestring import mark_safe
from wagtail.contrib.routable_page.models import path

from bilingual.navigation import Navigation
from core.pictures import load_renditions
from documents.short_link import qr_picture
from lessons import kits, slides

PLACE = "class/"


class ClassroomRoutes:
    """For the lesson page: the same lesson, one stage at a time, in letters that the last row can read."""

    @property
    def classroom_url(self) -> str:
        return f"{self.url}{PLACE}" if self.url else ""

    @path(PLACE, name="classroom")
    def classroom(self, request: HttpRequest) -> TemplateResponse:
        """Show every slide on one page, readable as it is; a script of ours then shows one at a time."""
        lesson = kits.kit_of(self)
        load_renditions([self.picture])
        context = {
            "page": self,
            "navigation": Navigation(request, self),
            "lesson": lesson,
            "stages": slides.stages_of(lesson, with_animal=self.has_live_animal),
            "roles": slides.roles_of(lesson),
            "qr": mark_safe(qr_picture(f"{lesson.url}{PLACE}")),  # noqa: S308 - drawn by us
        }
        return TemplateResponse(request, "lessons/classroom.html", context)
