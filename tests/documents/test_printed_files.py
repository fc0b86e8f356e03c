"""The printed files of a kit: whole, readable by machines, the same every time."""

import io

import pikepdf
import pytest
from pypdf import PdfReader

from documents.kit import LANGUAGES, Sheet, Stage, Task
from documents.personal import Personal
from documents.plan_form import extras_of
from documents.typst_pdf import answer_key_pdf, lesson_plan_pdf, pupil_sheets_pdf
from tests.documents.reading import pdf_text
from tests.documents.sample_kit import KAZAKH_LETTERS, empty_kit, sample_kit

WRITERS = [lesson_plan_pdf, pupil_sheets_pdf, answer_key_pdf]
every_writer = pytest.mark.parametrize("write", WRITERS, ids=lambda write: write.__name__)
every_language = pytest.mark.parametrize("language", LANGUAGES)


def kit_with_all_letters(language="kk"):
    """Return a kit with the Kazakh letters wherever a text is printed, in every weight and slant."""
    kit = sample_kit(language)
    sheet = Sheet(KAZAKH_LETTERS, KAZAKH_LETTERS, (Task(KAZAKH_LETTERS, (KAZAKH_LETTERS,)),))
    html = f"<p>{KAZAKH_LETTERS} <b>{KAZAKH_LETTERS}</b> <i>{KAZAKH_LETTERS}</i></p>"
    return sample_kit(
        language, title=f"{kit.title} {KAZAKH_LETTERS}", stages=(Stage(teacher_html=html),), sheets=(sheet,)
    )


@every_writer
@every_language
def test_every_kazakh_letter_comes_back_by_text_extraction(write, language):
    text = pdf_text(write(kit_with_all_letters(language)))

    assert [letter for letter in KAZAKH_LETTERS if letter not in text] == []


def test_letters_come_back_in_bold_and_italic_too():
    text = pdf_text(lesson_plan_pdf(kit_with_all_letters())).replace(" ", "").replace("-", "")

    assert text.count(KAZAKH_LETTERS) >= 5  # head, topic, plain, bold, italic


@every_writer
def test_all_fonts_are_embedded_and_come_with_the_project(write):
    fonts = {
        font["/DescendantFonts"][0].get_object()["/FontDescriptor"].get_object()["/FontName"]: "/FontFile2"
        in font["/DescendantFonts"][0].get_object()["/FontDescriptor"].get_object()
        for page in PdfReader(io.BytesIO(write(sample_kit()))).pages
        for font in (entry.get_object() for entry in page["/Resources"]["/Font"].values())
    }

    assert all(fonts.values())
    assert all(any(family in name for family in ("NotoSans", "MeirimReader")) for name in fonts)


@every_writer
@pytest.mark.parametrize(("language", "locale"), [("kk", "kk-KZ"), ("ru", "ru-KZ")])
def test_a_file_is_tagged_pdf_ua_with_language_and_title(write, language, locale):
    with pikepdf.open(io.BytesIO(write(sample_kit(language)))) as pdf:
        assert pdf.Root.MarkInfo.Marked is True or bool(pdf.Root.MarkInfo.Marked)
        assert "/StructTreeRoot" in pdf.Root
        assert str(pdf.Root.Lang) == locale
        assert bool(pdf.Root.ViewerPreferences.DisplayDocTitle)
        with pdf.open_metadata() as metadata:
            assert metadata["pdfuaid:part"] == "1"
            assert metadata["dc:title"].startswith(sample_kit(language).title)


def test_the_plan_has_table_headers_for_those_who_listen():
    with pikepdf.open(io.BytesIO(lesson_plan_pdf(sample_kit()))) as pdf:
        kinds = {str(found.S) for found in pdf.objects if isinstance(found, pikepdf.Dictionary) and "/S" in found}

    assert {"/H1", "/Table", "/TH", "/TD", "/L", "/P"} <= kinds


