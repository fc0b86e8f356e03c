"""From a lesson page to the description that every file of its kit is written from."""

import dataclasses
from typing import TYPE_CHECKING

from django.conf import settings
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import override

from documents import kit
from documents.station_choice import chosen_course, with_course

if TYPE_CHECKING:
    from lessons.models import KitEdition, LessonPage

LICENCE_NAME = "Creative Commons Attribution 4.0 (CC BY 4.0)"
LICENCE_URL = "https://creativecommons.org/licenses/by/4.0/"
# The ZIPs, as the last part of their names.
WHOLE, LIGHT, BOTH = "kit.zip", "kit-light.zip", "kit-both.zip"
# Windows allows 260 characters for a path, and the key stands in it twice: in the ZIP's name and in each file's.
LONGEST_KEY = 50


def kit_of(page: "LessonPage") -> kit.LessonKit:
    """Gather from a lesson page all that its documents are made of, under the number of its newest edition."""
    content = content_of(page)
    return as_edition(content, page.newest_edition) if page.newest_edition else content


def as_edition(content: kit.LessonKit, edition: "KitEdition") -> kit.LessonKit:
    """Return the content of a kit with the number, the date and the short link of an edition."""
    issued_on = timezone.localtime(edition.issued_at).date()
    return dataclasses.replace(
        content, version=str(edition.number), edition_date=issued_on, short_url=edition.short_url
    )


def content_to_issue(page: "LessonPage") -> kit.LessonKit:
    """Return what an edition holds: the course without a live animal. Whoever has one fits the lesson to it."""
    content = content_of(page)
    return with_course(content, chosen_course(content, (), with_animal=False))[0]


def content_of(page: "LessonPage") -> kit.LessonKit:
    """Gather what a lesson says, in the page's language, without the edition that it is issued in."""
    with override(page.language):
        return kit.LessonKit(
            language=page.language,
            key=page.slug.strip("-_")[:LONGEST_KEY] or f"lesson-{page.pk}",
            title=page.title,
            summary=page.summary,
            url=f"{settings.BASE_URL}{page.url or ''}",
            grade_from=page.grade_from,
            grade_to=page.grade_to,
            minutes=page.minutes,
            subject=page.subject.name,
            unit=page.unit,
            aims=tuple(aim.value for aim in page.aims),
            objectives=tuple(_objective(block.value) for block in page.objectives),
            materials=tuple(item.value for item in page.materials),
            safety_html=page.safety,
            stages=tuple(_stage(block.value) for block in page.stages),
            sheets=tuple(_sheet(block.value) for block in page.sheets),
            answer_keys=tuple(
                kit.AnswerKey(block.value["title"], tuple(block.value["answers"])) for block in page.answer_keys
            ),
            roles=tuple(kit.Role(r.value["title"], r.value["text"], r.value["icon"] or "") for r in page.roles),
            values=tuple(value.name for value in page.programme_values.all()),
            certificate=page.certificate,
            poster=tuple(line.value for line in page.poster),
            colouring=tuple(icon.value for icon in page.colouring),
            licence=kit.Licence(LICENCE_NAME, LICENCE_URL),
            credits=tuple(_credits(page)),
            story=_story(page),
        )


def _stage(value) -> kit.Stage:
    return kit.Stage(
        phase=value["phase"] if value["phase"] in kit.PHASES else "middle",
        title=value["title"],
        minutes=value["minutes"],
        teacher_html=_source(value["teacher"]),
        pupils_html=_source(value["pupils"]),
        assessment=value["assessment"] or "",
        resources=value["resources"] or "",
        is_station=bool(value["is_station"]),
        card=_card(value["card"]) if value["card"] else kit.NO_CARD,
        shortest=value["shortest"],
        animal=value["animal"] if value["animal"] in kit.ANIMAL_CHOICES else "",
    )


def _objective(value) -> kit.Objective:
    return kit.Objective(value["code"] or "", value["text"], value["edition"] or "", bool(value["verified"]))


def _card(value) -> kit.Card:
    return kit.Card(**{name: value[name] or "" for name in kit.Card._fields})


def _sheet(value) -> kit.Sheet:
    tasks = (kit.Task(task["text"], tuple(task["options"]), task["lines"] or 0) for task in value["tasks"])
    return kit.Sheet(value["title"], value["instructions"] or "", tuple(tasks))


def _story(page: "LessonPage") -> kit.Story | None:
    """Name the story to the lesson, as long as every reader may see it and it suits the grade."""
    link = page.visible_links().get("related_story")
    story = link.specific if link is not None else None
    return kit.Story(story.title, f"{settings.BASE_URL}{story.url or ''}", story.age_band) if story else None


def _source(rich_text) -> str:
    return rich_text.source if rich_text else ""


def _credits(page: "LessonPage") -> list[str]:
    """Name the authors of the lesson and of the pictures it shows."""
    authors = [_("Text: the editors of Meirim")]
    if page.picture and page.picture.credit:
        authors.append(_("Pictures: %(credit)s") % {"credit": page.picture.credit})
    return authors
