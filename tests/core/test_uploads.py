"""Pictures through every door of the admin: clean when stored, and refused in words when broken."""

import io
import struct
import zlib
from collections.abc import Callable

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from PIL import ExifTags, Image
from PIL.PngImagePlugin import PngInfo
from wagtail.models import UploadedFile

from core.models import Picture
from core.uploads import LONGEST_SIDE
from tests import factories

pytestmark = pytest.mark.django_db

LEAKS = (b"Exif", b"GPS", b"Canon", b"secret", b"<x:xmpmeta")


# --- Files ---------------------------------------------------------------------------------------------


def left_red_right_blue(width: int = 60, height: int = 30) -> Image.Image:
    image = Image.new("RGB", (width, height), "blue")
    image.paste("red", (0, 0, width // 2, height))
    return image


def camera_data() -> Image.Exif:
    """Return what a phone writes: turn me a quarter to the right, the camera, and the place."""
    exif = Image.Exif()
    exif[ExifTags.Base.Orientation] = 6
    exif[ExifTags.Base.Make] = "Canon"
    exif.get_ifd(ExifTags.IFD.GPSInfo).update({1: "N", 2: (43.0, 15.0, 0.0), 3: "E", 4: (76.0, 57.0, 0.0)})
    return exif


def encoded(image: Image.Image, kind: str, **options) -> bytes:
    output = io.BytesIO()
    image.save(output, kind, **options)
    return output.getvalue()


def photo(kind: str = "JPEG", **options) -> bytes:
    return encoded(left_red_right_blue(), kind, exif=camera_data(), **options)


def chunk(kind: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))


def png_of(width: int, height: int, *chunks: bytes) -> bytes:
    """Return a PNG that claims a size, carries `chunks` and holds hardly any pixels."""
    header = chunk(b"IHDR", struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0))
    pixels = chunk(b"IDAT", zlib.compress(b"\0" * 100))
    return b"\x89PNG\r\n\x1a\n" + header + b"".join(chunks) + pixels + chunk(b"IEND", b"")


def png_with_notes() -> bytes:
    notes = PngInfo()
    notes.add_text("Comment", "secret")
    notes.add_itxt("XML:com.adobe.xmp", "<x:xmpmeta>secret</x:xmpmeta>")
    notes.add_text("Zipped", "secret", zip=True)
    return photo("PNG", pnginfo=notes)


BROKEN: dict[str, Callable[[], tuple[str, bytes]]] = {
    "cut in the middle": lambda: ("cut.jpg", photo(quality=95)[:-200]),
    "only a beginning": lambda: ("start.jpg", photo()[:20]),
    "a cut PNG": lambda: ("cut.png", png_with_notes()[:-60]),
    "text": lambda: ("text.jpg", "Бұл сурет емес".encode()),
    "HTML": lambda: ("page.png", b"<html><script>alert(1)</script></html>"),
    "nothing": lambda: ("empty.jpg", b""),
    "an SVG": lambda: ("drawing.svg", b'<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'),
    "an SVG by another name": lambda: ("drawing.png", b'<svg xmlns="http://www.w3.org/2000/svg"/>'),
    "a GIF": lambda: ("dance.gif", encoded(left_red_right_blue(), "GIF")),
    "a GIF by another name": lambda: ("dance.jpg", encoded(left_red_right_blue(), "GIF")),
    "a TIFF": lambda: ("scan.tiff", encoded(left_red_right_blue(), "TIFF")),
    "a PNG by the name of JPEG": lambda: ("picture.jpg", factories.png()),
    "a bomb of pixels": lambda: ("bomb.png", png_of(50_000, 50_000)),
    "more pixels than we take": lambda: ("large.png", png_of(9_000, 8_000)),
    "no pixels": lambda: ("none.png", png_of(0, 0)),
    "a bomb of text": lambda: ("text.png", png_of(8, 8, chunk(b"zTXt", b"c\0\0" + zlib.compress(b"a" * 70_000_000)))),
    "a broken chunk": lambda: ("chunk.png", png_of(8, 8, chunk(b"tRNS", b""), b"\xff\xff\xff\xffgAMA")),
    "a broken WebP": lambda: ("cut.webp", encoded(left_red_right_blue(), "WEBP", lossless=True)[:-30]),
}


