"""A teacher fits a lesson to her class and takes its plan along with her name in it."""

import re
from urllib.parse import quote

import pytest
from axe_playwright_python.sync_playwright import Axe
from docx import Document

pytestmark = pytest.mark.browser

TEACHER, SCHOOL = "Әбдірахманова Гүлнәр Ғабитқызы", "№ 65 мектеп"
SECTIONS = {"kk": "sabaqtar", "ru": "uroki"}


@pytest.fixture
def phone(browser, site):
    """A phone without JavaScript, and every address it asked for."""
    context = browser.new_context(java_script_enabled=False, viewport={"width": 360, "height": 740})
    page = context.new_page()
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    yield page, asked
    context.close()


@pytest.mark.parametrize("language", ["kk", "ru"])
def test_a_teacher_fits_a_lesson_and_takes_the_plan_with_her_name(phone, site, language):
    page, asked = phone
    page.goto(f"{site.url}/{language}/{SECTIONS[language]}/")
    page.locator(".card a").first.click()
    page.locator(".fit-invitation select").select_option("40")
    page.locator(".fit-invitation button").click()
    stations = page.locator("input[name=stations]")
    for number in range(3, stations.count()):
        stations.nth(number).uncheck()
    page.locator(".fit-form button").click()

    assert re.search(r"/fit/\?minutes=40&stations=1,2,3&teams=4#result$", page.url)
    assert page.locator(".fit-table__station").count() == 3
    assert page.locator(".fit-table tfoot strong").inner_text() == "40"

    page.locator("input[name=teacher]").fill(TEACHER)
    page.locator("input[name=school]").fill(SCHOOL)
    with page.expect_download() as download:
        page.locator('button[formaction*="plan.docx"]').click()
    document = Document(download.value.path())

    cells = [cell.text for table in document.tables for row in table.rows for cell in row.cells]
    assert TEACHER in cells
    assert SCHOOL in [paragraph.text for paragraph in document.paragraphs]
    minutes = re.findall(r"\((\d+)\u00a0мин\)", "\n".join(row.cells[0].text for row in document.tables[1].rows))
    assert sum(map(int, minutes)) == 40
    told = [quote(word) for word in f"{TEACHER} {SCHOOL}".split() if not word.isascii()]
    assert told
    assert not [url for url in [*asked, download.value.url] if any(word in url for word in told) or "teacher=" in url]
    assert not page.context.cookies()


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("query", ["", "?minutes=40&teams=4&extras=values", "?minutes=-1&teams=99&stations=x"])
def test_axe_finds_nothing_on_the_page_and_it_fits_every_screen(page, site, addresses, query, scheme):
    page.emulate_media(color_scheme=scheme)
    for language, section in SECTIONS.items():
        lesson = next(path for path in addresses[language] if f"/{section}/" in path and path.count("/") == 4)
        page.goto(f"{site.url}{lesson}fit/{query}")
        violations = Axe().run(page).response["violations"]
        assert [(v["id"], [n["target"] for n in v["nodes"]][:3]) for v in violations] == []
        for width in (320, 360, 1280):
            page.set_viewport_size({"width": width, "height": 800})
            assert page.evaluate("document.documentElement.scrollWidth") <= width
