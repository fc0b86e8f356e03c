"""Authors and lawyers change the pictures they added; a picture that others show on live pages is its keepers' to change."""

from django.db import migrations

NARROWED = ["Authors", "Lawyers"]


def keep_to_own_pictures(apps, schema_editor):
    granted = apps.get_model("wagtailcore.GroupCollectionPermission").objects
    granted.filter(group__name__in=NARROWED, permission__codename="change_image").delete()


def allow_all_pictures(apps, schema_editor):
    granted = apps.get_model("wagtailcore.GroupCollectionPermission").objects
    permission = apps.get_model("auth.Permission").objects.filter(codename="change_image").first()
    for added in granted.filter(group__name__in=NARROWED, permission__codename="add_image"):
        granted.get_or_create(group_id=added.group_id, collection_id=added.collection_id, permission=permission)


class Migration(migrations.Migration):
    dependencies = [("editorial", "0005_invitations")]
    operations = [migrations.RunPython(keep_to_own_pictures, allow_all_pictures)]
