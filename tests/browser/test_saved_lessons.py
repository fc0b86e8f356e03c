"""A teacher saves a lesson and opens it where there is no internet."""

import re

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Error, Page, expect

from tests.browser.admin import is_too_wide, watch
from tests.browser.quest_lesson import TEXTS, publish_anew

pytestmark = pytest.mark.browser

CACHES = "caches.keys().then(names => names.map(name => name.split(':')[0]).sort())"
WORKERS = "navigator.serviceWorker.getRegistrations().then(found => found.length)"


@pytest.fixture
def lesson(page, site, quest) -> Page:
    """The page of the Kazakh lesson."""
    page.goto(site.url + quest["kk"])
    return page


def save(page: Page, *files: str) -> None:
    """Save the lesson as a reader does, with the files whose addresses end so."""
    if files:
        page.locator("[data-choice] summary").click()
    for name in files:
        page.locator(f"[data-file][value$='{name}']").check()
    page.locator("[data-save]").click()
    expect(page.locator("[data-remove]")).to_be_visible()


def test_nothing_is_saved_unasked(page, site, quest):
    for address in [quest["kk"], f"{quest['kk']}class/", "/kk/saved/"]:
        page.goto(site.url + address)
        page.wait_for_load_state("networkidle")

        assert page.evaluate(CACHES) == []
        assert page.evaluate(WORKERS) == 0


def test_a_saved_lesson_opens_without_a_connection(lesson, site, quest):
    save(lesson)
    failures = watch(lesson.context)
    lesson.context.set_offline(True)

    lesson.goto(f"{site.url}{quest['kk']}class/#stage-2")
    lesson.keyboard.press("a")

    expect(lesson.get_by_text(TEXTS["kk"]["answer"]).first).to_be_visible()
    lesson.evaluate("document.fonts.ready")
    assert lesson.evaluate("[...document.fonts].filter(font => font.status === 'loaded').length") >= 2
    assert lesson.evaluate("document.querySelector('[data-next] svg use').getBBox().width > 0")
    assert not failures
    assert not lesson.context.cookies()


def edition_on(lesson) -> int:
    """Return the number of the edition that the lesson page offers now."""
    return int(lesson.locator("[data-saving]").get_attribute("data-edition"))


def test_the_panel_tells_what_is_saved_its_size_and_its_edition(lesson):
    save(lesson)

    expect(lesson.locator("[data-saving] [data-state]")).to_contain_text(f"шығарылымы: {edition_on(lesson)}.")
    expect(lesson.locator("[data-saving] [data-state]")).to_contain_text(re.compile(r"\d+ КБ"))
    expect(lesson.locator("[data-save]")).to_be_hidden()


def test_chosen_files_of_the_kit_are_saved_too_and_no_others(lesson, site, quest):
    save(lesson, "plan.docx")
    lesson.context.set_offline(True)
    lesson.goto(f"{site.url}{quest['kk']}class/")
    lesson.locator("[data-open-menu]").click()
    with lesson.expect_download() as download:
        lesson.locator("[data-saved-files] a").click()

    assert download.value.path().read_bytes().startswith(b"PK")
    assert lesson.locator("[data-saved-files] a").count() == 1


@pytest.mark.parametrize("language", ["kk", "ru"])
def test_a_page_that_is_not_saved_gives_way_to_the_list_of_saved_ones(lesson, site, quest, addresses, language):
    save(lesson)
    lesson.context.set_offline(True)
    story = next(path for path in addresses[language] if path.count("/") == 4)

    lesson.goto(site.url + story)

    assert lesson.locator("html").get_attribute("lang") == language
    expect(lesson.locator("[data-lost]")).to_be_visible()
    lesson.get_by_role("link", name=TEXTS["kk"]["title"]).click()
    expect(lesson.locator("[data-place]")).to_have_text("1 / 9")


def test_other_pages_are_what_they_are_while_there_is_a_connection(lesson, site, addresses):
    save(lesson)
    failures = watch(lesson.context)
    seen = {}
    for path in [*addresses["ru"][:6], "/kk/search/?q=112", "/admin/login/", "/ru/no/such/page/"]:
        response = lesson.goto(site.url + path)
        seen[path] = response.status, lesson.locator("[data-lost]").count()

    assert {path: answer for path, answer in seen.items() if answer != (200, 0)} == {"/ru/no/such/page/": (404, 0)}
    assert [line for line in failures if "404" not in line] == []


