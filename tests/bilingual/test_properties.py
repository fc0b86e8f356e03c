"""Original and translation are edited at random; no human sentence is lost, paired wrongly or falsely reported.

Every sentence of the original carries its own number, and so does its translation. What was paired with what, and
what the translator has written, is kept beside the pages and compared after every step.
`EXAMPLES=500 pytest tests/bilingual/test_properties.py` looks further, each time elsewhere.
"""

import json
import os
import re
import uuid

import pytest
from django.db import transaction
from hypothesis import HealthCheck, Phase, settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    initialize,
    invariant,
    precondition,
    rule,
    run_state_machine_as_test,
)

from bilingual.comparison import State, compare_drafts
from bilingual.drafts import create_translation, save_texts
from bilingual.models import Leftover
from bilingual.pairs import draft_of, in_roles, twin_of
from bilingual.roles import NotInStepError, swap_roles
from bilingual.segments import Texts
from bilingual.structure import pull_structure
from bilingual.wordings import confirm
from editorial.going_live import without_review
from tests.factories import StandardPageFactory

pytestmark = pytest.mark.django_db

WORDS = {
    "kk": "алма{n} бота{n} гүл{n} дала{n} нұсқа{v}",
    "ru": "яблоко{n} верблюд{n} цветок{n} степь{n} версия{v}",
}
places = st.integers(min_value=0, max_value=11)


def sentence(language: str, number: int, version: int = 0) -> str:
    return WORDS[language].format(n=number, v=version)


def number_of(text: str) -> int:
    return int(re.search(r"\d+", text).group())


def language_of(text: str) -> str:
    return "kk" if "алма" in text else "ru"


