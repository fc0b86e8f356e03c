"""The print pack: whole and accessible files that hold no answer, in both languages and for any kit."""

import io
import re

import pikepdf
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pypdf import PdfReader

from documents.archive import makers_digest
from documents.icons import icon, icons
from documents.kit import LANGUAGES, MOST_TEAMS, Card, LessonKit, Role, Stage
from documents.ornament import frame
from documents.outlines import outline
from documents.print_pack import PRINT_PACK, print_files
from documents.print_parts import TEAM_EMBLEMS, drawings, icon_named, station_title
from documents.short_link import qr_picture
from documents.station_cards import card_address, station_cards_pdf
from documents.team_papers import badges_pdf, role_cards_pdf, route_sheets_pdf
from documents.typst_pdf import answer_key_pdf
from documents.words import WORDS
from tests.documents.reading import pdf_text
from tests.documents.sample_kit import KAZAKH_LETTERS, empty_kit, sample_kit

every_file = pytest.mark.parametrize("file", PRINT_PACK, ids=lambda file: file.stem)
every_language = pytest.mark.parametrize("language", LANGUAGES)
MILLIMETRE = 72 / 25.4


def pages(content: bytes):
    return PdfReader(io.BytesIO(content)).pages


def station(task: str = "", clue: str = "", answer: str = "", title: str = "Аялдама", picture: str = "") -> Stage:
    return Stage("middle", title, 5, is_station=True, card=Card(picture, task, clue, answer))


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


def test_two_cards_stand_on_a_sheet_and_the_half_left_over_is_the_finish():
    found = [" ".join(page.extract_text().split()) for page in pages(station_cards_pdf(sample_kit("ru")))]

    assert len(found) == 2
    assert "Хвост и уши" in found[0]
    assert "Незнакомая собака" in found[0]
    assert "Подсказка: Дерево молчит. А кто даёт разрешение?" in found[0]
    assert "Спроси хозяина" in found[1]
    assert "Финиш!" in found[1]


def test_a_long_task_goes_on_on_a_second_card_and_loses_nothing():
    task = " ".join(f"сөз{number}" for number in range(500))
    found = [
        " ".join(page.extract_text().split()) for page in pages(station_cards_pdf(sample_kit(stages=(station(task),))))
    ]
    text = " ".join(found)

    assert [word for word in task.split() if word not in text.split()] == []
    assert len(found) == 2  # three cards and the finish
    assert text.count("(жалғасы)") == 2
    assert text.index("сөз0 ") < text.index("(жалғасы)") < text.index("сөз499")


def test_a_card_of_usual_length_is_one_card():
    assert "(жалғасы)" not in pdf_text(station_cards_pdf(sample_kit(stages=(station("Тап. " * 150, "Ишара. " * 10),))))


@pytest.mark.parametrize(
    ("written", "printed"),
    [
        ("1-аялдама: Құйрық", "Құйрық"),
        ("12-аялдама. Құйрық", "Құйрық"),
        ("Станция 2: Хвост", "Хвост"),
        ("станция № 3 — Хвост", "Хвост"),
        ("2-бекет. Құлақ", "Құлақ"),
        ("Станция", "Станция"),
        ("Станция 4", "Станция 4"),
        ("3 станции до дома", "3 станции до дома"),
        ("🐶", "Аялдама"),
        ("", "Аялдама"),
    ],
)
def test_the_number_of_a_station_is_not_said_twice(written, printed):
    assert station_title(sample_kit("kk"), station(title=written)) == printed


def test_the_code_of_a_card_leads_to_its_station_on_the_page():
    kit = sample_kit("kk")

    assert card_address(kit, 2) == "https://meirim.example.kz/kk/sabaqtar/it-tili/#station-2"
    assert card_address(sample_kit(url=""), 2) == ""
    assert qr_picture(card_address(kit, 1)) != qr_picture(card_address(kit, 2))


def test_an_unknown_icon_is_a_paw():
    assert icon_named("no-such-icon") == icon("paw-prints")
    assert icon_named("") == icon("paw-prints")
    assert drawings(["no-such-icon"])["no-such-icon"] == drawings(["paw-prints"])["paw-prints"]


def test_every_team_has_an_emblem_of_its_own():
    assert len(set(TEAM_EMBLEMS)) == MOST_TEAMS
    assert set(TEAM_EMBLEMS) <= set(icons())


@every_language
def test_each_team_has_a_route_sheet_in_its_own_order(language):
    kit = sample_kit(language, teams=3)
    overview, *sheets = [" ".join(page.extract_text().split()) for page in pages(route_sheets_pdf(kit))]
    titles = [station_title(kit, stage) for stage in kit.stations]

    assert WORDS[language]["for_teacher"] in overview
    assert len(sheets) == 3
    orders = [sorted(titles, key=sheet.index) for sheet in sheets]
    assert sorted(orders) == sorted([titles, titles[1:] + titles[:1], titles[2:] + titles[:2]])
    for number, sheet in enumerate(sheets, start=1):
        assert WORDS[language]["team_name"].format(number=number) in sheet


def test_a_team_too_many_rests_and_still_more_teams_get_a_row_of_their_own():
    assert pdf_text(route_sheets_pdf(sample_kit("ru", teams=4))).count("Отдыхаем один шаг") == 4
    rows = pdf_text(route_sheets_pdf(sample_kit("ru", teams=6)))
    assert "Ряд А" in rows
    assert "Ряд Б" in rows
    assert "Отдыхаем" not in rows


def test_each_team_gets_a_set_of_role_cards():
    text = pdf_text(role_cards_pdf(sample_kit("ru", teams=3)))

    assert text.count("Хранитель времени") == 3
    assert text.count("Ведёт команду от станции к станции.") == 3


@pytest.mark.parametrize(("pupils", "badges"), [(25, 25), (3, 3), (None, 24), (0, 24), (500, 60)])
def test_there_is_a_badge_for_each_pupil(pupils, badges):
    assert pdf_text(badges_pdf(sample_kit("ru", pupils=pupils))).count("Меня зовут") == badges


def test_the_answer_key_has_the_answers_of_the_cards_by_their_stations():
    text = pdf_text(answer_key_pdf(sample_kit("ru")))

    assert "Карточки станций" in text
    assert "3. Разыграйте сценку" in text
    assert "Ответ: Сначала хозяина, затем саму собаку" in text


def test_every_icon_can_be_an_outline_without_large_black_places():
    for found in icons().values():
        drawing = outline(found)
        assert drawing.count("<path") >= 3
        assert "currentColor" not in drawing
        assert 'fill="none"' in drawing


def test_a_frame_is_one_colour_and_as_large_as_asked_for():
    drawing = frame(277, 180, 13, "#123456")

    assert 'viewBox="0 0 277 180"' in drawing
    assert set(re.findall(r"#[0-9a-f]{3,6}", drawing)) == {"#123456"}
    assert "currentColor" not in drawing


@pytest.mark.parametrize("teams", [0, -1, MOST_TEAMS + 1])
def test_a_number_of_teams_that_no_class_has_is_refused(teams):
    with pytest.raises(ValueError, match="1 to 20 teams"):
        sample_kit(teams=teams)


def test_the_makers_digest_still_has_its_shape():
    assert re.fullmatch("[0-9a-f]{16}", makers_digest())
