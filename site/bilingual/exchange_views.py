"""The doors for PO files: taking one away, and bringing it back."""

from django import forms
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST
from wagtail.admin import messages
from wagtail.log_actions import log
from wagtail.models import Page

from bilingual.comparison import Comparison, compare_drafts
from bilingual.drafts import save_texts
from bilingual.exchange import BadFileError, export_po, file_name, import_po
from bilingual.labels import places
from bilingual.wordings import confirm


class FileForm(forms.Form):
    file = forms.FileField()


def _comparison(request: HttpRequest, page_id: int) -> Comparison:
    page = get_object_or_404(Page.objects.select_related("locale"), pk=page_id).specific
    comparison = compare_drafts(page)
    if comparison is None:
        raise Http404
    if not comparison.translation.permissions_for_user(request.user).can_edit():
        raise PermissionDenied
    return comparison


def export_file(request: HttpRequest, page_id: int) -> HttpResponse:
    """Answer with the translation as a PO file."""
    comparison = _comparison(request, page_id)
    content = export_po(comparison, places(comparison.original))
    disposition = f'attachment; filename="{file_name(comparison)}"'
    return HttpResponse(
        content, content_type="text/x-gettext-translation; charset=utf-8", headers={"Content-Disposition": disposition}
    )


@require_POST
def import_file(request: HttpRequest, page_id: int) -> HttpResponse:
    """Take a PO file into the draft, whole or not at all. Entries marked fuzzy stay to be confirmed."""
    comparison = _comparison(request, page_id)
    lock = comparison.translation.get_lock()
    form = FileForm(request.POST, request.FILES)
    if lock is not None and lock.for_user(request.user):
        messages.error(request, _("This page is locked now. Nothing was imported."))
    elif not form.is_valid():
        messages.error(request, _("Choose a PO file first."))
    else:
        _take(request, comparison, form.cleaned_data["file"].read())
    return redirect("bilingual:translate", page_id)


def _take(request: HttpRequest, comparison: Comparison, content: bytes) -> None:
    try:
        imported = import_po(content, comparison, places(comparison.original))
    except BadFileError as refusal:
        for sentence in refusal.sentences:
            messages.error(request, sentence)
        return
    translation = comparison.translation
    if imported.texts:
        save_texts(comparison, imported.texts, request.user)
        confirm(compare_drafts(translation), request.user, imported.confirmed)
        log(translation, "bilingual.import", user=request.user, data={"texts": len(imported.texts)})
    text = _("%(number)d texts were taken from the file into the draft.")
    messages.success(request, text % {"number": len(imported.texts)})
