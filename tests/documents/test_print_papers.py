"""Each paper of the print pack: what stands on it."""

import re

import pytest

from documents.icons import icon, icons
from documents.kit import LANGUAGES, MOST_TEAMS
from documents.ornament import frame
from documents.outlines import outline
from documents.print_parts import TEAM_EMBLEMS, drawings, icon_named, station_title
from documents.short_link import qr_picture
from documents.station_cards import card_address, station_cards_pdf
from documents.team_papers import badges_pdf, role_cards_pdf, route_sheets_pdf
from documents.typst_pdf import answer_key_pdf
from documents.words import WORDS
from tests.documents.reading import pages, pdf_text
from tests.documents.sample_kit import sample_kit, station

every_language = pytest.mark.parametrize("language", LANGUAGES)


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
