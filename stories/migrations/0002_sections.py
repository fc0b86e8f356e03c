"""The section's index page in both languages."""

from django.db import migrations

from core.page_pairs import PageText, add_pair, delete_pages, pages_by_language

SECTIONS = {
    "stories.StoryIndexPage": {"kk": PageText("Оқиғалар", "oqigalar"), "ru": PageText("Истории", "istorii")},
    "stories.InitiativeIndexPage": {
        "kk": PageText("Бастамалар", "bastamalar"),
        "ru": PageText("Инициативы", "initsiativy"),
    },
}


def add_sections(apps, schema_editor):
    homes = pages_by_language(apps, "home.HomePage")
    for model, texts in SECTIONS.items():
        add_pair(apps, model, homes, texts, show_in_menus=True)


def remove_sections(apps, schema_editor):
    for model in SECTIONS:
        delete_pages(apps, model)


class Migration(migrations.Migration):
    dependencies = [("stories", "0001_initial"), ("home", "0002_homes")]
    operations = [migrations.RunPython(add_sections, remove_sections)]
