"""An editor who chose Kazakh meets no English or Russian word in the admin."""

import re
from functools import cache
from importlib import import_module
from pathlib import Path

import polib
import pytest
from bs4 import BeautifulSoup, Comment, Doctype
from django.apps import apps
from django.contrib.auth.models import Group
from django.urls import reverse
from django.utils import translation
from wagtail.models import Page
from wagtail.users.models import UserProfile

from bilingual.drafts import create_translation
from bilingual.models import Term
from core import languages
from core.models import Act
from tests import factories
from tests.editorial.reviewing import LawPair, submitted, user_of

pytestmark = pytest.mark.django_db

# Names and abbreviations that are the same in every language.
SAME_EVERYWHERE = re.compile(
    r"wagtail|json|url|urls|html|csv|xlsx|api|https?|embedly|embed|meirim|gravatar|utc|kk|ru|po|pdf|docx|odt|txt|"
    r"jpg|jpeg|png|webp|avif|gif|id|ctrl|shift|alt|enter|esc|cmd|del|javascript|example|org|com|kz|admin|mod|blog|"
    r"creative|commons|mit|noindex|cc|by|svg|tab|rss|atom|mb|kb|h[1-6]|v\d",
    re.IGNORECASE,
)
LATIN_WORD = re.compile(r"[A-Za-z]{3,}")
# Written into Wagtail's templates without a way to translate them; the last two are values it prints as they are.
HARD_CODED = {"Actions", "Search", "True", "None"}
ATTRIBUTES = ("title", "aria-label", "placeholder", "alt", "data-w-dialog-title", "value")


@cache
def wagtail_messages(domain: str, language: str) -> list[polib.POEntry]:
    """Return the messages of all installed apps of Wagtail in `language`."""
    found = []
    for config in apps.get_app_configs():
        if config.name == "wagtail" or config.name.startswith("wagtail."):
            folder = Path(import_module(config.name).__file__).parent
            path = folder / "locale" / language / "LC_MESSAGES" / f"{domain}.po"
            found += polib.pofile(str(path)) if path.exists() else []
    return [entry for entry in found if not entry.obsolete]


@pytest.mark.parametrize("domain", ["django", "djangojs"])
def test_every_message_of_wagtail_is_in_our_catalogue(domain):
    path = Path(__file__).resolve().parents[1] / f"site/locale/django_overrides/kk/LC_MESSAGES/{domain}.po"
    ours = {(entry.msgctxt, entry.msgid) for entry in polib.pofile(str(path))}

    messages = wagtail_messages(domain, "en")

    assert len(messages) > (1200 if domain == "django" else 80)
    assert not [entry.msgid for entry in messages if (entry.msgctxt, entry.msgid) not in ours]


@cache
def russian_messages() -> dict[str, str]:
    """Return Wagtail's and our own Russian wordings that Kazakh words otherwise, with what they stand for."""
    own = Path(__file__).resolve().parents[1] / "site/locale/ru/LC_MESSAGES/django.po"
    entries = [*wagtail_messages("django", "ru"), *polib.pofile(str(own))]
    with translation.override("kk"):
        return {
            entry.msgstr: entry.msgid
            for entry in entries
            if entry.msgstr and "%" not in entry.msgstr and translation.gettext(entry.msgid) != entry.msgstr
        }


def words_on(html: str) -> list[str]:
    """Return each text and each readable attribute of a page, without what a person wrote in the content."""
    soup = BeautifulSoup(html, "html.parser")
    for element in soup(["script", "style", "template", "textarea", "code", "svg"]):
        element.decompose()
    found = [str(text) for text in soup.find_all(string=True) if not isinstance(text, Comment | Doctype)]
    for element in soup.find_all(True):
        if element.name == "input" and element.get("type") not in {"submit", "button"}:
            element.attrs.pop("value", None)
        if element.name in {"option", "button", "li", "data", "meta"}:
            element.attrs.pop("value", None)
        found += [str(element[name]) for name in ATTRIBUTES if element.get(name)]
    return [" ".join(text.split()) for text in found if text.strip()]


def foreign(html: str) -> set[str]:
    """Return what on a page is English or Russian."""
    texts = words_on(html)
    english = {t for t in texts if any(not SAME_EVERYWHERE.fullmatch(word) for word in LATIN_WORD.findall(_bare(t)))}
    russian = {text for text in texts if text in russian_messages()}
    return (english | russian) - HARD_CODED - set(languages.NATIVE_NAMES.values())


def _bare(text: str) -> str:
    """Return a text without addresses, file names and what stands in the tree as a slug."""
    return re.sub(r"\S*[/@_]\S*|\b[\w-]+\.(?:py|html|jpg|png|css)\b|\b[a-z]+(?:[-.][a-z0-9]+)+\b", " ", text)


@pytest.fixture
def superuser(client):
    user = user_of(None, "0")
    user.first_name = "Әкімші"
    user.save()
    UserProfile.objects.create(user=user, preferred_language="kk")
    client.force_login(user)
    return user


