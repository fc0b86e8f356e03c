"""All that the page of a fitted lesson shows, worked out from its form, so that the template only writes it down."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple

from django.utils.html import format_html, format_html_join
from django.utils.translation import gettext as _

from documents.fitting import DoesNotFit, Fitted, fit
from documents.kit import LessonKit
from documents.personal import Personal
from lessons import fitting_words
from lessons.fitted_files import FILES, FittedFile
from lessons.fitting_forms import PersonalForm, WishesForm, query_of

if TYPE_CHECKING:
    from lessons.models import LessonPage


class Choice(NamedTuple):
    """A link to other wishes, which fit."""

    label: str
    url: str


class Download(NamedTuple):
    """One file of the fitted lesson and the address it is at."""

    file: FittedFile
    url: str


@dataclass
class FittedLesson:
    """A lesson as one teacher wants it: her form, and what comes of it. Without a valid form, the lesson as it is."""

    page: "LessonPage"
    kit: LessonKit
    form: WishesForm
    personal_form: PersonalForm

    @cached_property
    def outcome(self) -> Fitted | DoesNotFit:
        return fit(self.kit, self.form.wishes if self.form.is_valid() else self.form.standard)

    @property
    def fitted(self) -> Fitted | None:
        """The lesson, if there is one for these wishes."""
        return self.outcome if isinstance(self.outcome, Fitted) else None

    @property
    def is_fulfilled(self) -> bool:
        """Whether the wishes were understood and there is a lesson for them."""
        return self.form.is_valid() and self.fitted is not None

    @property
    def query(self) -> str:
        return query_of(self.outcome.wishes)

    @property
    def url(self) -> str:
        return f"{self.page.fit_url}?{self.query}"

    # --- What it says ---

    @property
    def refusal(self) -> str:
        return fitting_words.refusal(self.outcome) if isinstance(self.outcome, DoesNotFit) else ""

    @property
    def offers(self) -> Iterator[Choice]:
        if isinstance(self.outcome, DoesNotFit):
            for wishes in self.outcome.offers:
                label = fitting_words.offer(self.kit, self.outcome, wishes)
                yield Choice(label, f"{self.page.fit_url}?{query_of(wishes)}")

    @property
    def remarks(self) -> list[str]:
        return list(fitting_words.remarks(self.outcome)) if isinstance(self.outcome, Fitted) else []

    @property
    def animal_answers(self) -> list[tuple[str, str]]:
        """What the lesson says of its live animal, if it comes."""
        wishes = self.outcome.wishes
        return fitting_words.animal_answers(self.page, wishes.pupils) if wishes.with_animal else []

    # --- What can be taken along ---

    @property
    def downloads(self) -> list[Download]:
        return [Download(file, self._url_of(file)) for file in FILES.values()]

    @property
    def downloads_with_names(self) -> list[Download]:
        """The files that the teacher can have filled in, the plan to edit first."""
        takes_names = [download for download in self.downloads if download.file.takes_names]
        return sorted(takes_names, key=lambda download: download.file.format)

    def _url_of(self, file: FittedFile) -> str:
        return f"{self.page.fit_url}{file.name}?{self.query}"

    def kit_for(self, personal: Personal) -> LessonKit:
        """Return the fitted kit with its teacher's blanks filled in, and what to mind with a live animal."""
        return replace(self.outcome.kit, safety_html=self._safety(), personal=personal)

    def _safety(self) -> str:
        """Return the safety rules of the lesson; with a live animal, its four answers after them."""
        answers = format_html_join("", "<li><b>{}:</b> {}</li>", self.animal_answers)
        title = _("A live animal takes part")
        told = format_html("<p><b>{}</b></p><ul>{}</ul>", title, answers) if answers else ""
        return self.outcome.kit.safety_html + told
