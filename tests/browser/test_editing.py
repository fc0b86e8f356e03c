"""An author writes, a reviewer approves: through the real admin, as the demonstration accounts."""

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import PASSWORD

pytestmark = pytest.mark.browser


def sign_in(page: Page, site, name: str) -> None:
    page.context.clear_cookies()
    page.goto(f"{site.url}/admin/login/")
    page.fill("[name=username]", name)
    page.fill("[name=password]", PASSWORD)
    page.locator("button[type=submit]").click()
    page.wait_for_url(f"{site.url}/admin/")


def story_section(page: Page, site) -> int:
    """Return the id of the Kazakh story section, as the admin's own page tree knows it."""
    return page.request.get(f"{site.url}/admin/api/main/pages/?slug=oqigalar").json()["items"][0]["id"]


def test_an_author_sends_a_story_through_review_and_it_goes_live(page, site):
    sign_in(page, site, "author")
    index = story_section(page, site)
    page.goto(f"{site.url}/admin/pages/add/stories/storypage/{index}/")
    page.fill("#id_title", "Көпір астындағы мысық")
    page.fill("#id_summary", "Балалар мысықты көпір астынан тапты.")
    page.select_option("#id_species", label="Мысық")
    page.select_option("#id_outcome", index=1)
    page.locator("[name=action-submit]").evaluate("button => button.click()")
    page.wait_for_url(f"{site.url}/admin/pages/{index}/")
    assert page.request.get(f"{site.url}/kk/oqigalar/kopir-astyndaghy-mysyq/").status == 404

    sign_in(page, site, "translator")
    page.get_by_role("link", name="Көпір астындағы мысық").first.click()
    expect(page.locator("[name=action-publish]")).to_have_count(0)
    page.locator("[data-workflow-action-name=approve]").first.evaluate("button => button.click()")
    page.wait_for_url(f"{site.url}/admin/pages/{index}/")

    answer = page.request.get(f"{site.url}/kk/oqigalar/kopir-astyndaghy-mysyq/")
    assert answer.status == 200
    assert "Көпір астындағы мысық" in answer.text()


@pytest.mark.parametrize("account", ["author", "lawyer", "translator", "editor", "admin"])
def test_every_account_comes_in_and_the_admin_asks_nobody_else(page, site, account):
    strangers = []
    page.on(
        "request", lambda r: strangers.append(r.url) if not r.url.startswith((site.url, "data:", "blob:")) else None
    )
    sign_in(page, site, account)
    page.goto(f"{site.url}/admin/pages/")
    page.wait_for_load_state("networkidle")

    assert not strangers


def test_the_start_tells_the_address_and_the_accounts_in_one_line(site):
    ready = [line for line in site.log.read_text().splitlines() if line.startswith("Ready:")]

    assert len(ready) == 1
    assert site.url in ready[0]
    assert all(name in ready[0] for name in ("author", "lawyer", "translator", "editor", "admin"))
    assert site.log.read_text().count(PASSWORD) == 1
