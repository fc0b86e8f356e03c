"""The page every section builds on: reviewed before it is read, paired with its twin, shown with its picture."""

from collections.abc import Iterable
from typing import ClassVar

from django.db import transaction
from django.db.models import QuerySet
from django.http import FileResponse, HttpRequest
from django.utils.cache import patch_cache_control
from django.utils.translation import gettext as _
from wagtail.contrib.routable_page.models import RoutablePageMixin, path
from wagtail.images.models import SourceImageIOError
from wagtail.models import Page

from bilingual.navigation import Navigation
from bilingual.pairs import hold, twin_of
from bilingual.structured_data import json_ld
from core.models import BasePage
from core.pictures import load_renditions
from core.visibility import visible
from documents import shelf
from documents.archive import makers_digest
from documents.share_picture import share_picture
from editorial.completeness import unfinished_blocks
from editorial.gate import Problem, empty, taken_address, undescribed_pictures
from editorial.going_live import (
    NotApprovedError,
    adopt_schedule,
    carry_approval,
    ensure_approved,
    take_off_the_schedule,
    waiting_revision,
    was_handed_over,
)
from editorial.locks import TwinLock
from editorial.page_forms import DraftKeepingForm
from editorial.permissions import ReviewPermissionTester
from editorial.workflows import asks_a_lawyer, law_workflow


class ReviewedPage(RoutablePageMixin, BasePage):
    """A page that goes live through its workflow only."""

    # Foreign keys to other pages that the template shows as links.
    linked_pages: ClassVar[tuple[str, ...]] = ()

    # Whether it says what the law says, so that a lawyer reads it before others do, wherever in the tree it stands.
    states_law = False

    # Whether it is a part of the site's frame, which stays where it is.
    holds_the_frame = False

    base_form_class = DraftKeepingForm

    # Whether neither language goes live before both are approved. Where not, the translation may follow.
    twins_go_live_together = False

    class Meta:
        abstract = True

    # --- Review ---

    def publish_problems(self) -> Iterable[Problem]:
        """Yield what must be mended before readers may see the page. Each page type adds its own rules."""
        yield from empty(self, summary=_("The summary is missing: cards and search results show it."))
        yield from taken_address(self)
        yield from undescribed_pictures(self)
        yield from unfinished_blocks(self)

    def get_workflow(self):
        workflow = super().get_workflow()
        return law_workflow() if self.states_law and not asks_a_lawyer(workflow) else workflow

    @property
    def has_workflow(self) -> bool:
        return self.get_workflow() is not None

    def permissions_for_user(self, user):
        return ReviewPermissionTester(user, self)

    @transaction.atomic
    def save_revision(self, *args, overwrite_revision=None, **kwargs):
        """Save a draft; one that somebody was asked to read is never overwritten, by autosave for instance."""
        if overwrite_revision is not None and was_handed_over(self, overwrite_revision):
            overwrite_revision = None
        revision = super().save_revision(*args, overwrite_revision=overwrite_revision, **kwargs)
        carry_approval(self, revision)
        return revision

    def get_lock(self):
        return super().get_lock() or (TwinLock(self) if self.waits_for_twin() else None)

    def waits_for_twin(self) -> bool:
        """Whether the newest text is approved and goes live as soon as the other language is approved too."""
        return self.twins_go_live_together and self.has_unpublished_changes and waiting_revision(self) is not None

    @transaction.atomic
    def publish(self, revision, user=None, **options):
        """Publish an approved text, and its twin with it where the type asks for that: both or neither.

        Every way to publish that does not ask `permissions_for_user` first comes through here: scheduler, commands,
        bulk action, code. Raises `NotApprovedError` for any other text.
        """
        hold(self)
        scheduled = options.get("log_action") == "wagtail.publish.scheduled"
        if scheduled and Page.objects.filter(pk=self.pk, live=True, live_revision=revision).exists():
            return  # the scheduler comes to both twins, and the first took the second along
        try:
            ensure_approved(self, revision)
        except NotApprovedError as refusal:
            if not scheduled:
                raise
            take_off_the_schedule(revision, refusal)
            return
        adopt_schedule(self, revision)
        super().publish(revision, user=user, **options)
        twin = twin_of(self) if self.twins_go_live_together else None
        waiting = waiting_revision(twin) if twin is not None else None
        if waiting is not None:
            adopt_schedule(twin, waiting)
            Page.publish(twin, waiting, user=user, **options)

    # --- Reading ---

    def get_context(self, request: HttpRequest, *args, **kwargs):
        context = super().get_context(request, *args, **kwargs)
        navigation = Navigation(request, self)
        data = json_ld(self, request, navigation)
        return {**context, "navigation": navigation, "structured_data": data, "linked": self.visible_links()}

    def visible_links(self) -> dict[str, Page]:
        """Return the pages of `linked_pages` by field name, as far as every reader may see them, in one query."""
        keys = {name: getattr(self, f"{name}_id") for name in self.linked_pages}
        wanted = [key for key in keys.values() if key]
        pages = self.linkable(Page.objects.filter(pk__in=wanted)).in_bulk() if wanted else {}
        return {name: pages[key] for name, key in keys.items() if key in pages}

    def linkable(self, pages: QuerySet) -> QuerySet:
        """Narrow the linked pages to those that may be shown. A page type adds its own rules."""
        return visible(pages)

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
