"""Rights on parts of the tree and the workflow that guards them, given by migrations."""

GENERAL_WORKFLOW, LAW_WORKFLOW = "Оқиғалар мен сабақтар · Истории и уроки", "Заң · Право"


def grant(apps, group: str, pages, *actions: str) -> None:
    """Give `group` the page permissions `actions` ("add", "change", "publish", "lock") on `pages` and below."""
    group_row = apps.get_model("auth.Group").objects.get(name=group)
    permissions = apps.get_model("auth.Permission").objects
    page_type, _created = apps.get_model("contenttypes.ContentType").objects.get_or_create(
        app_label="wagtailcore", model="page"
    )
    grants = apps.get_model("wagtailcore.GroupPagePermission").objects
    for page in pages:
        for action in actions:
            permission, _created = permissions.get_or_create(
                content_type=page_type, codename=f"{action}_page", defaults={"name": f"Can {action} page"}
            )
            grants.get_or_create(group=group_row, page_id=page.pk, permission=permission)


def guard(apps, workflow: str, pages) -> None:
    """Put `workflow` on `pages`; everything below them without a workflow of its own inherits it."""
    workflow_row = apps.get_model("wagtailcore.Workflow").objects.get(name=workflow)
    for page in pages:
        apps.get_model("wagtailcore.WorkflowPage").objects.update_or_create(
            page_id=page.pk, defaults={"workflow": workflow_row}
        )
