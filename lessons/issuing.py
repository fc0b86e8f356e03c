"""Giving out the numbers and codes of kit editions."""

import dataclasses
import secrets
from typing import TYPE_CHECKING

from django.db import IntegrityError, transaction
from django.utils import timezone

from documents.archive import makers_digest
from documents.kit import NO_CARD, LessonKit
from documents.shelf import digest
from lessons.models.editions import KitEdition

if TYPE_CHECKING:
    from lessons.models import LessonPage

# Read from paper and typed by hand: no sign that looks like another, no vowel that could make a word.
CODE_ALPHABET = "23456789bcdfghjkmnpqrstvwxz"
CODE_LENGTH = 6
ATTEMPTS = 20

# Which fields of a kit make which part of it; every field not named here belongs to the plan.
FIELDS_OF_PARTS = {
    "sheets": ("sheets",),
    "answers": ("answer_keys",),
    "print": ("roles", "certificate", "poster", "colouring"),
    "story": ("story",),
    "imprint": ("key", "url", "licence", "credits"),
}
FIELDS_OF_EDITION = ("version", "edition_date", "short_url")


def issue(page: "LessonPage", content: LessonKit) -> KitEdition:
    """Return the edition that holds `content`: the newest, or a new one if the content differs from it.

    Of two that issue at once, one writes the number and the other finds it written. Call it in one transaction with
    what reads the content, so that no older text gets a higher number.
    """
    parts = digests_of_parts(content)
    content_digest = digest(*sorted(parts.items()))
    for _attempt in range(ATTEMPTS):
        newest = KitEdition.objects.of_lesson(page.translation_key, content.language).first()
        if newest is not None and newest.content_digest == content_digest:
            return newest
        edition = KitEdition(
            code=new_code(),
            page_id=page.pk,
            translation_key=page.translation_key,
            language=content.language,
            title=content.title,
            number=newest.number + 1 if newest else 1,
            content_digest=content_digest,
            parts=parts,
            issued_at=timezone.now(),
        )
        try:
            with transaction.atomic():
                edition.save(force_insert=True)
        except IntegrityError:
            continue  # the number or the code was given out in the meantime
        return edition
    raise RuntimeError(f"No edition could be issued for lesson {page.pk} in {ATTEMPTS} attempts.")


def new_code() -> str:
    return "".join(secrets.choice(CODE_ALPHABET) for _ in range(CODE_LENGTH))


def digests_of_parts(content: LessonKit) -> dict[str, str]:
    """Return a digest of each part of a kit, of the answers apart from the cards, and of the form of its files."""
    fields = {field.name: getattr(content, field.name) for field in dataclasses.fields(content)}
    for name in FIELDS_OF_EDITION:
        del fields[name]
    cards = [stage.card for stage in content.stages]
    fields["stages"] = tuple(dataclasses.replace(stage, card=NO_CARD) for stage in content.stages)
    named = {part: [fields.pop(name) for name in names] for part, names in FIELDS_OF_PARTS.items()}
    named["answers"].append([card.answer for card in cards])
    named["cards"] = [card._replace(answer="") for card in cards]
    return {
        "plan": digest(sorted(fields.items())),
        **{part: digest(values) for part, values in named.items()},
        "form": makers_digest(),
    }
