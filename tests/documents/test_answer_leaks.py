"""No answer in a pupil's file: what is caught, and what is let pass."""

import pytest

from documents.answer_leaks import (
    SHEETS,
    STATION_CARDS,
    AnswerLeak,
    answers_of,
    judged,
    leaks_as_written,
    leaks_in,
    refuse_leaks,
    text_of,
)
from documents.archive import checked_pupil_sheets_pdf, kit_zip
from documents.kit import LANGUAGES, AnswerKey, Card, Role, Sheet, Stage, Task
from documents.print_pack import PRINT_PACK, print_files
from tests.documents.reading import pdf_text
from tests.documents.sample_kit import sample_kit

ANSWER = "Есінейді, ернін жалайды және басын бұрып әкетеді"


def kit_with(tasks: list[Task], answers: list[str], instructions: str = "", title: str = "Парақ"):
    """Return a kit of one sheet and its key."""
    return sample_kit(
        sheets=(Sheet(title, instructions, tuple(tasks)),), answer_keys=(AnswerKey(title, tuple(answers)),)
    )


def leaked(kit) -> bool:
    try:
        checked_pupil_sheets_pdf(kit)
    except AnswerLeak:
        return True
    return False


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_sample_lesson_holds_no_answer(language):
    kit_zip(sample_kit(language))


@pytest.mark.parametrize(
    "planted",
    [
        {"instructions": f"Оқы да белгіле. {ANSWER}."},
        {"instructions": ANSWER.upper().replace(" ", "  \n ")},
        {"title": ANSWER},
        {"tasks": [Task("Белгілерін жаз."), Task(f"Есіңде сақта: {ANSWER}")]},
        {"tasks": [Task(f"Белгілерін жаз. Жауабы: {ANSWER}")]},
        {"tasks": [Task("Белгілерін жаз.", (f"Дұрыс жауап: {ANSWER}",))]},
        {"tasks": [Task("Белгілерін жаз.", (ANSWER,)), Task(f"Ойлан: {ANSWER}")]},
    ],
    ids=["instructions", "shouted", "title", "another task", "announced", "announced option", "option and elsewhere"],
)
def test_a_planted_answer_is_refused(planted):
    kit = kit_with(**{"tasks": [Task("Белгілерін жаз.")], "answers": [ANSWER], **planted})

    with pytest.raises(AnswerLeak) as caught:
        kit_zip(kit)

    assert caught.value.leaks[0].answer == ANSWER
    assert ANSWER in str(caught.value)


def test_an_answer_broken_over_lines_and_pages_is_found():
    filler = [Task("Ойлан. " * 40, lines=9) for _ in range(12)]
    kit = kit_with([*filler, Task(f"{'Оқы. ' * 300} {ANSWER} {'Оқы. ' * 300}")], [ANSWER])

    assert leaked(kit)


def test_a_sentence_of_a_longer_answer_is_refused_too():
    sentence = "Ит мазасызданса ернін жалап басын бұрады"
    kit = kit_with([Task("Неге?")], [f"Мысалы. {sentence}. Басқа жауап та болады."], instructions=sentence)

    assert leaked(kit)


@pytest.mark.parametrize(
    ("tasks", "answers", "instructions"),
    [
        ([Task("Не істейсің?", ("Тоқтап, баяу шегінемін", "Қашамын"))], ["Тоқтап, баяу шегінемін"], ""),
        ([Task("Қайсысы дұрыс: ит тоқтап тұр ма, әлде қашып бара ма?")], ["ит тоқтап тұр"], ""),
        ([Task("а", ("бірге ойнаймыз",)), Task("б", ("бірге ойнаймыз",))], ["бірге ойнаймыз", "бірге ойнаймыз"], ""),
        ([Task("Кім?")], ["Тасбақа"], "Тасбақа туралы оқы."),
        ([Task("Неше?")], ["3 ит"], "3 ит бар."),
    ],
    ids=["its option", "its task", "an option twice", "one word", "too short"],
)
def test_what_rightly_stands_in_a_sheet_is_let_pass(tasks, answers, instructions):
    assert not leaked(kit_with(tasks, answers, instructions))


def test_a_remark_shared_by_several_answers_is_not_an_answer():
    remark = "Заңгер тексеруі керек деген белгі бар"
    kit = kit_with(
        [Task("Кім?"), Task("Қашан?")], [f"Әкімдік шешеді. {remark}.", f"Ереже бойынша. {remark}."], instructions=remark
    )

    assert not leaked(kit)


def test_capitals_punctuation_and_soft_hyphens_hide_nothing():
    kit = kit_with([Task("?")], ["Ещё идёт медленно домой"])

    assert list(leaks_in(kit, "x", "еще идет — мед\u00adленно, ДОМОЙ!"))


def test_part_of_a_word_is_not_an_answer():
    kit = kit_with([Task("?")], ["қарап тұр мысық"])

    assert not list(leaks_in(kit, "x", "бақарап тұр мысықтар"))


def test_an_answer_that_cannot_be_judged_is_known_as_such():
    assert judged("иә") == []
    assert judged("жауапкершілік") == []
    assert judged("3 ит") == []
    assert judged("қорқып тұр")
    assert judged(ANSWER)


def test_a_pupil_file_that_cannot_be_read_is_refused():
    with pytest.raises(ValueError, match="cannot be checked"):
        refuse_leaks(sample_kit(), [("pupil/card.png", "image/png", b"")])


