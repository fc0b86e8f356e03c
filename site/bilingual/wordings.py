"""What is remembered of a translated text: for which wording it was written, and that a person confirmed it."""

from collections.abc import Iterable

from bilingual.comparison import TO_CONFIRM, Comparison, Row, State
from bilingual.models import Confirmation, fingerprint
from bilingual.segments import Segment, Texts
from core import languages

Partners = Iterable[tuple[Segment, Segment]]


def confirm(comparison: Comparison, user, keys: set[str] | None = None) -> int:
    """Record that the translations at `keys` (all where None) say what the original says now; return how many.

    A text that is the same in both languages counts as not translated, unless its key says that it is meant so.
    """
    rows = [row for row in comparison.rows if _can_be_confirmed(row, keys)]
    Confirmation.objects.bulk_create(
        [_remembered(comparison, row.original, row.translation, user, is_confirmed=True) for row in rows],
        update_conflicts=True,
        unique_fields=["translation_key", "path", "kk_digest", "ru_digest"],
        update_fields=["is_confirmed", "original_revision", "confirmed_by", "confirmed_at"],
    )
    return len(rows)


def note_wordings(comparison: Comparison, partners: Partners, user) -> None:
    """Note for which text of the original each text of the translation was written or copied; nothing is confirmed.

    Notes about texts that the translation's draft no longer has are forgotten.
    """
    partners = list(partners)
    paths = {translation.path for _original, translation in partners}
    texts = Texts(comparison.translation).by_path
    current = {segment.digest for path in paths for segment in texts.get(path, [])}
    code = languages.other(comparison.original.locale.language_code)
    noted = Confirmation.objects.filter(
        translation_key=comparison.original.translation_key, path__in=paths, is_confirmed=False
    )
    noted.exclude(**{f"{code}_digest__in": current}).delete()
    notes = [_remembered(comparison, *two, user, is_confirmed=False) for two in partners]
    Confirmation.objects.bulk_create(notes, ignore_conflicts=True)


def _can_be_confirmed(row: Row, keys: set[str] | None) -> bool:
    if keys is None:
        return row.state in TO_CONFIRM
    return row.key in keys and row.original is not None and row.translation is not None and row.state != State.IN_STEP


def _remembered(comparison: Comparison, original: Segment, translation: Segment, user, *, is_confirmed: bool):
    code = comparison.original.locale.language_code
    texts = {code: original.text, languages.other(code): translation.text}
    return Confirmation(
        translation_key=comparison.original.translation_key,
        path=original.path,
        kk=texts["kk"],
        ru=texts["ru"],
        kk_digest=fingerprint(texts["kk"]),
        ru_digest=fingerprint(texts["ru"]),
        original_revision=comparison.original.latest_revision,
        confirmed_by=user,
        is_confirmed=is_confirmed,
    )
