"""The order of Kazakh and Russian words."""

import pytest

from core import alphabet
from core.models import Region


def in_order(words, language: str) -> list[str]:
    return sorted(words, key=lambda word: alphabet.sort_key(word, language))


@pytest.mark.parametrize(("language", "letters"), [("kk", alphabet.KAZAKH), ("ru", alphabet.RUSSIAN)])
def test_letters_stand_as_in_a_dictionary(language, letters):
    assert "".join(in_order(sorted(letters), language)) == letters


def test_the_kazakh_alphabet_has_42_letters_and_the_russian_33():
    assert len(set(alphabet.KAZAKH)) == len(alphabet.KAZAKH) == 42
    assert len(set(alphabet.RUSSIAN)) == len(alphabet.RUSSIAN) == 33
    assert set(alphabet.RUSSIAN) < set(alphabet.KAZAKH)


def test_kazakh_words_stand_in_kazakh_order():
    words = ["Ақтау", "Әл-Фараби", "Балқаш", "Ғабит", "Дархан", "Қарағанды", "Оңтүстік", "Өскемен", "Ұлытау", "Үржар"]

    assert in_order(words[::-1], "kk") == words


def test_a_russian_list_keeps_foreign_letters_behind_its_own():
    assert in_order(["Өскемен", "Ялта", "Астана"], "ru") == ["Астана", "Ялта", "Өскемен"]


def test_case_decides_only_between_equal_words():
    assert in_order(["ит", "Иттер", "Ит", "ара"], "kk") == ["ара", "ит", "Ит", "Иттер"]


def test_a_shorter_word_comes_before_the_longer_it_begins():
    assert in_order(["мысықтар", "мысық"], "kk") == ["мысық", "мысықтар"]


def test_figures_and_latin_letters_stand_before_cyrillic():
    assert in_order(["ара", "zebra", "2 ара", "10 ара"], "kk") == ["10 ара", "2 ара", "zebra", "ара"]


@pytest.mark.parametrize("language", ["kk", "ru"])
def test_no_text_is_too_strange_to_be_placed(language):
    words = ["", "\x00", "🐕", "ﬁ", "ÄÖÜß", "ا", "Ѣ"]

    assert sorted(in_order(words, language)) == sorted(words)


@pytest.mark.django_db
def test_regions_are_listed_in_the_order_of_each_language():
    kazakh = [region.name_kk for region in Region.in_alphabetical_order("kk")]
    russian = [region.name_ru for region in Region.in_alphabetical_order("ru")]

    assert kazakh[:4] == ["Абай облысы", "Ақмола облысы", "Ақтөбе облысы", "Алматы қаласы"]
    assert kazakh.index("Қызылорда облысы") < kazakh.index("Маңғыстау облысы") < kazakh.index("Ұлытау облысы")
    assert russian[-1] == "Туркестанская область"
    assert len(kazakh) == len(russian) == 20
