"""The print pack: whole and accessible files that hold no answer, in both languages and for any kit."""

import io
import re

import pikepdf
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from documents.kit import LANGUAGES, MOST_TEAMS, LessonKit, Role
from documents.print_pack import PRINT_PACK, print_files
from documents.station_cards import station_cards_pdf
from documents.words import WORDS
from tests.documents.reading import pages, pdf_text
from tests.documents.sample_kit import KAZAKH_LETTERS, empty_kit, sample_kit, station

every_file = pytest.mark.parametrize("file", PRINT_PACK, ids=lambda file: file.stem)
every_language = pytest.mark.parametrize("language", LANGUAGES)
MILLIMETRE = 72 / 25.4


def kit_with_all_letters(language: str) -> LessonKit:
    """Return a kit with the Kazakh letters in every text that the pack prints."""
    letters = KAZAKH_LETTERS
    return sample_kit(
        language,
        title=letters,
        stages=(station(letters, letters, "", letters), station(letters, letters, "", letters)),
        roles=(Role(letters, letters),),
        certificate=letters,
        poster=(letters,),
    )


@every_language
def test_a_quest_has_every_file_under_ascii_names(language):
    kit = sample_kit(language)

    assert print_files(kit) == list(PRINT_PACK)
    for file in PRINT_PACK:
        assert re.fullmatch(rf"print/it-tili-{language}-[a-z-]+\.pdf", file.path(kit))
        assert file.title(kit)
        assert file.for_pupils


def test_a_kit_without_stations_roles_and_the_rest_has_no_such_file():
    assert print_files(empty_kit()) == []


@pytest.mark.parametrize(
    ("changes", "stems"),
    [
        ({"stages": (station("Тап"),)}, ["station-cards", "badges"]),
        ({"roles": (Role("Оқырман", "Оқиды"),)}, ["role-cards", "badges"]),
        ({"certificate": "мейірімі үшін"}, ["certificate"]),
        ({"colouring": ("cat",)}, ["colouring"]),
        ({"poster": ("", " "), "certificate": " "}, []),
    ],
    ids=["one station", "a role", "certificate", "colouring", "blank"],
)
def test_a_kit_has_only_the_files_that_it_has_something_for(changes, stems):
    kit = LessonKit(language="kk", key="sabaq", title="Сабақ", **changes)

    assert [file.stem for file in print_files(kit)] == stems


@every_file
@every_language
def test_every_kazakh_letter_comes_back_by_text_extraction(file, language):
    # Longer than a line of large type, so that a hyphen may stand among the letters.
    text = pdf_text(file.write(kit_with_all_letters(language)))

    assert [letter for letter in KAZAKH_LETTERS if letter not in text] == []


@every_file
@every_language
def test_files_are_tagged_named_and_say_their_language(file, language):
    with pikepdf.open(io.BytesIO(file.write(sample_kit(language)))) as pdf:
        kinds = {str(found.S) for found in pdf.objects if isinstance(found, pikepdf.Dictionary) and "/S" in found}
        assert bool(pdf.Root.MarkInfo.Marked)
        assert {"/H1", "/P"} <= kinds
        assert str(pdf.Root.Lang) == f"{language}-KZ"
        with pdf.open_metadata() as metadata:
            assert metadata["pdfuaid:part"] == "1"
            assert metadata["dc:title"] == (f"{sample_kit(language).title} — {WORDS[language][file.words_key].lower()}")


@every_file
def test_all_fonts_are_embedded(file):
    with pikepdf.open(io.BytesIO(file.write(sample_kit()))) as pdf:
        described = [
            found
            for found in pdf.objects
            if isinstance(found, pikepdf.Dictionary) and found.get("/Type") == "/FontDescriptor"
        ]
        assert described
        for font in described:
            assert "/FontFile2" in font
            assert any(family in str(font.FontName) for family in ("NotoSans", "MeirimReader"))


@every_file
def test_every_picture_that_is_read_aloud_has_words(file):
    with pikepdf.open(io.BytesIO(file.write(sample_kit()))) as pdf:
        figures = [
            found for found in pdf.objects if isinstance(found, pikepdf.Dictionary) and found.get("/S") == "/Figure"
        ]
        assert all(str(figure.get("/Alt", "")) for figure in figures)


@every_file
@every_language
def test_every_page_is_a4_and_says_where_it_comes_from(file, language):
    kit = sample_kit(language)

    for number, page in enumerate(pages(file.write(kit)), start=1):
        sides = sorted(round(float(side) / MILLIMETRE) for side in page.mediabox[2:])
        text = " ".join(page.extract_text().split())
        assert sides == [210, 297]
        assert kit.licence.name in text
        assert WORDS[language]["version"].format(version="1.0") in text
        assert kit.url.removeprefix("https://").rstrip("/") in text
        assert f"{number} /" in text


@every_file
@every_language
def test_the_same_kit_gives_the_same_bytes(file, language):
    assert file.write(sample_kit(language)) == file.write(sample_kit(language))


@every_file
@every_language
def test_no_file_holds_an_answer(file, language):
    kit = sample_kit(language)
    text = pdf_text(file.checked(kit))

    assert [stage.card.answer for stage in kit.stations if stage.card.answer in text] == []


@every_file
@pytest.mark.parametrize(
    "changes",
    [
        {"title": "Ұзақ тақырып туралы өте ұзын әңгіме " * 9},
        {"title": "🐶"},
        {"title": '#read("/etc/passwd") $x^2$ *b* _i_ @l <l> `r` \\ {{ x }}'},
        {"stages": tuple(station("Тап. " * 30, "Ә", title=f"{number}-аялдама") for number in range(1, 41))},
        {
            "stages": (
                station("Тапсырма. " * 200, "Ишара. " * 100, "🐶", "Ұзақ тақырып " * 25, "no-such-icon"),
                station("🐶"),
            )
        },
        {"roles": (Role("Ұ" * 300, "Ұ" * 3000, "no-such-icon"), Role("", ""), Role("🐶", "🐶"))},
        {"poster": ("Ереже. " * 200,) * 9, "certificate": "жақсы оқуы үшін " * 100, "colouring": ("no-such-icon",) * 7},
        {"teams": MOST_TEAMS, "pupils": 10**6},
        {"teams": 1, "pupils": 0},
        {"url": "", "licence": None, "credits": (), "version": "", "edition_date": None},
    ],
    ids=["long", "emoji", "markup", "40 stations", "2 kB", "roles", "rest", "20 teams", "1 team", "no imprint"],
)
def test_an_odd_kit_still_gives_a_whole_file(file, changes):
    content = file.write(sample_kit(**changes))

    assert len(pages(content)) >= 1
    assert len(content) < 1_000_000


def test_markup_of_the_typesetter_is_only_text_on_a_card():
    text = pdf_text(station_cards_pdf(sample_kit(stages=(station('#read("/etc/passwd") $x^2$ *b*'),))))

    assert '#read("/etc/passwd") $x^2$ *b*' in text


@settings(max_examples=15, deadline=None)
@given(st.text(max_size=300), st.text(max_size=300))
def test_a_card_takes_any_text(task, title):
    assert pages(station_cards_pdf(sample_kit(stages=(station(task, task, task, title, title),))))