def test_text_files_are_checked_too():
    assert text_of("text/plain; charset=utf-8", "\ufeffмәтін".encode()) == "мәтін"


def quest_with(*cards: Card, **changes):
    """Return a kit whose stations have these cards, without the sample's sheets and keys."""
    stages = tuple(
        Stage("middle", f"Аялдама {'абвгд'[place]}", 5, is_station=True, card=card) for place, card in enumerate(cards)
    )
    return sample_kit(**{"stages": stages, "sheets": (), "answer_keys": (), **changes})


def leaking_files(kit) -> set[str]:
    """Return the stems of the print files in whose built text an answer stands."""
    return {
        file.stem
        for file in print_files(kit)
        if list(leaks_in(kit, file.path(kit), text_of(file.media_type, file.write(kit))))
    }


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_print_pack_of_the_sample_lesson_holds_no_answer(language):
    assert leaking_files(sample_kit(language)) == set()


PLANTED = Card(task="Белгілерін тап.", answer=ANSWER)


@pytest.mark.parametrize(
    ("kit", "stems"),
    [
        (quest_with(PLANTED._replace(clue=ANSWER)), {"station-cards"}),
        (quest_with(PLANTED, Card(task=f"Есіңде сақта: {ANSWER}.")), {"station-cards"}),
        (quest_with(PLANTED._replace(task=f"Тап! Жауабы: {ANSWER}")), {"station-cards"}),
        (quest_with(PLANTED, roles=(Role("Оқырман", f"Былай дейді: {ANSWER.upper()}"),)), {"role-cards"}),
        (quest_with(PLANTED, roles=(Role(ANSWER, "Оқиды"),)), {"role-cards", "badges"}),
        (quest_with(PLANTED, poster=("Ережені оқы", ANSWER)), {"poster"}),
        (quest_with(PLANTED, certificate=f"«{ANSWER}» дегені үшін"), {"certificate"}),
    ],
    ids=["clue", "another card", "announced", "role", "title of a role", "poster", "certificate"],
)
def test_a_planted_answer_of_a_card_is_found_in_the_built_file_and_in_the_text_as_written(kit, stems):
    assert leaking_files(kit) == stems
    assert {leak.answer for leak in leaks_as_written(kit)} == {ANSWER}
    for file in PRINT_PACK:
        if file.stem in stems:
            with pytest.raises(AnswerLeak):
                file.checked(kit)


def test_an_answer_as_title_of_a_station_is_found_wherever_the_title_is_printed():
    stage = Stage("middle", ANSWER, 5, is_station=True, card=PLANTED)

    assert leaking_files(sample_kit(stages=(stage, stage), sheets=(), answer_keys=())) == {"station-cards", "routes"}


def test_an_answer_of_a_sheet_on_the_poster_is_found_though_it_is_a_choice_on_the_sheet():
    kit = kit_with([Task("Не істейсің?", (ANSWER, "Қашамын"))], [ANSWER])
    with_poster = sample_kit(sheets=kit.sheets, answer_keys=kit.answer_keys, poster=(ANSWER,))

    assert not leaked(kit)
    assert leaking_files(with_poster) == {"poster"}


def test_a_card_may_say_in_its_task_what_it_asks_to_choose_from():
    kit = quest_with(Card(task="Ит қорқып тұр ма, қуанып тұр ма?", answer="Ит қорқып тұр"), Card(task="Екіншісі"))

    assert leaking_files(kit) == set()
    assert leaks_as_written(kit) == []


def test_what_a_card_may_say_for_itself_it_may_say_for_a_sheet_with_the_same_answer():
    kit = quest_with(
        Card(task="Ит қорқып тұр ма, қуанып тұр ма?", answer="қорқып тұр"),
        sheets=(Sheet("Парақ", tasks=(Task("Ит ше?", ("қорқып тұр", "қуанып тұр")),)),),
        answer_keys=(AnswerKey("Парақ", ("қорқып тұр",)),),
    )

    assert leaking_files(kit) == set()
    assert leaks_as_written(kit) == []


def test_the_answer_of_a_card_may_be_a_choice_on_a_sheet_but_not_its_instruction():
    task = Task("Не істейсің?", (ANSWER, "Қашамын"))
    choice = quest_with(PLANTED, sheets=(Sheet("Парақ", tasks=(task,)),))
    instruction = quest_with(PLANTED, sheets=(Sheet("Парақ", ANSWER, (Task("Неге?"),)),))

    assert not leaked(choice)
    assert leaked(instruction)


def test_every_answer_of_a_kit_is_known_with_its_place():
    kit = quest_with(Card(answer="Бір"), Card(), Card(answer="Үш"), answer_keys=(AnswerKey("Парақ", ("А", "Б")),))

    assert list(answers_of(kit)) == [
        ("Парақ", 1, "А"),
        ("Парақ", 2, "Б"),
        ("Аялдама карточкалары", 1, "Бір"),
        ("Аялдама карточкалары", 3, "Үш"),
    ]


def test_the_names_of_files_say_which_of_them_may_say_an_answer():
    assert PRINT_PACK[0].stem == STATION_CARDS
    assert not any(file.stem.endswith((SHEETS, STATION_CARDS)) for file in PRINT_PACK[1:])


def test_dropping_drawn_lines_changes_nothing_in_the_text():
    for file in PRINT_PACK:
        content = file.write(sample_kit())
        assert " ".join(text_of(file.media_type, content).split()) == pdf_text(content)
