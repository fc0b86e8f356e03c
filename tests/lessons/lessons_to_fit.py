"""A small lesson that the tests fit to classes, and how they read what comes of it."""

import io
import json

from docx import Document
from pypdf import PdfReader

from lessons.models import LessonPage
from tests import factories

FILES = ["kit.zip", "plan.docx", "plan.pdf", "sheets.pdf", "answers.pdf"]
STAGES = [
    {"phase": "start", "title": "Сәлемдесу", "minutes": 5},
    {"phase": "middle", "title": "1-аялдама. Құйрық", "minutes": 10, "is_station": True},
    {"phase": "middle", "title": "2-аялдама. Құлақ", "minutes": 10, "is_station": True},
    {"phase": "middle", "title": "3-аялдама. Дене", "minutes": 10, "is_station": True},
    {"phase": "end", "title": "Қорытынды", "minutes": 10},
]


def stream(kind: str, values: list[dict]) -> str:
    return json.dumps([{"type": kind, "value": value, "id": str(number)} for number, value in enumerate(values)])


def lesson(stages: list[dict] = STAGES, **fields) -> LessonPage:
    """Make a lesson of three stations in 45 minutes, with a sheet for the second."""
    sheets = [{"title": "2-аялдама", "tasks": [{"text": "Ит не айтып тұр?", "options": [], "lines": 1}]}]
    keys = [{"title": "2-аялдама", "answers": ["Құлағын жапырса, ит қорқып тұр."]}]
    defaults = {
        "stages": stream("stage", stages),
        "sheets": stream("sheet", sheets),
        "answer_keys": stream("key", keys),
    }
    return factories.LessonPageFactory(**{**defaults, **fields})


def text_of(pdf: bytes) -> str:
    return "\n".join(page.extract_text() for page in PdfReader(io.BytesIO(pdf)).pages)


def words_of(docx: bytes) -> str:
    document = Document(io.BytesIO(docx))
    cells = [cell.text for table in document.tables for row in table.rows for cell in row.cells]
    return "\n".join([*(paragraph.text for paragraph in document.paragraphs), *cells])


def content(response) -> bytes:
    assert response.status_code == 200, response.status_code
    return b"".join(response.streaming_content)


def table(soup) -> list[tuple[str, str, int]]:
    rows = [row.find_all(["td", "th"]) for row in soup.select(".fit-table tbody tr")]
    return [(span.text, title.text, int(minutes.strong.text)) for span, title, minutes in rows]
