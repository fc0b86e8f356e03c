"""No answer in a pupil's file: what is caught, and what is let pass."""

import pytest

from documents.answer_leaks import AnswerLeak, judged, leaks_in, refuse_leaks, text_of
from documents.archive import checked_pupil_sheets_pdf, kit_zip
from documents.kit import LANGUAGES, AnswerKey, Sheet, Task
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
