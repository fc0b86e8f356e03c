"""The sections made by migrations come, go and come back without a trace in the tree."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from wagtail.models import Page

ROOT = Path(__file__).resolve().parents[1]


def manage(folder: Path, *arguments: str) -> str:
    """Run a management command on a database of its own."""
    environment = os.environ | {"MEIRIM_DATA": str(folder), "DJANGO_SETTINGS_MODULE": "config.settings.dev"}
    command = [sys.executable, "manage.py", *arguments]
    done = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True)  # noqa: S603
    assert done.returncode == 0, done.stderr
    return done.stdout


@pytest.mark.django_db
def test_homes_and_sections_are_twins_in_a_new_database():
    made = Page.objects.filter(depth__in=(2, 3)).values_list("translation_key", "locale__language_code")

    pairs = {}
    for key, language in made:
        pairs.setdefault(key, set()).add(language)
    assert len(pairs) == 5
    assert set(map(frozenset, pairs.values())) == {frozenset({"kk", "ru"})}


@pytest.mark.django_db
def test_the_tree_made_by_migrations_is_one_treebeard_accepts():
    assert Page.find_problems() == ([], [], [], [], [])


def test_section_migrations_can_be_undone_and_done_again(tmp_path):
    manage(tmp_path, "migrate", "--verbosity", "0")
    for app in ("legal", "lessons", "stories", "home"):
        manage(tmp_path, "migrate", app, "zero", "--verbosity", "0")
    manage(tmp_path, "migrate", "--verbosity", "0")

    assert "No problems found." in manage(tmp_path, "fixtree")
    assert "No changes detected" in manage(tmp_path, "makemigrations", "--check", "--dry-run")
