"""The ZIP of a kit: what is in it, under which names, and that it can be trusted."""

import datetime
import hashlib
import json
import re

import pytest

from documents.archive import kit_files, kit_zip, makers_digest
from documents.kit import LANGUAGES, Licence
from documents.notices import NOTICES, permissions
from documents.words import WORDS, date
from tests.documents.reading import zip_of
from tests.documents.sample_kit import empty_kit, sample_kit

PRINTED = ("station-cards", "routes", "role-cards", "badges", "certificate", "colouring", "poster")

every_language = pytest.mark.parametrize("language", LANGUAGES)


@every_language
def test_teacher_and_pupil_have_a_folder_each_under_fixed_ascii_names(language):
    assert zip_of(kit_zip(sample_kit(language))).namelist() == [
        f"teacher/it-tili-{language}-plan.pdf",
        f"teacher/it-tili-{language}-plan.docx",
        f"teacher/it-tili-{language}-answers.pdf",
        f"pupil/it-tili-{language}-sheets.pdf",
        *(f"print/it-tili-{language}-{stem}.pdf" for stem in PRINTED),
        "LICENCE.txt",
        "README.txt",
        "manifest.json",
    ]


@every_language
def test_the_same_kit_gives_the_same_zip_with_its_edition_as_date(language):
    content = kit_zip(sample_kit(language))

    assert content == kit_zip(sample_kit(language))
    assert {entry.date_time for entry in zip_of(content).infolist()} == {(2026, 11, 22, 0, 0, 0)}


def test_an_edition_before_the_time_of_zip_is_dated_with_its_first_day():
    archive = zip_of(kit_zip(sample_kit(edition_date=datetime.date(1912, 5, 1))))

    assert {entry.date_time for entry in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}


@every_language
def test_the_manifest_describes_every_other_file(language):
    archive = zip_of(kit_zip(sample_kit(language)))
    manifest = json.loads(archive.read("manifest.json"))

    assert [entry["file"] for entry in manifest["files"]] == archive.namelist()[:-1]
    assert (manifest["title"], manifest["language"], manifest["version"]) == (
        sample_kit(language).title,
        language,
        "1.0",
    )
    for entry in manifest["files"]:
        content = archive.read(entry["file"])
        assert entry["size"] == len(content)
        assert entry["sha256"] == hashlib.sha256(content).hexdigest()
        assert entry["media_type"]
        assert entry["role"]
        assert entry["language"] == language


@every_language
def test_texts_open_in_any_notepad_and_speak_the_kits_language(language):
    archive = zip_of(kit_zip(sample_kit(language)))

    for name in ("README.txt", "LICENCE.txt"):
        content = archive.read(name)
        assert content.startswith(b"\xef\xbb\xbf")
        assert not re.search(rb"(?<!\r)\n", content)
        assert sample_kit(language).title in content.decode("utf-8-sig")
    assert "creativecommons.org/licenses/by-sa/4.0/" in archive.read("LICENCE.txt").decode("utf-8-sig")
    assert f"it-tili-{language}-sheets.pdf" in archive.read("README.txt").decode("utf-8-sig")


@pytest.mark.parametrize(
    ("url", "parts"),
    [
        ("https://creativecommons.org/licenses/by/4.0/", ["by"]),
        ("https://creativecommons.org/licenses/by-nc-nd/4.0/", ["by", "nc", "nd"]),
        ("https://creativecommons.org/publicdomain/zero/1.0/", ["zero"]),
        ("https://example.kz/licence", []),
        ("", []),
    ],
)
def test_a_creative_commons_licence_is_told_in_words(url, parts):
    assert permissions("kk", url) == [NOTICES["kk"][part] for part in parts]


def test_a_kit_without_a_licence_says_that_one_must_ask():
    archive = zip_of(kit_zip(sample_kit("ru", licence=None)))

    assert "не указана" in archive.read("LICENCE.txt").decode("utf-8-sig")


def test_a_licence_without_an_address_is_named():
    archive = zip_of(kit_zip(sample_kit("ru", licence=Licence("С разрешения авторов"))))

    assert "С разрешения авторов" in archive.read("LICENCE.txt").decode("utf-8-sig")


@every_language
def test_an_empty_kit_gives_a_whole_zip(language):
    archive = zip_of(kit_zip(empty_kit(language)))

    assert archive.testzip() is None
    assert len(archive.namelist()) == 7


def test_each_file_can_be_offered_on_its_own():
    files = {file.role: file for file in kit_files(sample_kit())}

    assert files["pupil-sheets"].is_for_pupils
    assert not files["answer-key"].is_for_pupils
    assert files["lesson-plan"].name == "it-tili-kk-plan.pdf"
    assert files["lesson-plan-editable"].title == "Сабақ жоспары (өңделетін)"


def test_both_languages_say_the_same_things():
    assert WORDS["kk"].keys() == WORDS["ru"].keys()
    assert NOTICES["kk"].keys() == NOTICES["ru"].keys()
    for key, text in WORDS["kk"].items():
        assert re.findall(r"{\w+}", text) == re.findall(r"{\w+}", WORDS["ru"][key])


def test_dates_are_said_as_people_say_them():
    day = datetime.date(2026, 11, 22)

    assert date("kk", day) == "2026 ж. 22 қараша"
    assert date("ru", day) == "22 ноября 2026 г."
    assert date("kk", None) == ""


def test_the_makers_have_a_digest():
    assert re.fullmatch("[0-9a-f]{16}", makers_digest())
