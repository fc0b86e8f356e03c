"""Uploaded files: pictures are checked by content, turned upright, freed of camera and place data."""

import io
import warnings
from pathlib import PurePath

from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import InMemoryUploadedFile, UploadedFile
from django.utils.translation import gettext as _
from PIL import Image, ImageOps
from wagtail.admin.forms.account import AvatarPreferencesForm
from wagtail.documents.forms import BaseDocumentForm
from wagtail.images.fields import WagtailImageField
from wagtail.images.forms import BaseImageForm

from core.live_use import refuse_if_live

FORMATS = ("JPEG", "PNG", "WEBP")
LONGEST_SIDE = 3200
MAX_PIXELS = 60_000_000

# What readers see of a picture or a document; the rest orders the library.
SHOWN = {"file", "description_kk", "description_ru", "credit", "licence", "source_url"}
SHOWN_OF_DOCUMENT = {"file", "title"}


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
    except Exception as error:  # A decoder of a broken file raises whatever its arithmetic meets.
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
    options = {} if image.format == "PNG" else {"quality": 88}
    Image.frombytes(mode, pixels.size, pixels.tobytes()).save(output, image.format, **options)
    return output.getvalue()


class PictureField(WagtailImageField):
    """Wagtail's field, with every failure to read the file told in words, and with a clean copy for its value."""

    def to_python(self, data):
        try:
            upload = super().to_python(data)
            return upload and _uploaded(*reencode(upload), upload)
        except ValidationError:
            raise
        except Exception as error:  # Wagtail asks a decoder for the size, and decoders break in ways of their own.
            raise ValidationError(
                _("This picture is damaged or too large. Open it in a picture program, save it anew and try again.")
            ) from error


def clean_avatars() -> None:
    """Let pictures of people pass the same cleaning; strangers may open them by their address."""
    given = AvatarPreferencesForm.base_fields["avatar"]
    AvatarPreferencesForm.base_fields["avatar"] = PictureField(label=given.label, required=False, widget=given.widget)


class KeepsLivePages:
    """For the form of something in the library: what live pages show of it cannot be changed under them."""

    shown: set[str]

    def clean(self):
        cleaned = super().clean()
        if changed := sorted(self.shown & set(self.changed_data)):
            try:
                refuse_if_live(self.instance)
            except ValidationError as refusal:
                self.add_error(changed[0], refusal)
        return cleaned


class DocumentForm(KeepsLivePages, BaseDocumentForm):
    """The form behind every door by which an editor adds or changes a document."""

    shown = SHOWN_OF_DOCUMENT


class PictureForm(KeepsLivePages, BaseImageForm):
    """The form behind every door by which an editor adds or changes a picture."""

    shown = SHOWN

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        if "file" in self.fields:
            given = self.fields["file"]
            self.fields["file"] = PictureField(label=given.label, required=given.required, widget=given.widget)

    def clean(self):
        """Refuse the file with the rest of the form; Wagtail's drop area would keep it as it came, place and all."""
        if self.errors and self.add_prefix("file") in self.files:
            self.add_error("file", _("Something else in this form is not right. Correct it and choose the file again."))
        return super().clean()


def _uploaded(content: bytes, kind: str, original: UploadedFile) -> InMemoryUploadedFile:
    """Wrap clean bytes as the upload they replace."""
    suffix = {"JPEG": ".jpg", "PNG": ".png", "WEBP": ".webp"}[kind]
    name = PurePath(original.name).with_suffix(suffix).name
    return InMemoryUploadedFile(io.BytesIO(content), "file", name, f"image/{kind.lower()}", len(content), None)
