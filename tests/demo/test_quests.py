"""The demonstration quests as kits: cards, roles and passwords that hold together in each language."""

import pytest

from core.models import ProgrammeValue
from demo import pages as demo_pages
from demo.content.lessons import LESSONS
from demo.content.shapes import LANGUAGES, Lesson, in_language
from documents import answer_leaks, kit
from documents.icons import icons
from lessons import kits
from lessons.models import LessonPage
from tests.factories import png

QUESTS = [lesson for lesson in LESSONS if any(stage.card for stage in lesson.stages)]
PASSWORDS = {"rules-for-owners": ("СЕНІМ", "ВЕРИТ"), "shelters-day": ("КӨМЕК", "ТЕПЛО")}

LAST_LETTERS = {
    "law-for-young-citizens": ("ТІРЕК", "ОПОРА"),
    "school-campaign": ("ҚАДАМ", "СТАРТ"),
    "tortoise-belongs-to-steppe": ("ДАЛА", "ДОМА"),
    "our-yard-our-animals": ("АУЛА", "ДВОР"),
}
LONGEST_ON_CARD = 200  # letters; what a card of half a page still shows in large print

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


@in_each_language
@pytest.mark.parametrize("key", LAST_LETTERS)
def test_the_answers_of_the_cards_end_with_the_letters_of_the_secret_word(key, language):
    lesson = next(lesson for lesson in LESSONS if lesson.key == key)
    answers = [card.answer for card in in_language(cards_of(lesson), language)]

    assert "".join(answer.removesuffix(".")[-1] for answer in answers) == LAST_LETTERS[key][LANGUAGES.index(language)]


@each_quest
def test_a_card_hangs_at_stations_alone_and_what_it_says_fits_it(lesson):
    assert [bool(stage.card) for stage in lesson.stages] == [stage.is_station for stage in lesson.stages]
    texts = [text for card in cards_of(lesson) for text in (*card.task, *card.clue)]
    assert not [text for text in texts if len(text) > LONGEST_ON_CARD]


@pytest.fixture
def lesson_pages(db, monkeypatch):
    """The pages of the lessons alone, with plain pictures."""
    monkeypatch.setattr("demo.library.render", lambda scene: png(320, 200))
    for others in ("INITIATIVES", "STORIES", "EXPLAINERS"):
        monkeypatch.setattr(demo_pages, others, ())
    list(demo_pages.Builder().build())
    return LessonPage.objects.all()


def test_every_lesson_could_go_live_with_its_values_and_no_answer_on_a_wall(lesson_pages):
    known = set(ProgrammeValue.objects.values_list("slug", flat=True))
    built = [kits.kit_of(page) for page in lesson_pages]

    assert len(built) == 2 * len(LESSONS)
    assert not [problem for page in lesson_pages for problem in page.publish_problems()]
    assert {slug for lesson in LESSONS for slug in lesson.values} <= known
    assert not [leak for kit in built for leak in answer_leaks.leaks_in(kit, kit.key, on_the_walls(kit))]


def on_the_walls(kit) -> str:
    """Return what pupils read off the walls: the stations' names and cards, the roles, the poster."""
    stations = [stage for stage in kit.stages if stage.is_station]
    texts = [text for stage in stations for text in (stage.title, stage.card.task, stage.card.clue)]
    return "\n".join([*texts, *(f"{role.title}\n{role.text}" for role in kit.roles), *kit.poster])
