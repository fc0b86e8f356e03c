"""A lesson on the wall of the classroom, and in a place without internet."""

import re

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, expect

from tests.browser.admin import is_too_wide, watch
from tests.browser.quest_lesson import TEXTS

pytestmark = pytest.mark.browser

SLIDES = ["title", "aims", "roles", "stage-1", "stage-2", "stage-3", "stage-4", "answers", "end"]


@pytest.fixture
def deck(page, site, quest) -> Page:
    """The Kazakh slides, at the first one."""
    page.goto(f"{site.url}{quest['kk']}class/")
    return page


def shown(page: Page) -> list[str]:
    """Return the anchors of the slides that can be seen."""
    return page.locator("[data-slide]:visible").evaluate_all("slides => slides.map(slide => slide.id)")


def swipe(page: Page, start: tuple[int, int], end: tuple[int, int]) -> None:
    """Draw a finger over the screen, as a touch screen reports it."""
    session = page.context.new_cdp_session(page)
    points = [
        ("touchStart", [{"x": start[0], "y": start[1]}]),
        ("touchMove", [{"x": end[0], "y": end[1]}]),
        ("touchEnd", []),
    ]
    for kind, places in points:
        session.send("Input.dispatchTouchEvent", {"type": kind, "touchPoints": places})


# --- Slides --------------------------------------------------------------------------------------------


def test_one_slide_is_shown_and_keys_turn_them(deck):
    seen = [shown(deck)]
    for key in ["ArrowRight", "Space", "PageDown", "ArrowLeft", "PageUp", "Shift+Space", "End", "ArrowRight", "Home"]:
        deck.keyboard.press(key)
        seen.append(shown(deck))

    order = [0, 1, 2, 3, 2, 1, 0, 8, 8, 0]
    assert seen == [[SLIDES[place]] for place in order]


def test_the_place_is_told_and_the_address_keeps_it(deck):
    for _n in range(3):
        deck.keyboard.press("PageDown")

    expect(deck.locator("[data-place]")).to_have_text("4 / 9")
    assert deck.url.endswith("#stage-1")

    deck.reload()

    assert shown(deck) == ["stage-1"]
    deck.go_back()
    assert "/class/" not in deck.url  # turning slides leaves no trail to walk back


def test_a_link_to_a_slide_in_the_menu_shows_it(deck):
    deck.locator("[data-open-menu]").click()
    deck.locator("[data-menu] a[href='#stage-3']").click()

    assert shown(deck) == ["stage-3"]
    expect(deck.locator("[data-menu]")).to_be_hidden()


def test_an_unknown_place_in_the_address_shows_the_first_slide(page, site, quest):
    page.goto(f"{site.url}{quest['kk']}class/#бұл-жоқ")

    assert shown(page) == ["title"]


def test_buttons_are_large_and_tell_a_screen_reader_where_it_is(deck):
    deck.locator("[data-next]").click()

    expect(deck.locator("[data-say]")).to_contain_text("2")
    expect(deck.locator("[data-say]")).to_contain_text(deck.locator("#aims h2").inner_text())
    expect(deck.locator("[data-next]")).to_be_focused()
    small = deck.locator("button:visible, summary:visible, [data-bar] a:visible").evaluate_all(
        "all => all.filter(e => e.getBoundingClientRect().height < 44 || e.getBoundingClientRect().width < 44).length"
    )
    assert small == 0


def test_keys_take_the_focus_to_the_slide(deck):
    deck.keyboard.press("ArrowRight")

    expect(deck.locator("#aims")).to_be_focused()


def test_a_finger_turns_the_slides_sideways_only(browser, site, quest):
    context = browser.new_context(viewport={"width": 360, "height": 640}, has_touch=True, is_mobile=True)
    page = context.new_page()
    page.goto(f"{site.url}{quest['ru']}class/#stage-2")
    seen = []
    for start, end in [((300, 300), (60, 310)), ((60, 300), (300, 310)), ((180, 500), (170, 150))]:
        swipe(page, start, end)
        seen.append(shown(page))
    context.close()

    assert seen == [["stage-3"], ["stage-2"], ["stage-2"]]


