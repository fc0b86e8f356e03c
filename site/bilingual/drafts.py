"""What a translator does to the text of a pair. All of it ends in a draft; nothing here reaches a reader."""

from collections.abc import Mapping
from itertools import count

from django.db import transaction
from django.utils.translation import gettext as _
from wagtail.coreutils import find_available_slug, get_content_languages
from wagtail.models import Locale, Page
from wagtail_localize.segments.ingest import ingest_segments

from bilingual import facts
from bilingual.comparison import Comparison, Row, State
from bilingual.pairs import draft_of, twin_of
from bilingual.segments import Segment, Texts, string_value
from bilingual.structure import follow_from_now_on
from bilingual.wordings import note_wordings
from core import languages
from core.slugs import ascii_slug


class UntranslatableError(ValueError):
    """Why no translation can be made of a page, in words for the editor."""


# --- Beginning a translation -----------------------------------------------------------------------------


@transaction.atomic
def create_translation(page: Page, user) -> Page:
    """Return the draft of `page` in the other language, made now unless there is one.

    It has the structure of the newest draft and, until somebody translates them, its texts.
    """
    twin = twin_of(page)
    if twin is not None:
        return twin
    if page.locale.language_code not in languages.CODES:
        raise UntranslatableError(_("Translations are made between Kazakh and Russian only."))
    code = languages.other(page.locale.language_code)
    locale = Locale.objects.filter(language_code=code).first()
    if locale is None or code not in get_content_languages():
        raise UntranslatableError(_("The other language is switched off on this site."))
    if page.alias_of_id is not None:
        raise UntranslatableError(_("This page is a mirror of another. Translate the other page."))
    if Page.objects.filter(translation_key=page.translation_key, locale=locale).exists():
        raise UntranslatableError(_("The page in the other language is of another type. Delete one of the two first."))
    parent = page.get_parent()
    if not Page.objects.filter(translation_key=parent.translation_key, locale=locale).exists():
        raise UntranslatableError(_("First translate the page above it: “%(title)s”.") % {"title": parent.title})
    original = draft_of(page)
    translation = facts.linking_in(original, locale.pk).copy_for_translation(locale)
    translation.owner = user
    Page.objects.filter(pk=translation.pk).update(owner=user)
    follow_from_now_on(Comparison(original, translation), user)
    return translation


# --- Texts -----------------------------------------------------------------------------------------------


def save_texts(comparison: Comparison, texts: Mapping[str, str], user, overwrite=None):
    """Put `texts` (by segment key) into the translation's draft and return the new revision.

    Keeps the structure the translation has. Texts without a place there are not taken: bring the structure over first.
    """
    rows = {row.key: row for row in comparison.rows if row.original and row.state != State.ABSENT}
    written = {key: _written(rows[key], text) for key, text in texts.items() if key in rows}
    draft = comparison.translation
    former = draft.title
    put(draft, _values(comparison.translations, comparison.originals, written))
    if draft.first_published_at is None and draft.slug in _unchosen_slugs(comparison.original, former):
        draft.slug = find_available_slug(draft.get_parent(), ascii_slug(draft.title) or draft.slug, draft.pk)
    revision = draft.save_revision(user=user, clean=False, overwrite_revision=overwrite)
    note_wordings(comparison, [(rows[key].original, segment) for key, segment in written.items()], user)
    return revision


def _written(row: Row, text: str) -> Segment:
    links = {**row.original.links, **(row.translation.links if row.translation else {})}
    place = row.translation or row.original
    return Segment(place.path, place.index, text, row.original.is_rich, links)


def _values(texts: Texts, originals: Texts, written: Mapping[str, Segment]) -> list:
    """Return the page's own segments with `written` in their places; a blank rich text takes the original's form."""
    values = []
    for path in [*texts.by_path, *{s.path: None for s in written.values() if s.path not in texts.by_path}]:
        own = texts.by_path.get(path)
        template = texts.templates.get(path) if own else originals.templates.get(path)
        values += [template] if template is not None else []
        for segment in own or originals.by_path[path]:
            values.append(string_value(written.get(segment.key, segment)))
    return values


def _unchosen_slugs(original: Page, former_title: str) -> set[str]:
    """Return the addresses that nobody chose: the original's, and the one made of the title so far."""
    return {original.slug, f"{original.slug}-2", ascii_slug(former_title)}


def put(page: Page, values: list) -> None:
    """Ingest `values` into `page`, which lends its own structure."""
    numbers = count(1)
    ingest_segments(page, page, page.locale, page.locale, [value.with_order(next(numbers)) for value in values])
    page.draft_title = page.title
