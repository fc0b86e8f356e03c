"""What a translator sent: her texts by place, merged with what others saved in the meantime."""

from dataclasses import dataclass, field

from django.utils.translation import gettext as _
from wagtail.models import Page, Revision

from bilingual.checking import faults
from bilingual.comparison import Comparison, Row, State
from bilingual.labels import Place
from bilingual.segments import Texts

TEXT, CONFIRM = "text-", "confirm-"


@dataclass
class Sent:
    """The accepted texts and confirmations by segment key, and what was refused, with the reasons."""

    texts: dict[str, str] = field(default_factory=dict)
    confirmed: set[str] = field(default_factory=set)
    refused: dict[str, list[str]] = field(default_factory=dict)
    entered: dict[str, str] = field(default_factory=dict)


def read(data, comparison: Comparison, places: dict[str, Place]) -> Sent:
    """Read a POST of the translator's screen. Only what she changed is taken; a text that is wrong is refused."""
    sent = Sent()
    before = _before(comparison.translation, comparison.originals, data.get("base", ""))
    for row in comparison.rows:
        entered = data.get(TEXT + row.key)
        if entered is None or row.original is None or row.state == State.ABSENT:
            continue
        entered = sent.entered[row.key] = entered.replace("\r\n", "\n").strip()
        reasons = _reasons(row, entered, before.get(row.key), places)
        if reasons:
            sent.refused[row.key] = reasons
        elif entered and entered != shown(row):
            sent.texts[row.key] = entered
        if CONFIRM + row.key in data and not reasons:
            sent.confirmed.add(row.key)
    return sent


def shown(row: Row) -> str:
    """The text a translator finds in the field: hers, or nothing while the original's words stand in its place."""
    return "" if row.translation is None or row.state == State.MISSING else row.translation.text


def _reasons(row: Row, entered: str, before: str | None, places: dict[str, Place]) -> list[str]:
    now = shown(row)
    if entered in (now, before):
        # Nothing was changed here; whatever somebody else saved stays.
        return []
    if before is not None and now not in (before, entered) and row.translation is not None:
        return [
            _("Somebody else changed this text meanwhile to: “%(text)s”. Save again to keep yours.") % {"text": now}
        ]
    if not entered:
        return [_("A translation cannot be emptied here. Take the block out of the page instead.")] if now else []
    place = places.get(row.path)
    return faults(row, entered, place.max_length if place else None)


def _before(translation: Page, originals: Texts, base: str) -> dict[str, str]:
    """Return the fields as they were when the screen was opened; {} if nobody has saved since."""
    if not base.isdecimal() or len(base) > 18:
        return {}
    revision = Revision.page_revisions.filter(object_id=str(translation.pk), pk=int(base)).first()
    if revision is None or revision.pk == translation.latest_revision_id:
        return {}
    placeholders = {segment.key: segment.digest for segment in originals.segments}
    return {
        segment.key: "" if segment.digest == placeholders.get(segment.key) else segment.text
        for segment in Texts(revision.as_object()).segments
    }
