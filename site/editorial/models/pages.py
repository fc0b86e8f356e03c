"""The page every section builds on: reviewed before it is read, paired with its twin, shown with its picture."""

from typing import ClassVar

from django.http import FileResponse, HttpRequest
from django.utils.cache import patch_cache_control
from wagtail.contrib.routable_page.models import RoutablePageMixin, path
from wagtail.images.models import SourceImageIOError
from wagtail.models import Page

from bilingual.navigation import Navigation
from bilingual.structured_data import json_ld
from core.models import BasePage
from core.pictures import load_renditions
from core.visibility import visible
from documents import shelf
from documents.archive import makers_digest
from documents.share_picture import share_picture
from editorial.permissions import ReviewPermissionTester


class ReviewedPage(RoutablePageMixin, BasePage):
    """A page that goes live through its workflow only."""

    # Foreign keys to other pages that the template shows as links.
    linked_pages: ClassVar[tuple[str, ...]] = ()

    class Meta:
        abstract = True

    def permissions_for_user(self, user):
        return ReviewPermissionTester(user, self)

    def get_context(self, request: HttpRequest, *args, **kwargs):
        context = super().get_context(request, *args, **kwargs)
        navigation = Navigation(request, self)
        data = json_ld(self, request, navigation)
        return {**context, "navigation": navigation, "structured_data": data, "linked": self.visible_links()}

    def visible_links(self) -> dict[str, Page]:
        """Return the pages of `linked_pages` by field name, as far as every reader may see them, in one query."""
        keys = {name: getattr(self, f"{name}_id") for name in self.linked_pages}
        wanted = [key for key in keys.values() if key]
        pages = visible(Page.objects.filter(pk__in=wanted)).in_bulk() if wanted else {}
        return {name: pages[key] for name, key in keys.items() if key in pages}

    @path("")
    def index_route(self, request: HttpRequest, *args, **kwargs):
        """Show the page itself, with the renditions of all its pictures fetched in one query."""
        response = super().index_route(request, *args, **kwargs)
        load_renditions(response.context_data.get("shown_pictures", self.shown_pictures()))
        return response

    # --- The picture that social networks show ---

    @property
    def share_picture_url(self) -> str:
        return f"{self.url}share.png" if self.url else ""

    @path("share.png/", name="share_picture")
    def share_picture(self, request: HttpRequest):
        """Answer with a picture of the title, drawn at the first request and kept until the page changes."""
        section = self.get_parent().title if self.depth > 3 else ""
        pixels = self.picture.file_hash if self.picture else ""
        digest = shelf.digest(makers_digest(), self.title, section, self.language, pixels)
        name = f"share/{self.pk}-{digest}.png"
        file = shelf.fetch(name, lambda: share_picture(self.title, section, self.language, self._picture_bytes()))
        response = FileResponse(file, content_type="image/png", filename="share.png")
        patch_cache_control(response, public=True, max_age=86_400)
        return response

    def _picture_bytes(self) -> bytes | None:
        """The page's picture, or none where its file is gone: the title can be shown without it."""
        if self.picture is None:
            return None
        try:
            with self.picture.get_rendition("fill-800x800|format-jpeg").file.open("rb") as file:
                return file.read()
        except (SourceImageIOError, OSError):
            return None
