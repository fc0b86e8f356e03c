"""The two homes, the site that begins at the Kazakh one, and who may write below them."""

from django.db import migrations

from core.page_pairs import PageText, add_pair, delete_pages
from editorial import grants

HOMES = {
    "kk": PageText("Мейірім", "home"),
    "ru": PageText("Мейірім", "home-ru"),
}


def add_homes(apps, schema_editor):
    page_model, site_model = apps.get_model("wagtailcore.Page"), apps.get_model("wagtailcore.Site")
    root = page_model.objects.get(depth=1)
    # Wagtail's "Welcome" page and the site that points to it make room.
    site_model.objects.all().delete()
    page_model.objects.filter(depth__gt=1).delete()
    root.numchild = 0
    homes = add_pair(apps, "home.HomePage", {"kk": root, "ru": root}, HOMES)
    site_model.objects.create(
        hostname="localhost", port=80, site_name="Мейірім", root_page_id=homes["kk"].pk, is_default_site=True
    )
    pages = homes.values()
    grants.grant(apps, "Authors", pages, "add")
    grants.grant(apps, "Lawyers", pages, "add")
    grants.grant(apps, "Translators", pages, "add", "change")
    grants.grant(apps, "Editors", pages, "add", "change", "publish", "lock", "unlock")
    grants.guard(apps, grants.GENERAL_WORKFLOW, pages)


def remove_homes(apps, schema_editor):
    apps.get_model("wagtailcore.Site").objects.all().delete()
    delete_pages(apps, "home.HomePage")


class Migration(migrations.Migration):
    dependencies = [
        ("home", "0001_initial"),
        ("editorial", "0002_roles_and_workflows"),
        ("wagtailcore", "0097_baselogentry_uuid_action_timestamp_indexes"),
    ]
    operations = [migrations.RunPython(add_homes, remove_homes)]
