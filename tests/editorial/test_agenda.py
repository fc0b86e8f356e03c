"""The first page of the admin, and the report of pages and languages."""

import csv
import datetime
import io

import openpyxl
import pytest
from bs4 import BeautifulSoup
from django.urls import reverse
from django.utils import timezone
from wagtail.models import Page

from bilingual.drafts import create_translation
from bilingual.models import Pair
from editorial.dashboard import steps_waiting_for
from editorial.models import ReviewState
from editorial.page_states import PageState, pairs, with_state
from tests import factories
from tests.editorial.reviewing import LawPair, act, complete, edit, fresh, submitted, user_of

pytestmark = pytest.mark.django_db

REPORT = "/admin/reports/languages/"


def panels(client, user) -> dict[str, list[str]]:
    """Return the titles in each panel of a person's first page."""
    client.force_login(user)
    html = BeautifulSoup(client.get(reverse("wagtailadmin_home")).content, "html.parser")
    return {
        panel["id"].removesuffix("-section"): [link.text for link in panel.select(".agenda__entry a")]
        for panel in html.select(".w-panel--dashboard")
        if panel.select(".agenda")
    }


def state(page) -> str:
    return with_state(Page.objects.filter(pk=page.pk)).get().state


# --- States ---


def test_a_page_passes_its_states_on_the_way_to_readers(client):
    law = LawPair(client)
    assert state(law.kk) == PageState.DRAFT

    law.submit(law.kk)
    assert state(law.kk) == PageState.IN_REVIEW

    act(client, law.lawyer, fresh(law.kk), "reject", {"comment": "Бабы көрсетілмеген."})
    assert state(law.kk) == PageState.RETURNED

    fresh(law.kk).current_workflow_state.resume(user=law.author)
    law.approve(law.kk)
    assert state(law.kk) == PageState.WAITS

    law.submit(law.ru)
    law.approve(law.ru)
    assert {state(law.kk), state(law.ru)} == {PageState.LIVE}

    Pair.objects.filter(translation_key=law.kk.translation_key).update(is_behind=True)
    assert [state(law.kk), state(law.ru)] == [PageState.LIVE, PageState.BEHIND]


def test_saving_an_approved_text_without_a_change_leaves_it_approved_and_a_change_does_not(client):
    law = LawPair(client)
    law.submit(law.kk)
    law.approve(law.kk)

    fresh(law.kk).get_latest_revision_as_object().save_revision(user=law.translator)
    assert state(law.kk) == PageState.WAITS

    edit(fresh(law.kk), law.translator, "Басқа тақырып")
    assert state(law.kk) == PageState.DRAFT


def test_saving_a_live_explainer_without_a_change_locks_nobody_out(client):
    law = LawPair(client)
    law.bring_live()

    fresh(law.kk).get_latest_revision_as_object().save_revision(user=law.author)

    assert not fresh(law.kk).waits_for_twin()
    assert state(law.kk) == PageState.LIVE


def test_a_pair_is_one_row_with_both_languages():
    kk, ru = factories.make_pair(factories.StoryPageFactory, kk={"title": "Қой"}, ru={"title": "Овца"})
    alone = factories.StoryPageFactory(language="ru", live=False)

    rows = {row.pk: row for row in pairs(Page.objects.filter(pk__in=[kk.pk, ru.pk, alone.pk]))}

    assert set(rows) == {kk.pk, alone.pk}
    row = rows[kk.pk]
    assert (row.kk_id, row.kk_title, row.kk_state) == (kk.pk, "Қой", "live")
    assert (row.ru_id, row.ru_title, row.ru_state) == (ru.pk, "Овца", "live")
    assert (rows[alone.pk].kk_id, rows[alone.pk].kk_state, rows[alone.pk].ru_state) == (None, "missing", "draft")


# --- Dashboard ---


def test_a_reviewer_sees_what_waits_for_him_and_never_his_own_text(client):
    author, translator, editor = user_of("Authors"), user_of("Translators"), user_of("Editors")
    story = submitted(factories.StoryPageFactory, author, title="Қой")
    own = submitted(factories.StoryPageFactory, translator, title="Ешкі")
    submitted(factories.ExplainerPageFactory, author, title="Заң")
    helped = factories.StoryPageFactory(live=False, owner=author, title="Қозы", **complete(factories.StoryPageFactory))
    helped.save_revision(user=translator)
    helped.get_workflow().start(helped, author)

    assert panels(client, translator)["waiting_for_me"] == [story.title]
    assert panels(client, editor)["waiting_for_me"] == [story.title, own.title, helped.title]
    assert "waiting_for_me" not in panels(client, author)
    assert panels(client, user_of("Lawyers"))["waiting_for_me"] == ["Заң"]
    for user in (translator, editor):
        for step in steps_waiting_for(user):
            page = fresh(step.workflow_state.content_object)
            assert step.task.specific.get_actions(page, user)


def test_what_a_step_corrected_since_the_page_went_live_does_not_shut_its_reviewer_out(client):
    author, translator = user_of("Authors"), user_of("Translators")
    story = submitted(factories.StoryPageFactory, author, title="Қой")
    edit(fresh(story), translator, "Қойлар")
    for reviewer in (translator, user_of("Editors")):
        act(client, reviewer, fresh(story), "approve")
    page = fresh(story)
    page.save_revision(user=author)
    page.get_workflow().start(page, author)

    assert [step.page_id for step in steps_waiting_for(translator)] == [page.pk]


