"""The kit a reader downloads from a lesson page."""

import hashlib
import io
import json
import zipfile

import pytest
from docx import Document
from pypdf import PdfReader

from lessons.building import Outcome, bring_up_to_date
from lessons.models import KitEdition
from tests import factories
from tests.lessons.making import (
    ANSWER,
    LETTERS,
    build,
    built,
    download,
    editions,
    fresh,
    lesson,
    publish,
    sheets,
    stage,
)

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def own_folder(settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path


def text_of(pdf: bytes) -> str:
    return "\n".join(page.extract_text() for page in PdfReader(io.BytesIO(pdf)).pages)


@pytest.mark.parametrize("language", ["kk", "ru"])
def test_a_stranger_downloads_the_whole_kit_in_the_language_of_the_page(client, language):
    page = built(language=language)

    archive = zipfile.ZipFile(io.BytesIO(download(client, page, "kit.zip")))

    assert archive.testzip() is None
    assert {name.split("/")[0] for name in archive.namelist() if "/" in name} == {"teacher", "pupil"}
    manifest = json.loads(archive.read("manifest.json"))
    assert manifest["language"] == language
    assert all(name.isascii() for name in archive.namelist())


def test_the_manifest_names_every_file_with_its_digest(client):
    archive = zipfile.ZipFile(io.BytesIO(download(client, built(), "kit.zip")))
    manifest = json.loads(archive.read("manifest.json"))

    listed = {entry["file"]: entry["sha256"] for entry in manifest["files"]}

    assert set(listed) == set(archive.namelist()) - {"manifest.json"}
    assert all(hashlib.sha256(archive.read(name)).hexdigest() == digest for name, digest in listed.items())


def test_pupil_files_hold_no_answer_and_the_teachers_do(client):
    archive = zipfile.ZipFile(io.BytesIO(download(client, built(), "kit.zip")))
    answer = "үрейленіп"

    pupil = [text_of(archive.read(name)) for name in archive.namelist() if name.startswith("pupil/")]
    teacher = [text_of(archive.read(n)) for n in archive.namelist() if n.startswith("teacher/") and n.endswith(".pdf")]

    assert pupil
    assert not any(answer in text for text in pupil)
    assert any(answer in text for text in teacher)


def test_every_kazakh_letter_comes_back_from_the_plan(client):
    page = built()

    text = text_of(download(client, page, "plan.pdf"))

    assert not [letter for letter in LETTERS if letter not in text]


@pytest.mark.parametrize(
    ("language", "labels"),
    [
        ("kk", ["Педагогтің әрекеті", "Оқушының әрекеті", "Бағалау", "Ресурстар"]),
        ("ru", ["Действия педагога", "Действия ученика", "Оценивание", "Ресурсы"]),
    ],
)
def test_the_editable_plan_follows_the_official_form_in_the_language_of_the_page(client, language, labels):
    document = Document(io.BytesIO(download(client, built(language=language), "plan.docx")))

    cells = [cell.text.strip() for table in document.tables for row in table.rows for cell in row.cells]
    places = [next(i for i, cell in enumerate(cells) if label in cell) for label in labels]

    assert places == sorted(places)  # assessment stands before resources


@pytest.mark.parametrize(
    "missing",
    [
        {"stages": "[]"},
        {"stages": json.dumps([stage(minutes=None)])},
        {"sheets": "[]", "answer_keys": "[]"},
        {"stages": "[]", "sheets": "[]", "answer_keys": "[]", "summary": ""},
    ],
    ids=["no stages", "a stage without minutes", "no sheets", "nothing at all"],
)
def test_an_unfinished_lesson_still_gives_a_page_and_whole_files(client, missing):
    page = built(**missing)

    assert client.get(page.url).status_code == 200
    assert zipfile.ZipFile(io.BytesIO(download(client, page, "kit.zip"))).testzip() is None


def test_every_offered_file_can_be_downloaded_as_what_it_claims_to_be(client):
    page = built()

    for file in page.kit.files:
        response = client.get(file.url)
        content = b"".join(response.streaming_content)
        assert response.status_code == 200
        assert response["Content-Type"] == file.media_type
        assert response["Content-Disposition"] == f'attachment; filename="{file.download_name}"'
        assert (len(content), hashlib.sha256(content).hexdigest()) == (file.size, file.sha256)


def test_building_anew_gives_the_same_bytes(client):
    page = built()
    first = download(client, page, "kit.zip")

    bring_up_to_date(page.pk, anew=True)

    assert download(client, page, "kit.zip") == first


def test_a_changed_page_gives_a_new_kit(client):
    page = built()
    before = download(client, page, "plan.docx")

    page = publish(page, unit="Біздің аула")
    build(page)

    assert download(client, fresh(page), "plan.docx") != before


@pytest.mark.parametrize("name", ["kit.exe", "plan.zip", "other.pdf", "answers.docx", "plan.pdf/extra"])
def test_a_file_that_is_not_offered_is_not_found(client, name):
    assert client.get(f"{built().url}{name}").status_code == 404


def test_the_kit_of_a_draft_is_not_found(client):
    page = built()
    url = page.url
    page.unpublish()

    assert client.get(f"{url}kit.zip").status_code == 404


def test_a_lesson_with_an_answer_on_a_sheet_is_held_back_in_words(client):
    page = lesson(sheets=sheets(instructions=f"Жауабы: {ANSWER}"))
    build(page)

    for name in ("kit.zip", "sheets.pdf"):
        response = client.get(f"{page.url}{name}")
        assert response.status_code == 503
        assert response["Retry-After"]
        assert ANSWER not in response.content.decode()
    assert client.get(page.url).status_code == 200


def test_a_planted_answer_leaves_the_earlier_edition_in_place(client):
    page = built()
    first = download(client, page, "kit.zip")

    page = publish(page, sheets=sheets(instructions=f"Жауабы: {ANSWER}"))
    outcome = build(page)

    held_back = editions(page)[-1]
    assert outcome is Outcome.FAILED
    assert (held_back.number, held_back.built_at, held_back.failure) == (2, None, KitEdition.Failure.LEAK)
    assert ANSWER in held_back.failure_detail
    assert download(client, fresh(page), "kit.zip") == first


BAD_INPUTS = {
    "a title of 300 letters": {"title": "Мейірім " * 31 + "Мейірім", "slug": "m" * 250},
    "emoji in the title": {"title": "Ит 🐕‍🦺 не айтып тұр? 😀👩🏽‍🏫"},
    "a stage text of 20 kB": {"stages": json.dumps([stage(teacher=f"<p>{'Айтады, көрсетеді. ' * 600}</p>")])},
    "40 stations": {"stages": json.dumps([stage(title=f"{n}-бекет", minutes=1, is_station=True) for n in range(40)])},
    "a word without end": {"title": "А" * 250, "stages": json.dumps([stage(title="ы" * 250)])},
}


@pytest.mark.parametrize("fields", BAD_INPUTS.values(), ids=BAD_INPUTS)
def test_odd_content_still_gives_a_whole_kit(client, fields):
    page = built(**fields)
    archive = zipfile.ZipFile(io.BytesIO(download(client, page, "kit.zip")))

    assert archive.testzip() is None
    for name in archive.namelist():
        if name.endswith(".pdf"):
            assert len(PdfReader(io.BytesIO(archive.read(name))).pages) >= 1
        if name.endswith(".docx"):
            assert Document(io.BytesIO(archive.read(name))).tables
    assert client.get(page.url).status_code == 200


def test_a_huge_picture_and_a_missing_file_harm_neither_page_nor_kit(client):
    huge = factories.PictureFactory(content=factories.png(10_000, 5_000), filename="huge.png")
    missing = factories.PictureFactory()
    missing.file.storage.delete(missing.file.name)

    for slug, picture in (("huge", huge), ("missing", missing)):
        page = built(picture=picture, slug=slug)
        assert zipfile.ZipFile(io.BytesIO(download(client, page, "kit.zip"))).testzip() is None
    assert client.get(page.url).status_code == 200
