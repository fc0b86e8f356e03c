"""The lesson plan that a teacher edits in Word or LibreOffice."""

import re

import pytest
from docx.oxml.ns import qn

from documents.kit import LANGUAGES, Stage
from documents.personal import Personal
from documents.plan_docx import lesson_plan_docx
from documents.plan_form import extras_of, fill
from tests.documents.reading import docx_of, zip_of
from tests.documents.sample_kit import KAZAKH_LETTERS, empty_kit, sample_kit

every_language = pytest.mark.parametrize("language", LANGUAGES)


def cells_in_order(table) -> list[str]:
    """Return the text of each cell once, merged ones too."""
    return ["".join(text.text for text in found.iter(qn("w:t"))) for found in table._tbl.iter(qn("w:tc"))]


@every_language
def test_labels_stand_in_the_order_of_the_form_in_the_documents_language(language):
    plan = fill(sample_kit(language))
    upper, course = docx_of(lesson_plan_docx(sample_kit(language))).tables
    texts = cells_in_order(upper)
    expected = [cell.label for row in plan.rows for cell in row]

    places = [next(place for place, text in enumerate(texts) if text.startswith(label)) for label in expected]

    assert places == sorted(places)
    assert cells_in_order(course)[:6] == [plan.course_label, *[label for _, label in plan.columns]]


def test_the_cells_of_the_teacher_are_empty_and_the_others_filled():
    upper, course = docx_of(lesson_plan_docx(sample_kit("kk"))).tables
    texts = cells_in_order(upper)

    assert texts[texts.index("Күні") + 1] == ""
    assert texts[texts.index("Бөлім") + 1] == "Жанды табиғат"
    assert {"Сынып: 2–3", "Қатысқандар саны: ", "Қатыспағандар саны: "} <= set(texts)
    assert len(course.rows) == 2 + 6


def test_extras_stand_in_the_upper_table_and_in_one_after_the_course():
    kit = sample_kit("ru", plan_extras=tuple(extras_of()), personal=Personal(teacher="Иванова И. И."))
    upper, _course, lower = docx_of(lesson_plan_docx(kit)).tables

    assert cells_in_order(upper)[-6::2] == [
        "Привитие ценностей",
        "Критерии оценивания и дескрипторы",
        "Предварительные знания",
    ]
    assert cells_in_order(lower)[::2] == [
        "Дифференциация",
        "Рефлексия по уроку",
        "Домашнее задание",
        "Здоровье и соблюдение техники безопасности",
    ]
    assert "Иванова И. И." in cells_in_order(upper)


def test_the_heading_rows_of_the_course_repeat_on_every_page():
    course = docx_of(lesson_plan_docx(sample_kit())).tables[1]

    repeating = [row._tr.trPr is not None and row._tr.trPr.find(qn("w:tblHeader")) is not None for row in course.rows]

    assert repeating == [True, True] + [False] * 6


@pytest.mark.parametrize(("language", "locale"), [("kk", "kk-KZ"), ("ru", "ru-RU")])
def test_the_language_is_set_for_spelling_and_for_catalogues(language, locale):
    document = docx_of(lesson_plan_docx(sample_kit(language)))

    defaults = document.styles.element.find(qn("w:docDefaults"))
    assert [found.get(qn("w:val")) for found in defaults.iter(qn("w:lang"))] == [locale]
    assert document.core_properties.language == locale
    assert document.core_properties.title.startswith(sample_kit(language).title)


def test_the_page_is_a4_in_times_new_roman_12_for_every_script():
    document = docx_of(lesson_plan_docx(sample_kit()))
    section, normal = document.sections[0], document.styles["Normal"]

    assert (round(section.page_width.mm), round(section.page_height.mm)) == (210, 297)
    assert normal.font.size.pt == 12
    fonts = normal.element.rPr.rFonts
    assert {fonts.get(qn(f"w:{script}")) for script in ("ascii", "hAnsi", "eastAsia", "cs")} == {"Times New Roman"}


def test_looks_come_from_styles_with_names():
    document = docx_of(lesson_plan_docx(sample_kit()))
    paragraphs = [paragraph for table in document.tables for cell in table._cells for paragraph in cell.paragraphs]

    assert {paragraph.style.name for paragraph in paragraphs} >= {
        "Plan Label",
        "Plan Text",
        "Plan Phase",
        "Plan Course",
    }
    assert "Normal" not in {paragraph.style.name for paragraph in paragraphs}
    assert all(run.font.size is None and run.font.name is None for paragraph in paragraphs for run in paragraph.runs)


def test_every_numbered_list_begins_at_one():
    numbered = "<ol><li>қара</li><li>тап</li></ol>"
    kit = sample_kit(stages=(Stage(teacher_html=numbered), Stage(teacher_html=numbered)), aims=())
    course = docx_of(lesson_plan_docx(kit)).tables[1]

    lists = [found.get(qn("w:val")) for found in course._tbl.iter(qn("w:numId"))]

    assert len(lists) == 4
    assert len(set(lists)) == 2


def test_links_bold_and_italic_come_over():
    package = zip_of(lesson_plan_docx(sample_kit("kk")))
    body = package.read("word/document.xml").decode()

    assert "https://meirim.example.kz/kk/zan/it-tistese/" in package.read("word/_rels/document.xml.rels").decode()
    assert "<w:hyperlink " in body
    assert "<w:b/>" in body
    assert "<w:i/>" in body


def test_the_first_page_says_which_edition_it_follows_and_every_page_where_it_is_from():
    section = docx_of(lesson_plan_docx(sample_kit("ru"))).sections[0]
    first, other = (
        "\n".join(p.text for p in footer.paragraphs) for footer in (section.first_page_footer, section.footer)
    )

    assert "kz-130-2025-04" in first
    assert "сверьте" in first
    assert all("meirim.example.kz" in text and "Выпуск 1.0" in text for text in (first, other))


@every_language
def test_the_same_kit_gives_the_same_bytes_with_fixed_dates(language):
    content = lesson_plan_docx(sample_kit(language))

    assert content == lesson_plan_docx(sample_kit(language))
    assert {entry.date_time for entry in zip_of(content).infolist()} == {(2026, 11, 22, 0, 0, 0)}
    assert docx_of(content).core_properties.created.isoformat().startswith("2026-11-22")


def test_nothing_of_the_empty_template_is_left_that_word_would_want_to_repair():
    package = zip_of(lesson_plan_docx(sample_kit()))
    everything = "".join(package.read(name).decode() for name in package.namelist())

    assert not re.search("stylesWithEffects|thumbnail|python-docx", everything)
    assert 'compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" w:val="15"' in everything


def test_every_kazakh_letter_stands_in_the_file():
    assert KAZAKH_LETTERS in docx_of(lesson_plan_docx(sample_kit(unit=KAZAKH_LETTERS))).tables[0]._tbl.xml


@pytest.mark.parametrize(
    "kit",
    [
        empty_kit("kk"),
        sample_kit(title="Ит\x00\x08\ud800 🐶 " * 60),
        sample_kit(stages=(Stage(teacher_html="<ul>" * 500 + "<li>терең"), Stage(minutes=None))),
        sample_kit(stages=tuple(Stage(title=str(number)) for number in range(40)), subject="п" * 400),
    ],
    ids=["empty", "control characters", "deep lists", "40 stages"],
)
def test_an_odd_kit_still_gives_a_whole_file(kit):
    assert len(docx_of(lesson_plan_docx(kit)).tables) == 2
