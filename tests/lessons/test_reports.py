""" "I taught this": three answers without a trace of who gave them, read by an editor before anybody else."""

import logging

import pytest
from bs4 import BeautifulSoup
from django.core.cache import cache

from lessons import reports
from lessons.models import TaughtReport
from lessons.report_form import ReportForm
from tests import factories

pytestmark = pytest.mark.django_db

ANSWER = {"grade": "3", "minutes": "47", "what_changed": "Үшінші бекетке екі минут қостым.", "once": "abc"}


@pytest.fixture
def lesson():
    return factories.LessonPageFactory(grade_from=3, grade_to=3)


@pytest.fixture
def send(client, lesson):
    """Return a function that sends the form as a browser does."""

    def post(headers=None, **fields):
        return client.post(f"{lesson.url}taught/", {**ANSWER, **fields}, headers=headers or {})

    return post


def report(lesson, status=TaughtReport.Status.SHOWN, **fields) -> TaughtReport:
    return TaughtReport.objects.create(page=lesson, **{"grade": 3, "minutes": 40, "status": status, **fields})


def errors(response) -> list[str]:
    return [p.text for p in BeautifulSoup(response.content, "html.parser").select(".report-form__error")]


# --- Telling ---------------------------------------------------------------------------------------------


def test_a_teacher_tells_how_it_went_and_is_thanked(client, lesson, send):
    form = BeautifulSoup(client.get(f"{lesson.url}taught/").content, "html.parser")
    assert form.select_one("select[name=grade] option[selected]")["value"] == "3"

    response = send()

    assert (response.status_code, response.url) == (303, f"{lesson.url}taught/thanks/")
    assert client.get(response.url).status_code == 200
    kept = TaughtReport.objects.get()
    assert (kept.page_id, kept.grade, kept.minutes, kept.status) == (lesson.pk, 3, 47, "new")
    assert kept.what_changed == ANSWER["what_changed"]


def test_the_lesson_page_leads_to_the_form(read, lesson):
    assert read(lesson.url).select_one(".told .button")["href"] == f"{lesson.url}taught/"


def test_neither_a_cookie_nor_an_address_is_kept(client, lesson, send, caplog):
    with caplog.at_level(logging.DEBUG):
        response = client.post(f"{lesson.url}taught/", ANSWER, REMOTE_ADDR="203.0.113.7")

    assert not response.cookies
    assert not client.get(response.url).cookies
    assert not client.get(f"{lesson.url}taught/").cookies
    kept = TaughtReport.objects.values().get()
    assert set(kept) == {
        "id",
        "page_id",
        "grade",
        "minutes",
        "what_changed",
        "received_on",
        "status",
        "submission",
    }
    assert "203.0.113.7" not in f"{kept}{caplog.text}{cache._cache}"


def test_the_same_form_sent_twice_is_one_report_and_another_form_is_another(send):
    send()
    send()
    assert TaughtReport.objects.count() == 1

    send(once="another form of the same school")
    send(minutes="50")
    assert TaughtReport.objects.count() == 3


def test_every_form_has_a_mark_of_its_own(client, lesson):
    def mark():
        return BeautifulSoup(client.get(f"{lesson.url}taught/").content, "html.parser").select_one("[name=once]")[
            "value"
        ]

    assert mark() != mark()
    assert "no-store" in client.get(f"{lesson.url}taught/")["Cache-Control"]


def test_a_machine_that_fills_the_hidden_field_is_thanked_for_nothing(send):
    assert send(website="http://spam.example").status_code == 303
    assert not TaughtReport.objects.exists()


@pytest.mark.parametrize(
    "bad",
    [
        {"grade": ""},
        {"grade": "12"},
        {"grade": "үшінші"},
        {"minutes": ""},
        {"minutes": "4"},
        {"minutes": "-1"},
        {"minutes": "9" * 400},
        {"minutes": "1e9"},
        {"what_changed": "қ" * 1001},
        {"what_changed": "Міне: https://example.org"},
        {"what_changed": "www.example.org сайтынан қараңыз"},
        {"what_changed": "Қараңыз: mysite.kz"},
        {"what_changed": "Маған жазыңыз: ustaz@example.org"},
        {"what_changed": "Хабарласыңыз: @ustaz_kz"},
        {"what_changed": "+7 (701) 123-45-67"},
        {"what_changed": "87011234567"},
        {"what_changed": "a\x00b"},
        {"once": "x" * 100},
    ],
    ids=lambda bad: f"{next(iter(bad))}: {str(next(iter(bad.values())))[:20]!r}",
)
def test_a_bad_answer_is_explained_and_nothing_is_kept(send, bad):
    response = send(**bad)

    assert response.status_code == 422
    assert not TaughtReport.objects.exists()
    if "once" not in bad:
        assert len(errors(response)) == 1


def test_what_was_written_stands_in_the_form_again(send):
    html = send(minutes="", what_changed="Магнит <b>жақсы</b>").content.decode()

    assert "Магнит &lt;b&gt;жақсы&lt;/b&gt;" in html


