"""The reviewer's screen."""

import json

import pytest
from bs4 import BeautifulSoup
from django.urls import reverse
from wagtail.models import Comment

from core.models import Licence
from editorial.changes import changes, order_differs
from editorial.models import ReviewState
from editorial.wording import Wording, plain
from tests import factories
from tests.editorial.reviewing import LawPair, complete, fresh, seen, submitted, user_of

pytestmark = pytest.mark.django_db


def show(client, page, query: str = "") -> BeautifulSoup:
    response = client.get(reverse("editorial:review", args=[page.pk]) + query)
    assert response.status_code == 200
    return BeautifulSoup(response.content, "html.parser")


def decide(client, page, action: str, **data):
    step = fresh(page).current_workflow_state.current_task_state_id
    return client.post(
        reverse("editorial:review", args=[page.pk]), {"action": action, "step": step, **seen(page), **data}
    )


def heading(text: str, key: str) -> dict:
    return {"type": "heading", "value": text, "id": key}


@pytest.fixture
def story(client):
    """A live story whose second edition waits for its language review."""
    author = user_of("Authors")
    page = factories.StoryPageFactory(
        owner=author, title="Мысық", body=json.dumps([heading("Табылған күн", "a"), heading("Үйде", "b")])
    )
    page.live_revision = page.save_revision(user=author)
    page.save()
    page.body = json.dumps([heading("Табылған ұзақ күн", "a"), heading("Соңы", "c")])
    page.save_revision(user=author)
    page.get_workflow().start(page, author)
    client.force_login(user_of("Translators"))
    return fresh(page)


def test_it_shows_in_words_what_changes_for_readers_and_nothing_else(client, story):
    rows = show(client, story).select(".review__row")

    assert [row.select_one(".translate__text").decode_contents() for row in rows] == [
        "<span>Табылған </span><ins>ұзақ </ins><span>күн</span>",
        "<del>Үйде</del>",
        "<ins>Соңы</ins>",
    ]
    assert "Табылған" not in show(client, story).select_one("h1").text


def test_it_shows_the_whole_text_where_readers_have_none_and_on_request(client, story):
    page = submitted(factories.StoryPageFactory, fresh(story).owner, title="Күшік")

    assert "Күшік" in show(client, page).select_one(".review__text").text
    assert not show(client, page).select("ins, del")
    assert "Мысық" in show(client, story, "?show=all").select_one(".review__text").text
    assert "Мысық" not in show(client, story).select_one(".review__text").text


def test_the_other_language_stands_beside_each_part(client):
    law = LawPair(client, kk={"title": "Ит ұстау"}, ru={"title": "Держать собаку"})
    law.submit(law.ru)
    client.force_login(law.lawyer)

    title = show(client, law.ru).select_one(".review__row")

    assert [text.text for text in title.select(".translate__text")] == ["Держать собаку", "Ит ұстау"]


def test_every_value_is_in_words(client):
    article = factories.ArticleFactory(number="7")
    page = factories.ExplainerPageFactory(
        **complete(factories.ExplainerPageFactory)
        | {"body": json.dumps([factories.claim(article, to_verify=True)]), "topic": "walking", "for_children": True}
    )

    words = {part.place.label: part.text for part in Wording(page).parts}

    assert str(article) in words.values()
    assert words["Тақырып"] != "walking"
    assert "иә" in words.values()
    assert not any("{" in text or "<" in text for text in words.values())


def test_of_a_picture_the_reviewer_reads_what_it_tells_readers_of_this_language():
    picture = factories.PictureFactory(title="Сурет", credit="Мейірім", licence=Licence.objects.get(slug="cc0"))
    kk, ru = factories.make_pair(factories.StoryPageFactory, picture=picture)

    told = [Wording(page).by_path["picture"].text for page in (kk, ru)]

    assert told[0] == f"Сурет · {picture.description_kk} · Мейірім · {picture.licence}"
    assert picture.description_ru in told[1]


def test_rich_text_is_read_without_tags_and_with_the_targets_of_its_links():
    html = '<p>Екі <b>мысық</b>, <a href="https://example.kz/">бет</a>.</p><ul><li>бір</li><li>екі</li></ul>'

    assert plain(html) == "Екі мысық, бет (https://example.kz/).\nбір\nекі"


def test_moved_blocks_are_told():
    first = factories.StoryPageFactory(body=json.dumps([heading("А", "a"), heading("Б", "b")]))
    second = factories.StoryPageFactory(body=json.dumps([heading("Б", "b"), heading("А", "a")]))

    assert order_differs(Wording(second), Wording(first))
    assert not order_differs(Wording(first), Wording(first))
    assert not any(c.is_changed for c in changes(Wording(second), Wording(first), None) if c.path.startswith("body"))


