"""The translator's screen: the original on the left, her text on the right, and what is left to do between them."""

from dataclasses import dataclass, field

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.html import format_html_join
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext
from django.views import View
from django.views.decorators.http import require_POST
from wagtail.admin import messages
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin
from wagtail.log_actions import log
from wagtail.models import Page

from bilingual import forms
from bilingual.comparison import TO_CONFIRM, Comparison, Row, State, compare_drafts
from bilingual.differences import Piece, difference, pieces
from bilingual.drafts import UntranslatableError, create_translation, save_texts
from bilingual.hints import Glossary, earlier_translations
from bilingual.labels import Place, places
from bilingual.models import Leftover, Term
from bilingual.pairs import twin_of
from bilingual.roles import NotInStepError, swap_roles
from bilingual.structure import pull_structure
from bilingual.wordings import confirm
from core import languages

FILTERS = {
    "all": gettext_lazy("All"),
    "missing": gettext_lazy("Not translated"),
    "stale": gettext_lazy("To be confirmed"),
}


@dataclass
class Line:
    """One row of the screen."""

    row: Row
    place: Place
    original: list[Piece]
    text: str
    terms: list[Term] = field(default_factory=list)
    earlier: list[str] = field(default_factory=list)
    reasons: list[str] = field(default_factory=list)
    begins_section: bool = False
    begins_block: bool = False

    @property
    def is_open(self) -> bool:
        """Whether the translator can write here: the text has a place in both pages."""
        return self.row.original is not None and self.row.state != State.ABSENT

    @property
    def can_be_confirmed(self) -> bool:
        return self.is_open and self.row.state in {*TO_CONFIRM, State.MISSING}

    @property
    def original_html(self) -> str:
        return format_html_join("", "<{0}>{1}</{0}>", ((_element(piece), piece.text) for piece in self.original))

    @property
    def state_label(self) -> str:
        return State(self.row.state).label

    @property
    def height(self) -> int:
        """How many lines of the field the text fills."""
        longest = max(len(self.text), len(self.row.original.text) if self.row.original else 0)
        return min(12, 1 + longest // 52)


def _element(piece: Piece) -> str:
    """Name the HTML element that shows a stretch of text; a tag of the text itself is shown as code."""
    return piece.change or ("code" if piece.is_tag else "span")


class TranslateView(WagtailAdminTemplateMixin, View):
    """Shows a pair side by side, and saves what the translator wrote as a draft."""

    template_name = "bilingual/translate.html"
    header_icon = "globe"

    def dispatch(self, request: HttpRequest, page_id: int):
        self.page = get_object_or_404(Page.objects.select_related("locale"), pk=page_id).specific
        self.twin = twin_of(self.page)
        if not any(self._may_edit(page) for page in (self.page, self.twin) if page is not None):
            raise PermissionDenied
        return super().dispatch(request, page_id)

    def _may_edit(self, page: Page) -> bool:
        return page.permissions_for_user(self.request.user).can_edit()

    @cached_property
    def comparison(self) -> Comparison | None:
        return compare_drafts(self.page)

    # --- What is sent ---

    def post(self, request: HttpRequest, page_id: int) -> HttpResponse:
        if self.comparison is None:
            return redirect("bilingual:translate", page_id)
        refusal = self._refusal()
        if refusal:
            messages.error(request, refusal)
            return self._show(forms.read(request.POST, self.comparison, self._places))
        action = {"pull": self._pull, "swap": self._swap}.get(request.POST.get("do"), self._save)
        return action()

    def _refusal(self) -> str:
        """Why the translation cannot be changed now; empty if it can."""
        translation = self.comparison.translation
        if not self._may_edit(translation):
            return _("You may read this translation but not change it.")
        lock = translation.get_lock()
        if lock is not None and lock.for_user(self.request.user):
            return _("This page is locked now. Nothing was saved; your text still stands below.")
        return ""

    def _save(self) -> HttpResponse:
        sent = forms.read(self.request.POST, self.comparison, self._places)
        if sent.texts:
            save_texts(self.comparison, sent.texts, self.request.user, overwrite=self._own_autosave())
            del self.comparison
        if self.request.POST.get("do") == "confirm":
            self._confirm(None)
        elif sent.confirmed:
            self._confirm(sent.confirmed)
        if "application/json" in self.request.headers.get("Accept", ""):
            return self._answer_autosave(sent)
        self._tell(sent)
        return self._show(sent) if sent.refused else redirect(self.request.get_full_path())

    def _confirm(self, keys: set[str] | None) -> None:
        number = confirm(self.comparison, self.request.user, keys)
        translation = self.comparison.translation
        if number:
            log(translation, "bilingual.confirm", user=self.request.user, data={"texts": number})
        del self.comparison

    def _own_autosave(self):
        """Return the draft that this screen saved by itself just before, which the next one may replace."""
        latest = self.comparison.translation.latest_revision
        own = latest is not None and str(latest.pk) == self.request.POST.get("autosaved")
        return latest if own and latest.user_id == self.request.user.pk and latest.is_latest_revision() else None

    def _answer_autosave(self, sent: forms.Sent) -> JsonResponse:
        rows = self.comparison.rows
        return JsonResponse(
            {
                "base": self.comparison.translation.latest_revision_id,
                "refused": sent.refused,
                "states": {row.key: {"value": row.state, "label": str(State(row.state).label)} for row in rows},
            }
        )

    def _tell(self, sent: forms.Sent) -> None:
        if sent.refused:
            number = len(sent.refused)
            text = ngettext(
                "%(number)d text was not saved; the reason stands beside it. The others are saved.",
                "%(number)d texts were not saved; the reasons stand beside them. The others are saved.",
                number,
            )
            messages.error(self.request, text % {"number": number})
        else:
            messages.success(self.request, _("The draft is saved. Readers do not see it yet."))

    def _pull(self) -> HttpResponse:
        pull_structure(self.page, self.request.user)
        messages.success(self.request, _("The structure of the original is brought over. No text of yours was lost."))
        return redirect(self.request.get_full_path())

    def _swap(self) -> HttpResponse:
        try:
            swap_roles(self.page)
        except NotInStepError as refusal:
            messages.error(self.request, str(refusal))
        else:
            log(self.comparison.translation, "bilingual.swap_roles", user=self.request.user)
            messages.success(self.request, _("The roles are swapped: the other language is the original now."))
        return redirect(self.request.get_full_path())

    # --- What is shown ---

    def get(self, request: HttpRequest, page_id: int) -> HttpResponse:
        return self._show(forms.Sent())

    def _show(self, sent: forms.Sent) -> HttpResponse:
        return self.render_to_response(self.get_context_data(sent=sent))

    def get_context_data(self, sent: forms.Sent, **kwargs):
        context = super().get_context_data(**kwargs)
        context |= {"page": self.page, "languages": languages.NATIVE_NAMES, "is_page_translated": bool(self.comparison)}
        if self.comparison is None:
            return context | {"language": self.page.locale.language_code}
        comparison, show = self.comparison, self.request.GET.get("show")
        show = show if show in FILTERS else "all"
        return context | {
            "original": comparison.original,
            "translation": comparison.translation,
            "original_code": comparison.original.locale.language_code,
            "code": comparison.translation.locale.language_code,
            "lines": self._lines(show, sent),
            "extras": [row for row in comparison.rows if row.state == State.EXTRA],
            "leftovers": Leftover.objects.filter(translation_key=self.page.translation_key),
            "filters": self._filters(show),
            "differs": comparison.structure_differs,
            "is_built_differently": comparison.is_built_differently,
            "absent": len([row for row in comparison.rows if row.state == State.ABSENT]),
            "to_confirm": len(comparison.stale),
            "refusal": self._refusal(),
            "base": comparison.translation.latest_revision_id or "",
        }

    @cached_property
    def _places(self) -> dict[str, Place]:
        return places(self.comparison.original)

    def _filters(self, show: str) -> list[dict]:
        rows = {
            "all": [row for row in self.comparison.rows if row.original],
            "missing": self.comparison.missing,
            "stale": self.comparison.stale,
        }
        return [{"name": n, "label": FILTERS[n], "number": len(r), "is_current": n == show} for n, r in rows.items()]

    def _lines(self, show: str, sent: forms.Sent) -> list[Line]:
        wanted = {"missing": {State.MISSING, State.ABSENT}, "stale": TO_CONFIRM}.get(show, set(State))
        rows = [r for r in self.comparison.rows if r.original and (r.state in wanted or r.key in sent.refused)]
        code = self.comparison.original.locale.language_code
        earlier = earlier_translations(rows, code, languages.other(code))
        glossary = Glossary(code)
        lines: list[Line] = []
        for row in rows:
            line = self._line(row, sent)
            line.terms, line.earlier = glossary.terms_in(row.original.text), earlier.get(row.original.digest, [])
            before = lines[-1].place if lines else None
            line.begins_section = bool(line.place.section) and (not before or before.section != line.place.section)
            line.begins_block = bool(line.place.block) and (not before or before.block != line.place.block)
            lines.append(line)
        return lines

    def _line(self, row: Row, sent: forms.Sent) -> Line:
        moved = row.earlier is not None and row.state in {State.STALE, State.MISSING, State.ABSENT}
        original = difference(row.earlier, row.original.text) if moved else pieces(row.original.text)
        place = self._places.get(row.path) or Place("", "", row.path)
        text = sent.entered.get(row.key, forms.shown(row))
        return Line(row, place, original, text, reasons=sent.refused.get(row.key, []))

    def get_page_title(self):
        return _("Translation")

    def get_page_subtitle(self):
        return self.page.get_admin_display_title()

    def get_breadcrumbs_items(self):
        edit = reverse("wagtailadmin_pages:edit", args=[self.page.pk])
        return [
            *self.breadcrumbs_items,
            {"url": edit, "label": self.page.get_admin_display_title()},
            {"url": "", "label": _("Translation")},
        ]


@require_POST
def create(request: HttpRequest, page_id: int) -> HttpResponse:
    """Make the draft in the other language and open it side by side."""
    page = get_object_or_404(Page.objects.select_related("locale"), pk=page_id).specific
    if not page.permissions_for_user(request.user).can_edit():
        raise PermissionDenied
    try:
        create_translation(page, request.user)
    except UntranslatableError as refusal:
        messages.error(request, str(refusal))
    return redirect("bilingual:translate", page_id)


@require_POST
def drop_leftover(request: HttpRequest, page_id: int, leftover_id: int) -> HttpResponse:
    """Throw away a text without a place, because the translator says so."""
    page = get_object_or_404(Page, pk=page_id).specific
    if not page.permissions_for_user(request.user).can_edit():
        raise PermissionDenied
    get_object_or_404(Leftover, pk=leftover_id, translation_key=page.translation_key).delete()
    return redirect("bilingual:translate", page_id)
