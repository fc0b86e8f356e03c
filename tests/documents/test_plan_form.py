"""The official form of the lesson plan, as data and filled in."""

import datetime
import re

import pytest

from documents import plan_form
from documents.kit import LANGUAGES, PHASES, Objective
from documents.personal import Personal
from documents.plan_form import extras_of, fill, form
from documents.rich_text import ItemList, plain_text
from tests.documents.sample_kit import BOTH, empty_kit, sample_kit

# The field set of facts/school.md, in its order.
LABELS = {
    "kk": [
        "Бөлім",
        "Педагогтің тегі, аты, әкесінің аты (болған жағдайда)",
        "Күні",
        "Сынып",
        "Қатысқандар саны",
        "Қатыспағандар саны",
        "Сабақтың тақырыбы",
        "Оқу бағдарламасына сәйкес оқыту мақсаттары",
        "Сабақтың мақсаты",
    ],
    "ru": [
        "Раздел",
        "Фамилия, имя, отчество (при его наличии) педагога",
        "Дата",
        "Класс",
        "Количество присутствующих",
        "Количество отсутствующих",
        "Тема урока",
        "Цели обучения в соответствии с учебной программой",
        "Цели урока",
    ],
}
COLUMNS = {
    "kk": ["Сабақтың кезеңі / уақыты", "Педагогтің әрекеті", "Оқушының әрекеті", "Бағалау", "Ресурстар"],
    "ru": ["Этап урока / время", "Действия педагога", "Действия ученика", "Оценивание", "Ресурсы"],
}


def labels_in(node: object) -> list[dict]:
    """Return every text of an edition that is written in both languages."""
    if isinstance(node, dict):
        own = [node] if set(node) == set(LANGUAGES) else []
        return own + [found for part in node.values() for found in labels_in(part)]
    if isinstance(node, list):
        return [found for part in node for found in labels_in(part)]
    return []


@pytest.mark.parametrize("edition", plan_form.editions())
def test_an_edition_says_what_it_is_and_speaks_both_languages(edition):
    data = form(edition)

    assert data["edition"] == edition
    assert datetime.date.fromisoformat(data["valid_from"])
    assert data["order"]["registry"] == "V2000020317"
    assert set(data["course"]["phases"]) == set(PHASES)
    assert len(labels_in(data)) >= 20
    assert all(text[language].strip() for text in labels_in(data) for language in LANGUAGES)


@pytest.mark.parametrize("edition", plan_form.editions())
@pytest.mark.parametrize("language", LANGUAGES)
def test_the_note_names_the_edition_and_sends_the_teacher_to_the_official_annex(edition, language):
    note = form(edition)["note"][language]

    assert edition in note
    assert "№ 130" in note
    assert re.search("салыстыр|сверьте", note)


def test_the_current_edition_is_the_newest():
    assert plan_form.editions()[-1] == plan_form.CURRENT_EDITION


@pytest.mark.parametrize("edition", ["no-such", "../kit", "/etc/passwd"])
def test_an_unknown_edition_is_an_error(edition):
    with pytest.raises(KeyError):
        form(edition)


@pytest.mark.parametrize("language", LANGUAGES)
def test_rows_and_columns_stand_in_the_order_of_the_form(language):
    plan = fill(sample_kit(language))

    assert [cell.label for row in plan.rows for cell in row] == LABELS[language]
    assert [len(row) for row in plan.rows] == [1, 1, 1, 3, 1, 1, 1]
    assert [label for _, label in plan.columns] == COLUMNS[language]


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_is_the_teachers_stays_blank(language):
    plan = fill(sample_kit(language))

    blank = {cell.key for row in [plan.head, *plan.rows] for cell in row if not cell.blocks}

    assert blank == {"organisation", "teacher", "date", "present", "absent"}


def test_the_rows_of_the_kit_are_filled_in():
    kit = BOTH["kk"]
    texts = {cell.key: plain_text(cell.blocks) for row in fill(kit).rows for cell in row}

    assert texts["unit"] == kit.unit
    assert texts["grade"] == "2–3"
    assert texts["topic"] == kit.title
    assert texts["aims"].splitlines() == list(kit.aims)


def test_an_objective_shows_its_code_and_edition_and_whether_anybody_checked_it():
    objectives = (
        Objective("1.2.2.1", "бақылайды"),
        Objective("1.2.2.2", "сипаттайды", "№ 399, 2022"),
        Objective("1.2.2.3", "ажыратады", "№ 399, 2022", True),
        Objective("", "айтады"),
    )
    kit = sample_kit(objectives=objectives)
    (written,) = [cell for row in fill(kit).rows for cell in row if cell.key == "objectives"]

    assert plain_text(written.blocks).splitlines() == [
        "1.2.2.1 бақылайды (код тексерілмеген)",
        "1.2.2.2 сипаттайды (№ 399, 2022; код тексерілмеген)",
        "1.2.2.3 ажыратады (№ 399, 2022)",
        "айтады",
    ]