# --- Doors ---------------------------------------------------------------------------------------------


def through_the_form(client, upload) -> str:
    """Upload as each door does and return the error that the editor reads; "" if the picture was stored."""
    response = client.post(reverse("wagtailimages:add"), {"title": "Сурет", "file": upload})
    return _error_of(response)


def through_the_drop_area(client, upload) -> str:
    response = client.post(reverse("wagtailimages:add_multiple"), {"title": "Сурет", "files[]": upload})
    assert response.status_code == 200
    return response.json().get("error_message", "")


def through_the_chooser(client, upload) -> str:
    data = {"image-chooser-upload-title": "Сурет", "image-chooser-upload-file": upload}
    response = client.post(reverse("wagtailimages_chooser:create"), data)
    assert response.status_code == 200
    return "" if response.json()["step"] == "chosen" else "\n".join(response.context["creation_form"].errors["file"])


def as_a_new_file(client, upload) -> str:
    picture = Picture.objects.first() or factories.PictureFactory()
    response = client.post(reverse("wagtailimages:edit", args=[picture.pk]), {"title": "Сурет", "file": upload})
    return _error_of(response)


def _error_of(response) -> str:
    if response.status_code == 302:
        return ""
    assert response.status_code == 200
    return "\n".join(response.context["form"].errors["file"])


DOORS = [through_the_form, through_the_drop_area, through_the_chooser, as_a_new_file]


@pytest.fixture(params=DOORS, ids=lambda door: door.__name__)
def door(request, admin_client) -> Callable[[str, bytes], str]:
    """Run a test once for each door; call it with a name and bytes."""
    return lambda name, content: request.param(admin_client, SimpleUploadedFile(name, content))


def content_of(picture_or_rendition) -> bytes:
    with picture_or_rendition.file.open("rb") as file:
        return file.read()


def stored() -> bytes:
    """Return the file of the only picture there is."""
    return content_of(Picture.objects.get())


# --- Good pictures -------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("name", "kind"), [("photo.jpg", "JPEG"), ("photo.jpeg", "JPEG"), ("photo.webp", "WEBP"), ("photo.png", "PNG")]
)
def test_a_photograph_is_stored_upright_and_without_camera_data(door, name, kind):
    assert door(name, photo(kind)) == ""

    content = stored()
    with Image.open(io.BytesIO(content)) as image:
        pixels = image.convert("RGB")
        assert (image.format, image.size) == (kind, (30, 60))
        assert not image.getexif()
        assert not {"exif", "xmp", "comment", "icc_profile"} & set(image.info)
    top, bottom = pixels.getpixel((15, 5)), pixels.getpixel((15, 55))
    assert top[0] > 200 > 60 > top[2]
    assert bottom[2] > 200 > 60 > bottom[0]
    assert not [leak for leak in LEAKS if leak in content]


def test_its_size_in_the_library_is_that_of_the_upright_file(door):
    door("photo.jpg", photo())

    picture = Picture.objects.get()

    assert (picture.width, picture.height) == (30, 60)
    assert picture.file_size == len(stored())
    assert picture.get_file_hash() == picture.file_hash


@pytest.mark.parametrize("spec", ["width-20|format-jpeg", "width-20|format-webp", "original", "fill-20x20|format-png"])
def test_what_readers_get_is_upright_and_without_camera_data(door, spec):
    door("photo.jpg", photo())

    content = content_of(Picture.objects.get().get_rendition(spec))

    with Image.open(io.BytesIO(content)) as image:
        assert image.height >= image.width
        assert not image.getexif()
    assert not [leak for leak in LEAKS if leak in content]