def test_the_author_finds_what_came_back_with_the_comment(client):
    author = user_of("Authors")
    story = submitted(factories.StoryPageFactory, author, title="Қой")
    act(client, user_of("Translators"), story, "reject", {"comment": "Жылын қосыңыз."})

    assert panels(client, author)["returned_to_me"] == ["Қой"]
    assert "Жылын қосыңыз." in client.get(reverse("wagtailadmin_home")).content.decode()
    assert "returned_to_me" not in panels(client, user_of("Authors", "other"))


def test_the_translator_finds_pairs_out_of_step(client):
    Page.objects.filter(depth__gt=3).delete()
    kk, _ru = factories.make_pair(factories.StoryPageFactory, kk={"title": "Қой"}, ru={"title": "Овца"})
    Pair.of(kk)
    Pair.objects.filter(translation_key=kk.translation_key).update(is_behind=True)
    factories.StoryPageFactory(language="ru", title="Лошадь")
    factories.make_pair(factories.StoryPageFactory)

    assert set(panels(client, user_of("Translators"))["pairs_out_of_step"]) == {"Қой", "Лошадь"}


def test_the_editor_finds_what_is_overdue(client):
    story = submitted(factories.StoryPageFactory, user_of("Authors"), title="Қой")
    assert "overdue_reviews" not in panels(client, user_of("Editors"))

    ReviewState.objects.update(due_on=timezone.localdate() - datetime.timedelta(days=1))
    assert panels(client, user_of("Editors", "second"))["overdue_reviews"] == [story.title]
    assert "overdue_reviews" not in panels(client, user_of("Translators"))


def test_the_first_page_costs_the_same_for_three_and_for_thirty_texts(client, count_queries):
    author, editor = user_of("Authors"), user_of("Editors")
    client.force_login(editor)

    def queries(number: int) -> int:
        for _ in range(number):
            submitted(factories.StoryPageFactory, author)
        return count_queries(lambda: client.get(reverse("wagtailadmin_home")))

    few = queries(3)
    assert queries(27) <= few


# --- Report ---


@pytest.fixture
def pages(client):
    """A live pair, a draft alone and one that is behind, seen by an editor."""
    Page.objects.filter(depth__gt=3).delete()
    factories.make_pair(factories.StoryPageFactory, kk={"title": "Қой"}, ru={"title": "Овца"})
    factories.StoryPageFactory(title="Түйе", live=False)
    kk, _ru = factories.make_pair(factories.LessonPageFactory, kk={"title": "Сабақ"}, ru={"title": "Урок"})
    Pair.of(kk)
    Pair.objects.filter(translation_key=kk.translation_key).update(is_behind=True)
    client.force_login(user_of("Editors"))


def titles(client, **query) -> set[str]:
    html = BeautifulSoup(client.get(REPORT, query).content, "html.parser")
    return {link.text for link in html.select("td.title a")} - {"—"}


def test_the_report_shows_every_pair_and_narrows_by_state_type_and_words(client, pages):
    assert {"Қой", "Овца", "Түйе", "Сабақ", "Урок"} <= titles(client)
    assert titles(client, ru_state="missing") == {"Түйе"}
    assert titles(client, ru_state="behind") == {"Сабақ", "Урок"}
    assert titles(client, title="вца") == {"Қой", "Овца"}
    assert titles(client, kk_state=["draft", "in_review"]) == {"Түйе"}


@pytest.mark.parametrize("query", ["?ru_state=nonsense", "?p=999", "?p=x", "?ordering=nonsense", "?content_type=0"])
def test_a_bad_filter_is_no_error(client, pages, query):
    assert client.get(REPORT + query).status_code == 200


def test_the_report_leaves_as_a_table_with_the_states_in_words(client, pages):
    answer = client.get(REPORT, {"export": "csv", "ru_state": "behind"})
    rows = list(csv.reader(io.StringIO(b"".join(answer.streaming_content).decode())))
    assert rows[1][:5] == ["Сабақ", "жарияланған", "Урок", "түпнұсқадан қалып қойған", "Сабақ"]

    book = openpyxl.load_workbook(io.BytesIO(b"".join(client.get(REPORT, {"export": "xlsx"}))))
    assert {row[0].value for row in book.active.iter_rows(min_row=2)} >= {"Қой", "Түйе", "Сабақ"}


def test_an_author_sees_the_pages_of_his_sections_and_a_stranger_nothing(client, pages):
    client.force_login(user_of("Authors"))
    assert "Түйе" in titles(client)

    stranger = user_of(None, "stranger")
    stranger.is_superuser = False
    stranger.save()
    client.force_login(stranger)
    assert client.get(REPORT).status_code == 302


def test_the_report_costs_the_same_for_three_and_for_thirty_pages(client, pages, count_queries):
    few = count_queries(lambda: client.get(REPORT))
    for _ in range(27):
        create_translation(factories.StoryPageFactory(), None)

    assert count_queries(lambda: client.get(REPORT)) <= few
