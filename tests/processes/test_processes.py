"""A process that is killed leaves no half of a pair live; of two reviewers at one moment, one wins.

Real processes on a database of their own, a fresh copy for each test: an SQLite file or, where `TEST_DATABASE_URL`
names a PostgreSQL server, a database there. `make test` runs both.
"""

import json
import os
import sqlite3
import subprocess
import sys
import time
import uuid
from contextlib import contextmanager, suppress
from pathlib import Path
from urllib.parse import urlsplit, urlunsplit

import psycopg
import pytest

ROOT = Path(__file__).resolve().parents[2]
SERVER = os.environ.get("TEST_DATABASE_URL", "")
ON_POSTGRES = SERVER.startswith("postgres")


def command(database: str, *words: str) -> subprocess.Popen:
    environment = os.environ | {"DJANGO_SETTINGS_MODULE": "config.settings.test", "TEST_DATABASE_URL": database}
    return subprocess.Popen(  # noqa: S603 - our own module
        [sys.executable, "-m", "tests.processes.scenario", *words],
        cwd=ROOT,
        env=environment,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )


def answer(process: subprocess.Popen) -> dict:
    output, errors = process.communicate(timeout=300)
    assert process.returncode == 0, errors
    return json.loads(output.strip().splitlines()[-1])


@pytest.fixture(scope="module")
def prepared(tmp_path_factory):
    """Name a database in which one approval is left to make, and its two pages; tests work on copies of it."""
    if ON_POSTGRES:
        with new_database() as address:
            yield address, answer(command(address, "prepare"))
    else:
        address = f"sqlite:///{tmp_path_factory.mktemp('sqlite') / 'pages.sqlite3'}"
        yield address, answer(command(address, "prepare"))


@pytest.fixture
def database(prepared, tmp_path):
    """Name a copy of the prepared database."""
    original = prepared[0]
    if ON_POSTGRES:
        with new_database(template=urlsplit(original).path.strip("/")) as address:
            yield address
    else:
        copy = tmp_path / "copy.sqlite3"
        with sqlite3.connect(original.removeprefix("sqlite:///")) as source, sqlite3.connect(copy) as target:
            source.backup(target)
        yield f"sqlite:///{copy}"


@pytest.fixture
def pages(prepared) -> tuple[str, str]:
    """The keys of the Kazakh page, which waits for its last approval, and of the Russian, which is approved."""
    return str(prepared[1]["kk"]), str(prepared[1]["ru"])


def at_server(name: str) -> str:
    return urlunsplit(urlsplit(SERVER)._replace(path=f"/{name}"))


@contextmanager
def new_database(template: str = "template1"):
    """Make a database on the server for as long as it is needed and yield its address."""
    name = f"meirim_{uuid.uuid4().hex}"
    with psycopg.connect(at_server("postgres"), autocommit=True) as server:
        server.execute(f'CREATE DATABASE "{name}" TEMPLATE "{template}"')
        try:
            yield at_server(name)
        finally:
            server.execute(f'DROP DATABASE "{name}" WITH (FORCE)')


def test_a_killed_publication_leaves_both_languages_as_they_were_and_can_be_repeated(database, pages):
    kk, ru = pages
    killed = command(database, "approve_and_die", kk)
    killed.wait(timeout=300)
    after = answer(command(database, "report", kk, ru))

    assert killed.returncode == -9
    assert after["live"] == [False, False]
    assert after["workflow"] == ["in_progress", "approved"]

    assert answer(command(database, "approve", kk, "translators", "0")) == {"won": True}
    assert answer(command(database, "report", kk, ru))["live"] == [True, True]


def test_of_two_reviewers_at_one_moment_one_wins_and_nothing_doubles(database, pages):
    kk, ru = pages
    before = answer(command(database, "report", kk, ru))

    moment = str(time.time() + 15)
    reviewers = [command(database, "approve", kk, name, moment) for name in ("translators", "second")]
    answers = [answer(process) for process in reviewers]
    after = answer(command(database, "report", kk, ru))

    assert sorted(one["won"] for one in answers) == [False, True], answers
    assert after["live"] == [True, True]
    assert after["approved_steps"] == before["approved_steps"] + 1
    assert after["published"] == 2
    assert after["revisions"] == before["revisions"]


def test_the_last_approvals_of_both_languages_at_one_moment_bring_both_to_readers(database, prepared):
    kk, ru = map(str, prepared[1]["both"])
    first = command(database, "approve_and_wait", kk, "translators")
    assert first.stdout.readline() == "decided\n"

    second = command(database, "approve", ru, "second", "0")
    with suppress(subprocess.TimeoutExpired):
        second.wait(timeout=12)
    first.stdin.write("\n")
    first.stdin.flush()

    assert [answer(process) for process in (first, second)] == [{"won": True}, {"won": True}]
    assert answer(command(database, "report", kk, ru))["live"] == [True, True]
