"""The files of a lesson fitted to one class, and the names in them that nobody keeps."""

import io
import logging
import zipfile
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest
from django.conf import settings
from django.core.cache import cache
from django.test import Client

from documents.plan_form import extras_of
from lessons import fitted_files
from tests.lessons.lessons_to_fit import FILES, content, lesson, stream, text_of, words_of

pytestmark = pytest.mark.django_db

NAMES = {"school": "№ 65 мектеп", "teacher": "Әбдірахманова Гүлнәр", "class_name": "3 «Ә»", "date": "2026-10-05"}


@pytest.mark.parametrize("name", FILES)
def test_each_file_is_of_the_fitted_lesson_and_says_what_it_is(client, name):
    page = lesson()
    response = client.get(f"{page.url}fit/{name}?minutes=35&stations=1,3&teams=4")

    assert content(response)
    assert response["Content-Type"] == fitted_files.FILES[name].media_type
    assert f"{page.slug}-kk-35min-{name}" in response["Content-Disposition"]
    assert not response.cookies


def test_the_plan_sums_to_the_wished_minutes_in_both_formats(client):
    page = lesson()
    query = "minutes=90&teams=4&extras=homework"
    docx = words_of(content(client.get(f"{page.url}fit/plan.docx?{query}")))
    pdf = text_of(content(client.get(f"{page.url}fit/plan.pdf?{query}")))

    for text in (docx.replace("\u00a0", " "), " ".join(pdf.split())):
        assert "60 мин" in text  # the middle: three stations of twenty
        assert extras_of()["homework"]["kk"] in text


def test_the_zip_holds_the_fitted_lesson_without_what_was_left_out(client):
    page = lesson()
    archive = zipfile.ZipFile(io.BytesIO(content(client.get(f"{page.url}fit/kit.zip?minutes=35&stations=1,3&teams=4"))))

    assert archive.testzip() is None
    plan = next(archive.read(name) for name in archive.namelist() if name.endswith("plan.docx"))
    sheets = next(archive.read(name) for name in archive.namelist() if name.endswith("sheets.pdf"))
    assert "Құлақ" not in words_of(plan)
    assert "Ит не айтып тұр?" not in text_of(sheets)


def test_a_fitted_file_is_asked_for_again_only_when_it_changed(client):
    page = lesson()
    address = f"{page.url}fit/plan.pdf?minutes=40&teams=4"
    tag = client.get(address)["ETag"]

    assert client.get(address, headers={"If-None-Match": tag}).status_code == 304
    assert client.get(f"{address}&pupils=20")["ETag"] != tag


def test_nothing_fitted_is_kept_in_the_storage(client):
    page = lesson()
    before = set(Path(settings.MEDIA_ROOT).rglob("*"))

    for name in FILES:
        content(client.get(f"{page.url}fit/{name}?minutes=35&teams=4"))

    assert set(Path(settings.MEDIA_ROOT).rglob("*")) == before


def test_when_too_many_are_made_at_once_the_next_one_is_told_so(client, monkeypatch):
    monkeypatch.setattr(fitted_files, "SECONDS_TO_WAIT", 0.01)
    turns = fitted_files.AT_ONCE._value
    for _turn in range(turns):
        fitted_files.AT_ONCE.acquire()
    try:
        response = client.get(f"{lesson().url}fit/plan.pdf?minutes=40&teams=4")
    finally:
        for _turn in range(turns):
            fitted_files.AT_ONCE.release()

    assert response.status_code == 503
    assert response["Retry-After"] == "30"
    assert b"<h1>" in response.content


def test_a_sheet_with_an_answer_on_it_is_held_back_here_too(client):
    answer = "Құлағын жапырса, ит қорқып тұр."
    page = lesson(sheets=stream("sheet", [{"title": "2-аялдама", "instructions": f"Жауабы: {answer}", "tasks": []}]))

    response = client.get(f"{page.url}fit/kit.zip?minutes=45&teams=4")

    assert response.status_code == 503
    assert answer not in response.content.decode()


# --- Names ---


