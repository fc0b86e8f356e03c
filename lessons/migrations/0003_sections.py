"""The section's index page in both languages."""

from django.db import migrations

from core.page_pairs import PageText, add_pair, delete_pages, pages_by_language

SECTIONS = {
    "lessons.LessonIndexPage": {"kk": PageText("Сабақтар", "sabaqtar"), "ru": PageText("Уроки", "uroki")},
}


def add_sections(apps, schema_editor):
    homes = pages_by_language(apps, "home.HomePage")
    for model, texts in SECTIONS.items():
        add_pair(apps, model, homes, texts, show_in_menus=True)


def remove_sections(apps, schema_editor):
    for model in SECTIONS:
        delete_pages(apps, model)


class Migration(migrations.Migration):
    dependencies = [("lessons", "0002_initial"), ("home", "0002_homes"), ("stories", "0002_sections")]
    operations = [migrations.RunPython(add_sections, remove_sections)]
