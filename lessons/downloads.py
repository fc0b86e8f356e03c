"""The files of a lesson's kit at addresses below its page."""

import re

from django.db.models import Exists
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.utils.cache import patch_cache_control
from django.utils.functional import cached_property
from wagtail.contrib.routable_page.models import re_path

from core import file_answers
from lessons import offers, waiting
from lessons.models.editions import KitEdition

ANY_NAME = "|".join(re.escape(name) for name in offers.NAMES)
A_MINUTE = 60


class KitDownloads:
    """For the lesson page: what a reader can take away from it."""

    @cached_property
    def newest_edition(self) -> KitEdition | None:
        """The newest edition whose files are there, told whether a restriction covers the page."""
        editions = KitEdition.objects.of_lesson(self.translation_key, self.language).built()
        return editions.annotate(is_private=Exists(self.get_view_restrictions())).first()

    @cached_property
    def kit(self) -> offers.Offer:
        return offers.Offer(self)

    @re_path(rf"^(?P<name>{ANY_NAME})/$", name="kit_file")
    def kit_file(self, request: HttpRequest, name: str) -> HttpResponse:
        """Lead to a file of the newest built edition; nobody waits here for one to be built."""
        if not self.kit.is_ready:
            return waiting.answer(self, request)
        file = self.kit.find(name)
        if file is None:
            raise Http404
        if not self.newest_edition.is_private:
            response = HttpResponseRedirect(file.url)
            patch_cache_control(response, public=True, max_age=A_MINUTE)
            return response
        try:
            return file_answers.answer(
                request,
                file.path,
                etag=file.sha256,
                download_name=file.download_name,
                content_type=file.media_type,
                cache_control="private, no-cache",
            )
        except FileNotFoundError:
            return waiting.answer(self, request)
