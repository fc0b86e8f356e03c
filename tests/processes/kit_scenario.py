"""What one process does to the kit of a lesson: `python -m tests.processes.kit_scenario NAME FOLDER [ARGUMENT…]`.

FOLDER is the media folder that all processes share. What a process prints is its answer.
"""

import json
import os
import signal
import sys
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]


def prepare() -> None:
    """Make the tables and a live lesson."""
    from django.core.management import call_command

    from tests.lessons.making import lesson

    call_command("migrate", verbosity=0)
    print(json.dumps({"lesson": lesson().pk}))


def publish_at(pk: str, unit: str, starts_at: str) -> None:
    """Publish the lesson with another unit at the very second `starts_at`; nothing is built."""
    from lessons import freshness
    from lessons.models import LessonPage
    from tests.lessons.making import publish

    freshness.build_later = lambda page_id: None
    page = LessonPage.objects.get(pk=pk)
    time.sleep(max(0, float(starts_at) - time.time()))
    publish(page, unit=unit)
    print(json.dumps({"published": unit}))


def build(pk: str) -> None:
    from lessons.building import bring_up_to_date

    print(json.dumps({"outcome": bring_up_to_date(int(pk))}))


def build_and_die(pk: str, at_file: str) -> None:
    """Build the kit and be killed when half of one file is written to the disk."""
    from documents import shelf

    replace, calls = os.replace, []

    def replace_or_die(unfinished, target):
        calls.append(target)
        if len(calls) == int(at_file):
            os.kill(os.getpid(), signal.SIGKILL)
        replace(unfinished, target)

    shelf.os.replace = replace_or_die
    build(pk)


def report(pk: str) -> None:
    """Tell how the editions stand, and what a reader gets."""
    from django.test import Client

    from lessons.models import LessonPage
    from tests.lessons.making import editions

    page = LessonPage.objects.get(pk=pk)
    response = Client().get(f"{page.url}kit.zip", follow=True)
    body = b"".join(response.streaming_content) if response.streaming else b""
    found = [{"number": one.number, "built": one.built_at is not None} for one in editions(page)]
    codes = {one.code for one in editions(page)}
    print(json.dumps({"status": response.status_code, "size": len(body), "editions": found, "codes": len(codes)}))


if __name__ == "__main__":
    sys.path[:0] = [str(ROOT), str(ROOT / "site")]
    import django

    django.setup()
    from django.conf import settings

    name, settings.MEDIA_ROOT, *arguments = sys.argv[1:]
    globals()[name](*arguments)
