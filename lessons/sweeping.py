"""Taking kits off the shelf that nobody can ask for any more."""

import datetime

from documents import shelf
from lessons.building import SHELF
from lessons.models import KitEdition

KEPT_EDITIONS = 3  # of each lesson and language: who has an older page open still gets its files
UNTOUCHED_FOR = datetime.timedelta(hours=1)  # longer than any build takes


def sweep() -> int:
    """Remove the folders that none of the newest editions needs, and return how many that were.

    Nothing younger than an hour goes: its edition may be about to be recorded.
    """
    needed, seen = set(), {}
    for edition in KitEdition.objects.built().order_by("-number"):
        line = (edition.translation_key, edition.language)
        seen[line] = seen.get(line, 0) + 1
        if seen[line] <= KEPT_EDITIONS:
            needed |= {entry["path"].split("/")[1] for entry in edition.files}
        elif edition.files:
            KitEdition.objects.filter(pk=edition.pk).update(files=[])
    unneeded = [name for name in shelf.folders(SHELF) if name not in needed]
    return sum(shelf.sweep(f"{SHELF}/{name}", UNTOUCHED_FOR) for name in unneeded)