def test_the_lawyer_approves_with_every_point_ticked_and_is_told_otherwise(client):
    page = submitted(factories.ExplainerPageFactory, user_of("Authors"))
    client.force_login(user_of("Lawyers"))

    refused = decide(client, page, "approve", checked=["0", "1"])
    assert "Әр тармақты белгілеңіз" in refused.content.decode()
    assert fresh(page).current_workflow_state.current_task_state.status == "in_progress"

    assert decide(client, page, "approve", checked=["0", "1", "2", "3"]).status_code == 302
    assert ReviewState.objects.filter(status="approved").count() == 1


def test_a_text_goes_back_with_a_comment_and_never_without(client, story):
    assert "Бұл өрісті толтыру міндетті" in decide(client, story, "reject", comment="").content.decode()
    assert fresh(story).current_workflow_state.status == "in_progress"

    decide(client, story, "reject", comment="Жылын қосыңыз.")

    assert fresh(story).current_workflow_state.status == "needs_changes"
    assert "Жылын қосыңыз." in show(client, story).select_one(".review__side").text


def test_the_translator_sends_law_back_to_the_lawyer(client):
    page = submitted(factories.ExplainerPageFactory, user_of("Authors"))
    client.force_login(user_of("Lawyers"))
    decide(client, page, "approve", checked=["0", "1", "2", "3"])
    client.force_login(user_of("Translators"))

    decide(client, page, "return", comment="Екінші бап күмәнді.")

    assert fresh(page).current_workflow_task.name.startswith("Заңгердің")


def test_a_decision_about_a_step_that_is_over_changes_nothing_and_says_so(client, story):
    old = story.current_workflow_state.current_task_state_id
    decide(client, story, "reject", comment="Қайта қараңыз.")

    data = {"action": "approve", "step": old}
    response = client.post(reverse("editorial:review", args=[story.pk]), data, follow=True)

    assert "Бұл қадам енді сіздің шешіміңізді күтпейді" in response.content.decode()
    assert fresh(story).current_workflow_state.status == "needs_changes"


@pytest.mark.parametrize("data", [{}, {"action": "publish"}, {"action": "approve"}, {"action": "approve", "step": "x"}])
def test_a_bad_form_changes_nothing(client, story, data):
    assert client.post(reverse("editorial:review", args=[story.pk]), data).status_code == 302
    assert fresh(story).current_workflow_state.status == "in_progress"


def test_the_author_reads_why_he_cannot_decide(client, story):
    client.force_login(story.owner)

    page = show(client, story)

    assert not page.select(".review__decision form")
    assert "шешімді басқа адам қабылдайды" in page.select_one(".review__side").text


def test_nobody_without_a_part_in_the_section_reads_a_draft(client, story):
    client.force_login(user_of("Lawyers", "stranger"))
    stranger = user_of(None, "nobody")
    stranger.is_superuser = False
    stranger.save()
    client.force_login(stranger)

    assert client.get(reverse("editorial:review", args=[story.pk])).status_code in (302, 403)


def test_open_comments_stand_beside_the_text(client, story):
    Comment.objects.create(page=story, user=story.owner, text="Дереккөзі қайда?", contentpath="summary")

    assert "Дереккөзі қайда?" in show(client, story).select_one(".review__side").text


def test_a_reviewer_takes_a_text_and_the_next_sees_it(client, story):
    url = reverse("editorial:take", args=[story.pk])
    client.post(url)
    assert ReviewState.objects.get().taken_by.username == "translators"

    client.force_login(user_of("Editors"))
    assert "translators" in show(client, story).select_one(".review__step").text
    client.post(url)
    assert ReviewState.objects.get().taken_by.username == "translators"

    client.force_login(ReviewState.objects.get().taken_by)
    client.post(url)
    assert ReviewState.objects.get().taken_by is None


def test_who_may_not_review_does_not_take_a_text(client, story):
    client.force_login(story.owner)

    client.post(reverse("editorial:take", args=[story.pk]))

    assert ReviewState.objects.get().taken_by is None


def test_a_page_under_no_review_is_shown_without_a_decision(client):
    page = factories.StoryPageFactory()
    client.force_login(user_of("Editors"))

    assert "Бұл бет қазір ешкімнің тексеруін күтіп тұрған жоқ" in show(client, page).select_one(".review__side").text
    assert client.get(reverse("editorial:review", args=[10**6])).status_code == 404


def test_the_screen_costs_the_same_for_two_and_for_forty_claims(client, count_queries):
    client.force_login(user_of("Lawyers"))
    author = user_of("Authors")

    def queries(number: int) -> int:
        body = json.dumps([factories.claim(factories.ArticleFactory()) for _ in range(number)])
        page = submitted(factories.ExplainerPageFactory, author, body=body)
        return count_queries(lambda: client.get(reverse("editorial:review", args=[page.pk])))

    assert queries(40) <= queries(2)
