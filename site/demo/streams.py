"""From content shapes to the JSON of a StreamField, with ids that twins share."""

import json
import uuid
from collections.abc import Callable, Iterable
from typing import Any

from django.utils.html import escape

from demo.content import shapes

NAMESPACE = uuid.UUID("6d656972-696d-4d65-8972-696d00000000")


def stable_id(*parts: object) -> str:
    """Return the same id for the same parts, so that twins and later runs agree."""
    return str(uuid.uuid5(NAMESPACE, "/".join(map(str, parts))))


class Stream:
    """Writes one StreamField of the page `key`. List items carry ids too: the language layer needs them."""

    def __init__(self, key: str, field: str):
        self.key, self.field = key, field

    def write(self, blocks: Iterable[tuple[str, Any]]) -> str:
        """Return the JSON of (block type, value) pairs."""
        raw = [
            {"type": kind, "value": value, "id": stable_id(self.key, self.field, place)}
            for place, (kind, value) in enumerate(blocks)
        ]
        return json.dumps(raw, ensure_ascii=False)

    def items(self, place: object, values: Iterable[Any]) -> list[dict[str, Any]]:
        """Return the raw value of a ListBlock that stands at `place`."""
        return [
            {"type": "item", "value": value, "id": stable_id(self.key, self.field, place, number)}
            for number, value in enumerate(values)
        ]


def body(key: str, blocks: Iterable, picture_id: Callable[[shapes.Picture], int]) -> str:
    """Write the body of a story, an initiative or a standard page."""
    return Stream(key, "body").write(_body_block(block, picture_id) for block in blocks)


def _body_block(block, picture_id) -> tuple[str, Any]:
    match block:
        case shapes.Heading(text):
            return "heading", text
        case shapes.Text(html):
            return "text", html
        case shapes.Quote(text, attribution):
            return "quote", {"text": text, "attribution": attribution}
        case shapes.Fact(text, source):
            return "fact", {"text": text, "source": source}
        case shapes.Picture():
            image = {"image": picture_id(block), "alt_text": block.alt, "decorative": False}
            return "picture", {"image": image, "caption": block.caption or ""}
    raise TypeError(f"No block for {block!r}")


def texts(key: str, field: str, kind: str, values: Iterable[str]) -> str:
    """Write a field that is a list of short texts."""
    return Stream(key, field).write((kind, value) for value in values)


def moments(key: str, timeline: Iterable[shapes.Moment]) -> str:
    """Write the timeline of a story."""
    return Stream(key, "timeline").write(
        ("moment", {"when": m.when, "title": m.title, "text": m.text}) for m in timeline
    )


def figures(key: str, values: Iterable[shapes.Figure]) -> str:
    """Write the figures of an initiative."""
    return Stream(key, "figures").write(
        ("figure", {"value": f.value, "what": f.what, "status": f.status, "approximate": f.approximate}) for f in values
    )


def objectives(key: str, values: Iterable[shapes.Objective]) -> str:
    """Write the learning objectives of a lesson."""
    return Stream(key, "objectives").write(
        ("objective", {"text": o.text, "code": o.code, "edition": "", "verified": False}) for o in values
    )


def stages(key: str, values: Iterable[shapes.Stage]) -> str:
    """Write the course of a lesson."""
    names = ("phase", "title", "minutes", "shortest", "teacher", "assessment", "resources", "is_station", "animal")
    return Stream(key, "stages").write(
        (
            "stage",
            {
                **{name: getattr(stage, name) for name in names},
                "pupils": _rich(stage.pupils),
                "card": _card(stage.card),
            },
        )
        for stage in values
    )


def _card(card: shapes.Card | None) -> dict[str, str]:
    """Write the card of a station; an empty one for any other stage."""
    return {name: (getattr(card, name) if card else "") or "" for name in ("icon", "task", "clue", "answer")}


def roles(key: str, values: Iterable[shapes.Role]) -> str:
    """Write the role cards of a lesson."""
    return Stream(key, "roles").write(("role", {"icon": r.icon, "title": r.title, "text": r.text}) for r in values)


def _rich(text: str) -> str:
    """Make a paragraph of plain text; leave rich text as it is."""
    return text if text.startswith("<") else f"<p>{escape(text)}</p>"


def sheets(key: str, values: Iterable[shapes.Sheet]) -> str:
    """Write the pupil sheets of a lesson."""
    stream = Stream(key, "sheets")

    def value(place: int, sheet: shapes.Sheet) -> dict[str, Any]:
        tasks = (
            {"text": task.text, "options": stream.items(f"{place}/{number}", task.options), "lines": task.lines}
            for number, task in enumerate(sheet.tasks)
        )
        return {"title": sheet.title, "instructions": sheet.instructions, "tasks": stream.items(place, tasks)}

    return stream.write(("sheet", value(place, sheet)) for place, sheet in enumerate(values))


def answer_keys(key: str, values: Iterable[shapes.AnswerKey]) -> str:
    """Write the answer keys of a lesson."""
    stream = Stream(key, "answer_keys")
    return stream.write(
        ("key", {"title": k.title, "answers": stream.items(place, k.answers)}) for place, k in enumerate(values)
    )


def steps(key: str, values: Iterable[shapes.Step]) -> str:
    """Write the steps of an explainer."""
    return Stream(key, "steps").write(("step", {"title": s.title, "text": s.html}) for s in values)


def law(key: str, blocks: Iterable, article_id: Callable[[str, str], int | None]) -> str:
    """Write what the law says: headings, texts and claims. `article_id` finds an article by act and number."""
    stream = Stream(key, "body")

    def write(place: int, block) -> tuple[str, Any]:
        if not isinstance(block, shapes.Claim):
            return _body_block(block, None)
        citations = (
            {
                "article": article_id(c.act, c.article) if c.act else None,
                "detail": c.detail,
                "source": c.source,
                "url_of_source": c.url,
            }
            for c in block.citations
        )
        value = {"text": block.text, "to_verify": block.to_verify, "as_of": block.as_of}
        return "claim", {**value, "citations": stream.items(place, citations)}

    return stream.write(write(place, block) for place, block in enumerate(blocks))