def test_notes_inside_a_png_are_gone(door):
    assert b"secret" in png_with_notes()

    assert door("notes.png", png_with_notes()) == ""

    assert not [leak for leak in LEAKS if leak in stored()]
    with Image.open(io.BytesIO(stored())) as image:
        assert not image.info


def test_a_transparent_picture_stays_transparent(door):
    door("leaf.png", encoded(Image.new("RGBA", (8, 8), (0, 128, 0, 100)), "PNG"))

    with Image.open(io.BytesIO(stored())) as image:
        assert image.mode == "RGBA"
        assert image.getpixel((4, 4)) == (0, 128, 0, 100)


@pytest.mark.parametrize("mode", ["L", "P", "CMYK", "1"])
def test_pictures_of_every_colour_mode_are_taken(admin_client, mode):
    kind, name = ("JPEG", "mode.jpg") if mode == "CMYK" else ("PNG", "mode.png")
    upload = SimpleUploadedFile(name, encoded(left_red_right_blue().convert(mode), kind))

    assert through_the_form(admin_client, upload) == ""
    with Image.open(io.BytesIO(stored())) as image:
        assert image.mode == "RGB"


def test_an_enormous_photograph_is_made_smaller(admin_client):
    upload = SimpleUploadedFile("wide.jpg", encoded(left_red_right_blue(LONGEST_SIDE * 2, 100), "JPEG"))

    assert through_the_form(admin_client, upload) == ""

    picture = Picture.objects.get()
    assert (picture.width, picture.height) == (LONGEST_SIDE, 50)


def test_words_about_a_picture_are_changed_without_a_new_file(admin_client):
    picture = factories.PictureFactory()
    data = {"title": "Сурет", "description_kk": "Жаңа сипаттама", "description_ru": "", "credit": "", "tags": ""}

    response = admin_client.post(reverse("wagtailimages:edit", args=[picture.pk]), data)

    changed = Picture.objects.get()
    assert response.status_code == 302
    assert changed.description_kk == "Жаңа сипаттама"
    assert changed.file.name == picture.file.name


def test_a_new_file_replaces_the_old_one_and_what_was_cut_from_it(admin_client):
    picture = factories.PictureFactory()
    old = picture.get_rendition("width-20")
    upload = SimpleUploadedFile("photo.jpg", photo())

    as_a_new_file(admin_client, upload)

    assert not picture.renditions.filter(pk=old.pk).exists()
    assert not picture.file.storage.exists(picture.file.name)
    assert Picture.objects.get().file.name.endswith(".jpg")


# --- Broken ones ---------------------------------------------------------------------------------------


@pytest.mark.parametrize("broken", BROKEN.values(), ids=BROKEN.keys())
def test_a_broken_file_is_refused_in_words(door, broken):
    name, content = broken()

    error = door(name, content)

    assert len(error.split()) >= 3
    assert "Error" not in error
    for picture in Picture.objects.all():
        assert content_of(picture) == factories.png()


def test_a_file_is_not_kept_as_it_came_while_the_rest_of_the_form_is_wrong(admin_client):
    """Wagtail would keep the raw upload until the title is right, and then make it the picture."""
    data = {"title": "x" * 300, "files[]": SimpleUploadedFile("photo.jpg", photo())}

    answer = admin_client.post(reverse("wagtailimages:add_multiple"), data).json()

    assert not answer["success"]
    assert answer["error_message"]
    assert not Picture.objects.exists()
    assert not UploadedFile.objects.exists()


def test_a_wrong_title_is_told_beside_the_title(admin_client):
    data = {"title": "", "file": SimpleUploadedFile("photo.jpg", photo())}

    response = admin_client.post(reverse("wagtailimages:add"), data)

    assert response.status_code == 200
    assert set(response.context["form"].errors) == {"title", "file"}
