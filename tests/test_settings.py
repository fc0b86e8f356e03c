"""Production refuses to start without what only its owner can know, and says which variable is missing."""

import json
import os
import string
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
COMPLETE = {
    "SECRET_KEY": string.ascii_letters,
    "ALLOWED_HOSTS": "meirim.example,www.meirim.example",
    "BASE_URL": "https://meirim.example",
}


def start(code: str = "", **variables: str) -> subprocess.CompletedProcess:
    """Start Django with the production settings and nothing in the environment but `variables`."""
    environment = {
        "PATH": os.environ["PATH"],
        "PYTHONPATH": f"{ROOT}:{ROOT / 'site'}",
        "DJANGO_SETTINGS_MODULE": "config.settings.production",
        **variables,
    }
    command = [sys.executable, "-c", f"import django; django.setup(); from django.conf import settings; {code}"]
    return subprocess.run(command, env=environment, cwd=ROOT, capture_output=True, text=True)  # noqa: S603


@pytest.mark.parametrize("missing", COMPLETE)
def test_a_missing_variable_stops_the_start_and_is_named(missing):
    result = start(**{name: value for name, value in COMPLETE.items() if name != missing})

    assert result.returncode != 0
    assert f"Set the {missing} environment variable" in result.stderr.splitlines()[-1]


@pytest.mark.parametrize("empty", COMPLETE)
def test_an_empty_variable_is_as_good_as_none(empty):
    result = start(**{**COMPLETE, empty: ""})

    assert result.returncode != 0
    assert empty in result.stderr.splitlines()[-1]


def test_a_complete_environment_starts_guarded_and_with_the_owners_values():
    shown = [
        *("SECRET_KEY", "ALLOWED_HOSTS", "BASE_URL", "DEBUG", "SECURE_SSL_REDIRECT", "SECURE_HSTS_SECONDS"),
        *("SESSION_COOKIE_SECURE", "CSRF_COOKIE_SECURE", "LANGUAGE_COOKIE_SECURE", "DATABASES"),
    ]
    code = f"import json; print(json.dumps({{name: getattr(settings, name) for name in {shown}}}, default=str))"

    result = start(code, **COMPLETE, DATABASE_URL="postgres://meirim:secret@localhost/meirim")
    values = json.loads(result.stdout)

    assert result.stderr == ""
    assert values["SECRET_KEY"] == COMPLETE["SECRET_KEY"]
    assert values["ALLOWED_HOSTS"] == ["meirim.example", "www.meirim.example"]
    assert values["BASE_URL"] == "https://meirim.example"
    assert values["DEBUG"] is False
    assert values["SECURE_SSL_REDIRECT"] is values["SESSION_COOKIE_SECURE"] is values["CSRF_COOKIE_SECURE"] is True
    assert values["LANGUAGE_COOKIE_SECURE"] is True
    assert values["SECURE_HSTS_SECONDS"] >= 31_536_000
    assert values["DATABASES"]["default"]["ENGINE"] == "django.db.backends.postgresql"
    assert values["DATABASES"]["default"]["CONN_HEALTH_CHECKS"] is True


def test_production_passes_djangos_own_checks_for_the_open_internet():
    check = "call_command('check', deploy=True, fail_level='WARNING')"

    result = start(f"from django.core.management import call_command; {check}", **COMPLETE)

    assert result.returncode == 0, result.stderr
