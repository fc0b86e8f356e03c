"""What every page type and every block promises, whoever adds the next one."""

import json
from collections import Counter
from html.parser import HTMLParser

import pytest
from django.core.management import call_command
from django.db import transaction
from django.template.loader import get_template
from django.urls import reverse
from wagtail import blocks
from wagtail.fields import StreamField
from wagtail.images.blocks import ImageBlock
from wagtail.models import Page, get_page_models
from wagtail_localize.segments.extract import extract_segments
from wagtail_localize.segments.ingest import ingest_segments

from core.models import BasePage
from editorial.models import ReviewedPage
from tests.factories import png

PAGE_TYPES = [model for model in get_page_models() if issubclass(model, BasePage)]
BY_NAME = {"ids": lambda model: model.__name__}


@pytest.fixture(scope="module")
def demo_pages(django_db_setup, django_db_blocker):
    """Load the demonstration for this module and take it back afterwards. Scenes are drawn elsewhere."""
    with django_db_blocker.unblock(), pytest.MonkeyPatch.context() as patch, transaction.atomic():
        patch.setattr("demo.library.render", lambda scene: png(320, 200))
        call_command("demo", verbosity=0)
        yield
        transaction.set_rollback(True)


@pytest.fixture
def pages(demo_pages, db):
    return list(Page.objects.filter(depth__gte=2).specific())


# --- Page types -------------------------------------------------------------------------------------------


@pytest.mark.parametrize("model", PAGE_TYPES, **BY_NAME)
def test_every_page_type_has_its_template_its_place_and_its_review(model):
    get_template(model.template)
    assert issubclass(model, ReviewedPage)
    assert "parent_page_types" in model.__dict__
    assert model._meta.verbose_name != model.__name__.lower()


@pytest.mark.parametrize("model", PAGE_TYPES, **BY_NAME)
def test_every_page_type_has_a_demonstration_in_both_languages(model, pages):
    languages = Counter(page.locale.language_code for page in pages if type(page) is model)

    assert languages["kk"] == languages["ru"] > 0


def test_editors_can_open_the_form_of_every_page(pages, admin_client):
    one_of_each = {type(page): page for page in pages}

    for page in one_of_each.values():
        assert admin_client.get(reverse("wagtailadmin_pages:edit", args=[page.pk])).status_code == 200


def test_every_page_can_be_previewed(pages):
    one_of_each = {type(page): page for page in pages}

    for page in one_of_each.values():
        for mode, _label in page.preview_modes:
            assert page.make_preview_request(preview_mode=mode).status_code == 200


# --- What readers get -------------------------------------------------------------------------------------


class Facts(HTMLParser):
    """Collects from a page what the contract speaks of."""

    def __init__(self, html: str):
        super().__init__()
        self.language, self.headings, self.undescribed, self.inline = None, Counter(), [], []
        self.feed(html)

    def handle_starttag(self, tag, attrs):
        attributes = dict(attrs)
        self.headings[tag] += tag == "h1"
        if tag == "html":
            self.language = attributes.get("lang")
        if tag == "img" and not attributes.get("alt"):
            self.undescribed.append(attributes.get("src"))
        if "style" in attributes or any(name.startswith("on") for name in attributes):
            self.inline.append(tag)


def test_every_page_renders_with_one_heading_its_language_and_described_pictures(pages, client):
    wrong = []
    for page in pages:
        response = client.get(page.url)
        facts = Facts(response.content.decode())
        seen = (response.status_code, facts.headings["h1"], facts.language, facts.undescribed, facts.inline)
        if seen != (200, 1, page.locale.language_code, [], []):
            wrong.append((page.url, seen))

    assert not wrong


def test_no_page_shows_an_english_message(pages, client):
    """A catalogue that misses a message falls back to English, which no reader of this site should meet."""
    english = ["Search", "Read", "Stories", "Download", "Grades", "Age", "minutes", "Needs checking", "Home<"]
    one_of_each = {(type(page), page.locale.language_code): page for page in pages}
    found = []
    for page in one_of_each.values():
        body = client.get(page.url).content.decode().split("<body", 1)[1].split("application/ld+json")[0]
        found += [(page.url, word) for word in english if f">{word}" in body.replace("\n", "").replace("  ", "")]

    assert not found


# --- Translation ------------------------------------------------------------------------------------------


def test_every_page_goes_to_segments_and_back_unchanged(pages):
    """The screen of the translator stands on this: what is taken out can be put back, and nothing else moves."""
    changed = []
    for page in pages:
        segments = extract_segments(page)
        copy = type(page).objects.get(pk=page.pk)
        before = _texts(copy)
        ingest_segments(page, copy, page.locale, page.locale, segments)
        if _texts(copy) != before:
            changed.append(page.url)

    assert not changed


def _texts(page) -> dict:
    """Return what a page holds, with the address, which is no text."""
    data = page.serializable_data()
    fields = {f.name: f for f in page._meta.get_fields()}
    return {
        name: json.loads(value) if isinstance(fields.get(name), StreamField) else value for name, value in data.items()
    }


# --- Blocks -----------------------------------------------------------------------------------------------


def own_blocks() -> list[blocks.Block]:
    """Every block of our own that any page type uses, each class once."""
    found = {}

    def visit(block):
        if type(block).__module__.split(".")[0] in {"core", "stories", "lessons", "legal"}:
            found.setdefault(type(block), block)
        for child in getattr(block, "child_blocks", {}).values():
            visit(child)
        if isinstance(block, blocks.ListBlock):
            visit(block.child_block)

    for model in PAGE_TYPES:
        for field in model._meta.get_fields():
            if isinstance(field, StreamField):
                visit(field.stream_block)
    return list(found.values())


@pytest.mark.parametrize("block", own_blocks(), ids=lambda block: type(block).__name__)
def test_every_block_has_a_template_that_exists_if_it_names_one(block):
    template = getattr(block.meta, "template", None)

    assert template is None or get_template(template)


@pytest.mark.parametrize(
    "block",
    [
        child
        for parent in own_blocks()
        if isinstance(parent, blocks.StreamBlock)
        for child in parent.child_blocks.values()
    ],
    ids=lambda block: block.name,
)
def test_every_block_an_editor_chooses_is_labelled_and_described(block):
    assert block.label
    assert block.get_description()
    assert block.meta.icon != "placeholder"


def test_no_picture_stands_deeper_than_one_struct():
    """wagtail-localize cannot take the text out of an image block below two structs (its pull request 935)."""
    too_deep = [
        type(block).__name__
        for block in own_blocks()
        if isinstance(block, blocks.StructBlock)
        for child in block.child_blocks.values()
        if isinstance(child, blocks.StructBlock | blocks.ListBlock)
        and any(isinstance(inner, ImageBlock) for inner in getattr(child, "child_blocks", {}).values())
    ]

    assert not too_deep