class Translating(RuleBasedStateMachine):
    """An author and a translator at work on one pair."""

    def __init__(self):
        super().__init__()
        self.transaction = transaction.atomic()
        self.transaction.__enter__()
        self.numbers = iter(range(1, 10_000))
        self.versions = iter(range(1, 10_000))
        self.written: set[str] = set()
        self.confirmed: set[tuple[str, str]] = set()

    def teardown(self):
        transaction.set_rollback(True)
        self.transaction.__exit__(None, None, None)

    @initialize()
    def begin(self):
        page = StandardPageFactory(title=self.new("kk"), summary=self.new("kk"), live=False, slug=f"s{uuid.uuid4()}")
        page.body = json.dumps([self.block("kk", 0), self.block("kk", 2)])
        page.save_revision()
        create_translation(page, None)
        self.page = page

    # --- What they see ---

    def new(self, language: str) -> str:
        return sentence(language, next(self.numbers))

    def block(self, language: str, paragraphs: int) -> dict:
        """Make a heading (no paragraphs) or a text of `paragraphs`."""
        if not paragraphs:
            return {"type": "heading", "value": self.new(language), "id": str(uuid.uuid4())}
        value = "".join(f"<p>{self.new(language)}</p>" for _ in range(paragraphs))
        return {"type": "text", "value": value, "id": str(uuid.uuid4())}

    @property
    def pair(self):
        return in_roles(self.page, twin_of(self.page))

    @property
    def comparison(self):
        return compare_drafts(self.page)

    def change_body(self, page, change) -> list[dict]:
        """Save a draft of `page` with a body that `change` has worked on in place."""
        draft = draft_of(page)
        blocks = [{"type": b.block_type, "value": getattr(b.value, "source", b.value), "id": b.id} for b in draft.body]
        change(blocks)
        draft.body = json.dumps(blocks)
        draft.save_revision()
        return blocks

    # --- The author ---

    @rule(place=places, paragraphs=st.integers(min_value=0, max_value=3))
    def insert_block(self, place, paragraphs):
        original, _translation = self.pair
        new = self.block(original.locale.language_code, paragraphs)
        self.change_body(original, lambda blocks: blocks.insert(place % (len(blocks) + 1), new))

    @rule(place=places)
    def delete_block(self, place):
        self.change_body(self.pair[0], lambda blocks: blocks and blocks.pop(place % len(blocks)))

    @rule(place=places, to=places)
    def move_block(self, place, to):
        def move(blocks):
            if blocks:
                block = blocks.pop(place % len(blocks))
                blocks.insert(to % (len(blocks) + 1), block)

        self.change_body(self.pair[0], move)

    @rule(place=places)
    def duplicate_block(self, place):
        def duplicate(blocks):
            if blocks:
                number = place % len(blocks)
                blocks.insert(number + 1, {**blocks[number], "id": str(uuid.uuid4())})

        self.change_body(self.pair[0], duplicate)

    @rule(place=places)
    def edit_sentence(self, place):
        original = self.pair[0]
        language = original.locale.language_code

        def edit(blocks):
            if blocks:
                block = blocks[place % len(blocks)]
                old = block["value"].split("</p>")[0].removeprefix("<p>")
                block["value"] = block["value"].replace(old, sentence(language, number_of(old), next(self.versions)), 1)

        self.change_body(original, edit)

    @rule(place=places, paragraph=st.integers(min_value=0, max_value=3), insert=st.booleans())
    def change_paragraphs(self, place, paragraph, insert):
        original = self.pair[0]
        language = original.locale.language_code

        def edit(blocks):
            texts = [block for block in blocks if block["type"] == "text"]
            if not texts:
                return
            block = texts[place % len(texts)]
            paragraphs = [p for p in block["value"].split("</p>") if p]
            if insert:
                paragraphs.insert(paragraph % (len(paragraphs) + 1), f"<p>{self.new(language)}")
            elif len(paragraphs) > 1:
                paragraphs.pop(paragraph % len(paragraphs))
            block["value"] = "".join(f"{p}</p>" for p in paragraphs)

        self.change_body(original, edit)

    # --- The translator ---

    @rule(place=places, several=st.integers(min_value=1, max_value=4))
    def translate(self, place, several):
        comparison = self.comparison
        rows = [row for row in comparison.rows if row.original and row.state != State.ABSENT]
        language = comparison.translation.locale.language_code
        texts = {}
        start = place % len(rows)
        for row in (rows * 2)[start : start + several]:
            texts[row.key] = sentence(language, number_of(row.original.text), next(self.versions))
            if row.translation:
                self.written.discard(row.translation.text)
        save_texts(comparison, texts, None)
        self.written |= set(texts.values())

    @rule()
    def confirm_all(self):
        comparison = self.comparison
        rows = [row for row in comparison.rows if row.original and row.translation]
        confirm(comparison, None)
        self.confirmed |= {
            (row.original.text, row.translation.text)
            for row in rows
            if language_of(row.original.text) != language_of(row.translation.text)
        }

    @rule()
    def pull(self):
        pull_structure(self.page, None)
        assert not self.comparison.structure_differs

    @rule()
    def bring_in_step(self):
        self.pull()
        self.translate(0, len(self.comparison.rows))
        self.confirm_all()
        assert self.comparison.is_in_step

    @rule(place=places)
    def delete_in_translation(self, place):
        """The translator deletes a block of her own in the page editor: her will, so nothing is owed."""
        before = {segment.text for segment in Texts(draft_of(self.pair[1])).segments}
        self.change_body(self.pair[1], lambda blocks: blocks and blocks.pop(place % len(blocks)))
        after = {segment.text for segment in Texts(draft_of(self.pair[1])).segments}
        self.written -= before - after

    @precondition(lambda self: self.comparison.is_in_step)
    @rule()
    def publish_and_swap(self):
        for page in self.pair:
            with without_review():
                page.revisions.order_by("-created_at", "-pk").first().publish(skip_permission_checks=True)
        swap_roles(self.page)
        self.confirmed |= {(translation, original) for original, translation in self.confirmed}
        # From now on the former original is what the translator answers for.
        self.written = {segment.text for segment in Texts(draft_of(self.pair[1])).segments if segment.has_letters}

    @precondition(lambda self: not self.comparison.is_in_step)
    @rule()
    def roles_stay_while_out_of_step(self):
        with pytest.raises(NotInStepError):
            swap_roles(self.page)

    # --- What always holds ---

    @invariant()
    def no_human_sentence_is_lost(self):
        kept = {segment.text for segment in Texts(draft_of(self.pair[1])).segments}
        kept |= set(Leftover.objects.filter(translation_key=self.page.translation_key).values_list("text", flat=True))
        assert self.written <= kept

    @invariant()
    def nothing_is_paired_wrongly(self):
        for row in self.comparison.rows:
            if row.original and row.translation:
                assert number_of(row.original.text) == number_of(row.translation.text), (row, self.comparison.rows)

    @invariant()
    def no_state_is_false(self):
        for row in self.comparison.rows:
            if row.original is None:
                assert row.state == State.EXTRA
            elif row.translation is None:
                assert row.state in {State.MISSING, State.ABSENT}
            elif language_of(row.translation.text) == language_of(row.original.text):
                assert row.state == State.MISSING, row
            else:
                said_equal = (row.original.text, row.translation.text) in self.confirmed
                assert (row.state == State.IN_STEP) == said_equal, row
                assert row.state != State.MISSING


def test_random_edits_lose_nothing_pair_nothing_wrongly_and_report_nothing_false(db):
    run_state_machine_as_test(
        Translating,
        settings=settings(
            max_examples=int(os.environ.get("EXAMPLES", 25)),
            stateful_step_count=15,
            deadline=None,
            derandomize="EXAMPLES" not in os.environ,
            # What fails is shown as it was found: making it smaller takes minutes.
            phases=[Phase.generate],
            suppress_health_check=list(HealthCheck),
        ),
    )
