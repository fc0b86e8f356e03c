"""Pictures of the library: described in both languages, credited, licensed."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.images.models import AbstractImage, AbstractRendition

from core import languages
from core.models.reference import Licence


class Picture(AbstractImage):
    """An image of the library. Its file holds no camera data: see `core.uploads`."""

    description_kk = models.CharField(
        _("what it shows, in Kazakh"),
        max_length=255,
        blank=True,
        help_text=_("Read aloud to people who do not see the picture."),
    )
    description_ru = models.CharField(_("what it shows, in Russian"), max_length=255, blank=True)
    credit = models.CharField(_("author"), max_length=255, blank=True)
    licence = models.ForeignKey(
        Licence, on_delete=models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("licence")
    )
    source_url = models.URLField(_("where it comes from"), blank=True)

    admin_form_fields = (
        "title",
        "file",
        "description_kk",
        "description_ru",
        "credit",
        "licence",
        "source_url",
        "tags",
        "focal_point_x",
        "focal_point_y",
        "focal_point_width",
        "focal_point_height",
    )

    class Meta(AbstractImage.Meta):
        verbose_name = _("picture")
        verbose_name_plural = _("pictures")

    @property
    def default_alt_text(self) -> str:
        return self.description_in(languages.active())

    def description_in(self, language: str) -> str:
        """Return what the picture shows, in "kk" or "ru"; empty if nobody has said it yet."""
        return getattr(self, f"description_{language}")


class Rendition(AbstractRendition):
    """A picture cut to a size a page asks for."""

    image = models.ForeignKey(Picture, on_delete=models.CASCADE, related_name="renditions")

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["image", "filter_spec", "focal_point_key"], name="rendition_unique")
        ]
