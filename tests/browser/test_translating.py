"""A translator writes side by side, and a reader from outside advises through a link: in a real browser."""

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect

from tests.browser.admin import is_too_wide, sign_in, watch, write_story

pytestmark = pytest.mark.browser


def test_a_translator_begins_writes_and_finds_everything_saved(page, site):
    failures = watch(page.context)
    number = write_story(page, site, "Көпір астындағы мысық")
    sign_in(page, site, "translator")
    page.goto(f"{site.url}/admin/translation/{number}/")
    page.locator("form[action$='/create/'] button").click()

    summary = page.locator("#row-summary\\#0")
    expect(summary).to_have_attribute("data-state", "missing")
    summary.locator("textarea").fill("Дети нашли кошку под мостом.")
    status = page.locator("[data-autosave]")
    saved = page.locator("[data-translate]").get_attribute("data-saved")
    expect(status).to_have_text(saved, timeout=20_000)
    expect(summary).to_have_attribute("data-state", "unconfirmed")

    page.reload()
    expect(summary.locator("textarea")).to_have_value("Дети нашли кошку под мостом.")
    summary.locator("input[type=checkbox]").check()
    page.locator("button[value=save]").click()
    expect(summary).to_have_attribute("data-state", "in_step")
    for width in (360, 1280):
        page.set_viewport_size({"width": width, "height": 800})
        assert not is_too_wide(page), width
    assert not failures


def test_without_javascript_the_translator_saves_with_the_button(browser, page, site):
    number = write_story(page, site, "Шатырдағы мысық")
    sign_in(page, site, "translator")
    plain = browser.new_context(java_script_enabled=False, storage_state=page.context.storage_state()).new_page()
    plain.goto(f"{site.url}/admin/translation/{number}/")
    plain.locator("form[action$='/create/'] button").click()
    plain.locator("#row-summary\\#0 textarea").fill("Дети нашли кошку на крыше.")
    plain.locator("button[value=save]").click()

    expect(plain.locator("#row-summary\\#0 textarea")).to_have_value("Дети нашли кошку на крыше.")
    expect(plain.locator("#row-summary\\#0")).to_have_attribute("data-state", "unconfirmed")


def test_an_outside_reader_advises_through_a_link_and_the_reviewer_decides(browser, page, site):
    failures = watch(page.context)
    number = write_story(page, site, "Терезедегі мысық")
    sign_in(page, site, "translator")
    review = f"{site.url}/admin/review/{number}/"
    page.goto(review)
    page.locator("details summary").click()
    page.fill("[name=name]", "Үлгі оқырман, мұғалім")
    page.locator("form[action$='/invite/'] button").click()
    link = page.locator("#invitation-address").input_value()
    token = link.partition("#")[2]
    assert len(token) > 30

    outside = browser.new_context(viewport={"width": 360, "height": 740})
    failures_outside = watch(outside)
    reader = outside.new_page()
    asked: list[str] = []
    reader.on("request", lambda request: asked.append(request.url))
    reader.goto(link)
    expect(reader.locator("h1")).to_have_text("Терезедегі мысық")
    assert not [address for address in asked if token in address.partition("#")[0]]
    assert token not in reader.url
    for width in (360, 1280):
        reader.set_viewport_size({"width": width, "height": 740})
        assert not is_too_wide(reader), width
        assert not Axe().run(reader).response["violations"]
    reader.locator("[name=verdict][value=remarks]").check()
    reader.fill("[name=comment]", "Мысықтың атын жазыңыз.")
    reader.locator(".outside__form button").click()
    expect(reader.locator(".outside__given")).to_contain_text("Мысықтың атын жазыңыз.")

    page.goto(review)
    expect(page.locator(".review__side")).to_contain_text("Мысықтың атын жазыңыз.")
    expect(page.locator(".review__side")).to_contain_text("Үлгі оқырман, мұғалім")
    page.locator("form[action$='/revoke/'] button").click()
    assert reader.reload().status == 410
    for width in (360, 1280):
        page.set_viewport_size({"width": width, "height": 800})
        assert not is_too_wide(page), width

    address = f"{site.url}/kk/oqigalar/terezedegi-mysyq/"
    assert page.request.get(address).status == 404
    with page.expect_navigation():
        page.locator("button[value=approve]").click()
    assert page.request.get(address).status == 200
    assert not failures
    assert not [failure for failure in failures_outside if "410" not in failure]
