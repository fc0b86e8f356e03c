"""A worker killed at its work leaves no half kit; two publications at once give no number twice."""

import os
import subprocess
import sys
import time

import pytest

from tests.processes.test_processes import ON_POSTGRES, ROOT, answer, new_database


class Place:
    """A database and a media folder that processes share, and the lesson in them."""

    def __init__(self, database: str, folder: str):
        self.database, self.folder = database, folder
        self.lesson = str(answer(self.start("prepare"))["lesson"])

    def start(self, name: str, *words: str) -> subprocess.Popen:
        environment = os.environ | {
            "DJANGO_SETTINGS_MODULE": "config.settings.test",
            "TEST_DATABASE_URL": self.database,
        }
        return subprocess.Popen(  # noqa: S603 - our own module
            [sys.executable, "-m", "tests.processes.kit_scenario", name, self.folder, *words],
            cwd=ROOT,
            env=environment,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )

    def ask(self, name: str, *words: str) -> dict:
        return answer(self.start(name, self.lesson, *words))


@pytest.fixture
def place(tmp_path):
    media = str(tmp_path / "media")
    if ON_POSTGRES:
        with new_database() as database:
            yield Place(database, media)
    else:
        yield Place(f"sqlite:///{tmp_path / 'pages.sqlite3'}", media)


def test_a_worker_killed_at_any_file_leaves_the_earlier_kit_and_the_next_one_finishes_the_work(place):
    place.ask("build")
    before = place.ask("report")
    assert (before["status"], before["editions"]) == (200, [{"number": 1, "built": True}])
    place.ask("publish_at", "Б", "0")

    for at_file in ("1", "4"):
        killed = place.start("build_and_die", place.lesson, at_file)
        killed.wait(timeout=300)
        assert killed.returncode == -9
        after = place.ask("report")
        assert after["size"] == before["size"]
        assert after["editions"] == [{"number": 1, "built": True}, {"number": 2, "built": False}]

    assert place.ask("build") == {"outcome": "built"}
    assert place.ask("report")["editions"][1] == {"number": 2, "built": True}
    assert place.ask("build") == {"outcome": "up to date"}


def test_publications_and_workers_at_one_moment_give_every_edition_a_number_of_its_own(place):
    moment = str(time.time() + 20)
    at_once = [place.start("publish_at", place.lesson, unit, moment) for unit in ("А", "Б", "В")]
    for process in at_once:
        answer(process)
    workers = [place.start("build", place.lesson) for _ in range(2)]
    outcomes = {answer(process)["outcome"] for process in workers}

    after = place.ask("report")
    numbers = [edition["number"] for edition in after["editions"]]
    assert numbers == [1, 2, 3]
    assert after["codes"] == 3
    assert outcomes <= {"built", "up to date"}
    assert after["status"] == 200
    assert after["editions"][-1]["built"]
