"""wagtail-localize is installed for its segment engine; its own views, which publish unreviewed text, are closed."""

import pytest
from django.urls import get_resolver, reverse
from wagtail_localize.models import Translation, TranslationSource

from tests import factories

pytestmark = pytest.mark.django_db


def localize_addresses(number: int) -> list[str]:
    """Return every address of wagtail-localize, with `number` wherever it wants to know a row."""
    _prefix, resolver = get_resolver().namespace_dict["wagtail_localize"]
    words = {"app_label": "stories", "model_name": "storypage", "mode": "x", "pk": str(number)}
    return [
        reverse(
            f"wagtail_localize:{pattern.name}", kwargs={k: words.get(k, number) for k in pattern.pattern.converters}
        )
        for pattern in resolver.url_patterns
    ]


@pytest.fixture
def story():
    """A story that wagtail-localize is ready to translate."""
    page = factories.StoryPageFactory()
    TranslationSource.update_or_create_from_instance(page)
    return page


def test_every_view_of_wagtail_localize_is_closed_even_to_superusers(admin_client, story):
    addresses = localize_addresses(story.pk)
    assert len(addresses) > 10

    answers = {(verb, a): getattr(admin_client, verb)(a).status_code for a in addresses for verb in ("get", "post")}

    assert {key: status for key, status in answers.items() if status != 404} == {}


@pytest.mark.parametrize(
    "address",
    ["/admin/", "/admin/pages/{}/edit/", "/admin/pages/", "/admin/pages/{}/history/", "/admin/reports/aging-pages/"],
)
def test_no_page_of_the_admin_leads_to_it(admin_client, story, address):
    address = address.format(story.pk)

    html = admin_client.get(address).content.decode()

    assert "/admin/localize/" not in html


def test_its_permission_is_not_offered_to_groups(admin_client):
    html = admin_client.get(reverse("wagtailusers_groups:add")).content.decode()

    assert "submit_translation" not in html
    assert "Can submit translations" not in html


def test_the_ordinary_editor_opens_even_where_it_had_begun_a_translation(admin_client, story):
    """Its own editor, which saves past the workflow, would stand before Wagtail's."""
    twin = factories.StoryPageFactory(language="ru", translation_key=story.translation_key)
    source = TranslationSource.objects.get(object_id=story.translation_key)
    Translation.objects.create(source=source, target_locale=twin.locale)

    response = admin_client.get(reverse("wagtailadmin_pages:edit", args=[twin.pk]))

    assert response.status_code == 200
    assert response.context["form"].instance.pk == twin.pk
