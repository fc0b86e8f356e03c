"""How far two twins say the same: every text of both, side by side, each with its state."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.models import Page

from bilingual import facts
from bilingual.alignment import align, likeness
from bilingual.models import Confirmation, Pair
from bilingual.pairs import draft_of, in_roles, twin_of
from bilingual.segments import Segment, Texts
from core import languages


class State(models.TextChoices):
    """What a translator has to do with a text. Only a person's confirmation brings it to "in step"."""

    IN_STEP = "in_step", _("in step")
    MISSING = "missing", _("not translated")
    ABSENT = "absent", _("has no place yet")
    STALE = "stale", _("the original has changed")
    AHEAD = "ahead", _("changed since it was confirmed")
    UNCONFIRMED = "unconfirmed", _("not confirmed yet")
    EXTRA = "extra", _("not in the original")


TO_CONFIRM = {State.STALE, State.AHEAD, State.UNCONFIRMED}


@dataclass
class Row:
    """A text of the original and its translation; either may be absent."""

    original: Segment | None
    translation: Segment | None
    state: State
    earlier: str | None = None

    @property
    def key(self) -> str:
        return (self.original or self.translation).key

    @property
    def path(self) -> str:
        return (self.original or self.translation).path


class Memory:
    """The confirmations of one pair, by place."""

    def __init__(self, page: Page, language: str):
        self.language, self.other = language, languages.other(language)
        self.at: dict[str, list[Confirmation]] = defaultdict(list)
        for row in Confirmation.objects.filter(translation_key=page.translation_key).order_by("confirmed_at", "pk"):
            self.at[row.path].append(row)
        self.pairs = {
            (path, row.digest(self.language), row.digest(self.other))
            for path, rows in self.at.items()
            for row in rows
            if row.is_confirmed
        }

    def agree(self, original: Segment, translation: Segment) -> bool:
        """Whether a person confirmed these two at this place, or there is nothing in them to translate."""
        if (original.path, original.digest, translation.digest) in self.pairs:
            return True
        return original.digest == translation.digest and not original.has_letters

    def written_for(self, translation: Segment) -> str | None:
        """The wording of the original that `translation` was last confirmed or, so far, written for."""
        for row in reversed(self.at.get(translation.path, [])):
            if row.digest(self.other) == translation.digest:
                return row.text(self.language)
        return None

    def wording_before(self, original: Segment) -> str | None:
        """The wording this text of the original had when it was last confirmed."""
        rows = [row for row in reversed(self.at.get(original.path, [])) if row.is_confirmed]
        if not original.is_rich:
            return rows[0].text(self.language) if rows else None
        return max(
            (row.text(self.language) for row in rows), key=lambda text: likeness(text, original.text), default=None
        )

    def state(self, original: Segment, translation: Segment) -> tuple[State, str | None]:
        """Return the state of two partners, and the original's earlier wording where it has moved since."""
        if self.agree(original, translation):
            return State.IN_STEP, None
        if original.digest == translation.digest:
            return State.MISSING, self.wording_before(original)
        before = self.wording_before(original)
        source = self.written_for(translation)
        if source is not None and source.split() == translation.text.split():
            return State.MISSING, before
        earlier = source or before
        if earlier is not None and earlier.split() != original.text.split():
            return State.STALE, earlier
        return (State.UNCONFIRMED if before is None else State.AHEAD), None


class Comparison:
    """An original and its translation, text by text in the order of the original. Writes nothing."""

    def __init__(self, original: Page, translation: Page):
        self.original, self.translation = original, translation
        self.originals, self.translations = Texts(original), Texts(translation)
        self.memory = Memory(original, original.locale.language_code)

    @cached_property
    def rows(self) -> list[Row]:
        rows = [row for path, texts in self.originals.by_path.items() for row in self._at(path, texts)]
        rows += [
            Row(None, text, State.EXTRA)
            for path, texts in self.translations.by_path.items()
            for text in texts
            if path not in self.originals.by_path and not self._is_own(path)
        ]
        return rows

    def _at(self, path: str, originals: list[Segment]) -> Iterable[Row]:
        translations = self.translations.by_path.get(path, [])
        if not translations:
            anchor = self.originals.anchor(path)
            state = State.MISSING if not anchor or anchor in self.translations.places else State.ABSENT
            return [Row(text, None, state, self.memory.wording_before(text)) for text in originals]
        if not originals[0].is_rich:
            return [self._row(originals[0], translations[0])]
        pairs = align(originals, translations, self.memory.agree, self.memory.written_for)
        return [self._row(original, translation) for original, translation in pairs]

    def _row(self, original: Segment | None, translation: Segment | None) -> Row:
        if original is None:
            return Row(None, translation, State.EXTRA)
        if translation is None:
            return Row(original, None, State.ABSENT, self.memory.wording_before(original))
        return Row(original, translation, *self.memory.state(original, translation))

    def _is_own(self, path: str) -> bool:
        """Whether the original has this place but left it empty: a caption, a title for search engines."""
        anchor = self.translations.anchor(path)
        return not anchor or anchor in self.originals.places

    # --- What it comes to ---

    @property
    def twins(self) -> tuple[Page, Page]:
        return self.original, self.translation

    def _of(self, *states: State) -> list[Row]:
        return [row for row in self.rows if row.state in states]

    @property
    def missing(self) -> list[Row]:
        return self._of(State.MISSING, State.ABSENT)

    @property
    def stale(self) -> list[Row]:
        return self._of(*TO_CONFIRM)

    @property
    def drift(self) -> list[Row]:
        """Texts that only one of the two has a place for."""
        return self._of(State.ABSENT, State.EXTRA)

    @cached_property
    def structure_differs(self) -> bool:
        """Whether the two differ in anything but their texts and their own links and pictures."""
        return self.is_built_differently or self.data_differ

    @property
    def is_built_differently(self) -> bool:
        """Whether blocks were added, taken away or moved in one of the two."""
        return bool(self.drift) or self.originals.order != self.translations.order

    @cached_property
    def data_differ(self) -> bool:
        """Whether a number, date, mark or choice in a block, or a fact of the original's page, was not brought over."""
        return self.originals.data != self.translations.data or bool(self._moved_facts)

    @property
    def _moved_facts(self) -> set[str]:
        """What changed in the original since it was last brought over, and is not the same in the translation."""
        before = Pair.of(self.original).shared
        now = facts.shared(self.original, self.originals)
        own = facts.shared(self.translation, self.translations)
        moved = {path for path, value in now.items() if value != before.get(path, value)}
        return {path for path in moved if path in own and own[path] != now[path]}

    @property
    def is_in_step(self) -> bool:
        return not self.structure_differs and all(row.state == State.IN_STEP for row in self.rows)

    @property
    def is_behind(self) -> bool:
        """Whether a reader of the translation misses something that the original says."""
        texts = self._of(State.MISSING, State.ABSENT, State.STALE)
        common = self.originals.data.keys() & self.translations.data.keys()
        return bool(texts) or any(self.originals.data[path] != self.translations.data[path] for path in common)


def compare_drafts(page: Page) -> Comparison | None:
    """Compare the newest texts of `page` and its twin; None while there is no twin."""
    twin = twin_of(page)
    if twin is None:
        return None
    original, translation = in_roles(page, twin)
    return Comparison(draft_of(original), draft_of(translation))
