"""The pictures of the demonstration site, drawn once and kept in the library."""

import io
from functools import cached_property

from core.models import Licence, Picture
from core.uploads import reencode
from demo.content import shapes
from demo.pictures import CREDIT, render
from tests.factories import PictureFactory

# The sizes that cards and opening pictures ask for; cut ahead, so that the first reader does not wait.
READY_SIZES = [
    "format-webp|fill-400x250",
    "format-webp|fill-800x500",
    "format-webp|width-480",
    "format-webp|width-960",
]
SOURCE = "https://github.com/microsoft/fluentui-emoji"


class Library:
    """Finds or draws the pictures of `scenes`."""

    def __init__(self, *scenes: shapes.Picture):
        self._scenes = {scene.key: scene for scene in scenes}

    @cached_property
    def _licence(self) -> Licence:
        return Licence.objects.get(slug="mit")

    def picture(self, key: str) -> Picture:
        """Return the library's picture of the scene `key`, drawing it if it is new."""
        known = Picture.objects.filter(title=key).first()
        return known or self._draw(self._scenes[key])

    def _draw(self, scene: shapes.Picture) -> Picture:
        content, _format = reencode(io.BytesIO(render(scene)))
        picture = PictureFactory(
            title=scene.key,
            content=content,
            filename=f"{scene.key}.png",
            description_kk=scene.alt.kk,
            description_ru=scene.alt.ru,
            credit=CREDIT,
            licence=self._licence,
            source_url=SOURCE,
        )
        picture.get_renditions(*READY_SIZES)
        return picture


def scenes_of(content) -> list[shapes.Picture]:
    """Return the scenes of one page: its opening picture and those in its body."""
    opening = getattr(content, "picture", None)
    return [scene for scene in (opening, *getattr(content, "body", ())) if isinstance(scene, shapes.Picture)]