@pytest.mark.parametrize(("language", "day"), [("kk", "2026 ж. 5 қазан"), ("ru", "5 октября 2026 г.")])
def test_the_teachers_words_fill_the_plan(client, language, day):
    page = lesson(language=language)
    address = f"{page.url}fit/plan"
    docx = words_of(content(client.post(f"{address}.docx?minutes=40&teams=4", NAMES)))
    pdf = " ".join(text_of(content(client.post(f"{address}.pdf?minutes=40&teams=4", NAMES))).split())

    for told in (NAMES["school"], NAMES["teacher"], NAMES["class_name"], day):
        assert told in docx
        assert told in pdf


def test_the_zip_has_the_filled_plan(client):
    response = client.post(f"{lesson().url}fit/kit.zip?minutes=40&teams=4", NAMES)
    archive = zipfile.ZipFile(io.BytesIO(content(response)))

    plans = [archive.read(name) for name in archive.namelist() if name.endswith("plan.docx")]
    assert NAMES["teacher"] in words_of(plans[0])


def test_names_are_kept_nowhere(client, caplog):
    page = lesson()
    address = f"{page.url}fit/plan.docx?minutes=40&teams=4"
    empty = content(client.get(address))
    with caplog.at_level(logging.DEBUG):
        response = client.post(address, NAMES)

    assert NAMES["teacher"] in words_of(content(response))
    assert "no-store" in response["Cache-Control"]
    assert "ETag" not in response
    assert not response.cookies
    assert not [text for text in NAMES.values() if text in caplog.text]
    assert not [value for value in NAMES.values() if value in str(getattr(cache, "_cache", {}))]
    assert content(client.get(address)) == empty


def test_a_posted_plan_needs_no_token():
    assert content(Client(enforce_csrf_checks=True).post(f"{lesson().url}fit/plan.docx", NAMES))


@pytest.mark.parametrize("name", ["sheets.pdf", "answers.pdf"])
def test_a_file_without_blanks_takes_no_names(client, name):
    assert client.post(f"{lesson().url}fit/{name}", NAMES).status_code == 405


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("school", "а" * 161),
        ("teacher", "а" * 121),
        ("class_name", "а" * 21),
        ("date", "ертең"),
        ("date", "32.13.2026"),
    ],
)
def test_a_name_that_cannot_be_is_told_at_its_field_and_not_cached(client, field, value):
    response = client.post(f"{lesson().url}fit/plan.docx?minutes=40&teams=4", {**NAMES, field: value})

    assert response.status_code == 400
    assert f'id="error-{field}"' in response.content.decode()
    assert NAMES["school" if field != "school" else "teacher"] in response.content.decode()
    assert "no-store" in response["Cache-Control"]


def test_characters_that_nobody_sees_are_taken_out_of_names(client):
    names = {"teacher": "Гүл\x00нәр\u202e\u200b  \r\n Айбек\x1b[31m", "school": "🐶 мектеп"}

    text = words_of(content(client.post(f"{lesson().url}fit/plan.docx", names)))

    assert "Гүлнәр Айбек[31m" in text
    assert content(client.post(f"{lesson().url}fit/plan.pdf", names))


def test_a_long_body_is_refused_unread(client):
    response = client.post(f"{lesson().url}fit/plan.docx", {"teacher": "а" * 20_000})

    assert response.status_code == 413
    assert "no-store" in response["Cache-Control"]
    assert "ааа" not in response.content.decode()


@pytest.mark.parametrize("length", ["", "x", "-1", "9" * 5_000])
def test_a_body_of_no_sensible_length_is_no_body(client, length):
    response = client.post(f"{lesson().url}fit/plan.docx", NAMES, CONTENT_LENGTH=length)

    assert response.status_code in (200, 400, 413)


def test_names_with_wishes_that_do_not_fit_bring_the_page_back(client):
    response = client.post(f"{lesson().url}fit/plan.docx?minutes=90&stations=1&teams=4", NAMES)

    assert response.status_code == 400
    assert NAMES["teacher"] not in response.content.decode()
    assert "fit-offer" in response.content.decode()


def test_names_are_posted_by_a_form_that_puts_nothing_into_the_address(read):
    form = read(f"{lesson().url}fit/?minutes=40&teams=4").select_one(".fit-personal form")

    assert form["method"] == "post"
    assert {field["name"] for field in form.select("input")} == set(NAMES)
    assert len(form.select("button[formaction]")) == 3
    for button in form.select("button"):
        assert set(parse_qs(urlsplit(button["formaction"]).query)) == {"minutes", "teams"}
