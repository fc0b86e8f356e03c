"""The picture of a shared link."""

import io

import pytest
from PIL import Image

from documents.share_picture import share_picture

TITLE = "Тасбақа далаға тиесілі"


def photo(format: str = "JPEG", size: tuple[int, int] = (1600, 900), mode: str = "RGB") -> bytes:
    content = io.BytesIO()
    Image.new(mode, size, "red").save(content, format)
    return content.getvalue()


def opened(content: bytes) -> Image.Image:
    return Image.open(io.BytesIO(content)).convert("RGB")


@pytest.mark.parametrize("language", ["kk", "ru"])
@pytest.mark.parametrize(
    "title", [TITLE, "Үй", TITLE * 20, "🐶", "", "ж" * 300], ids=["usual", "short", "long", "emoji", "none", "word"]
)
def test_it_has_the_size_of_open_graph_whatever_the_title(title, language):
    picture = Image.open(io.BytesIO(share_picture(title, "Сабақ", language)))

    assert (picture.format, picture.size) == ("PNG", (1200, 630))


def test_it_is_light_and_the_same_every_time():
    content = share_picture(TITLE, "Сабақ", "kk", photo())

    assert content == share_picture(TITLE, "Сабақ", "kk", photo())
    assert len(content) < 150_000


def test_it_shows_the_title_and_the_brand():
    with_title, without = (opened(share_picture(title, "", "kk")) for title in (TITLE, "."))

    assert with_title.tobytes() != without.tobytes()
    assert with_title.getpixel((600, 600)) == (255, 248, 238)  # cream
    assert with_title.getpixel((1190, 620)) == (15, 76, 74)  # deep teal


@pytest.mark.parametrize(
    "picture",
    [photo(), photo("PNG", mode="RGBA"), photo("WEBP"), photo(size=(10, 4000)), photo("PNG", (1, 1), "L")],
    ids=["jpeg", "png", "webp", "narrow", "tiny"],
)
def test_a_picture_stands_beside_the_title(picture):
    red, green, blue = opened(share_picture(TITLE, "Сабақ", "kk", picture)).getpixel((1000, 300))

    assert red > 200 or (red, green, blue) != (15, 76, 74)


@pytest.mark.parametrize(
    "broken",
    [b"", b"no picture", photo()[:400], photo("GIF"), b"<svg xmlns='http://www.w3.org/2000/svg'/>"],
    ids=["empty", "text", "cut off", "gif", "svg"],
)
def test_a_picture_that_is_no_use_is_left_out(broken):
    assert share_picture(TITLE, "Сабақ", "kk", broken) == share_picture(TITLE, "Сабақ", "kk")


def test_an_enormous_picture_is_left_out_before_it_is_decoded():
    enormous = photo("PNG", (20_000, 5_000), "1")

    assert share_picture(TITLE, "Сабақ", "kk", enormous) == share_picture(TITLE, "Сабақ", "kk")
