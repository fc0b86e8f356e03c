"""The section's index page in both languages."""

from django.db import migrations

from core.page_pairs import PageText, add_pair, delete_pages, pages_by_language
from editorial import grants

SECTIONS = {
    "legal.LegalIndexPage": {"kk": PageText("Заң", "zang"), "ru": PageText("Закон", "zakon")},
}


def add_sections(apps, schema_editor):
    homes = pages_by_language(apps, "home.HomePage")
    for model, texts in SECTIONS.items():
        pages = add_pair(apps, model, homes, texts, show_in_menus=True)
        grants.grant(apps, "Lawyers", pages.values(), "change")
        grants.guard(apps, grants.LAW_WORKFLOW, pages.values())


def remove_sections(apps, schema_editor):
    for model in SECTIONS:
        delete_pages(apps, model)


class Migration(migrations.Migration):
    dependencies = [("legal", "0002_initial"), ("home", "0002_homes"), ("lessons", "0003_sections")]
    operations = [migrations.RunPython(add_sections, remove_sections)]
