"""Editors read what teachers tell, show it or put it away; everybody on the team sees the sums."""

import pytest
from bs4 import BeautifulSoup
from django.urls import reverse

from lessons.models import TaughtReport
from tests import factories
from tests.editorial.reviewing import user_of

pytestmark = pytest.mark.django_db

NEW, SHOWN, HIDDEN = TaughtReport.Status.NEW, TaughtReport.Status.SHOWN, TaughtReport.Status.HIDDEN
LIST = "/admin/snippets/lessons/taughtreport/"


@pytest.fixture
def lesson():
    return factories.LessonPageFactory(title="Құйрық тілі", minutes=45)


@pytest.fixture
def editor(client):
    user = user_of("Editors")
    client.force_login(user)
    return user


def report(lesson, status=NEW, **fields) -> TaughtReport:
    return TaughtReport.objects.create(page=lesson, **{"grade": 3, "minutes": 40, "status": status, **fields})


def soup(client, address: str) -> BeautifulSoup:
    response = client.get(address)
    assert response.status_code == 200
    return BeautifulSoup(response.content, "html.parser")


def waiting(client) -> dict[str, str]:
    panel = soup(client, reverse("wagtailadmin_home")).select("#reports_waiting-section .agenda__entry")
    return {entry.a.text: entry.a["href"] for entry in panel}


def test_the_editor_finds_reports_that_wait_and_a_way_to_them(client, lesson, editor):
    report(lesson, what_changed="Бірінші")
    report(lesson, what_changed="Екінші")
    report(factories.LessonPageFactory(), SHOWN)

    found = waiting(client)

    assert set(found) == {lesson.title}
    listed = soup(client, found[lesson.title]).get_text()
    assert "Бірінші" in listed
    assert "Екінші" in listed


@pytest.mark.parametrize(("action", "status"), [("show", SHOWN), ("hide", HIDDEN)])
def test_many_reports_are_decided_at_once(client, lesson, editor, action, status):
    chosen, other = [report(lesson), report(lesson)], report(lesson)
    address = f"/admin/bulk/lessons/taughtreport/{action}/?id={chosen[0].pk}&id={chosen[1].pk}"
    assert client.get(address).status_code == 200

    client.post(address)

    assert {TaughtReport.objects.get(pk=r.pk).status for r in chosen} == {status}
    assert TaughtReport.objects.get(pk=other.pk).status == NEW
    assert len(waiting(client)) == 1


def test_the_form_lets_an_editor_take_out_a_name_and_show_the_rest(client, lesson, editor):
    told = report(lesson, what_changed="Айгүл апай айтты: жақсы өтті.")
    address = f"{LIST}edit/{told.pk}/"
    form = soup(client, address)
    assert not form.select("[name=grade], [name=minutes], [name=page]")

    client.post(address, {"what_changed": "Жақсы өтті.", "status": SHOWN, "grade": 9})

    told.refresh_from_db()
    assert (told.what_changed, told.status, told.grade) == ("Жақсы өтті.", SHOWN, 3)


def test_the_list_narrows_by_status(client, lesson, editor):
    report(lesson, NEW, what_changed="Күтіп тұр")
    report(lesson, HIDDEN, what_changed="Жасырын")

    listed = soup(client, f"{LIST}?status={HIDDEN}").get_text()

    assert "Жасырын" in listed
    assert "Күтіп тұр" not in listed


def test_nobody_adds_a_report_in_the_admin(client, lesson, editor):
    assert client.get(f"{LIST}add/").status_code in {302, 403}


@pytest.mark.parametrize("group", ["Authors", "Lawyers", "Translators"])
def test_others_cannot_decide(client, lesson, group):
    told = report(lesson)
    client.force_login(user_of(group))

    for address in (LIST, f"{LIST}edit/{told.pk}/", f"/admin/bulk/lessons/taughtreport/show/?id={told.pk}"):
        client.post(address, {"status": SHOWN, "what_changed": ""})

    assert TaughtReport.objects.get().status == NEW
    assert waiting(client) == {}
    assert client.get(LIST).status_code == 302


def test_an_author_sees_the_sums_without_what_was_put_away(client, lesson):
    report(lesson, SHOWN, minutes=40)
    report(lesson, NEW, minutes=51)
    report(lesson, HIDDEN, minutes=300)
    factories.LessonPageFactory(title="Ешкім өткізбеген")
    client.force_login(user_of("Translators"))

    table = soup(client, reverse("taught_sums"))
    (row,) = table.select("table.listing tbody tr")

    assert [cell.get_text(strip=True) for cell in row.select("td")][-4:] == ["2", "46", "45", "1"]
    assert lesson.title in row.text
    assert "Ешкім" not in table.get_text()


def test_the_sums_can_be_taken_away(client, lesson, editor):
    report(lesson)

    response = client.get(f"{reverse('taught_sums')}?export=csv")

    assert response.status_code == 200
    assert lesson.title in b"".join(response.streaming_content).decode()
