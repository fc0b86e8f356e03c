"""Where a reader is and where she may go: menu, the page's twin, alternates, canonical address.

All of it comes from one query, made at the first question and kept on the request.
"""

import re
from dataclasses import dataclass
from functools import cached_property

from django.db.models import OuterRef, Q
from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import override
from wagtail.models import Page

from bilingual.models import Pair
from core import languages
from core.sections import SectionIndexMixin
from core.visibility import visible

# A page of a list after the first. Nobody writes as many stories as six digits count.
_FURTHER_PAGE = re.compile(r"(?!1$)[1-9][0-9]{0,5}")


@dataclass(frozen=True)
class MenuLink:
    """A link to a section or a standard page."""

    title: str
    url: str
    is_current: bool
    page: Page


@dataclass(frozen=True)
class LanguageLink:
    """A link to the same page in a language, or to that language's home where the page is not there."""

    code: str
    name: str
    url: str
    is_current: bool
    is_available: bool


@dataclass(frozen=True)
class Alternate:
    """An address for `<link rel="alternate" hreflang>`."""

    hreflang: str
    url: str


class Navigation:
    """The navigation of one request, about `page` if the request shows one."""

    def __init__(self, request: HttpRequest, page: Page | None = None):
        self.request = request
        self.page = page
        self.language = languages.active()

    # --- What the query brings ---

    @cached_property
    def _pages(self) -> list[Page]:
        wanted = Q(depth=3, show_in_menus=True)
        if self.page is not None:
            wanted |= Q(translation_key=self.page.translation_key)
        pairs = Pair.objects.filter(translation_key=OuterRef("translation_key"))
        return list(
            visible(Page.objects.filter(wanted))
            .select_related("locale")
            .annotate(pair_is_behind=pairs.values("is_behind"), original_locale=pairs.values("original_locale"))
            .order_by("path")
        )

    @cached_property
    def twins(self) -> dict[str, Page]:
        """The visible pages of the pair by language, the shown page among them."""
        if self.page is None:
            return {}
        pair = {p.locale.language_code: p for p in self._pages if p.translation_key == self.page.translation_key}
        return {**pair, self.language: self.page}

    @cached_property
    def twin(self) -> Page | None:
        """The shown page in the other language, if readers may see it."""
        return self.twins.get(languages.other(self.language))

    @cached_property
    def newer_original(self) -> Page | None:
        """The original, where readers of the shown translation must be told that it is newer."""
        twin = self.twin
        if twin is None or not twin.pair_is_behind or twin.original_locale != twin.locale_id:
            return None
        return twin

    # --- Menus ---

    @cached_property
    def _menu(self) -> list[MenuLink]:
        here = self.page.path if self.page is not None else ""
        return [
            MenuLink(p.title, p.url, here.startswith(p.path), p)
            for p in self._pages
            if p.depth == 3 and p.show_in_menus and p.locale.language_code == self.language
        ]

    @cached_property
    def sections(self) -> list[MenuLink]:
        return [link for link in self._menu if issubclass(link.page.specific_class, SectionIndexMixin)]

    @cached_property
    def standard_pages(self) -> list[MenuLink]:
        return [link for link in self._menu if link not in self.sections]

    @cached_property
    def section(self) -> MenuLink | None:
        """The section the shown page belongs to."""
        return next((link for link in self._menu if link.is_current), None)

    # --- Languages ---

    @cached_property
    def languages(self) -> list[LanguageLink]:
        return [self._language_link(code) for code in languages.CODES]

    def _language_link(self, code: str) -> LanguageLink:
        name, is_current = languages.NATIVE_NAMES[code], code == self.language
        if self.page is None:
            return LanguageLink(code, name, self._same_view(code), is_current, True)
        twin = self.twins.get(code)
        url = twin.url if twin is not None else None
        return LanguageLink(code, name, url or home_url(code), is_current, url is not None)

    def _same_view(self, code: str) -> str:
        """The address of a view that is not a page, in another language: search, errors."""
        match = self.request.resolver_match
        if match is None or match.url_name in ("wagtail_serve", "page_file", None):
            return home_url(code)
        with override(code):
            query = self.request.GET.urlencode()
            return reverse(match.view_name, args=match.args, kwargs=match.kwargs) + (f"?{query}" if query else "")

    @cached_property
    def alternates(self) -> list[Alternate]:
        """Each language in which the page exists, and the Kazakh one (else the only one) as the default."""
        if self.page is None or self.page.pk is None:
            return []
        known = [Alternate(link.code, self._absolute(link.url)) for link in self.languages if link.is_available]
        default = next((a for a in known if a.hreflang == languages.KAZAKH), known[0])
        return [*known, Alternate("x-default", default.url)]

    @cached_property
    def canonical(self) -> str:
        """The one address of what is shown: no filters, no tracking, but the page of a list."""
        if self.page is None or not self.page.url:
            return ""
        number = self.request.GET.get("page", "")
        suffix = f"?page={number}" if _FURTHER_PAGE.fullmatch(number) else ""
        return self._absolute(self.page.url) + suffix

    @cached_property
    def share_picture_url(self) -> str:
        """The picture that social networks show with the page; empty for views without one."""
        path = getattr(self.page, "share_picture_url", "")
        return self._absolute(path) if path else ""

    # --- Fixed places ---

    @property
    def home_url(self) -> str:
        return home_url(self.language)

    @property
    def search_url(self) -> str:
        return reverse("search")

    @property
    def opensearch_url(self) -> str:
        return reverse("opensearch")

    @cached_property
    def feed_url(self) -> str:
        """The feed of the current section; empty outside the sections."""
        return f"{self.section.url}feed.xml" if self.section in self.sections and self.section else ""

    def _absolute(self, url: str) -> str:
        return self.request.build_absolute_uri(url)


def home_url(code: str) -> str:
    """Return the address of the home page in "kk" or "ru"."""
    with override(code):
        return reverse("wagtail_serve", args=("",))
