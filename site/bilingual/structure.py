"""Bringing the original's structure over to its translation: a three-way merge that ends in a draft.

Structure and all that is no text follow the original. What a person wrote stays, at its place or among the
leftovers; a picture or a link that somebody changed in the translation on purpose stays too.
"""

from collections.abc import Iterable
from itertools import count

from django.db import transaction
from wagtail.fields import StreamField
from wagtail.models import Revision
from wagtail_localize.segments import OverridableSegmentValue, StringSegmentValue
from wagtail_localize.segments.ingest import ingest_segments

from bilingual import facts
from bilingual.comparison import Comparison, Row, State, compare_drafts
from bilingual.models import Leftover, Pair
from bilingual.segments import Segment, string_value
from bilingual.wordings import note_wordings
from core.models.pages import BasePage


@transaction.atomic
def pull_structure(page: BasePage, user) -> Revision:
    """Bring the structure of the original's newest draft into a new draft of its translation and return that."""
    comparison = compare_drafts(page)
    pair = Pair.objects.select_for_update().get(pk=Pair.of(page).pk)
    translation, structure = comparison.translation, comparison.original
    mine, theirs = facts.shared(translation, comparison.translations), facts.shared(structure, comparison.originals)
    kept = {path for path in mine if path in theirs and mine[path] != pair.shared.get(path, theirs[path])}
    _keep_leftovers(comparison)

    facts.copy(structure, translation, kept)
    numbers = count(1)
    values = [value.with_order(next(numbers)) for value in _values(comparison, kept)]
    _follow_streams(structure, translation)
    copied = [(row.original, row.original) for row in comparison.missing]
    ingest_segments(structure, translation, structure.locale, translation.locale, values)
    translation.draft_title = translation.title
    pair.shared = theirs
    pair.save(update_fields=["shared", "updated_at"])
    revision = translation.save_revision(user=user, clean=False, log_action="bilingual.pull_structure")
    note_wordings(comparison, copied, user)
    return revision


def follow_from_now_on(comparison: Comparison, user) -> None:
    """Remember what a translation just copied from its original has from there: all its texts, and all the rest."""
    original = comparison.original
    shared = {"shared": facts.shared(original, comparison.originals)}
    Pair.objects.update_or_create(
        translation_key=original.translation_key,
        defaults=shared,
        create_defaults={**shared, "original_locale": original.locale},
    )
    copied = [segment for segments in comparison.originals.by_path.values() for segment in segments]
    note_wordings(comparison, zip(copied, copied, strict=True), user)


def _follow_streams(structure: BasePage, translation: BasePage) -> None:
    """Give the translation the original's streams, so that those without any text follow it too."""
    for field in structure._meta.get_fields():
        if isinstance(field, StreamField):
            setattr(translation, field.name, field.value_from_object(structure))


# --- Texts -----------------------------------------------------------------------------------------------


def _values(comparison: Comparison, kept: set[str]) -> Iterable:
    """Yield all that the original's structure is filled with, in its order: the translation wherever there is one."""
    partners = {row.original.key: row for row in comparison.rows if row.original}
    numbers: dict[str, int] = {}
    for value in comparison.originals.values:
        if isinstance(value, StringSegmentValue):
            index = numbers[value.path] = numbers.get(value.path, -1) + 1
            yield string_value(_filling(partners[f"{value.path}#{index}"]))
        elif isinstance(value, OverridableSegmentValue):
            if value.path in kept:
                yield OverridableSegmentValue(value.path, comparison.translations.shared[value.path])
        else:
            yield value
    yield from _own_texts(comparison)


def _filling(row: Row) -> Segment:
    """Return what goes to the place of an original text: its translation or, until there is one, the text itself."""
    if row.translation is None:
        return row.original
    links = {**row.original.links, **row.translation.links}
    return Segment(row.original.path, row.original.index, row.translation.text, row.original.is_rich, links)


def _own_texts(comparison: Comparison) -> Iterable:
    """Yield the translation's texts for block fields that the original leaves empty, a caption for instance."""
    texts = comparison.translations
    for path, segments in texts.by_path.items():
        anchor = texts.anchor(path)
        if not anchor or path in comparison.originals.by_path or anchor not in comparison.originals.places:
            continue
        if path in texts.templates:
            yield texts.templates[path]
        yield from map(string_value, segments)


def _keep_leftovers(comparison: Comparison) -> None:
    translation = comparison.translation
    Leftover.objects.bulk_create(
        Leftover(
            translation_key=translation.translation_key,
            locale=translation.locale,
            path=row.path,
            text=row.translation.text,
        )
        for row in comparison.rows
        if row.state == State.EXTRA
    )
