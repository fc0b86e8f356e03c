"""Lessons for these tests, published and built as the site does it."""

import json

from editorial.going_live import without_review
from lessons.building import Outcome, bring_up_to_date
from lessons.models import KitEdition, LessonPage
from tests import factories

LETTERS = "ӘәҒғҚқҢңӨөҰұҮүҺһІі"
ANSWER = "Құйрығы бұтында: ит үрейленіп тұр деген сөз."


def stage(**fields) -> dict:
    value = {
        "phase": "middle",
        "title": "Бекет",
        "minutes": 10,
        "teacher": "<p>Айтады.</p>",
        "pupils": "<p>Тыңдайды.</p>",
    }
    return {"type": "stage", "value": {**value, **fields}, "id": fields.get("title", "Бекет")}


def sheets(instructions: str = "Дұрысын белгіле.") -> str:
    task = {"text": "Ит не айтып тұр?", "options": ["Қуанып тұр", "Қорқып тұр"], "lines": 2}
    return json.dumps([{"type": "sheet", "value": {"title": "1-бекет", "instructions": instructions, "tasks": [task]}}])


def lesson(**fields) -> LessonPage:
    """Make a small whole lesson with one sheet and its answers. It is live, and no kit of it is issued yet."""
    stages = [stage(phase="start", title="Басы"), stage(title="Бекет"), stage(phase="end", title="Соңы")]
    defaults = {
        "title": f"Құйрық тілі {LETTERS}",
        "slug": "quyryq-tili",
        "stages": json.dumps(stages),
        "sheets": sheets(),
        "answer_keys": json.dumps([{"type": "key", "value": {"title": "1-бекет", "answers": [ANSWER]}}]),
    }
    return factories.LessonPageFactory(**{**defaults, **fields})


def built(**fields) -> LessonPage:
    """Make a lesson and build its kit."""
    page = lesson(**fields)
    assert build(page) is Outcome.BUILT
    return fresh(page)


def build(page) -> Outcome:
    return bring_up_to_date(page.pk)


def publish(page, **changes):
    """Publish `page` with some fields changed, as an approved review would."""
    for name, value in changes.items():
        setattr(page, name, value)
    with without_review():
        page.save_revision().publish(skip_permission_checks=True)
    return fresh(page)


def fresh(page):
    return type(page).objects.get(pk=page.pk)


def editions(page) -> list[KitEdition]:
    """The editions of a lesson, the first first."""
    return list(KitEdition.objects.of_lesson(page.translation_key, page.language).order_by("number"))


def download(client, page, name: str) -> bytes:
    response = client.get(f"{page.url}{name}", follow=True)
    assert response.status_code == 200
    return b"".join(response.streaming_content)
