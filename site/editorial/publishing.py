"""What happens when the last reviewer has approved a page.

Named by `WAGTAIL_FINISH_WORKFLOW_ACTION` and imported while Wagtail's models still load, so no model may be
imported at the top.
"""


def publish_approved(workflow_state, user=None):
    """Publish the approved revision. The approval is the permission: reviewers hold no right to publish."""
    task_state = workflow_state.current_task_state
    revision = task_state.revision if task_state is not None else None
    (revision or workflow_state.content_object.get_latest_revision()).publish(user=user, skip_permission_checks=True)
