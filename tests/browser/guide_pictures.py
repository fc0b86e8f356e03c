"""`make guide`: take the pictures of the editors' guide in both languages, from a demonstration site of its own.

What the pictures show is prepared in that site's database: a story whose original moved on, an explainer that waits
for its lawyer. Neither exists anywhere else.
"""

import os
import sys
from io import BytesIO
from pathlib import Path

from PIL import Image
from playwright.sync_api import Browser, Page, sync_playwright

ROOT = Path(__file__).resolve().parents[2]
FOLDER = ROOT / "site" / "static" / "guide"
SIZE = {"width": 1120, "height": 700}
CHROMIUM = ["--no-sandbox", "--disable-gpu"]


def main(address: str, password: str) -> None:
    sys.path[:0] = [str(ROOT), str(ROOT / "site")]
    os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "true"  # Playwright keeps a loop; this process alone uses the database.
    import django

    django.setup()
    story, explainer = prepare()
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path="/usr/bin/chromium", args=CHROMIUM)
        for language in ("kk", "ru"):
            speak(language)
            shots = {
                "dashboard": ("translator", "/admin/"),
                "editor": ("editor", f"/admin/pages/{story.pk}/edit/"),
                "translate": ("translator", f"/admin/translation/{story.pk}/"),
                "review": ("lawyer", f"/admin/review/{explainer.pk}/"),
                "report": ("editor", "/admin/reports/languages/"),
            }
            for name, (user, path) in shots.items():
                page = sign_in(browser, address, user, password)
                page.goto(address + path)
                page.wait_for_load_state("networkidle")
                save(page, language, name)
            outside = browser.new_page(viewport=SIZE)
            outside.goto(f"{address}/{language}/outside-review/#{invite(story)}")
            outside.wait_for_selector(".outside__text")
            save(outside, language, "outside")
        browser.close()


def prepare():
    """Let the author change a live story, and hand an explainer to the lawyer; return both."""
    from django.contrib.auth.models import User

    from bilingual.pairs import draft_of
    from legal.models import ExplainerPage
    from stories.models import StoryPage

    author = User.objects.get(username="author")
    story = StoryPage.objects.filter(locale__language_code="kk", live=True).first()
    draft = draft_of(story)
    draft.summary = draft.summary.replace("таң сайын", "күн сайын таңертең")
    draft.save_revision(user=author)
    explainer = ExplainerPage.objects.filter(locale__language_code="kk", live=True).first()
    draft = draft_of(explainer)
    draft.summary += " Қай жерде тіркеуге болатынын да осы беттен табасыз."
    draft.save_revision(user=author)
    for page in (story, explainer):
        page.refresh_from_db()
        page.get_workflow().start(page, author)
    return story, explainer


def speak(language: str) -> None:
    """Let every account of the demonstration work in `language`."""
    from django.contrib.auth.models import User
    from wagtail.users.models import UserProfile

    for user in User.objects.all():
        UserProfile.objects.update_or_create(user=user, defaults={"preferred_language": language})


def invite(story) -> str:
    """Return the token of a new invitation to read the newest draft of `story`."""
    from django.contrib.auth.models import User

    from editorial.models import Invitation

    editor = User.objects.get(username="editor")
    return Invitation.issue(story, story.get_latest_revision(), "Үлгі оқырман, адвокат", 7, editor)[1]


def sign_in(browser: Browser, address: str, user: str, password: str) -> Page:
    page = browser.new_context(viewport=SIZE).new_page()
    page.goto(f"{address}/admin/login/")
    page.fill("[name=username]", user)
    page.fill("[name=password]", password)
    page.locator("button[type=submit]").click()
    page.wait_for_url(f"{address}/admin/")
    return page


def save(page: Page, language: str, name: str) -> None:
    (FOLDER / language).mkdir(parents=True, exist_ok=True)
    picture = Image.open(BytesIO(page.screenshot())).convert("RGB")
    picture.save(FOLDER / language / f"{name}.webp", quality=62, method=6)


if __name__ == "__main__":
    main(*sys.argv[1:])
