"""Both message catalogues are complete, fit the code and keep every placeholder."""

import re
import shutil
import subprocess
import sys
from pathlib import Path

import polib
import pytest

ROOT = Path(__file__).resolve().parents[1]
LOCALE = ROOT / "site" / "locale"
CATALOGUES = sorted(LOCALE.rglob("*.po"))
LANGUAGES = ("kk", "ru")
PLACEHOLDER = re.compile(r"%\(\w+\)[sdf]|%[sd]|\{\w*\}")


def name(path: Path) -> str:
    return str(path.relative_to(LOCALE).parent.parent)


@pytest.fixture(params=CATALOGUES, ids=name)
def catalogue(request):
    return polib.pofile(str(request.param))


def translations(entry: polib.POEntry) -> list[str]:
    return list(entry.msgstr_plural.values()) if entry.msgid_plural else [entry.msgstr]


def test_nothing_is_missing_doubtful_or_out_of_use(catalogue):
    entries = [e for e in catalogue if e.msgid and not e.obsolete]

    assert not [e.msgid for e in entries if not all(translations(e))]
    assert not [e.msgid for e in entries if e.fuzzy]
    assert not catalogue.obsolete_entries()


def test_placeholders_are_kept(catalogue):
    """The form for one may leave out its number where the English does; no form may invent a placeholder."""
    wrong = []
    for entry in catalogue:
        known = set(PLACEHOLDER.findall(entry.msgid + entry.msgid_plural))
        for form, text in enumerate(translations(entry)):
            needed = entry.msgid if form == 0 else entry.msgid_plural
            found = set(PLACEHOLDER.findall(text))
            if found - known or set(PLACEHOLDER.findall(needed)) - found:
                wrong.append(entry.msgid)

    assert not wrong


def test_no_word_mixes_cyrillic_and_look_alike_latin_letters(catalogue):
    mixed = re.compile(r"[а-яёәғқңөұүһі][a-z]|[a-z][а-яёәғқңөұүһі]", re.IGNORECASE)
    stripped = [PLACEHOLDER.sub(" ", re.sub(r"<[^>]+>|\\n", " ", text)) for e in catalogue for text in translations(e)]

    assert not [text for text in stripped if mixed.search(text)]


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_catalogues_hold_exactly_the_messages_of_the_code(language, tmp_path):
    assert shutil.which("xgettext"), "gettext is missing: run make test"
    for part in ("home", "stories", "lessons", "legal", "templates", "site", "manage.py"):
        source, copy = ROOT / part, tmp_path / part
        shutil.copytree(source, copy) if source.is_dir() else shutil.copy(source, copy)
    path = tmp_path / "site" / "locale" / language / "LC_MESSAGES" / "django.po"
    before = {(e.msgctxt, e.msgid) for e in polib.pofile(str(path)) if not e.obsolete}

    command = [sys.executable, "manage.py", "makemessages", "--locale", language, "--no-location", "--no-wrap"]
    subprocess.run(command, cwd=tmp_path, check=True, capture_output=True)  # noqa: S603 - fixed arguments

    after = {(e.msgctxt, e.msgid) for e in polib.pofile(str(path)) if not e.obsolete}
    assert before == after
