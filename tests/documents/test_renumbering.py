"""Numbers of stations and sheets inside texts."""

import pytest

from documents.renumbering import SHEET, STATION

NEW = {1: 1, 3: 2, 4: 3}  # the second is left out


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("1-аялдама. Құйрық", "1-аялдама. Құйрық"),
        ("3-аялдама. Құйрық", "2-аялдама. Құйрық"),
        ("4-бекетке барамыз", "3-бекетке барамыз"),
        ("Станция 3. Хвост", "Станция 2. Хвост"),
        ("на станции № 4", "на станции № 3"),
        ("3-я станция", "2-я станция"),
        ("Карточка: станции 1–3", "Карточка: станции 1–2"),
        ("3–4-аялдама", "2–3-аялдама"),
        ("1 және 3-аялдама", "1 және 2-аялдама"),
        ("станции 1, 3 и 4", "станции 1, 2, 3"),
        ("станции 1 и 2", "станции 1"),
        ("3-аялдамадан 4-аялдамаға", "2-аялдамадан 3-аялдамаға"),
        ("<p>3-аялдама</p><a href='/3-аялдама/'>о</a>", "<p>2-аялдама</p><a href='/3-аялдама/'>о</a>"),
        ("2-аялдама", "2-аялдама"),
        ("3-сынып, 4 топ, 3–4-тапсырма", "3-сынып, 4 топ, 3–4-тапсырма"),
        ("на станции 4 минуты", "на станции 4 минуты"),
        ("станции 3 команды", "станции 3 команды"),
        ("", ""),
    ],
)
def test_stations_are_called_by_their_new_numbers(old, new):
    assert STATION.renumbered(old, NEW) == new


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("Лист 3, картинки", "Лист 2, картинки"),
        ("3-парақ", "2-парақ"),
        ("3-парағын толтырады", "2-парағын толтырады"),
        ("4 листа", "4 листа"),
        ("Лист-обещание", "Лист-обещание"),
        ("листик 3", "листик 3"),
    ],
)
def test_sheets_are_called_by_their_new_numbers(old, new):
    assert SHEET.renumbered(old, NEW) == new


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("Карточка: станции 1–3", {1, 2, 3}),
        ("1, 2 және 5-аялдама", {1, 2, 5}),
        ("1–2-тапсырма — 3-аялдама", {3}),
        ("Бағыт парағы", set()),
        ("99–1-аялдама", set()),
    ],
)
def test_the_numbers_a_text_names_are_found(text, numbers):
    assert STATION.numbers_in(text) == numbers


@pytest.mark.parametrize(
    ("title", "bare"), [("1-аялдама. Құйрық", "Құйрық"), ("Станция 12: Хвост", "Хвост"), ("Хвост", "Хвост")]
)
def test_a_title_can_be_had_without_its_number(title, bare):
    assert STATION.title_without(title) == bare
