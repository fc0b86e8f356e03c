"""The files of a lesson's kit at addresses below its page."""

import logging

from django.http import FileResponse, Http404, HttpRequest
from django.utils.cache import get_conditional_response, patch_cache_control
from django.utils.functional import cached_property
from wagtail.contrib.routable_page.models import re_path

from documents.archive import AnswerLeak
from lessons import kits

logger = logging.getLogger(__name__)


class KitDownloads:
    """For the lesson page: what a reader can take away from it."""

    @cached_property
    def kit(self) -> kits.Offer:
        return kits.Offer(self)

    @re_path(r"^(?P<name>(?:kit|plan|sheets|answers)\.(?:zip|docx|pdf))/$", name="kit_file")
    def kit_file(self, request: HttpRequest, name: str):
        """Answer with one file of the kit, or with the whole kit as a ZIP."""
        offered = self.kit.find(name)
        if offered is None:
            raise Http404
        answer = get_conditional_response(request, etag=f'"{offered.digest}"')
        if answer is not None:
            return answer
        try:
            file = offered.open()
        except AnswerLeak:
            # The editors' mistake: pupils must not find the answers on their sheets, so no sheet leaves.
            logger.exception("The kit of lesson %s is held back", self.pk)
            answer = self.render(request, template="lessons/kit_held_back.html")
            answer.status_code = 503
            return answer
        response = FileResponse(
            file, as_attachment=True, filename=offered.download_name, content_type=offered.media_type
        )
        response.headers["ETag"] = f'"{offered.digest}"'
        patch_cache_control(response, public=True, max_age=3600)
        return response