def test_answers_and_hints_are_revealed_on_demand_and_hidden_again_behind_the_teachers_back(deck):
    answer = deck.get_by_text(TEXTS["kk"]["answer"])
    deck.keyboard.press("End")
    deck.evaluate("location.hash = 'stage-2'")
    expect(deck.locator("#stage-2")).to_be_visible()
    expect(answer.first).to_be_hidden()

    deck.keyboard.press("a")
    expect(answer.first).to_be_visible()
    deck.keyboard.press("Escape")
    expect(answer.first).to_be_hidden()
    deck.locator("#stage-2 summary", has_text="Жауап").click()
    expect(answer.first).to_be_visible()

    deck.keyboard.press("ArrowRight")
    deck.keyboard.press("ArrowLeft")
    expect(answer.first).to_be_hidden()


def test_the_note_of_the_teacher_is_hidden_until_asked_for_and_then_stays(deck):
    deck.evaluate("location.hash = 'stage-1'")
    note = deck.locator("#stage-1 .note__text")
    expect(note).to_be_hidden()
    expect(deck.locator("#stage-1 .note")).to_be_hidden()

    deck.keyboard.press("n")
    expect(note).to_be_visible()
    deck.keyboard.press("ArrowRight")
    expect(deck.locator("#stage-2 .note__text")).to_be_visible()
    deck.keyboard.press("Escape")
    expect(deck.locator("#stage-2 .note")).to_be_hidden()


def test_letters_can_be_taken_from_the_keys(deck):
    deck.locator("[data-open-menu]").click()
    deck.locator("[data-letter-keys]").uncheck()
    deck.keyboard.press("Escape")
    deck.keyboard.press("n")

    expect(deck.locator("#title .note")).to_be_hidden()


def test_the_screen_can_be_filled(deck):
    deck.locator("[data-full-screen]").click()

    expect(deck.locator("[data-full-screen]")).to_have_attribute("aria-pressed", "true")
    assert deck.evaluate("Boolean(document.fullscreenElement)")


# --- Timer ---------------------------------------------------------------------------------------------


@pytest.fixture
def timed(page, site, quest) -> Page:
    """The first station, twelve minutes long, with a clock that stands still until told."""
    page.clock.install(time=0)
    page.goto(f"{site.url}{quest['kk']}class/#stage-2")
    page.clock.pause_at(1_000)
    return page


def test_the_timer_counts_down_pauses_and_begins_again(timed):
    digits = timed.locator("#stage-2 [data-digits]")
    expect(digits).to_have_text("12:00")

    timed.locator("#stage-2 [data-start]").click()
    timed.clock.run_for(61_000)
    expect(digits).to_have_text("10:59")

    timed.locator("#stage-2 [data-pause]").click()
    timed.clock.run_for(30_000)
    expect(digits).to_have_text("10:59")

    timed.locator("#stage-2 [data-more]").click()
    expect(digits).to_have_text("11:59")
    timed.locator("#stage-2 [data-reset]").click()
    expect(digits).to_have_text("12:00")


def test_the_timer_runs_on_behind_other_slides_and_leads_back(timed):
    timed.keyboard.press("t")
    timed.keyboard.press("ArrowRight")
    timed.clock.run_for(120_000)

    running = timed.locator("[data-running]")
    expect(running).to_contain_text("10:00")
    running.click()
    assert shown(timed) == ["stage-2"]
    expect(running).to_be_hidden()
    expect(timed.locator("#stage-2 [data-digits]")).to_have_text("10:00")


def test_the_end_is_shown_without_a_sound_and_told_once(timed):
    told = timed.evaluate_handle(
        """() => { const told = []; const say = document.querySelector('[data-say]');
        new MutationObserver(() => told.push(say.textContent)).observe(say, {childList: true}); return told; }"""
    )
    timed.keyboard.press("t")
    timed.clock.run_for(12 * 60_000 + 1_000)

    expect(timed.locator("#stage-2 [data-digits]")).to_have_text("0:00")
    expect(timed.locator("#stage-2 [data-over]")).to_be_visible()
    assert len(told.json_value()) == 5  # ten, five, two, one minute left, and the end
    expect(timed.locator("#stage-2 [data-sound]")).to_have_attribute("aria-pressed", "false")


def test_one_timer_runs_at_a_time(timed):
    timed.keyboard.press("t")
    timed.keyboard.press("ArrowRight")
    timed.keyboard.press("t")
    timed.clock.run_for(60_000)

    expect(timed.locator("#stage-3 [data-digits]")).to_have_text("11:00")
    timed.keyboard.press("ArrowLeft")
    expect(timed.locator("#stage-2 [data-digits]")).to_have_text("12:00")


def test_a_stage_without_minutes_has_no_timer(deck):
    assert deck.locator("#stage-4 .timer").count() == 0
    deck.evaluate("location.hash = 'stage-4'")
    deck.keyboard.press("t")

    expect(deck.locator("[data-running]")).to_be_hidden()


