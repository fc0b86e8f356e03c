"""Characters that a document may hold, and words that a narrow column may break."""

import pytest

from documents.characters import one_line, printable, shortened, writable
from documents.syllables import SOFT_HYPHEN, broken, with_breaks
from tests.documents.sample_kit import KAZAKH_LETTERS


def test_everything_a_lesson_is_written_with_is_printed_as_it_stands():
    text = f"{KAZAKH_LETTERS} Ёё Йй «тырнақша» “tilde” – — … № ₸ % 1–4 → ✓ ☐ ★ × ÷ ≤ ° é ñ"

    assert printable(text) == text


@pytest.mark.parametrize(
    ("text", "printed"),
    [
        ("Ит 🐶🐱!", "Ит !"),
        ("👨‍👩‍👧", ""),
        ("❤️", "❤"),
        ("日本", "□□"),
        ("a\x00b\x0bc\td", "abc d"),
        ("и\u0306", "й"),
        ("\ud800x", "x"),
    ],
)
def test_what_the_fonts_cannot_draw_is_left_out_or_marked(text, printed):
    assert printable(text) == printed


def test_a_word_file_keeps_every_character_that_xml_allows():
    assert writable("🐶\x00日\x1f\ufffe\n") == "🐶日\n"


def test_a_long_title_is_cut_at_a_word():
    assert shortened("Ит не айтып тұр, сен білесің бе", 18) == "Ит не айтып тұр…"
    assert shortened("Ит", 18) == "Ит"
    assert one_line(" Ит\n  не\tайтып ") == "Ит не айтып"


@pytest.mark.parametrize(
    ("word", "parts"),
    [
        ("қалыптастырушы", "қалып-тас-тыру-шы"),
        ("тауларымыздағы", "тау-лары-мыз-дағы"),
        ("взаимооценивание", "взаи-моо-цени-вание"),
        ("безопасность", "безо-пас-ность"),
    ],
)
def test_long_words_break_at_syllables(word, parts):
    assert broken(word, 10).replace(SOFT_HYPHEN, "-") == parts


def test_only_words_that_are_too_long_may_break():
    assert with_breaks("ит пен мысық", 10) == "ит пен мысық"
    assert with_breaks("өзін-өзі бағалау", 10) == "өзін-өзі бағалау"


def test_what_is_no_word_is_cut_to_the_length_that_fits():
    parts = with_breaks("ы" * 100, 10).split(SOFT_HYPHEN)

    assert max(map(len, parts)) == 10


def test_an_address_may_break_behind_its_punctuation():
    assert "/\u200b" in with_breaks("https://adilet.zan.kz/kaz/docs/V2000020317", 50)
