"""The kit a reader downloads from a lesson page."""

import hashlib
import io
import json
import zipfile

import pytest
from docx import Document
from pypdf import PdfReader

from editorial.going_live import without_review
from lessons import kits
from lessons.models import LessonPage
from tests import factories

pytestmark = pytest.mark.django_db

LETTERS = "ӘәҒғҚқҢңӨөҰұҮүҺһІі"


def stage(**fields) -> dict:
    value = {
        "phase": "middle",
        "title": "Бекет",
        "minutes": 10,
        "teacher": "<p>Айтады.</p>",
        "pupils": "<p>Тыңдайды.</p>",
    }
    return {"type": "stage", "value": {**value, **fields}, "id": fields.get("title", "Бекет")}


def lesson(**fields) -> LessonPage:
    """Make a small whole lesson with one sheet and its answers."""
    defaults = {
        "title": f"Құйрық тілі {LETTERS}",
        "slug": "quyryq-tili",
        "stages": json.dumps(
            [stage(phase="start", title="Басы"), stage(title="Бекет"), stage(phase="end", title="Соңы")]
        ),
        "sheets": json.dumps(
            [
                {
                    "type": "sheet",
                    "value": {
                        "title": "1-бекет",
                        "instructions": "Дұрысын белгіле.",
                        "tasks": [{"text": "Ит не айтып тұр?", "options": ["Қуанып тұр", "Қорқып тұр"], "lines": 2}],
                    },
                }
            ]
        ),
        "answer_keys": json.dumps(
            [
                {
                    "type": "key",
                    "value": {"title": "1-бекет", "answers": ["Құйрығы бұтында: ит үрейленіп тұр деген сөз."]},
                }
            ]
        ),
    }
    return factories.LessonPageFactory(**{**defaults, **fields})


def download(client, page, name: str) -> bytes:
    response = client.get(f"{page.url}{name}")
    assert response.status_code == 200
    return b"".join(response.streaming_content)


def text_of(pdf: bytes) -> str:
    return "\n".join(page.extract_text() for page in PdfReader(io.BytesIO(pdf)).pages)


@pytest.mark.parametrize("language", ["kk", "ru"])
def test_a_stranger_downloads_the_whole_kit_in_the_language_of_the_page(client, language):
    page = lesson(language=language)

    archive = zipfile.ZipFile(io.BytesIO(download(client, page, "kit.zip")))

    assert archive.testzip() is None
    assert {name.split("/")[0] for name in archive.namelist() if "/" in name} == {"teacher", "pupil"}
    manifest = json.loads(archive.read("manifest.json"))
    assert manifest["language"] == language
    assert all(name.isascii() for name in archive.namelist())


def test_the_manifest_names_every_file_with_its_digest(client):
    archive = zipfile.ZipFile(io.BytesIO(download(client, lesson(), "kit.zip")))
    manifest = json.loads(archive.read("manifest.json"))

    listed = {entry["file"]: entry["sha256"] for entry in manifest["files"]}

    assert set(listed) == set(archive.namelist()) - {"manifest.json"}
    assert all(hashlib.sha256(archive.read(name)).hexdigest() == digest for name, digest in listed.items())


def test_pupil_files_hold_no_answer_and_the_teachers_do(client):
    archive = zipfile.ZipFile(io.BytesIO(download(client, lesson(), "kit.zip")))
    answer = "үрейленіп"

    pupil = [text_of(archive.read(name)) for name in archive.namelist() if name.startswith("pupil/")]
    teacher = [text_of(archive.read(n)) for n in archive.namelist() if n.startswith("teacher/") and n.endswith(".pdf")]

    assert pupil
    assert not any(answer in text for text in pupil)
    assert any(answer in text for text in teacher)


def test_every_kazakh_letter_comes_back_from_the_plan(client):
    page = lesson()

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
    document = Document(io.BytesIO(download(client, lesson(language=language), "plan.docx")))

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
    page = lesson(**missing)

    assert client.get(page.url).status_code == 200
    assert zipfile.ZipFile(io.BytesIO(download(client, page, "kit.zip"))).testzip() is None


def test_every_offered_file_can_be_downloaded_as_what_it_claims_to_be(client):
    page = lesson()

    for file in page.kit.files:
        response = client.get(file.url)
        assert response.status_code == 200
        assert response["Content-Type"] == file.media_type
        assert "attachment" in response["Content-Disposition"]
        assert b"".join(response.streaming_content)


def test_the_same_page_gives_the_same_bytes(client):
    page = lesson()
    first = download(client, page, "kit.zip")

    page.kit.zip.open().close()

    assert kits.Offer(LessonPage.objects.get(pk=page.pk)).zip.build() == first


def test_a_changed_page_gives_a_new_kit(client):
    page = lesson()
    before = download(client, page, "plan.docx")

    page.unit = "Біздің аула"
    with without_review():
        page.save_revision().publish(skip_permission_checks=True)

    assert download(client, page, "plan.docx") != before


@pytest.mark.parametrize("name", ["kit.exe", "plan.zip", "other.pdf", "answers.docx", "plan.pdf/extra"])
def test_a_file_that_is_not_offered_is_not_found(client, name):
    assert client.get(f"{lesson().url}{name}").status_code == 404


def test_the_kit_of_a_draft_is_not_found(client):
    page = lesson()
    url = page.url
    page.unpublish()

    assert client.get(f"{url}kit.zip").status_code == 404


def test_a_sheet_with_an_answer_on_it_is_held_back_in_words(client):
    answer = "Құйрығы бұтында: ит үрейленіп тұр деген сөз."
    sheet = {
        "title": "1-бекет",
        "instructions": f"Жауабы: {answer}",
        "tasks": [{"text": "Ит не айтып тұр?", "options": []}],
    }
    page = lesson(sheets=json.dumps([{"type": "sheet", "value": sheet}]))

    for name in ("kit.zip", "sheets.pdf"):
        response = client.get(f"{page.url}{name}")
        assert response.status_code == 503
        assert answer not in response.content.decode()
    assert client.get(f"{page.url}plan.pdf").status_code == 200


def test_a_very_long_title_still_gives_a_kit(client):
    page = lesson(title="Мейірім " * 30, slug="m" * 250)

    assert zipfile.ZipFile(io.BytesIO(download(client, page, "kit.zip"))).testzip() is None
