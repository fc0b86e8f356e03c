"""The demonstration quests as kits: cards, roles and passwords that hold together in each language."""

import pytest

from demo.content.lessons import LESSONS
from demo.content.shapes import LANGUAGES, Lesson, in_language
from documents import answer_leaks, kit
from documents.icons import icons

QUESTS = [lesson for lesson in LESSONS if any(stage.card for stage in lesson.stages)]
PASSWORDS = {"rules-for-owners": ("СЕНІМ", "ВЕРИТ"), "shelters-day": ("КӨМЕК", "ТЕПЛО")}

each_quest = pytest.mark.parametrize("lesson", QUESTS, ids=lambda lesson: lesson.key)
in_each_language = pytest.mark.parametrize("language", LANGUAGES)


def cards_of(lesson: Lesson) -> list:
    return [stage.card for stage in lesson.stages if stage.card]


def kit_of(lesson: Lesson, language: str) -> kit.LessonKit:
    """Build as much of a kit as the check for answers reads."""
    text = in_language(lesson, language)
    return kit.LessonKit(
        language=language,
        key=text.key,
        title=text.title,
        sheets=tuple(
            kit.Sheet(s.title, s.instructions, tuple(kit.Task(t.text, t.options, t.lines) for t in s.tasks))
            for s in text.sheets
        ),
        answer_keys=tuple(kit.AnswerKey(key.title, key.answers) for key in text.answer_keys),
    )


@each_quest
def test_every_station_has_a_card_with_a_task_and_an_answer(lesson):
    stations = [stage for stage in lesson.stages if stage.is_station]

    assert 4 <= len(stations) <= 5
    assert all(stage.card and stage.card.task.kk and stage.card.clue and stage.card.answer for stage in stations)


@each_quest
def test_every_icon_of_a_quest_is_shipped(lesson):
    asked = {item.icon for item in (*cards_of(lesson), *lesson.roles)} | set(lesson.colouring)

    assert asked <= set(icons())


@each_quest
def test_a_quest_has_roles_a_certificate_a_poster_and_values(lesson):
    assert len(lesson.roles) == 4
    assert lesson.certificate.kk.endswith(" үшін")
    assert lesson.certificate.ru.startswith("за ")
    assert 3 <= len(lesson.poster) <= 6
    assert 1 <= len(lesson.values) <= 3
    assert 1 <= len(lesson.colouring) <= 3


@each_quest
def test_a_stage_never_shrinks_to_more_than_its_minutes(lesson):
    assert all(1 <= stage.shortest <= stage.minutes for stage in lesson.stages if stage.shortest)


@in_each_language
@each_quest
def test_no_answer_stands_on_a_sheet_or_on_a_card(lesson, language):
    built = kit_of(lesson, language)
    cards = in_language(cards_of(lesson), language)
    hung = "\n".join(text for card in cards for text in (card.task, card.clue))

    assert answer_leaks.leaks_as_written(built) == []
    assert list(answer_leaks.leaks_in(built, "cards", hung)) == []


@in_each_language
@each_quest
def test_a_card_does_not_say_its_own_answer(lesson, language):
    for card in in_language(cards_of(lesson), language):
        hung = answer_leaks.normalised(f"{card.task} {card.clue}")

        assert not [part for part in answer_leaks.judged(card.answer) if part in hung]


@in_each_language
@pytest.mark.parametrize("key", PASSWORDS)
def test_the_letters_of_the_stations_make_the_password(key, language):
    lesson = next(lesson for lesson in LESSONS if lesson.key == key)
    *letters, word = in_language(lesson.answer_keys[0].answers, language)
    password = PASSWORDS[key][LANGUAGES.index(language)]

    assert "".join(answer[0] for answer in letters) == password
    assert word.startswith(password)
    # A letter is taken from the word in brackets beside it, and the cards end with the same letter.
    assert all(answer[0].lower() in answer.split("(")[1] for answer in letters)
    cards = in_language(cards_of(lesson), language)
    assert [card.answer[-2] for card in cards] == list(password)
