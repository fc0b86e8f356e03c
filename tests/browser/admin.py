"""What the people of the admin do, in a browser."""

import re

from playwright.sync_api import BrowserContext, Page, expect

from tests.browser.conftest import PASSWORD


def sign_in(page: Page, site, name: str) -> None:
    page.context.clear_cookies()
    page.goto(f"{site.url}/admin/login/")
    page.fill("[name=username]", name)
    page.fill("[name=password]", PASSWORD)
    page.locator("button[type=submit]").click()
    page.wait_for_url(f"{site.url}/admin/")


def page_number(page: Page, site, slug: str) -> int:
    """Return the id of a page, as the admin's own page tree knows it."""
    return page.request.get(f"{site.url}/admin/api/main/pages/?slug={slug}").json()["items"][0]["id"]


def write_story(page: Page, site, title: str) -> int:
    """Write a story in Kazakh as the author, send it to the review, and return its id."""
    sign_in(page, site, "author")
    index = page_number(page, site, "oqigalar")
    page.goto(f"{site.url}/admin/pages/add/stories/storypage/{index}/")
    page.fill("#id_title", title)
    page.fill("#id_summary", "Балалар мысықты көпір астынан тапты.")
    page.select_option("#id_species", label="Мысық")
    page.select_option("#id_outcome", index=1)
    write_paragraph(page, "Мысық көпір астында отыр екен.")
    expect(page.locator("#id_slug")).not_to_have_value("")
    slug = page.locator("#id_slug").input_value()
    page.locator("[name=action-submit]").evaluate("button => button.click()")
    page.wait_for_url(f"{site.url}/admin/pages/{index}/")
    return page_number(page, site, slug)


def write_paragraph(page: Page, text: str) -> None:
    """Put a block of text into the body, as an editor does: the button, the kind, the words."""
    body = page.locator("[data-contentpath=body]")
    body.locator(".c-sf-add-button").first.click()
    page.get_by_role("option", name="Мәтін", exact=True).click()
    editor = body.locator("[contenteditable=true]")
    editor.click()
    expect(editor).to_be_focused()
    editor.press_sequentially(text)
    expect(body.locator("input[name$='-value']")).to_have_value(re.compile(text))


def watch(context: BrowserContext) -> list[str]:
    """Return a list that collects what fails in the pages of `context`: errors of scripts and of the console."""
    found: list[str] = []
    context.on("weberror", lambda error: found.append(str(error.error)))
    context.on("console", lambda line: found.append(line.text) if line.type == "error" else None)
    return found


def is_too_wide(page: Page) -> bool:
    return page.evaluate("document.documentElement.scrollWidth > innerWidth")