@every_writer
@every_language
def test_the_same_kit_gives_the_same_bytes(write, language):
    assert write(sample_kit(language)) == write(sample_kit(language))


@every_writer
def test_a_kit_with_nothing_in_it_gives_a_whole_file(write):
    content = write(empty_kit())

    assert "Бос сабақ" in pdf_text(content)


def test_a_stage_without_minutes_is_printed_without_minutes():
    kit = sample_kit(stages=(Stage("start", "Сәлемдесу"), Stage("end", "Қоштасу", 5)), minutes=None)

    text = pdf_text(lesson_plan_pdf(kit))

    assert "Сәлемдесу" in text
    assert "None" not in text
    assert "Сабақтың уақыты" not in text  # no timeline with a hole in it


@every_writer
@every_language
def test_every_page_says_where_it_comes_from(write, language):
    kit = sample_kit(language)

    for number, page in enumerate(PdfReader(io.BytesIO(write(kit))).pages, start=1):
        text = " ".join(page.extract_text().split())
        assert "Мейірім" in text
        assert kit.licence.name in text
        assert "1.0" in text
        assert kit.url.removeprefix("https://").rstrip("/") in text
        assert f"{number} /" in text


@every_language
def test_the_plan_prints_the_note_about_its_edition(language):
    assert "kz-130-2025-04" in pdf_text(lesson_plan_pdf(sample_kit(language)))


def test_the_sheets_say_the_number_of_their_station_and_leave_lines_for_the_name():
    text = pdf_text(pupil_sheets_pdf(sample_kit("kk")))

    assert "1 аялдама Құйрық пен құлақ" in text
    assert "3 парақ Біздің ереже" in text
    assert text.count("Аты-жөнім:") == 3


def test_the_answer_key_shows_each_task_beside_its_answer():
    text = pdf_text(answer_key_pdf(sample_kit("ru")))

    assert "Собака поджала хвост и прижала уши. Ответ: боится" in text
    assert "Только для педагога" in text


@every_language
def test_the_plan_prints_extras_and_what_the_teacher_wrote(language):
    kit = sample_kit(language, plan_extras=tuple(extras_of()), personal=Personal("№ 65 мектеп", "Әбдірахманова Г."))

    text = pdf_text(lesson_plan_pdf(kit))

    assert all(label[language] in text for label in extras_of().values())
    assert "№ 65 мектеп" in text
    assert "Әбдірахманова Г." in text


@every_writer
@pytest.mark.parametrize(
    "changes",
    [
        {"title": "Ұзақ тақырып туралы өте ұзын әңгіме " * 9},
        {"title": "🐶🐱 Ит пен мысық 👨‍👩‍👧 日本"},
        {"title": "🐶"},
        {"title": '#read("/etc/passwd") $x^2$ *b* _i_ @l <l> `r` \\ {{ x }}'},
        {"sheets": (Sheet("", "", (Task("", ("",), -3), Task("а", ("б",), 10**9))),)},
        {"stages": (Stage(teacher_html="<p>" + "Балалар шеңберге тұрады. " * 800 + "</p>"),)},
        {"stages": tuple(Stage(title=f"{number}-аялдама", minutes=1, is_station=True) for number in range(40))},
        {"url": "", "licence": None, "credits": (), "version": "", "edition_date": None},
    ],
    ids=["long", "emoji", "only emoji", "markup", "odd sheets", "20 kB", "40 stations", "no imprint"],
)
def test_an_odd_kit_still_gives_a_whole_file(write, changes):
    content = write(sample_kit(**changes))

    assert len(PdfReader(io.BytesIO(content)).pages) >= 1


def test_markup_of_the_typesetter_is_only_text_in_a_document():
    text = pdf_text(answer_key_pdf(sample_kit(title='#read("/etc/passwd") $x^2$ *b*')))

    assert '#read("/etc/passwd") $x^2$ *b*' in text
    assert "root:" not in text