# --- For everybody -------------------------------------------------------------------------------------


def test_without_javascript_all_slides_stand_below_one_another(browser, site, quest):
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{site.url}{quest['ru']}class/")
    seen = shown(page)
    answer = page.get_by_text(TEXTS["ru"]["answer"]).first
    hidden_first = answer.is_hidden()
    page.locator("#stage-2 summary", has_text="Ответ").click()
    shown_then = answer.is_visible()
    page.locator(".contents a[href='#stage-3']").click()
    reached = page.url
    tools = page.locator("button:visible").count()
    context.close()

    assert seen == SLIDES
    assert hidden_first
    assert shown_then
    assert reached.endswith("#stage-3")
    assert tools == 0


@pytest.mark.parametrize("scheme", ["light", "dark", "projector"])
@pytest.mark.parametrize("language", ["kk", "ru"])
def test_axe_finds_nothing_on_any_slide(page, site, quest, language, scheme):
    page.emulate_media(color_scheme="dark" if scheme == "dark" else "light", reduced_motion="reduce")
    page.goto(f"{site.url}{quest[language]}class/")
    if scheme == "projector":
        page.evaluate("document.querySelector('[data-contrast]').click()")
    found = {}
    for number, slide in enumerate(SLIDES):
        page.keyboard.press("a")
        if number % 2 == 0:
            page.keyboard.press("n")
        violations = Axe().run(page).response["violations"]
        found |= {f"{slide} {v['id']}": [n["target"] for n in v["nodes"]][:3] for v in violations}
        page.keyboard.press("ArrowRight")
    page.locator("[data-open-menu]").click()
    violations = Axe().run(page).response["violations"]
    found |= {f"menu {v['id']}": [n["target"] for n in v["nodes"]][:3] for v in violations}

    assert not found


@pytest.mark.parametrize("size", [(320, 480), (360, 640), (640, 360), (1280, 720), (1920, 1080)])
@pytest.mark.parametrize("language", ["kk", "ru"])
def test_no_slide_is_wider_than_the_screen_and_every_end_can_be_reached(page, site, quest, language, size):
    page.set_viewport_size({"width": size[0], "height": size[1]})
    page.goto(f"{site.url}{quest[language]}class/")
    page.locator("[data-open-menu]").click()
    for _n in range(2):
        page.locator("[data-larger]").click()
    page.keyboard.press("Escape")
    wrong = []
    for slide in SLIDES:
        page.keyboard.press("a")
        facts = page.evaluate(
            """id => { const slide = document.getElementById(id); slide.scrollTop = 1e6;
            const last = slide.querySelector('.slide__inner').getBoundingClientRect();
            const end = slide.getBoundingClientRect().bottom;
            return [slide.scrollWidth > slide.clientWidth, last.bottom > end + 1]; }""",
            slide,
        )
        if is_too_wide(page) or any(facts):
            wrong.append((slide, facts))
        page.keyboard.press("ArrowRight")

    assert not wrong


@pytest.mark.parametrize("language", ["kk", "ru"])
def test_nothing_fails_and_nobody_else_is_asked(page, site, quest, language):
    failures = watch(page.context)
    strangers = []
    page.on("request", lambda r: strangers.append(r.url) if not r.url.startswith((site.url, "data:")) else None)
    page.goto(f"{site.url}{quest[language]}class/")
    for _slide in SLIDES:
        page.keyboard.press("ArrowRight")
    page.wait_for_load_state("networkidle")

    assert not failures
    assert not strangers
    assert not page.context.cookies()


def test_the_printed_code_of_a_station_leads_to_its_card_without_the_teachers_part(page, site, quest):
    page.set_viewport_size({"width": 360, "height": 640})
    page.goto(f"{site.url}{quest['kk']}#station-2")
    station = page.locator("#station-2")

    expect(station.locator(".station-card")).to_be_in_viewport()
    expect(station.locator(".station-card")).to_contain_text(re.compile("Ақтөс"))
    expect(station.locator("#station-2-plan")).to_be_hidden()
    assert not {TEXTS["kk"]["answer"], TEXTS["kk"]["stations"][0]} & set(page.locator("main").inner_text().split("\n"))
    expect(page.locator(".kit")).to_be_hidden()

    station.locator("a[href='#station-2-plan']").click()
    expect(station.locator("#station-2-plan")).to_be_visible()
    expect(page.locator("#station-1")).to_be_visible()
