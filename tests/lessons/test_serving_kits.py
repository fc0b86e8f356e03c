"""How built kits are handed out: as files, for good, in ranges; nobody waits for a build."""

import io
import os
import zipfile
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command
from whitenoise.responders import StaticFile

from lessons import building
from lessons.building import Outcome
from lessons.models import KitEdition
from tests import factories
from tests.lessons.making import ANSWER, build, built, download, editions, fresh, lesson, publish, sheets

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def own_folder(settings, tmp_path) -> Path:
    settings.MEDIA_ROOT = tmp_path
    return tmp_path


def content(response) -> bytes:
    return b"".join(response.streaming_content) if response.streaming else response.content


# --- Before anything is built ---


def test_nobody_waits_for_a_build_and_the_next_reader_has_the_kit(client):
    page = lesson()
    assert client.get(page.url).status_code == 200

    response = client.get(f"{page.url}kit.zip")

    assert response.status_code == 503
    assert response["Retry-After"] == "60"
    # The test client closes the answer as a server does once it is sent; the build began only then.
    assert zipfile.ZipFile(io.BytesIO(download(client, fresh(page), "kit.zip"))).testzip() is None


def test_a_kit_is_asked_for_once(client, monkeypatch):
    asked = []
    monkeypatch.setattr("lessons.tasks.bring_up_to_date", lambda page_id: asked.append(page_id) or Outcome.FAILED)
    page = lesson()

    for _ in range(3):
        assert client.get(f"{page.url}plan.pdf").status_code == 503

    assert asked == [page.pk]


# --- As a file ---


def test_the_page_leads_to_an_address_that_may_be_kept_for_good(client):
    page = built()

    response = client.get(f"{page.url}kit.zip")
    assert response["Location"] == page.kit.zip_url == f"/k/{editions(page)[0].code}/quyryq-tili-kk-kit.zip"

    file = client.get(page.kit.zip_url)
    assert file["Cache-Control"] == "public, max-age=31536000, immutable"
    assert file["Accept-Ranges"] == "bytes"
    assert "Set-Cookie" not in file
    assert client.head(page.kit.zip_url)["Content-Length"] == str(len(content(file)))
    assert client.get(page.kit.zip_url, headers={"if-none-match": file["ETag"]}).status_code == 304
    assert client.post(page.kit.zip_url).status_code == 405


@pytest.mark.parametrize(
    ("asked", "start", "end"),
    [("bytes=0-99", 0, 99), ("bytes=0-0", 0, 0), ("bytes=100-", 100, None), ("bytes=-50", -50, None)],
)
def test_a_broken_download_goes_on_where_it_stopped(client, asked, start, end):
    address = built().kit.zip_url
    whole = content(client.get(address))

    response = client.get(address, headers={"range": asked})

    part = content(response)
    assert response.status_code == 206
    assert part == whole[start : None if end is None else end + 1]
    assert response["Content-Length"] == str(len(part))
    assert response["Content-Range"].endswith(f"/{len(whole)}")


def test_a_range_beyond_the_end_is_refused_and_one_of_an_older_file_ignored(client):
    address = built().kit.zip_url

    refused = client.get(address, headers={"range": "bytes=99999999-"})
    assert refused.status_code == 416
    assert refused["Content-Range"].startswith("bytes */")
    assert client.get(address, headers={"range": "bytes=0-9", "if-range": '"older"'}).status_code == 200
    assert client.get(address, headers={"range": "nonsense"}).status_code == 200


def test_whitenoise_still_refuses_a_range_of_one_byte(tmp_path):
    """When this fails, `core.file_answers.KeptFile` is no longer needed."""
    path = tmp_path / "file.txt"
    path.write_bytes(b"whole")

    assert StaticFile(str(path), []).get_response("GET", {"HTTP_RANGE": "bytes=0-0"}).status == 416


def test_what_an_edition_does_not_have_leads_to_its_short_link(client):
    page = built()
    code = editions(page)[0].code

    assert client.get(f"/k/{code}/other.zip")["Location"] == f"/k/{code}/"
    assert client.get("/k/zzzzzz/kit.zip")["Location"] == "/k/zzzzzz/"
    assert client.get(f"/k/{code}/..%2f..%2fsecret.zip").status_code in (302, 404)


def test_a_lost_file_is_built_again_and_nobody_waits(client, own_folder):
    page = built()
    address = page.kit.zip_url
    for path in own_folder.rglob("*kit.zip"):
        path.unlink()

    assert client.get(address).status_code == 302
    assert client.get(address).status_code == 200


def test_the_kit_of_a_private_lesson_is_for_those_who_sign_in(client, admin_client):
    page = built()
    address = page.kit.zip_url
    factories.RestrictionFactory(page=page)

    assert client.get(address)["Location"].startswith("/k/")
    assert client.get(f"{page.url}kit.zip").status_code == 302
    response = admin_client.get(f"{page.url}kit.zip")
    assert response.status_code == 200
    assert "private" in response["Cache-Control"]
    assert fresh(page).kit.zip_url == f"{page.url}kit.zip"


