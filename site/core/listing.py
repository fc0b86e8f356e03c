"""Lists of pages for readers: filters as plain links, pages of twelve, nothing that a bad address can break."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from functools import cached_property
from urllib.parse import urlencode

from django.core.paginator import Paginator
from django.db.models import QuerySet
from django.http import HttpRequest, QueryDict

PAGE_PARAMETER = "page"


@dataclass(frozen=True)
class Filter:
    """One question a reader may narrow a list by.

    `choices` lists (value, label) pairs that occur; `narrow` takes the query set and a chosen value.
    A value that is not among the choices is as good as none.
    """

    name: str
    label: str
    choices: Iterable[tuple[str, str]]
    narrow: Callable[[QuerySet, str], QuerySet]


@dataclass(frozen=True)
class Option:
    """One link of a filter. The first of each filter, with an empty value, takes the filter off."""

    value: str
    label: str
    url: str
    is_selected: bool


@dataclass(frozen=True)
class FilterLinks:
    name: str
    label: str
    options: list[Option]

    @property
    def selected(self) -> Option | None:
        return next((option for option in self.options if option.is_selected and option.value), None)


@dataclass(frozen=True)
class PageLink:
    """A link to one page of the list, or a gap between such links."""

    number: int | None = None
    url: str = ""
    is_current: bool = False

    @property
    def is_gap(self) -> bool:
        return self.number is None


@dataclass
class Listing:
    """A query set as one reader asked to see it: narrowed by the address, cut into pages."""

    queryset: QuerySet
    parameters: QueryDict
    available_filters: list[Filter] = field(default_factory=list)
    kept_parameters: dict[str, str] = field(default_factory=dict)
    all_label: str = ""
    per_page: int = 12

    @classmethod
    def for_request(cls, request: HttpRequest, queryset: QuerySet, filters: list[Filter], all_label: str) -> "Listing":
        return cls(queryset, request.GET, filters, all_label=all_label)

    @cached_property
    def chosen(self) -> dict[str, str]:
        """The filters in force, by name."""
        asked = [(f, self.parameters.get(f.name, "")) for f in self.available_filters]
        return {f.name: value for f, value in asked if value in {str(v) for v, _label in f.choices}}

    @cached_property
    def filters(self) -> list[FilterLinks]:
        return [FilterLinks(f.name, f.label, self._options(f)) for f in self.available_filters if f.choices]

    @cached_property
    def cards(self):
        """The page of results that was asked for; the nearest there is if the number makes no sense."""
        narrowed = self.queryset
        for f in self.available_filters:
            if f.name in self.chosen:
                narrowed = f.narrow(narrowed, self.chosen[f.name])
        return Paginator(narrowed, self.per_page).get_page(self.parameters.get(PAGE_PARAMETER))

    @property
    def total(self) -> int:
        return self.cards.paginator.count

    @property
    def is_filtered(self) -> bool:
        return bool(self.chosen)

    @property
    def clear_url(self) -> str:
        return self._url({})

    @cached_property
    def pages(self) -> list[PageLink]:
        """Links to the pages of the list; empty where one page holds all."""
        paginator = self.cards.paginator
        if paginator.num_pages == 1:
            return []
        numbers = paginator.get_elided_page_range(self.cards.number, on_each_side=1, on_ends=1)
        return [
            PageLink(n, self._page_url(n), n == self.cards.number) if isinstance(n, int) else PageLink()
            for n in numbers
        ]

    @property
    def previous_url(self) -> str:
        return self._page_url(self.cards.previous_page_number()) if self.cards.has_previous() else ""

    @property
    def next_url(self) -> str:
        return self._page_url(self.cards.next_page_number()) if self.cards.has_next() else ""

    def _options(self, f: Filter) -> list[Option]:
        others = {name: value for name, value in self.chosen.items() if name != f.name}
        chosen = self.chosen.get(f.name, "")
        everything = Option("", self.all_label, self._url(others), not chosen)
        return [everything] + [
            Option(str(value), label, self._url({**others, f.name: str(value)}), str(value) == chosen)
            for value, label in f.choices
        ]

    def _page_url(self, number: int) -> str:
        return self._url({**self.chosen, **({PAGE_PARAMETER: str(number)} if number > 1 else {})})

    def _url(self, parameters: dict[str, str]) -> str:
        """An address relative to the list; a bare "?" would keep what it is meant to drop, "." does not."""
        query = urlencode({**self.kept_parameters, **parameters})
        return f"?{query}" if query else "."
