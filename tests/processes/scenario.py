"""What one process does to a database that others use too: `python -m tests.processes.scenario NAME [ARGUMENT…]`.

Each function is one process of a test in `test_processes.py`; what it prints is its answer.
"""

import json
import os
import signal
import sys
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]


def prepare() -> None:
    """Make the tables, an explainer whose Russian text is approved and whose Kazakh waits for its last step, and one of
    which both wait for it.
    """
    from django.core.management import call_command
    from django.test import Client

    from tests.editorial.reviewing import LawPair, act, fresh

    call_command("migrate", verbosity=0)
    law = LawPair(Client())
    law.submit(law.ru)
    law.approve(law.ru)
    law.submit(law.kk)
    act(law.client, law.lawyer, fresh(law.kk), "approve")
    from django.contrib.auth.models import Group, User

    second = User.objects.create_user("second")
    second.groups.add(Group.objects.get(name="Translators"))
    answer = {"kk": law.kk.pk, "ru": law.ru.pk}
    law.write()
    for page in (law.kk, law.ru):
        law.submit(page)
        act(law.client, law.lawyer, fresh(page), "approve")
    print(json.dumps({**answer, "both": [law.kk.pk, law.ru.pk]}))


def report(kk: str, ru: str) -> None:
    """Tell how the two pages stand."""
    from wagtail.models import Page, PageLogEntry, Revision, TaskState, WorkflowState

    pages = Page.objects.in_bulk([int(kk), int(ru)])
    answer = {
        "live": [pages[int(key)].live for key in (kk, ru)],
        "workflow": [
            WorkflowState.objects.for_instance(pages[int(key)]).order_by("-pk").first().status for key in (kk, ru)
        ],
        "approved_steps": TaskState.objects.filter(status="approved").count(),
        "published": PageLogEntry.objects.filter(action="wagtail.publish").count(),
        "revisions": Revision.objects.count(),
    }
    print(json.dumps(answer))


def approve_and_die(kk: str, *ignored: str) -> None:
    """Approve the last step and be killed after the first of the two pages is written as live."""
    from wagtail.models import Page

    publish = Page.publish
    calls = []

    def publish_once(self, *args, **kwargs):
        calls.append(self.pk)
        if len(calls) == 2:
            os.kill(os.getpid(), signal.SIGKILL)
        return publish(self, *args, **kwargs)

    Page.publish = publish_once
    _approve(kk, "translators")


def approve(kk: str, username: str, starts_at: str) -> None:
    """Approve the last step at the very second `starts_at`, and tell whether it was this reviewer's approval."""
    from django.core.exceptions import PermissionDenied
    from wagtail.models import Page

    Page.objects.count()
    time.sleep(max(0, float(starts_at) - time.time()))
    try:
        _approve(kk, username)
    except PermissionDenied as refusal:
        print(json.dumps({"won": False, "why": str(refusal)}))
    else:
        print(json.dumps({"won": True}))


def approve_and_wait(kk: str, username: str) -> None:
    """Approve the last step, and keep the transaction open until a line comes in."""
    from django.db import transaction

    with transaction.atomic():
        _approve(kk, username)
        print("decided", flush=True)
        sys.stdin.readline()
    print(json.dumps({"won": True}))


def _approve(kk: str, username: str) -> None:
    from django.contrib.auth.models import User
    from wagtail.models import Page

    from editorial.going_live import newest_revision
    from editorial.texts import text_digest

    page = Page.objects.get(pk=kk).specific
    step = page.current_workflow_state.current_task_state.specific
    read = text_digest(newest_revision(page))
    step.task.specific.on_action(step, User.objects.get(username=username), "approve", seen=read)


if __name__ == "__main__":
    sys.path[:0] = [str(ROOT), str(ROOT / "site")]
    import django

    django.setup()
    globals()[sys.argv[1]](*sys.argv[2:])
