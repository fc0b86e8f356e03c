"""What a lesson kit says of itself."""

import dataclasses
import datetime

import pytest

from documents.kit import NO_SHEET, AnswerKey, LessonKit, Sheet, Stage, minutes_of
from documents.personal import Personal


@pytest.mark.parametrize("key", ["", "сабақ", "a/b", "../up", "a b", "a" * 121])
def test_a_key_that_cannot_name_a_file_everywhere_is_refused(key):
    with pytest.raises(ValueError, match="names its files"):
        LessonKit(language="kk", key=key, title="Сабақ")


def test_a_third_language_is_refused():
    with pytest.raises(ValueError, match="kk or ru"):
        LessonKit(language="en", key="lesson", title="Lesson")


def test_a_phase_outside_the_form_is_refused():
    with pytest.raises(ValueError, match="start, middle, end"):
        Stage(phase="later")


@pytest.mark.parametrize(
    ("minutes", "total"), [([5, 10], 15), ([5, None], None), ([5, 0], None), ([5, -5], None), ([], None)]
)
def test_minutes_are_added_up_only_when_all_are_known(minutes, total):
    assert minutes_of(tuple(Stage(minutes=number) for number in minutes)) == total


def kit_with(sheets: list[str], keys: list[str]) -> LessonKit:
    return LessonKit(
        language="kk",
        key="lesson",
        title="Сабақ",
        sheets=tuple(Sheet(title, instructions=str(number)) for number, title in enumerate(sheets)),
        answer_keys=tuple(AnswerKey(title) for title in keys),
    )


@pytest.mark.parametrize(
    ("sheets", "keys", "answered"),
    [
        (["Құйрық", "Құлақ"], ["құлақ ", "Құйрық"], ["1", "0"]),
        (["Парақ", "Парақ"], ["Парақ", "Парақ"], ["0", "1"]),
        (["Құйрық", "Құлақ"], ["Бірінші", "Екінші"], ["0", "1"]),
        (["Құйрық", "Құлақ"], ["Басқа"], [None]),
    ],
    ids=["by title", "same titles in order", "by place", "not at all"],
)
def test_an_answer_key_finds_its_sheet(sheets, keys, answered):
    kit = kit_with(sheets, keys)

    found = [kit.sheet_answered(number) for number in range(len(keys))]

    assert [sheet.instructions if sheet else None for sheet in found] == answered


@pytest.mark.parametrize(("place", "answered"), [(0, "0"), (1, "1"), (NO_SHEET, None), (7, None)])
def test_an_answer_key_that_knows_its_sheet_is_believed(place, answered):
    kit = kit_with(["Құлақ", "Құйрық"], [])
    kit = dataclasses.replace(kit, answer_keys=(AnswerKey("Құлақ", sheet=place),))

    sheet = kit.sheet_answered(0)

    assert (sheet.instructions if sheet else None) == answered


def test_names_stand_in_no_text_about_a_kit():
    kit = dataclasses.replace(kit_with([], []), personal=Personal("Мектеп", "Педагог", "3А", datetime.date(2026, 1, 2)))

    assert not [text for text in ("Мектеп", "Педагог", "3А", "2026") if text in repr(kit)]
