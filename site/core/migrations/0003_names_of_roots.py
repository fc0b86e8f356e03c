"""Names in the language of the house for the two roots that Wagtail calls "Root"."""

from django.db import migrations

PAGES, LIBRARY = "Мейірім", "Кітапхана · Библиотека"


def name_roots(apps, schema_editor):
    rename(apps, PAGES, LIBRARY)


def call_them_root(apps, schema_editor):
    rename(apps, "Root", "Root")


def rename(apps, pages, library):
    apps.get_model("wagtailcore.Page").objects.filter(depth=1).update(title=pages, draft_title=pages)
    apps.get_model("wagtailcore.Collection").objects.filter(depth=1).update(name=library)


class Migration(migrations.Migration):
    dependencies = [("core", "0002_reference_data"), ("wagtailcore", "0097_baselogentry_uuid_action_timestamp_indexes")]
    operations = [migrations.RunPython(name_roots, call_them_root)]