@pytest.mark.parametrize(
    ("written", "kept"),
    [
        ("бір\r\nекі", "бір\nекі"),
        ("  бір \n\n\n\n\nекі  ", "бір\n\nекі"),
        ("бір\u202eікі\u200b", "бірікі"),
        ("1.2.2.1 коды, 3-бекет, 10–12 мин, 2025 ж.", "1.2.2.1 коды, 3-бекет, 10–12 мин, 2025 ж."),
        ("қ" * 998 + "\r\nқ", "қ" * 998 + "\nқ"),
    ],
    ids=["line ends", "blanks", "invisible signs", "numbers that are no telephone", "a thousand signs"],
)
def test_the_text_is_kept_plain(send, written, kept):
    assert send(what_changed=written).status_code == 303
    assert TaughtReport.objects.get().what_changed == kept


# --- From whom -------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "headers",
    [
        {"Sec-Fetch-Site": "cross-site"},
        {"Sec-Fetch-Site": "same-site"},
        {"Origin": "https://evil.example"},
        {"Origin": "null"},
    ],
)
def test_a_form_of_another_site_is_not_taken(send, headers):
    response = send(headers)

    assert response.status_code == 403
    assert not TaughtReport.objects.exists()


@pytest.mark.parametrize(
    "headers", [{"Sec-Fetch-Site": "same-origin", "Origin": "http://testserver"}, {"Origin": "http://testserver"}, {}]
)
def test_a_form_of_ours_is_taken_from_new_browsers_and_old(send, headers):
    assert send(headers).status_code == 303


def test_a_whole_school_behind_one_address_is_heard_and_a_machine_is_stopped(send, monkeypatch):
    monkeypatch.setattr(reports, "FROM_ONE_PLACE", reports.Limit("reports-of-place", 30))

    answers = [send(once=str(number)).status_code for number in range(31)]

    assert answers == [303] * 30 + [429]
    assert TaughtReport.objects.count() == 30


def test_another_place_is_not_stopped_but_a_flood_from_many_places_is(client, lesson, monkeypatch):
    monkeypatch.setattr(reports, "FROM_ONE_PLACE", reports.Limit("reports-of-place", 1))
    monkeypatch.setattr(reports, "FROM_ANYWHERE", reports.Limit("reports-of-lesson", 3))

    def post(number):
        data = {**ANSWER, "once": str(number)}
        return client.post(f"{lesson.url}taught/", data, REMOTE_ADDR=f"203.0.113.{number}").status_code

    assert [post(number) for number in (1, 2, 3, 4)] == [303, 303, 303, 429]


@pytest.mark.parametrize("method", ["put", "patch", "delete"])
def test_other_methods_and_forms_to_other_addresses_are_refused(client, lesson, method):
    assert getattr(client, method)(f"{lesson.url}taught/").status_code == 405
    assert client.post(lesson.url, ANSWER).status_code == 405
    assert client.post(f"{lesson.url}taught/thanks/", ANSWER).status_code == 405
    assert client.post(f"{lesson.url}plan.pdf", ANSWER).status_code == 405


def test_a_lesson_that_is_not_live_asks_nobody(client, lesson, send):
    lesson.unpublish()

    assert client.get(f"{lesson.url}taught/").status_code == 404
    assert send().status_code == 404


# --- Reading ---------------------------------------------------------------------------------------------


def test_readers_see_only_what_an_editor_let_through_and_the_sums_of_it(read, lesson):
    report(lesson, what_changed="Ойын ұзаққа созылды", minutes=40)
    report(lesson, minutes=47)
    report(lesson, TaughtReport.Status.NEW, what_changed="Күтіп тұр", minutes=300)
    report(lesson, TaughtReport.Status.HIDDEN, what_changed="Жасырын", minutes=300)

    told = read(lesson.url).select_one(".told").get_text(" ", strip=True)

    assert "Ойын ұзаққа созылды" in told
    assert "Күтіп тұр" not in told
    assert "Жасырын" not in told
    assert lesson.told.times == 2
    assert lesson.told.average_minutes == 44


def test_the_newest_five_are_shown_and_all_are_counted(read, lesson):
    for number in range(8):
        report(lesson, what_changed=f"Пікір-{number}")

    shown = [item.get_text(strip=True)[-1] for item in read(lesson.url).select(".told__words")]

    assert shown == ["7", "6", "5", "4", "3"]
    assert lesson.told.times == 8


def test_both_languages_count_together_and_each_shows_its_own_words(read):
    kk, ru = factories.make_pair(factories.LessonPageFactory)
    report(kk, what_changed="Қазақша пікір", minutes=40)
    report(ru, what_changed="Отзыв по-русски", minutes=50)

    for lesson, own, other in ((kk, "Қазақша", "русски"), (ru, "русски", "Қазақша")):
        told = read(lesson.url).select_one(".told").get_text()
        assert own in told
        assert other not in told
        assert (lesson.told.times, lesson.told.average_minutes) == (2, 45)


def test_markup_in_a_report_is_shown_as_text(read, lesson):
    report(lesson, what_changed="<script>alert(1)</script> жақсы")

    words = read(lesson.url).select_one(".told__words")

    assert not words.select("script")
    assert "<script>" in words.text


def test_many_reports_cost_no_more_queries_than_one(client, lesson, count_queries):
    report(lesson)
    client.get(lesson.url)
    one = count_queries(lambda: client.get(lesson.url))

    for _number in range(11):
        report(lesson, what_changed="Жақсы өтті")

    assert count_queries(lambda: client.get(lesson.url)) == one


def test_an_unsaved_lesson_can_be_previewed_without_reports():
    assert ReportForm(page=factories.LessonPageFactory.build()).fields
    assert factories.LessonPageFactory.build(locale=None, parent=None).told is None
