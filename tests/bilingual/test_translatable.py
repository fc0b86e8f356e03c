"""Everything a reader reads can be translated, whatever type of page or block an editor fills in."""

import pytest
from django.db import models
from wagtail import blocks
from wagtail.fields import StreamField
from wagtail.models import get_page_models

from bilingual.labels import leaves
from bilingual.segments import Texts
from core.blocks import KeyBlock
from core.models.pages import BasePage
from tests.factories import OrganisationFactory, PictureFactory

pytestmark = pytest.mark.django_db

PAGE_TYPES = [model for model in get_page_models() if issubclass(model, BasePage)]
TEXT_BLOCKS = (blocks.CharBlock, blocks.TextBlock, blocks.RichTextBlock)


def filled(block: blocks.Block):
    """Return data for a block in which every text has a value."""
    if isinstance(block, blocks.StreamBlock):
        return [
            {"type": name, "value": filled(child), "id": f"{name}-id"} for name, child in block.child_blocks.items()
        ]
    if isinstance(block, blocks.StructBlock):
        return {name: filled(child) for name, child in block.child_blocks.items()}
    if isinstance(block, blocks.ListBlock):
        return [{"type": "item", "value": filled(block.child_block), "id": "item-id"}]
    if isinstance(block, blocks.RichTextBlock):
        return "<p>Бір <b>сөйлем</b>.</p>"
    if isinstance(block, blocks.ChooserBlock):
        return PictureFactory().pk if block.model_class.__name__ == "Picture" else None
    return "Сөз" if isinstance(block, TEXT_BLOCKS) else None


@pytest.mark.parametrize("page_type", PAGE_TYPES)
def test_every_text_of_every_block_and_field_is_a_segment(page_type):
    OrganisationFactory()
    page = page_type(title="Бет")
    texts_expected = set()
    for field in page._meta.get_fields():
        if isinstance(field, StreamField):
            setattr(page, field.name, field.stream_block.to_python(filled(field.stream_block)))
        elif isinstance(field, models.CharField | models.TextField) and _is_prose(field):
            setattr(page, field.name, "Сөз")
            texts_expected.add(field.name)
        elif isinstance(field, models.ForeignKey) and not field.null and field.model is page_type:
            setattr(page, field.name, field.related_model.objects.first())
    texts_expected |= {
        leaf.path
        for leaf in leaves(page)
        if isinstance(leaf.block, TEXT_BLOCKS) and not isinstance(leaf.block, KeyBlock)
    }

    assert len(texts_expected) > 2
    assert texts_expected <= set(Texts(page).by_path)


def _is_prose(field) -> bool:
    is_address = field.name == "path" or isinstance(field, models.URLField | models.SlugField)
    return field.editable and not field.choices and not is_address
