"""An author writes, a reviewer approves: through the real admin, as the demonstration accounts."""

import pytest
from playwright.sync_api import expect

from tests.browser.admin import sign_in, write_story
from tests.browser.conftest import PASSWORD

pytestmark = pytest.mark.browser


def test_an_author_sends_a_story_through_review_and_it_goes_live(page, site):
    number = write_story(page, site, "Бақтағы мысық")
    address = f"{site.url}/kk/oqigalar/baqtaghy-mysyq/"
    assert page.request.get(address).status == 404

    sign_in(page, site, "translator")
    page.goto(f"{site.url}/admin/pages/{number}/edit/")
    expect(page.locator("[name=action-publish]")).to_have_count(0)
    expect(page.locator("[data-contentpath=body] [contenteditable=true]")).to_be_visible()
    with page.expect_navigation():
        page.locator("[data-workflow-action-name=approve]").first.evaluate("button => button.click()")

    answer = page.request.get(address)
    assert answer.status == 200
    assert "Бақтағы мысық" in answer.text()


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
