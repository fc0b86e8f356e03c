"""A real site for a real browser: `make run`'s own script with a new database, served for the whole session."""

import os
import re
import socket
import subprocess
from pathlib import Path
from typing import NamedTuple
from urllib.request import urlopen

import pytest

from tests.browser.quest_lesson import put_quest

ROOT = Path(__file__).resolve().parents[2]
PASSWORD = "a-password-for-the-tests"
CHROMIUM = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-dev-shm-usage",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
]
START_SECONDS = 420


class Site(NamedTuple):
    """A running site: its address and what its start printed."""

    url: str
    log: Path


@pytest.fixture(scope="session")
def site(tmp_path_factory):
    """Start the site as its README says and wait until it says it is ready."""
    folder = tmp_path_factory.mktemp("site")
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    environment = os.environ | {
        "HOST": "127.0.0.1",
        "PORT": str(port),
        "MEIRIM_DATA": str(folder),
        "DEMO_PASSWORD": PASSWORD,
        "DJANGO_SETTINGS_MODULE": "config.settings.dev",
        "PYTHONUNBUFFERED": "1",
    }
    log = folder / "run.log"
    with log.open("w") as output:
        process = subprocess.Popen(["bash", ".make/run"], cwd=ROOT, env=environment, stdout=output, stderr=output)  # noqa: S607
        try:
            _wait_until_ready(process, log)
            yield Site(f"http://127.0.0.1:{port}", log)
        finally:
            process.terminate()
            process.wait(timeout=30)


def _wait_until_ready(process, log: Path) -> None:
    for _ in range(START_SECONDS):
        if "Ready:" in log.read_text():
            return
        try:
            process.wait(timeout=1)
        except subprocess.TimeoutExpired:
            continue
        break
    pytest.fail(f"The site did not start:\n{log.read_text()[-3000:]}")


@pytest.fixture(scope="session")
def quest(site) -> dict[str, str]:
    """The address of a lesson with station cards, by language."""
    return put_quest(site)


@pytest.fixture(scope="session")
def browser_type_launch_args(browser_type_launch_args):
    return {**browser_type_launch_args, "executable_path": "/usr/bin/chromium", "args": CHROMIUM}


@pytest.fixture(scope="session")
def addresses(site) -> dict[str, list[str]]:
    """Every address of the sitemap, by language."""
    with urlopen(f"{site.url}/sitemap.xml") as answer:  # noqa: S310 - an own server
        found = re.findall(r"<loc>https?://[^/]+(/[^<]+)</loc>", answer.read().decode())
    return {language: [path for path in found if path.startswith(f"/{language}/")] for language in ("kk", "ru")}


@pytest.fixture(scope="session")
def one_of_each(addresses) -> dict[str, list[str]]:
    """One address of every page type by language: the home, each section, its first page, a plain page, search, 404."""

    def choose(language: str) -> list[str]:
        paths = addresses[language]
        sections = [path for path in paths if path.count("/") == 3]
        first = [next((p for p in paths if p.startswith(s) and p != s), None) for s in sections]
        return [f"/{language}/", *sections, *filter(None, first), f"/{language}/search/?q=112", f"/{language}/zzz/"]

    return {language: choose(language) for language in addresses}
