"""Uploaded pictures: checked by content, turned upright, freed of camera and place data."""

import io
import warnings
from pathlib import PurePath

from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import InMemoryUploadedFile, UploadedFile
from django.utils.translation import gettext as _
from PIL import Image, ImageOps
from wagtail.images.forms import BaseImageForm

FORMATS = ("JPEG", "PNG", "WEBP")
LONGEST_SIDE = 3200
MAX_PIXELS = 60_000_000


class BrokenPictureError(ValueError):
    """The file is not a picture that can be shown."""


def reencode(source) -> tuple[bytes, str]:
    """Return the bytes and the format ("JPEG", "PNG" or "WEBP") of a clean copy of an image file.

    The copy is upright, at most 3200 pixels long, without EXIF, GPS, comments or animation.
    Raises `BrokenPictureError` where the file cannot be decoded whole or is larger than 60 megapixels.
    """
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("error", Image.DecompressionBombWarning)
            with Image.open(source, formats=FORMATS) as image:
                return _clean_copy(image), image.format
    except (OSError, SyntaxError, ValueError, Image.DecompressionBombError, Image.DecompressionBombWarning) as error:
        raise BrokenPictureError(str(error)) from error


def _clean_copy(image: Image.Image) -> bytes:
    """Encode the pixels alone anew: whatever else the file carried stays behind."""
    if image.width * image.height > MAX_PIXELS:
        raise BrokenPictureError("too many pixels")
    image.load()
    upright = ImageOps.exif_transpose(image)
    upright.thumbnail((LONGEST_SIDE, LONGEST_SIDE))
    mode = "RGBA" if image.format != "JPEG" and upright.has_transparency_data else "RGB"
    pixels = upright.convert(mode)
    output = io.BytesIO()
    options = {"optimize": True} if image.format == "PNG" else {"quality": 88}
    Image.frombytes(mode, pixels.size, pixels.tobytes()).save(output, image.format, **options)
    return output.getvalue()


class PictureForm(BaseImageForm):
    """The form behind every door by which an editor adds a picture."""

    def clean_file(self):
        upload = self.cleaned_data.get("file")
        if not isinstance(upload, UploadedFile):
            return upload
        try:
            upload.seek(0)
            content, kind = reencode(upload)
        except BrokenPictureError as error:
            raise ValidationError(
                _("This picture is damaged or too large. Open it in a picture program, save it anew and try again.")
            ) from error
        return _uploaded(content, kind, upload)


def _uploaded(content: bytes, kind: str, original: UploadedFile) -> InMemoryUploadedFile:
    """Wrap clean bytes as the upload they replace."""
    suffix = {"JPEG": ".jpg", "PNG": ".png", "WEBP": ".webp"}[kind]
    name = PurePath(original.name).with_suffix(suffix).name
    return InMemoryUploadedFile(io.BytesIO(content), "file", name, f"image/{kind.lower()}", len(content), None)
