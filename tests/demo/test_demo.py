"""The demonstration content: whole in both languages, true to the facts, safe to load twice."""

from collections import Counter
from itertools import chain

import pytest
from django.contrib.auth import get_user_model
from django.core.management import call_command
from wagtail.models import Page

from demo import pages as demo_pages
from demo.content import shapes
from demo.content.explainers import EXPLAINERS
from demo.content.initiatives import INITIATIVES
from demo.content.lessons import LESSONS
from demo.content.stories import STORIES
from demo.library import scenes_of
from demo.pictures.icons import subset
from tests.factories import png

KAZAKH_ONLY = set("әғқңөұүһіӘҒҚҢӨҰҮҺІ")


def both_texts(value):
    """Yield every bilingual text inside a piece of content."""
    if isinstance(value, shapes.Both):
        yield value
    elif isinstance(value, list | tuple):
        yield from chain.from_iterable(map(both_texts, value))
    elif hasattr(value, "__dataclass_fields__"):
        yield from chain.from_iterable(both_texts(getattr(value, name)) for name in value.__dataclass_fields__)


CONTENT = [pytest.param(content, id=content.key) for content in demo_pages.CONTENTS]


@pytest.mark.parametrize("content", CONTENT)
def test_no_text_stands_in_one_language_only(content):
    assert not [text for text in both_texts(content) if bool(text.kk.strip()) != bool(text.ru.strip())]


@pytest.mark.parametrize("content", CONTENT)
def test_russian_texts_hold_no_kazakh_letters_outside_names(content):
    # A name such as «Біз Біргеміз» keeps its letters; a whole Kazakh sentence on the Russian side is a slip.
    long = [text.ru for text in both_texts(content) if len(text.ru) > 40]

    assert not [t for t in long if sum(letter in KAZAKH_ONLY for letter in t) > len(t) / 8]


@pytest.mark.parametrize("content", CONTENT)
def test_kazakh_sentences_hold_kazakh_letters(content):
    long = [text.kk for text in both_texts(content) if len(text.kk) > 60]

    assert not [t for t in long if not set(t) & KAZAKH_ONLY]


@pytest.mark.parametrize("content", CONTENT)
def test_every_icon_of_a_scene_is_shipped(content):
    asked = {thing.icon for scene in scenes_of(content) for thing in scene.things}

    assert asked <= set(subset())


def test_keys_are_unique_and_there_is_what_the_site_promises():
    keys = Counter(content.key for content in demo_pages.CONTENTS)

    assert max(keys.values()) == 1
    assert len(STORIES) >= 10
    assert any(story.initiative for story in STORIES)
    assert len(INITIATIVES) == 21
    assert len(EXPLAINERS) >= 8
    assert sum(lesson.grade_to <= 4 for lesson in LESSONS) == 8
    assert {(5, 7), (8, 9)} <= {(lesson.grade_from, lesson.grade_to) for lesson in LESSONS}


@pytest.mark.parametrize("lesson", LESSONS, ids=lambda lesson: lesson.key)
def test_the_minutes_of_a_lesson_sum_to_its_length(lesson):
    assert sum(stage.minutes for stage in lesson.stages) == lesson.minutes


@pytest.mark.parametrize("lesson", LESSONS, ids=lambda lesson: lesson.key)
def test_each_answer_key_answers_the_tasks_of_a_sheet(lesson):
    tasks = {sheet.title: len(sheet.tasks) for sheet in lesson.sheets}

    assert {key.title: len(key.answers) for key in lesson.answer_keys}.items() <= tasks.items()


@pytest.mark.parametrize("explainer", EXPLAINERS, ids=lambda explainer: explainer.key)
def test_every_claim_leans_on_something(explainer):
    claims = [block for block in explainer.body if isinstance(block, shapes.Claim)]

    assert claims
    assert all(c.citations and all(cite.act or cite.source.kk for cite in c.citations) for c in claims)


@pytest.mark.parametrize("explainer", EXPLAINERS, ids=lambda explainer: explainer.key)
def test_no_amount_in_tenge_is_typed_by_hand(explainer):
    assert not [text for text in both_texts(explainer) if "₸" in text.kk + text.ru or "тенге" in text.ru]


@pytest.fixture
def quick_pictures(monkeypatch):
    """Draw plain pictures: what scenes look like is another test's affair."""
    monkeypatch.setattr("demo.library.render", lambda scene: png(320, 200))


@pytest.mark.django_db
def test_loading_twice_makes_nothing_twice(quick_pictures, monkeypatch, capsys):
    monkeypatch.setenv("DEMO_PASSWORD", "a-password-for-the-tests")
    call_command("demo")
    pages, users = Page.objects.count(), get_user_model().objects.count()
    first = capsys.readouterr().out

    call_command("demo")

    assert (Page.objects.count(), get_user_model().objects.count()) == (pages, users)
    assert "a-password-for-the-tests" in first
    assert "a-password-for-the-tests" not in capsys.readouterr().out
    assert Page.objects.filter(depth=4).count() == 2 * (len(demo_pages.CONTENTS) - 2)


@pytest.mark.django_db
def test_without_a_given_password_a_new_one_is_made_and_shown_once(quick_pictures, monkeypatch, capsys):
    monkeypatch.delenv("DEMO_PASSWORD", raising=False)
    monkeypatch.setattr("demo.pages.CONTENTS", ())
    monkeypatch.setattr(demo_pages.Builder, "build", lambda self: iter(()))

    call_command("demo")

    password = capsys.readouterr().out.rsplit("password ", 1)[1].strip()
    assert len(password) >= 12
    assert all(user.check_password(password) for user in get_user_model().objects.all())


def test_a_new_database_has_no_accounts(django_user_model, db):
    assert not django_user_model.objects.exists()
