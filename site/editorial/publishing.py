"""What happens when the last reviewer has approved a page.

Named by `WAGTAIL_FINISH_WORKFLOW_ACTION` and imported while Wagtail's models still load, so no model may be
imported at the top.
"""


def publish_approved(workflow_state, user=None):
    """Publish the approved text, or let it wait for its twin. The approval is the permission: no right is asked for."""
    from editorial.going_live import twin_is_ready, waiting_revision

    page = workflow_state.content_object.specific
    revision = waiting_revision(page)
    if revision is None or (page.twins_go_live_together and not twin_is_ready(page)):
        return
    revision.publish(user=user, skip_permission_checks=True)
