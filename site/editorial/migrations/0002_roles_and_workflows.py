"""Who works here and how a text is reviewed; the sections attach their pages in their own migrations."""

from django.db import migrations

GROUPS = ["Authors", "Lawyers", "Translators", "Editors"]
ADMIN_ACCESS = ["access_admin"]
LIBRARY = {"image": ["add_image", "choose_image", "change_image"], "document": ["add_document", "choose_document"]}

LANGUAGE_REVIEW, LEGAL_REVIEW = "Тілдік тексеру · Языковая проверка", "Заңгердің тексеруі · Проверка юриста"
GENERAL_WORKFLOW, LAW_WORKFLOW = "Оқиғалар мен сабақтар · Истории и уроки", "Заң · Право"


def add_roles(apps, schema_editor):
    group_model = apps.get_model("auth.Group")
    remove_defaults(apps)
    groups = {name: group_model.objects.create(name=name) for name in GROUPS}
    for group in groups.values():
        grant_library(apps, group)
    add_workflows(apps, groups)


def remove_defaults(apps):
    """Take away the groups and the workflow Wagtail begins with: they hold rights that go round the review."""
    apps.get_model("auth.Group").objects.filter(name__in=["Moderators", "Editors"]).delete()
    apps.get_model("wagtailcore.WorkflowPage").objects.all().delete()
    apps.get_model("wagtailcore.Workflow").objects.all().delete()
    apps.get_model("wagtailcore.Task").objects.all().delete()


def grant_library(apps, group):
    """Let a group into the admin and the common picture and document library."""
    permissions = apps.get_model("auth.Permission").objects
    group.permissions.add(*permissions.filter(codename__in=ADMIN_ACCESS, content_type__app_label="wagtailadmin"))
    collection = apps.get_model("wagtailcore.Collection").objects.get(depth=1)
    grants = apps.get_model("wagtailcore.GroupCollectionPermission").objects
    for model, codenames in LIBRARY.items():
        for permission in permissions.filter(codename__in=codenames, content_type__model=model):
            grants.get_or_create(group=group, collection=collection, permission=permission)


def add_workflows(apps, groups):
    task_model, workflow_model = apps.get_model("editorial.FourEyesTask"), apps.get_model("wagtailcore.Workflow")
    step_model = apps.get_model("wagtailcore.WorkflowTask")
    content_type, _created = apps.get_model("contenttypes.ContentType").objects.get_or_create(
        app_label="editorial", model="foureyestask"
    )
    language = task_model.objects.create(name=LANGUAGE_REVIEW, active=True, content_type=content_type)
    language.groups.add(groups["Translators"], groups["Editors"])
    legal = task_model.objects.create(name=LEGAL_REVIEW, active=True, content_type=content_type)
    legal.groups.add(groups["Lawyers"])
    for name, tasks in {GENERAL_WORKFLOW: [language], LAW_WORKFLOW: [legal, language]}.items():
        workflow = workflow_model.objects.create(name=name, active=True)
        for order, task in enumerate(tasks):
            step_model.objects.create(workflow=workflow, task_id=task.pk, sort_order=order)


def remove_roles(apps, schema_editor):
    apps.get_model("wagtailcore.Workflow").objects.filter(name__in=[GENERAL_WORKFLOW, LAW_WORKFLOW]).delete()
    apps.get_model("editorial.FourEyesTask").objects.filter(name__in=[LANGUAGE_REVIEW, LEGAL_REVIEW]).delete()
    apps.get_model("auth.Group").objects.filter(name__in=GROUPS).delete()


class Migration(migrations.Migration):
    dependencies = [
        ("editorial", "0001_initial"),
        ("wagtailadmin", "0001_create_admin_access_permissions"),
        ("wagtailimages", "0027_image_description"),
        ("wagtaildocs", "0014_alter_document_file_size"),
    ]
    operations = [migrations.RunPython(add_roles, remove_roles)]
