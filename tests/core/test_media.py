"""What strangers get out of the media folder."""

from pathlib import Path

import pytest

from core.cache import ForgivingRedisCache

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def files(settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path
    for name in ("images/a.png", "documents/secret.pdf", "kits/x/kit.zip"):
        path = Path(tmp_path, name)
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(b"content")


def test_pictures_are_served_and_may_be_kept(client):
    response = client.get("/media/images/a.png")

    assert response.status_code == 200
    assert "max-age" in response["Cache-Control"]


@pytest.mark.parametrize("name", ["documents/secret.pdf", "kits/x/kit.zip", "", "images/../documents/secret.pdf"])
def test_documents_and_kits_have_their_own_doors(client, name):
    assert client.get(f"/media/{name}").status_code == 404


def test_an_endless_name_is_not_found(client):
    assert client.get(f"/media/images/{'a' * 300}").status_code == 404


@pytest.mark.parametrize("method", ["post", "put", "delete"])
def test_a_wrong_method_is_told_plainly(client, method):
    assert getattr(client, method)("/kk/").status_code == 405


def test_a_cache_that_is_away_counts_as_empty():
    cache = ForgivingRedisCache("redis://127.0.0.1:1/0", {})

    cache.set("key", "value")

    assert cache.get("key", "nothing") == "nothing"
    assert cache.get_many(["key"]) == {}
    assert not cache.add("key", "value")
