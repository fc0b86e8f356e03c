"""What the translator's work costs: the same number of queries for a page of six blocks and of sixty."""

import json
import uuid

import pytest
from django.urls import reverse

from bilingual.comparison import compare_drafts
from bilingual.drafts import create_translation, save_texts
from bilingual.pairs import draft_of, twin_of
from bilingual.structure import pull_structure
from tests import factories
from tests.bilingual.test_drafts import page_with, rewrite
from tests.editorial.reviewing import user_of

pytestmark = pytest.mark.django_db


def blocks(number: int) -> list[dict]:
    """Return a body of `number` blocks with about five texts in each, a quote and a picture among them."""
    picture = factories.PictureFactory()
    paragraphs = "".join(f"<p>Абзац <b>{n}</b>, <a href='https://example.kz/{n}'>сілтеме</a>.</p>" for n in range(8))
    made = []
    for n in range(number):
        kind = n % 4
        value = {
            0: {"type": "text", "value": paragraphs.replace("Абзац", f"Абзац {n}")},
            1: {"type": "quote", "value": {"text": f"Дәйексөз {n}", "attribution": f"Оқушы {n}"}},
            2: {"type": "text", "value": paragraphs.replace("Абзац", f"Бөлік {n}")},
            3: {
                "type": "picture",
                "value": {
                    "image": {"image": picture.pk, "alt_text": f"Мысық {n}", "decorative": False},
                    "caption": f"Сурет {n}",
                },
            },
        }[kind]
        made.append({**value, "id": str(uuid.uuid4())})
    return made


@pytest.fixture
def translator(client):
    user = user_of("Translators")
    client.force_login(user)
    return user


@pytest.fixture
def large(translator):
    page = page_with(*blocks(60), title="Ұзақ бет", summary="Қысқа")
    create_translation(page, translator)
    assert 260 <= len(compare_drafts(page).rows) <= 320
    return page


def test_the_side_by_side_screen_of_a_long_page_costs_under_60_queries(client, large, count_queries):
    comparison = compare_drafts(large)
    save_texts(
        comparison, {row.key: f"Текст {row.key}" for row in comparison.rows[::2] if not row.original.is_rich}, None
    )
    address = reverse("bilingual:translate", args=[large.pk])

    assert count_queries(lambda: client.get(address)) < 60


def test_creating_the_translation_of_a_long_page_costs_under_120_queries(client, translator, count_queries):
    page = page_with(*blocks(60))

    assert count_queries(lambda: client.post(reverse("bilingual:create", args=[page.pk]))) < 120
    assert len(draft_of(twin_of(page)).body) == 60


def test_bringing_the_structure_of_a_long_page_over_costs_under_80_queries(large, translator, count_queries):
    body = [{"type": b.block_type, "value": b.get_prep_value()["value"], "id": b.id} for b in draft_of(large).body]
    rewrite(large, *reversed(body), *blocks(4))

    assert count_queries(lambda: pull_structure(large, translator)) < 80
    assert not compare_drafts(large).structure_differs


def test_none_of_it_grows_with_the_page(client, translator, count_queries):
    def cost(number: int) -> list[int]:
        page = page_with(*blocks(number))
        created = count_queries(lambda: client.post(reverse("bilingual:create", args=[page.pk])))
        shown = count_queries(lambda: client.get(reverse("bilingual:translate", args=[page.pk])))
        pulled = count_queries(lambda: pull_structure(page, translator))
        return [created, shown, pulled]

    few, many = cost(8), cost(60)
    # SQLite takes the notes about the texts in several statements where they are many.
    assert all(long <= short + 4 for long, short in zip(many, few, strict=True)), (few, many)


def test_the_reader_of_a_page_pays_no_query_for_all_of_it(client, count_queries):
    pair = factories.make_pair(factories.StandardPageFactory)

    alone = count_queries(lambda: client.get(factories.StandardPageFactory().url))

    assert count_queries(lambda: client.get(pair.kk.url)) <= alone + 1


def test_100_kilobytes_in_a_field_and_a_script_are_answered(client, translator):
    page = page_with(json.loads(json.dumps(blocks(2)[1])), title="Бет", summary="Қысқа")
    create_translation(page, translator)
    address = reverse("bilingual:translate", args=[page.pk])
    base = draft_of(twin_of(page)).latest_revision_id

    long = client.post(address, {"do": "save", "base": base, "text-summary#0": "я" * 100_000}, follow=True)
    script = client.post(
        address, {"do": "save", "base": base, "text-title#0": "<script>alert(1)</script>"}, follow=True
    )

    assert long.status_code == script.status_code == 200
    assert "<script>alert(1)</script>" not in script.content.decode()
    assert len(draft_of(twin_of(page)).summary) <= 300
