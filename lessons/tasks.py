"""What is done in the background: building kits, apart from the requests of readers and editors."""

from functools import partial

from django.db import transaction
from django_tasks import task

from lessons.building import bring_up_to_date


@task(backend="kits")
def build_kit(page_id: int) -> str:
    """Bring the kit of one lesson up to date and say what came of it."""
    return str(bring_up_to_date(page_id))


def build_later(page_id: int) -> None:
    """Let the kit of one lesson be built once the changes made now are written."""
    transaction.on_commit(partial(build_kit.enqueue, page_id), robust=True)
