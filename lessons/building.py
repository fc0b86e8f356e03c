"""Building the files of a kit edition and putting them on the shelf.

Everything here may be repeated, and may be killed at any point: files lie whole under names that say what is in them,
and an edition is seen only once `built_at` says that all of them are there.
"""

import enum
import logging

from django.core.files.storage import default_storage
from django.db import transaction
from django.utils import timezone

from documents import archive, shelf
from documents.both_languages import both_zip
from documents.kit import LANGUAGES, LessonKit
from lessons import kits
from lessons.issuing import issue
from lessons.kits import BOTH, LIGHT, WHOLE
from lessons.models import KitEdition, LessonPage

logger = logging.getLogger(__name__)

SHELF = "kits"


class Outcome(enum.StrEnum):
    """What came of bringing a lesson's kit up to date."""

    BUILT = "built"
    FRESH = "up to date"
    WITHDRAWN = "withdrawn"
    NOT_LIVE = "not live"
    FAILED = "failed"


def bring_up_to_date(page_id: int, *, anew: bool = False) -> Outcome:
    """Issue and build the edition of what a live lesson says now; `anew` writes its files once more."""
    with transaction.atomic():
        page = LessonPage.objects.select_for_update().filter(pk=page_id, live=True).first()
        if page is None:
            return Outcome.NOT_LIVE
        content = kits.content_to_issue(page)
        edition = issue(page, content)
    outcome = Outcome.WITHDRAWN if edition.is_withdrawn else Outcome.FRESH
    if outcome is Outcome.FRESH and (anew or not is_whole(edition)):
        outcome = build(edition, content)
    if outcome is not Outcome.FAILED:
        join_languages(edition.translation_key)
    return outcome


def is_whole(edition: KitEdition) -> bool:
    """Whether the edition is built and the shelf still has every file of it."""
    return edition.built_at is not None and all(default_storage.exists(entry["path"]) for entry in edition.files)


def build(edition: KitEdition, content: LessonKit) -> Outcome:
    """Build and keep the files of one edition. What goes wrong is logged, and recorded for the editors."""
    editions = KitEdition.objects.filter(pk=edition.pk)
    try:
        files = _keep_files(kits.as_edition(content, edition))
    except Exception as error:  # Whatever stops a writer stops this edition alone; the one before it stays on offer.
        logger.exception("Edition %s of “%s” (%s) is not built", edition.number, edition.title, edition.language)
        editions.update(failure=_kind_of(error), failure_detail=str(error))
        return Outcome.FAILED
    editions.update(files=files, built_at=edition.built_at or timezone.now(), failure="", failure_detail="")
    return Outcome.BUILT


def _kind_of(error: Exception) -> str:
    if isinstance(error, archive.AnswerLeak):
        return KitEdition.Failure.LEAK
    return KitEdition.Failure.STORAGE if isinstance(error, OSError) else KitEdition.Failure.OTHER


def _keep_files(kit: LessonKit) -> list[dict]:
    """Build every file of `kit`, keep it, and return what the edition has to know of each."""
    stem = f"{kit.key}-{kit.language}"
    folder = f"{SHELF}/{shelf.digest(archive.makers_digest(), kit)}"
    documents = archive.document_files(kit)
    zips = [
        archive.KitFile(f"{stem}-{WHOLE}", "kit", "", archive.ZIP, archive.whole_zip(kit, documents)),
        archive.KitFile(f"{stem}-{LIGHT}", "light-kit", "", archive.ZIP, archive.light_zip(kit, documents)),
    ]
    entries = []
    for file in (*zips, *documents):
        path = f"{folder}/{file.name}"
        shelf.keep(path, file.content)
        entries.append(_entry(file, path, name=file.name.removeprefix(f"{stem}-")))
    return entries


def _entry(file: archive.KitFile, path: str, name: str) -> dict:
    return {
        "name": name,
        "file": file.name,
        "path": path,
        "role": file.role,
        "title": file.title,
        "media_type": file.media_type,
        "size": len(file.content),
        "sha256": file.sha256,
    }


def join_languages(translation_key) -> None:
    """Put the newest kits of both languages into one more ZIP; take it from a kit that stands alone now."""
    newest = {language: _newest_offered(translation_key, language) for language in LANGUAGES}
    alone = [edition for edition in newest.values() if edition is not None]
    if len(alone) < len(LANGUAGES):
        for edition in alone:
            _replace_joined(edition, None)
        return
    wholes = {language: edition.file(WHOLE) for language, edition in newest.items()}
    folder = f"{SHELF}/{shelf.digest('both', *(entry['path'] for entry in wholes.values()))}"
    if all(_is_joined(edition, folder) for edition in alone):
        return
    try:
        entry = _keep_joined(folder, newest, wholes)
    except OSError:
        logger.exception("The kit of “%s” in both languages is not built", newest["kk"].title)
        return
    for edition in alone:
        _replace_joined(edition, entry)


def _is_joined(edition: KitEdition, folder: str) -> bool:
    entry = edition.file(BOTH)
    return entry is not None and entry["path"].startswith(f"{folder}/") and default_storage.exists(entry["path"])


def _keep_joined(folder: str, newest: dict[str, KitEdition], wholes: dict[str, dict]) -> dict:
    archives = {}
    for language, entry in wholes.items():
        with default_storage.open(entry["path"]) as file:
            archives[language] = file.read()
    # Its address carries one edition's code and must name the other, since it changes with either.
    codes = "-".join(edition.code for edition in newest.values())
    stem = wholes["kk"]["file"].removesuffix(f"-kk-{WHOLE}")
    joined = archive.KitFile(f"{stem}-kk-ru-{codes}.zip", "kit-in-both-languages", "", archive.ZIP, both_zip(archives))
    shelf.keep(f"{folder}/{joined.name}", joined.content)
    return _entry(joined, f"{folder}/{joined.name}", name=BOTH)


def _newest_offered(translation_key, language: str) -> KitEdition | None:
    """Return the newest built edition, unless it is withdrawn or its lesson is no longer to be read."""
    editions = KitEdition.objects.of_lesson(translation_key, language).built().select_related("page")
    edition = editions.first()
    if edition is None or edition.is_withdrawn or edition.page is None or not edition.page.live:
        return None
    return edition


@transaction.atomic
def _replace_joined(edition: KitEdition, entry: dict | None) -> None:
    locked = KitEdition.objects.select_for_update().get(pk=edition.pk)
    others = [known for known in locked.files if known["name"] != BOTH]
    locked.files = others if entry is None else [*others, entry]
    locked.save(update_fields=["files"])
