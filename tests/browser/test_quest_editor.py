"""An editor builds a quest: stations added, copied and counted, pictures chosen by mouse and by keyboard."""

import json
import re

import pytest
from playwright.sync_api import Page, expect

from tests.browser.admin import page_number, sign_in, watch

pytestmark = pytest.mark.browser

WORDS = {
    "translator": {"station": "Аялдама", "dog": "Ит", "copy": "kk"},
    "editor": {"station": "Станция", "dog": "Собака", "copy": "ru"},
}


def open_new_lesson(page: Page, site, account: str) -> None:
    sign_in(page, site, account)
    index = page_number(page, site, "sabaqtar")
    page.goto(f"{site.url}/admin/pages/add/lessons/lessonpage/{index}/")


def stages(page: Page):
    return page.locator("[data-contentpath=stages]").first.locator("[data-streamfield-child]")


def add_station(page: Page, account: str, title: str, minutes: int):
    page.locator("[data-contentpath=stages] .c-sf-add-button").last.click()
    page.get_by_role("option", name=WORDS[account]["station"], exact=True).click()
    station = stages(page).last
    expect(station.locator("[data-contentpath=title] input")).to_be_focused()
    page.keyboard.type(title)
    station.locator("[data-contentpath=minutes] input").fill(str(minutes))
    return station


def count(page: Page):
    return page.locator(".minutes-count")


@pytest.mark.parametrize("account", WORDS)
def test_the_minutes_are_counted_while_the_editor_types(page, site, account):
    failures = watch(page.context)
    open_new_lesson(page, site, account)
    page.fill("input[name=minutes]", "40")

    add_station(page, account, "Бір", 15)
    expect(count(page)).to_have_class(re.compile("minutes-count--warns"))
    expect(count(page)).to_contain_text("15")
    expect(count(page)).to_contain_text("25")
    second = add_station(page, account, "Екі", 25)
    expect(count(page)).to_have_class(re.compile("minutes-count--fits"))
    second.locator("[data-contentpath=minutes] input").fill("30")
    expect(count(page)).to_contain_text("5")
    page.fill("input[name=minutes]", "45")
    expect(count(page)).to_have_class(re.compile("minutes-count--fits"))

    second.locator("[data-contentpath=animal] select").evaluate(
        "field => { field.value = 'live'; field.dispatchEvent(new Event('change', { bubbles: true })); }"
    )
    expect(count(page)).to_contain_text("15")
    second.locator("button[data-streamfield-action=DELETE]").first.click()
    expect(count(page)).to_contain_text("30")
    assert not failures


def test_the_picker_shows_how_a_station_will_look(page, site):
    open_new_lesson(page, site, "editor")
    page.locator("[data-contentpath=stages] .c-sf-add-button").first.click()

    page.locator(".w-combobox__option-preview").last.click()

    preview = page.frame_locator("iframe.w-combobox-preview__iframe, .w-combobox iframe, .w-combobox-container iframe")
    expect(preview.locator(".printed--card svg")).to_be_visible()


@pytest.mark.parametrize("account", WORDS)
def test_a_picture_is_found_by_its_name_and_chosen_with_the_mouse(page, site, account):
    open_new_lesson(page, site, account)
    station = add_station(page, account, "Бекет", 5)
    choice = station.locator(".icon-choice")

    choice.locator("summary").click()
    choice.locator(".icon-choice__search").fill(WORDS[account]["dog"][:4].lower())
    choice.locator("label:visible", has_text=re.compile(f"^\\s*{WORDS[account]['dog']}\\s*$")).click()

    expect(choice).not_to_have_attribute("open", re.compile(".*"))
    expect(choice.locator("summary")).to_have_text(re.compile(WORDS[account]["dog"]))
    expect(choice.locator("summary use")).to_have_attribute("href", re.compile("#dog-face$"))
    assert choice.locator("input:checked").get_attribute("value") == "dog-face"


def test_a_picture_is_chosen_with_the_keyboard_alone(page, site):
    open_new_lesson(page, site, "editor")
    choice = add_station(page, "editor", "Бекет", 5).locator(".icon-choice")

    choice.locator("summary").focus()
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    expect(choice.locator(".icon-choice__search")).to_be_focused()
    page.keyboard.press("Tab")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowDown")
    chosen = choice.locator("input:checked").get_attribute("value")
    page.keyboard.press("Enter")

    assert chosen
    expect(choice.locator("summary")).to_be_focused()
    expect(choice.locator("summary use")).to_have_attribute("href", re.compile(f"#{chosen}$"))
    expect(page).to_have_url(re.compile("/admin/pages/add/"))


def test_a_station_is_copied_with_its_card_and_a_new_id(page, site):
    open_new_lesson(page, site, "editor")
    station = add_station(page, "editor", "Құйрық тілі", 8)
    station.locator(".icon-choice summary").click()
    station.locator("label", has=page.locator("input[value=turtle]")).click()
    station.locator("[data-contentpath=task] textarea").fill("Қара да айт")

    station.locator("button[data-streamfield-action=DUPLICATE]").first.click()

    expect(stages(page)).to_have_count(2)
    copy = stages(page).nth(1)
    expect(copy.locator("[data-contentpath=title] input")).to_have_value("Құйрық тілі")
    expect(copy.locator("[data-contentpath=minutes] input")).to_have_value("8")
    expect(copy.locator("[data-contentpath=task] textarea")).to_have_value("Қара да айт")
    assert copy.locator(".icon-choice input:checked").get_attribute("value") == "turtle"
    expect(copy.locator(".icon-choice summary use")).to_have_attribute("href", re.compile("#turtle$"))
    ids = page.locator("[data-contentpath=stages] input[name^=stages-][name$=-id]").evaluate_all(
        "fields => fields.map((field) => field.value)"
    )
    assert len(set(ids)) == 2
    expect(count(page)).to_contain_text("16")


def test_a_copied_sheet_has_its_tasks_and_choices_each_with_a_new_id(page, site):
    open_new_lesson(page, site, "editor")
    sheets = page.locator("[data-contentpath=sheets]").first
    sheets.locator(".c-sf-add-button").first.click()
    sheets.locator("[data-contentpath=title] input").first.fill("1-бекет")
    tasks = sheets.locator("[data-contentpath=tasks]").first
    tasks.locator(".c-sf-add-button").first.click()
    tasks.locator("[data-contentpath=text] textarea").first.fill("Ит не айтып тұр?")
    options = tasks.locator("[data-contentpath=options]").first
    for word in ("Қуанып тұр", "Қорқып тұр"):
        options.locator(".c-sf-add-button").last.click()
        options.locator("input[type=text]").last.fill(word)

    sheets.locator("button[data-streamfield-action=DUPLICATE]").first.click()
    expect(sheets.locator("[data-contentpath=text] textarea")).to_have_count(2)

    fields = page.locator("[data-contentpath=sheets] input, [data-contentpath=sheets] textarea").evaluate_all(
        "fields => fields.map((field) => [field.name, field.value])"
    )
    values = dict(field for field in fields if field[0])
    assert [value for name, value in fields if "-options-" in name and name.endswith("-value")] == [
        "Қуанып тұр",
        "Қорқып тұр",
    ] * 2, json.dumps(fields, ensure_ascii=False)
    ids = [value for name, value in values.items() if name.endswith("-id") and value]
    assert len(ids) == len(set(ids)) >= 2
