"""What keeps a text from readers, all of it at once, in sentences that lead to the field."""

import datetime
import json

import pytest
from django.urls import reverse
from django.utils import translation

from core.models import Licence
from editorial.gate import problems
from tests import factories
from tests.editorial.reviewing import LawPair, act, complete, edit, fresh, submitted, user_of

pytestmark = pytest.mark.django_db


def paths(page) -> set[str]:
    return {problem.path for problem in problems(page)}


@pytest.mark.parametrize(
    "page_factory",
    [
        factories.StoryPageFactory,
        factories.InitiativePageFactory,
        factories.LessonPageFactory,
        factories.ExplainerPageFactory,
        factories.StandardPageFactory,
    ],
)
def test_a_page_without_a_summary_and_a_text_has_problems_and_a_complete_one_has_none(page_factory):
    extra = {"city": "Алматы"} if page_factory is factories.InitiativePageFactory else {}

    assert "summary" in paths(page_factory(summary=""))
    assert len(paths(page_factory(summary=""))) > 1
    assert paths(page_factory(**complete(page_factory), **extra)) == set()


def test_a_picture_needs_a_description_in_the_language_of_the_page_an_author_and_a_licence():
    picture = factories.PictureFactory(description_ru="", credit="", licence=None)
    kk, ru = factories.make_pair(factories.StoryPageFactory, picture=picture, **complete(factories.StoryPageFactory))

    assert [problem.path for problem in problems(kk)] == ["picture"] * 2
    assert [problem.path for problem in problems(ru)] == ["picture"] * 3

    picture.description_ru, picture.credit, picture.licence = "Кошка", "А. Б.", Licence.objects.first()
    picture.save()
    assert problems(fresh(ru)) == []


def test_a_picture_in_the_text_may_be_decorative_or_described_there():
    picture = factories.PictureFactory(
        description_kk="", credit="А. Б.", licence=Licence.objects.first() or Licence.objects.create(name="CC0")
    )

    def story(**image):
        value = {"image": {"image": picture.pk, "alt_text": "", "decorative": False, **image}, "caption": ""}
        return factories.StoryPageFactory(body=json.dumps([{"type": "picture", "value": value, "id": "p"}]))

    assert paths(story()) == {"body.p.image"}
    assert paths(story(alt_text="Мысық терезеде")) == set()
    assert paths(story(decorative=True)) == set()


def test_the_stages_of_a_lesson_fill_its_time():
    stage = {"phase": "start", "title": "Сәлем", "minutes": None, "is_station": False}

    def lesson(*minutes):
        stages = [{"type": "stage", "value": {**stage, "minutes": m}, "id": f"s{n}"} for n, m in enumerate(minutes)]
        fields = complete(factories.LessonPageFactory) | {"stages": json.dumps(stages)}
        return factories.LessonPageFactory(minutes=45, **fields)

    assert paths(lesson(20, None)) == {"stages.s1.minutes"}
    assert paths(lesson(20, 20)) == {"minutes"}
    assert paths(lesson(20, 25)) == set()


def test_a_sheet_with_its_answer_keeps_the_lesson_from_readers():
    task = {"text": "Ит неге құйрығын бұлғайды?", "options": [], "lines": 2}
    sheets = [
        {
            "type": "sheet",
            "value": {
                "title": "1-бекет",
                "instructions": "Ол қуанып тұр дейміз",
                "tasks": [{"type": "item", "value": task, "id": "t"}],
            },
            "id": "s",
        }
    ]
    keys = [
        {
            "type": "key",
            "value": {"title": "1-бекет", "answers": [{"type": "item", "value": "Ол қуанып тұр", "id": "a"}]},
            "id": "k",
        }
    ]
    fields = {"sheets": json.dumps(sheets), "answer_keys": json.dumps(keys)}
    lesson = factories.LessonPageFactory(**complete(factories.LessonPageFactory), **fields)

    assert paths(lesson) == {"sheets"}


def test_a_claim_without_a_source_and_a_review_without_a_next_one_are_named():
    body = json.dumps([factories.claim(), factories.claim(factories.ArticleFactory())])
    page = factories.ExplainerPageFactory(
        **complete(factories.ExplainerPageFactory) | {"body": body}, reviewed_on=datetime.date(2026, 3, 2)
    )

    found = paths(page)

    assert found == {f"body.{page.body[0].id}.citations", "next_review_on"}


def test_a_text_with_problems_is_not_approved_and_says_why_in_the_readers_language(client):
    page = submitted(factories.StoryPageFactory, user_of("Authors"), summary="")
    translator = user_of("Translators")

    act(client, translator, page, "approve")
    html = client.get(reverse("editorial:review", args=[page.pk])).content.decode()

    assert not page.live
    assert "Қысқаша мазмұны жоқ" in html
    assert f"{reverse('wagtailadmin_pages:edit', args=[page.pk])}#field:summary" in html
    with translation.override("ru"):
        assert "Нет краткого описания" in problems(page)[0].sentence


def test_a_draft_with_problems_saves():
    page = factories.StoryPageFactory(live=False, summary="")
    author = user_of("Authors")
    page.save_revision(user=author)

    edit(page, author, "Екінші жоба")

    assert fresh(page).get_latest_revision_as_object().title == "Екінші жоба"


def test_a_twin_that_got_a_problem_while_it_waited_stays_with_its_partner_off_line(client):
    picture = factories.PictureFactory(credit="А. Б.", licence=Licence.objects.first())
    law = LawPair(client, picture=picture)
    law.submit(law.ru)
    law.approve(law.ru)
    picture.credit = ""
    picture.save()

    law.submit(law.kk)
    law.approve(law.kk)

    assert law.live == (False, False)


def test_an_empty_or_wrong_part_of_a_block_is_named_with_its_place():
    def story(*blocks):
        return factories.StoryPageFactory(body=json.dumps([{**block, "id": str(n)} for n, block in enumerate(blocks)]))

    page = story(
        {"type": "text", "value": "<p> </p>"},
        {"type": "quote", "value": {"text": "", "attribution": ""}},
        {"type": "picture", "value": {"image": {"image": 10**6, "alt_text": "", "decorative": True}, "caption": ""}},
        {"type": "heading", "value": "Мысық"},
    )

    with translation.override("kk"):
        found = {problem.path: problem.sentence for problem in problems(page)}
    assert set(found) == {"body.0", "body.1.text", "body.2.image.image"}
    assert found["body.1.text"] == "«Оқиға · 2. Дәйексөз · Сөздер»: ештеңе жазылмаған."

    wrong = json.dumps([{"type": "claim", "value": {"text": "Т", "citations": [], "as_of": "ертең"}, "id": "c"}])
    page = factories.ExplainerPageFactory(body=wrong)
    assert "body.c.as_of" in paths(page)


def test_no_block_without_its_words_goes_live_from_the_review_screen(client):
    author, reviewer = user_of("Authors"), user_of("Translators")
    page = submitted(factories.StoryPageFactory, author, body=json.dumps([{"type": "text", "value": "", "id": "t"}]))
    client.force_login(reviewer)

    client.post(
        reverse("editorial:review", args=[page.pk]),
        {"action": "approve", "step": page.current_workflow_state.current_task_state.pk},
    )

    assert not fresh(page).live