def test_a_removed_lesson_leaves_nothing_behind(lesson, site, quest):
    save(lesson, "plan.pdf")
    lesson.locator("[data-remove]").click()
    expect(lesson.locator("[data-save]")).to_be_focused()

    assert lesson.evaluate(CACHES) == []
    assert lesson.evaluate(WORKERS) == 0
    lesson.context.set_offline(True)
    with pytest.raises(Error):
        lesson.goto(f"{site.url}{quest['kk']}class/")


def test_a_reader_is_told_that_her_copy_is_old_and_renews_it(lesson, site, quest):
    save(lesson)
    saved = edition_on(lesson)
    publish_anew(site, quest["kk"])

    lesson.goto(f"{site.url}/kk/saved/")
    expect(lesson.locator("[data-news]")).not_to_be_empty()
    lesson.goto(f"{site.url}{quest['kk']}")
    expect(lesson.locator("[data-saving] [data-state]")).to_contain_text(f"шығарылымы: {saved}.")
    lesson.locator("[data-update]").click()
    expect(lesson.locator("[data-saving] [data-state]")).to_contain_text(f"шығарылымы: {saved + 1}.")

    expect(lesson.locator("[data-update]")).to_be_hidden()
    assert lesson.evaluate(CACHES) == ["meirim-lesson", "meirim-shelf", "meirim-shelf"]


def test_a_device_without_room_says_so_and_keeps_nothing(lesson, site):
    session = lesson.context.new_cdp_session(lesson)
    session.send("Storage.overrideQuotaForOrigin", {"origin": site.url, "quotaSize": 20_000})
    lesson.locator("[data-save]").click()

    expect(lesson.locator("[data-saving] [data-state]")).to_contain_text("орын жетпеді")
    assert lesson.evaluate(CACHES) == []
    assert lesson.evaluate(WORKERS) == 0


def test_a_first_save_that_breaks_off_leaves_nothing_behind(lesson):
    lesson.route("**/classroom/timer.js", lambda route: route.abort())
    lesson.locator("[data-save]").click()

    expect(lesson.locator("[data-saving] [data-state]")).to_contain_text("Сақталмады")
    assert lesson.evaluate(CACHES) == []
    assert lesson.evaluate(WORKERS) == 0


def test_a_renewal_that_breaks_off_leaves_the_older_copy_whole(lesson, site, quest):
    save(lesson)
    publish_anew(site, quest["kk"])
    lesson.reload()
    expect(lesson.locator("[data-update]")).to_be_visible()
    lesson.context.set_offline(True)
    lesson.locator("[data-update]").click()

    expect(lesson.locator("[data-saving] [data-state]")).to_contain_text("Сақталмады")
    lesson.goto(f"{site.url}{quest['kk']}class/")
    expect(lesson.locator("[data-place]")).to_have_text("1 / 9")


def test_a_browser_that_cannot_save_shows_no_button(browser, site, quest):
    context = browser.new_context()
    context.add_init_script("Object.defineProperty(navigator, 'serviceWorker', {value: undefined})")
    page = context.new_page()
    page.goto(site.url + quest["ru"])
    hidden = page.locator("[data-saving]").is_hidden()
    page.goto(f"{site.url}/ru/saved/")
    told = page.locator("[data-impossible]").is_visible()
    context.close()

    assert hidden
    assert told


@pytest.mark.parametrize("language", ["kk", "ru"])
def test_the_list_can_be_read_by_everyone_on_a_phone(page, site, quest, language):
    page.set_viewport_size({"width": 360, "height": 640})
    page.goto(site.url + quest[language])
    save(page, "plan.pdf")
    page.goto(f"{site.url}/{language}/saved/")
    expect(page.locator("[data-list] h2")).to_have_text(TEXTS[language]["title"])

    assert not [(v["id"], v["nodes"]) for v in Axe().run(page).response["violations"]]
    assert not is_too_wide(page)
    page.locator("[data-remove]").click()
    expect(page.locator("[data-empty]")).to_be_visible()