@pytest.fixture
def content(client, superuser):
    """One of each thing an editor may meet, with names in Kazakh alone."""
    author = user_of("Authors", "1")
    law = LawPair(client)
    for user in (law.author, law.lawyer, law.translator):
        user.username, user.first_name = str(user.pk), "Аты"
        user.save()
    law.submit(law.kk)
    story = submitted(factories.StoryPageFactory, author, title="Қой", slug="1")
    draft = factories.StoryPageFactory(live=False, title="Ешкі", slug="2")
    create_translation(draft, author)
    for group in Group.objects.all():
        group.name = f"{group.pk}-топ"
        group.save()
    client.force_login(superuser)
    return {
        "law": law.kk,
        "story": story,
        "draft": draft,
        "section": story.get_parent(),
        "picture": factories.PictureFactory(title="Сурет", filename="1.png"),
        "term": Term.objects.first(),
        "user": author,
        "titles": set(Page.objects.values_list("title", flat=True)),
    }


def addresses(content) -> list[str]:
    """Name every kind of screen that authors, lawyers, translators and editors have, and those about people.

    Groups, sites and redirects are the owner's: what they show of permissions is English in Django's own database.
    """
    page, law, draft, section = content["story"].pk, content["law"].pk, content["draft"].pk, content["section"].pk
    of_pages = [
        reverse(f"wagtailadmin_pages:{name}", args=[key])
        for key in (page, law, draft, section)
        for name in ("edit", "history", "usage", "copy", "move", "delete", "set_privacy", "workflow_history")
        if not (key == section and name in {"copy", "move", "delete"})
    ]
    return [
        "/admin/",
        "/admin/pages/",
        f"/admin/pages/{section}/",
        *of_pages,
        reverse("wagtailadmin_pages:add", args=["stories", "storypage", section]),
        reverse("wagtailadmin_pages:add", args=["legal", "explainerpage", content["law"].get_parent().pk]),
        reverse("bilingual:translate", args=[draft]),
        reverse("bilingual:translate", args=[law]),
        reverse("bilingual:translate", args=[page]),
        reverse("editorial:review", args=[page]),
        reverse("editorial:review", args=[law]),
        reverse("emergency_publish", args=[page]),
        reverse("pages_and_languages"),
        reverse("editors_guide"),
        "/admin/choose-page/",
        "/admin/choose-external-link/?link_url=https://example.org",
        "/admin/choose-email-link/",
        "/admin/choose-phone-link/",
        "/admin/choose-anchor-link/",
        "/admin/images/",
        "/admin/images/multiple/add/",
        "/admin/images/chooser/",
        f"/admin/images/{content['picture'].pk}/",
        f"/admin/images/{content['picture'].pk}/delete/",
        f"/admin/images/usage/{content['picture'].pk}/",
        "/admin/documents/",
        "/admin/documents/multiple/add/",
        "/admin/documents/chooser/",
        reverse(Term.snippet_viewset.get_url_name("add")),
        reverse(Term.snippet_viewset.get_url_name("edit"), args=[content["term"].pk]),
        reverse(Term.snippet_viewset.get_url_name("delete"), args=[content["term"].pk]),
        "/admin/reports/locked/",
        "/admin/reports/workflow/",
        "/admin/reports/workflow_tasks/",
        "/admin/reports/site-history/",
        "/admin/reports/aging-pages/",
        "/admin/reports/page-types-usage/",
        "/admin/workflows/list/",
        "/admin/workflows/add/",
        "/admin/workflows/tasks/index/",
        "/admin/users/",
        reverse("wagtailusers_users:add"),
        f"/admin/users/edit/{content['user'].pk}/",
        "/admin/collections/",
        "/admin/collections/add/",
        "/admin/account/",
        "/admin/pages/search/?q=мысық",
    ]


def test_no_screen_of_the_admin_says_anything_in_english_or_russian(client, content):
    found = {}
    for address in addresses(content):
        response = client.get(address)
        if response.status_code != 200:
            found[address] = {str(response.status_code)}
            continue
        is_dialog = response.headers["Content-Type"].startswith("application/json")
        strange = foreign(response.json()["html"] if is_dialog else response.content.decode()) - content["titles"]
        if strange:
            found[address] = strange

    assert not found, "\n".join(f"{address}: {sorted(texts)}" for address, texts in found.items())


def test_the_crawl_would_find_english_and_russian():
    assert foreign("<p>Published</p>") == {"Published"}
    assert foreign("<p>Опубликовать</p>") == {"Опубликовать"}
    assert foreign("<a title='Delete'>Жою</a>") == {"Delete"}
    assert foreign("<p>Жариялау: example.jpg, URL</p>") == set()


@pytest.mark.parametrize("address", ["/admin/login/", "/admin/password_reset/"])
def test_who_signs_in_reads_kazakh(client, address):
    html = client.get(address, headers={"Accept-Language": "kk"}).content.decode()

    assert not foreign(html)
    failed = client.post("/admin/login/", {"username": "x", "password": "y"}, headers={"Accept-Language": "kk"})
    assert not foreign(failed.content.decode())


def test_a_registry_is_worded_for_each_who_looks_not_for_who_came_first():
    for kind in (Term, Act):
        label = kind.snippet_viewset.breadcrumbs_items[0]["label"]
        for language in languages.CODES:
            with translation.override(language):
                assert str(label) == translation.gettext("Home")