# --- Rows beside the form, and what only the teacher knows ---


@pytest.mark.parametrize("language", LANGUAGES)
def test_extras_are_off_unless_asked_for_and_then_stand_in_their_places(language):
    kit = sample_kit(language, plan_extras=("homework", "values", "nonsense"), values=("Еңбек", "Тәртіп"))
    labels = extras_of()

    plan, strict = fill(kit), fill(sample_kit(language))

    assert [cell.label for row in plan.rows for cell in row] == [*LABELS[language], labels["values"][language]]
    assert [cell.label for row in plan.rows_after_course for cell in row] == [labels["homework"][language]]
    assert plain_text(plan.rows[-1][0].blocks).splitlines() == ["Еңбек", "Тәртіп"]
    assert not plan.rows_after_course[0][0].blocks
    assert strict.rows_after_course == ()
    assert plan.course == strict.course


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_note_tells_extras_from_the_rows_of_the_form(language):
    label = extras_of()["reflection"][language]

    assert label in fill(sample_kit(language, plan_extras=("reflection",))).note
    assert label not in fill(sample_kit(language)).note


def test_the_safety_row_is_filled_from_the_lesson_and_the_others_are_the_teachers():
    rows = fill(sample_kit("ru", plan_extras=tuple(extras_of()), values=("Закон и порядок",)))
    extras = {cell.key: cell.blocks for row in [*rows.rows, *rows.rows_after_course] for cell in row if cell.is_extra}

    assert list(extras) == list(extras_of())
    assert {key for key, blocks in extras.items() if blocks} == {"values", "safety"}


@pytest.mark.parametrize("edition", plan_form.editions())
def test_every_extra_of_an_edition_has_a_place_in_it(edition):
    data = form(edition)

    assert {entry["place"] for entry in data["extras"]} <= {"course", *(row["key"] for row in data["rows"])}


@pytest.mark.parametrize(("language", "day"), [("kk", "2026 ж. 5 қазан"), ("ru", "5 октября 2026 г.")])
def test_what_the_teacher_writes_fills_her_blanks(language, day):
    personal = Personal("№ 65 мектеп", "Әбдірахманова Г. Ғ.", "3 «Ә»", datetime.date(2026, 10, 5))
    plan = fill(sample_kit(language, personal=personal))
    texts = {cell.key: plain_text(cell.blocks) for row in [plan.head, *plan.rows] for cell in row}

    assert texts["organisation"] == "№ 65 мектеп"
    assert texts["teacher"] == "Әбдірахманова Г. Ғ."
    assert texts["grade"] == "3 «Ә»"
    assert texts["date"] == day
    assert texts["present"] == texts["absent"] == ""


def test_a_phase_is_named_once_with_the_minutes_of_its_stages():
    rows = fill(sample_kit("kk")).course

    assert [(row.phase, row.phase_minutes, row.minutes) for row in rows] == [
        ("Сабақтың басы", "", "5 мин"),
        ("Сабақтың ортасы", "27 мин", "8 мин"),
        ("", "", "10 мин"),
        ("", "", "9 мин"),
        ("Сабақтың соңы", "13 мин", "8 мин"),
        ("", "", "5 мин"),
    ]


def test_a_lesson_without_stages_keeps_the_three_phases_to_fill_in():
    rows = fill(empty_kit("ru")).course

    assert [row.phase for row in rows] == ["Начало урока", "Середина урока", "Конец урока"]
    assert not any(cell for row in rows for cell in row.cells)


def test_rich_text_reaches_the_cells_with_full_addresses():
    teacher = fill(sample_kit("kk")).course[2].cells[0]

    assert isinstance(fill(sample_kit("kk")).course[1].cells[0][1], ItemList)
    assert "https://meirim.example.kz/kk/zan/it-tistese/" in {run.link for run in teacher[0].runs}


@pytest.mark.parametrize("kit", [sample_kit("kk"), sample_kit("ru"), empty_kit("kk")], ids=["kk", "ru", "empty"])
def test_the_columns_fill_the_table_and_none_is_too_narrow_to_read(kit):
    widths = fill(kit).widths

    assert sum(widths) == pytest.approx(100, abs=0.1)
    assert min(widths) >= 15
