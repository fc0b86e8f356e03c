"""A teacher finds a lesson and takes its kit away."""

import io
import shutil
import subprocess
import zipfile

import pytest

pytestmark = pytest.mark.browser


@pytest.mark.parametrize(("language", "section"), [("kk", "sabaqtar"), ("ru", "uroki")])
def test_a_teacher_downloads_the_kit_on_a_phone_and_opens_it(page, site, tmp_path, language, section):
    page.set_viewport_size({"width": 360, "height": 740})
    page.goto(f"{site.url}/{language}/{section}/?grade=2")
    page.locator(".card a").first.click()
    with page.expect_download() as download:
        page.locator('a[href$="kit.zip"]').first.click()
    kit = zipfile.ZipFile(io.BytesIO(download.value.path().read_bytes()))

    plan = next(name for name in kit.namelist() if name.endswith("plan.docx"))
    document = tmp_path / "plan.docx"
    document.write_bytes(kit.read(plan))
    text = as_plain_text(document)

    label = {"kk": "Педагогтің әрекеті", "ru": "Действия педагога"}[language]
    assert label in text
    assert {name.split("/")[0] for name in kit.namelist()} >= {"teacher", "pupil", "manifest.json"}


def as_plain_text(document) -> str:
    """Open a document in LibreOffice, as a teacher without Word would, and return its text."""
    office = shutil.which("soffice") or pytest.fail("LibreOffice is missing: run make test")
    command = [office, "--headless", f"-env:UserInstallation=file://{document.parent}/profile"]
    command += ["--convert-to", "txt:Text (encoded):UTF8", "--outdir", document.parent, document]
    subprocess.run(command, check=True, capture_output=True, timeout=180)  # noqa: S603 - fixed arguments
    return document.with_suffix(".txt").read_text(encoding="utf-8-sig")
