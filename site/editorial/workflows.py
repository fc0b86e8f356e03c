"""Which workflow a text passes: that of its place and, for law, one in which a lawyer reads it wherever it stands."""

from wagtail.models import Workflow

from editorial.models.tasks import FourEyesTask


def asks_a_lawyer(workflow: Workflow | None) -> bool:
    """Whether a step of the workflow is a lawyer's."""
    return workflow is not None and _lawyers_steps().filter(workflow_tasks__workflow=workflow).exists()


def law_workflow() -> Workflow | None:
    """Return the active workflow in which a lawyer reads; None if the owner of the site has taken it away."""
    return Workflow.objects.filter(active=True, workflow_tasks__task__in=_lawyers_steps()).order_by("pk").first()


def _lawyers_steps():
    return FourEyesTask.objects.filter(checks_law=True, active=True)