def test_an_unpublished_lesson_takes_its_kit_with_it(client):
    page = built()
    address = page.kit.zip_url
    page.unpublish()

    assert client.get(address).status_code == 302


# --- Both languages, and light ---


def test_a_pair_is_offered_in_one_zip_as_long_as_both_are_live(client, django_capture_on_commit_callbacks):
    pair = factories.make_pair(factories.LessonPageFactory, kk={"slug": "it"}, ru={"slug": "sobaka"})
    build(pair.kk)
    assert fresh(pair.kk).kit.find("kit-both.zip") is None
    build(pair.ru)

    kk, ru = fresh(pair.kk), fresh(pair.ru)
    archive = zipfile.ZipFile(io.BytesIO(download(client, kk, "kit-both.zip")))
    assert {name.split("/")[0] for name in archive.namelist()} == {"kk", "ru", "README.txt", "manifest.json"}
    assert download(client, ru, "kit-both.zip") == download(client, kk, "kit-both.zip")
    first = kk.kit.find("kit-both.zip").url

    ru = publish(ru, unit="Наш двор")
    build(ru)
    assert fresh(pair.kk).kit.find("kit-both.zip").url != first

    with django_capture_on_commit_callbacks(execute=True):
        ru.unpublish()
    assert fresh(pair.kk).kit.find("kit-both.zip") is None


def test_the_page_offers_the_kits_with_format_size_and_edition(read):
    pair = factories.make_pair(factories.LessonPageFactory)
    for page in pair:
        build(page)

    kit = read(pair.ru.url).select_one(".kit")

    assert len(kit.select('a[href*="kit-light.zip"], a[href*="-kk-ru-"], a[href$="-ru-kit.zip"]')) == 3
    assert all(size.get_text(strip=True) for size in kit.select(".kit__size"))
    assert len(kit.select(".kit__size")) == 7
    assert kit.select_one(f'.kit__edition a[href="/k/{editions(pair.ru)[0].code}/"]')


# --- When building fails ---


def test_a_full_disk_is_recorded_and_leaves_the_earlier_kit(client, monkeypatch, own_folder):
    page = built()
    first = download(client, page, "kit.zip")
    page = publish(page, unit="Біздің аула")
    kept = []

    def no_space(name, content):
        kept.append(name)
        if len(kept) == 3:
            raise OSError(28, "No space left on device")

    with monkeypatch.context() as patch:
        patch.setattr(building.shelf, "keep", no_space)
        assert build(page) is Outcome.FAILED

    newest = editions(page)[-1]
    assert (newest.failure, newest.built_at) == (KitEdition.Failure.STORAGE, None)
    assert download(client, fresh(page), "kit.zip") == first

    assert build(page) is Outcome.BUILT
    assert editions(page)[-1].failure == ""
    assert download(client, fresh(page), "kit.zip") != first


# --- manage.py kits ---


def test_the_command_builds_what_is_stale_and_says_what_it_did(capsys):
    page, other = lesson(), lesson(slug="basqa")

    call_command("kits", processes=1)
    assert "2 built" in capsys.readouterr().out
    assert all(fresh(one).kit.is_ready for one in (page, other))

    publish(page, unit="Біздің аула")
    call_command("kits", only_stale=True, processes=1)
    assert "1 built, 1 up to date" in capsys.readouterr().out

    call_command("kits", lesson="basqa", processes=1)
    assert "1 built;" in capsys.readouterr().out


def test_the_command_fails_where_a_kit_is_held_back_and_names_it():
    page = lesson(sheets=sheets(f"Жауабы: {ANSWER}"))
    lesson(slug="basqa")

    with pytest.raises(CommandError, match="1 built, 1 failed"):
        call_command("kits", processes=1)

    assert ANSWER in editions(page)[0].failure_detail


def test_the_command_knows_no_lesson_of_another_slug():
    with pytest.raises(CommandError, match="joq"):
        call_command("kits", lesson="joq", processes=1)


def test_a_new_form_of_the_files_makes_every_kit_stale(monkeypatch):
    page = built()
    monkeypatch.setattr("lessons.issuing.makers_digest", lambda: "another")

    assert build(page) is Outcome.BUILT
    assert [one.number for one in editions(page)] == [1, 2]


def test_old_kits_are_swept_away_and_the_newest_stay(own_folder, client):
    page = built()
    for number in range(4):
        page = publish(page, unit=f"Бөлім {number}")
        build(page)
    for path in own_folder.rglob("*"):
        os.utime(path, (0, 0))

    call_command("kits", only_stale=True, processes=1)

    assert len(list((own_folder / "kits").iterdir())) == 3
    assert [bool(one.files) for one in editions(page)] == [False, False, True, True, True]
    assert zipfile.ZipFile(io.BytesIO(download(client, fresh(page), "kit.zip"))).testzip() is None


def test_nothing_young_is_swept_away(own_folder):
    built()
    (own_folder / "kits" / "half").mkdir()
    (own_folder / "kits" / "half" / "kit.zip.unfinished").write_bytes(b"")

    call_command("kits", only_stale=True, processes=1)

    assert (own_folder / "kits" / "half").exists()
