"""Showing pictures of many pages at the price of one query."""

from collections.abc import Iterable

from django.db.models import Prefetch, prefetch_related_objects

from core.models.pictures import Picture, Rendition


def load_renditions(pictures: Iterable[Picture | None]) -> None:
    """Fetch the renditions of all given pictures in one query; `None` stands for a page without one."""
    present = [picture for picture in pictures if picture is not None]
    prefetch_related_objects(
        present, Prefetch("renditions", queryset=Rendition.objects.all(), to_attr="prefetched_renditions")
    )
