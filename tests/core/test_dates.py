"""Dates as Kazakh and Russian readers write them, whole and in part."""

from datetime import date, datetime

import pytest
from django import forms
from django.core.exceptions import ValidationError
from django.template import Context, Template
from django.utils import formats
from django.utils.translation import override

from core.dates import describe_partial_date, validate_partial_date

NOVEMBER = date(2026, 11, 22)


@pytest.mark.parametrize(("language", "text"), [("kk", "2026 ж. 22 қараша"), ("ru", "22 ноября 2026 г.")])
def test_a_date_is_written_as_the_language_writes_it(language, text):
    with override(language):
        assert formats.date_format(NOVEMBER) == text
        assert Template("{{ day|date }}").render(Context({"day": NOVEMBER})) == text


def test_kazakh_names_of_months_are_lower_case_in_every_month():
    with override("kk"):
        written = [formats.date_format(date(2026, month, 1)) for month in range(1, 13)]

    assert written == [text.lower() for text in written]
    assert len({text.split()[-1] for text in written}) == 12


def test_a_moment_and_a_number_are_written_the_kazakh_way():
    with override("kk"):
        assert formats.date_format(datetime(2026, 11, 22, 9, 5), "DATETIME_FORMAT") == "2026 ж. 22 қараша, 09:05"
        assert formats.date_format(NOVEMBER, "SHORT_DATE_FORMAT") == "22.11.2026"
        assert formats.number_format(1234567.5, decimal_pos=1, use_l10n=True, force_grouping=True) == (
            "1\xa0234\xa0567,5"
        )


@pytest.mark.parametrize("typed", ["22.11.2026", "2026-11-22"])
def test_a_form_reads_dates_as_editors_type_them(typed):
    with override("kk"):
        assert forms.DateField(localize=True).clean(typed) == NOVEMBER


@pytest.mark.parametrize("value", ["2026", "2026-03", "2026-03-02", "2024-02-29", "0001"])
def test_a_year_a_month_or_a_day_is_a_partial_date(value):
    validate_partial_date(value)


@pytest.mark.parametrize(
    "value",
    [
        *("", "26", "2026-3", "2026-13", "2026-00", "2026-02-30", "2025-02-29", "0000", "2026-03-02T10:00", "2026/03"),
        *("наурыз", "2026-03-02\n", " 2026", "2026-", "٢٠٢٦", "2" * 5000),
    ],
)
def test_anything_else_is_refused_with_words_that_show_what_to_write(value):
    with pytest.raises(ValidationError, match="2026-03"):
        validate_partial_date(value)


@pytest.mark.parametrize(
    ("value", "kazakh", "russian"),
    [
        ("2026-03", "2026 ж. наурыз", "март 2026 г."),
        ("2026-03-02", "2026 ж. 2 наурыз", "2 марта 2026 г."),
    ],
)
def test_a_partial_date_is_told_in_the_language_of_the_reader(value, kazakh, russian):
    with override("kk"):
        assert describe_partial_date(value) == kazakh
    with override("ru"):
        assert describe_partial_date(value).lower() == russian


def test_a_year_alone_is_told_without_a_month():
    for language in ("kk", "ru"):
        with override(language):
            assert "2026" in describe_partial_date("2026")
            assert "1" not in describe_partial_date("2026")


@pytest.mark.parametrize("value", ["", None, "2026-13", "2026-02-30", "0000-01", "soon", "2" * 5000])
def test_what_is_no_date_is_told_as_nothing_rather_than_breaking_the_page(value):
    assert describe_partial_date(value) == ""


def test_templates_have_a_filter_for_partial_dates():
    template = Template("{% load dates %}{{ value|partial_date }}")

    with override("ru"):
        assert template.render(Context({"value": "2026-03-02"})) == "2 марта 2026 г."
