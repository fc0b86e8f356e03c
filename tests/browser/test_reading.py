"""Every page type in both languages, in a real browser."""

import pytest
from axe_playwright_python.sync_playwright import Axe

pytestmark = pytest.mark.browser

# Scrolling brings lazy pictures in, so that they too are looked at.
SCROLL = """async () => {
  for (let y = 0; y < document.body.scrollHeight; y += 600) {
    scrollTo(0, y);
    await new Promise(resolve => setTimeout(resolve, 20));
  }
}"""


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("language", ["kk", "ru"])
def test_axe_finds_nothing(page, site, one_of_each, language, scheme):
    page.emulate_media(color_scheme=scheme)
    found = {}
    for path in one_of_each[language]:
        page.goto(site.url + path)
        violations = Axe().run(page).response["violations"]
        if violations:
            found[path] = [(v["id"], [n["target"] for n in v["nodes"]][:3]) for v in violations]

    assert not found


@pytest.mark.parametrize("width", [320, 360, 1280])
@pytest.mark.parametrize("language", ["kk", "ru"])
def test_no_page_is_wider_than_the_screen(page, site, addresses, language, width):
    page.set_viewport_size({"width": width, "height": 800})
    wide = []
    for path in addresses[language]:
        page.goto(site.url + path)
        if page.evaluate("document.documentElement.scrollWidth") > width:
            wide.append(path)

    assert not wide


@pytest.mark.parametrize("language", ["kk", "ru"])
def test_text_twice_as_large_still_fits(page, site, one_of_each, language):
    page.set_viewport_size({"width": 640, "height": 800})
    wide = []
    for path in one_of_each[language]:
        page.goto(site.url + path)
        page.evaluate("document.documentElement.style.fontSize = '200%'")
        if page.evaluate("document.documentElement.scrollWidth") > 640:
            wide.append(path)

    assert not wide


@pytest.mark.parametrize("language", ["kk", "ru"])
def test_pages_ask_nobody_else_and_nothing_fails(page, site, one_of_each, language):
    strangers, failures = [], []
    page.on("request", lambda r: strangers.append(r.url) if not r.url.startswith((site.url, "data:")) else None)
    page.on("requestfailed", lambda r: failures.append(r.url))
    page.on("console", lambda m: failures.append(m.text) if m.type == "error" and "404" not in m.text else None)
    for path in one_of_each[language]:
        page.goto(site.url + path)
        page.evaluate(SCROLL)
        page.wait_for_load_state("networkidle")

    assert not strangers
    assert not failures


@pytest.mark.parametrize("language", ["kk", "ru"])
def test_every_page_has_one_heading_its_language_and_described_pictures(page, site, addresses, language):
    wrong = []
    for path in addresses[language]:
        page.goto(site.url + path)
        facts = page.evaluate(
            """() => ({lang: document.documentElement.lang, h1: document.querySelectorAll('h1').length,
                bare: [...document.images].filter(i => !i.hasAttribute('alt')).length,
                mute: [...document.querySelectorAll('main img')].filter(i => !i.alt).length})"""
        )
        if facts != {"lang": language, "h1": 1, "bare": 0, "mute": 0}:
            wrong.append((path, facts))

    assert not wrong


def test_a_story_without_pictures_weighs_less_than_150_kilobytes(page, site, addresses):
    sizes = {}

    def weigh(response):
        if response.request.resource_type in ("document", "stylesheet", "script", "font"):
            sizes[response.url] = response.request.sizes()["responseBodySize"]

    page.on("requestfinished", lambda request: weigh(request.response()))
    story = next(path for path in addresses["kk"] if path.startswith("/kk/oqigalar/") and path.count("/") == 4)
    page.goto(site.url + story)
    page.wait_for_load_state("networkidle")

    assert sum(sizes.values()) < 150_000, sizes


def test_the_keyboard_reaches_the_text_at_once(page, site):
    page.goto(f"{site.url}/kk/")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")

    assert page.evaluate("document.activeElement.id") == "main"


def test_a_reader_without_javascript_filters_and_changes_the_language(browser, site):
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{site.url}/kk/sabaqtar/?grade=3&minutes=45")
    cards = page.locator(".card").count()
    page.locator('a[hreflang="ru"], a[lang="ru"]').first.click()

    assert cards
    assert page.locator("html").get_attribute("lang") == "ru"
    context.close()


def test_every_word_is_set_in_the_sites_own_letters(page, site):
    page.goto(f"{site.url}/kk/")
    page.evaluate("document.fonts.ready")
    loaded = page.evaluate("[...document.fonts].filter(f => f.status === 'loaded').map(f => f.family)")

    assert len(set(loaded)) >= 2
    for family in set(loaded):
        assert page.evaluate(f"document.fonts.check('16px {family}', 'ӘәҒғҚқҢңӨөҰұҮүҺһІі₸№')")
