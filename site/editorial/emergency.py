"""Publishing at once, round the review: for one permission, with a reason, and written down for good."""

from django import forms
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.template.response import TemplateResponse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.admin import messages
from wagtail.log_actions import log
from wagtail.models import Page

from bilingual.pairs import hold, twin_of
from editorial.going_live import newest_revision
from editorial.texts import text_digest

PERMISSION = "editorial.emergency_publish"
ACTION = "editorial.emergency_publish"


class ReasonForm(forms.Form):
    """Why a text cannot wait for its review."""

    seen = forms.CharField(required=False, widget=forms.HiddenInput)
    reason = forms.CharField(
        label=gettext_lazy("Why can it not wait for the review?"),
        help_text=gettext_lazy("The reason stands in the history of the page for good."),
        min_length=10,
        max_length=1000,
        widget=forms.Textarea(attrs={"rows": 4}),
    )


def emergency_publish(request: HttpRequest, page_id: int) -> HttpResponse:
    """Ask for the reason, then put the newest draft before readers."""
    page = get_object_or_404(Page, pk=page_id).specific
    if not request.user.has_perm(PERMISSION) or not page.permissions_for_user(request.user).can_edit():
        raise PermissionDenied
    revision = newest_revision(page)
    digest = text_digest(revision) if revision is not None else ""
    form = ReasonForm(request.POST or None, initial={"seen": digest})
    # Autosave may rewrite a draft in its place, so its number does not tell whether it is the one that was shown.
    if form.is_bound and form.is_valid() and form.cleaned_data["seen"] != digest:
        messages.error(request, _("Somebody changed the text after you opened it. Please read it once more."))
        return redirect("emergency_publish", page.pk)
    if request.method == "POST" and revision is not None and form.is_valid():
        publish_now(page, revision, request.user, form.cleaned_data["reason"])
        messages.success(request, _("“%(title)s” is published. The reason is written down.") % {"title": page.title})
        return redirect("wagtailadmin_pages:history", page.pk)
    context = {"page": page, "form": form, "twin": twin_of(page), "revision": revision}
    return TemplateResponse(request, "editorial/emergency_publish.html", context)


@transaction.atomic
def publish_now(page: Page, revision, user, reason: str) -> None:
    """Publish one page without its review and record who did it and why."""
    hold(page)
    log(page, ACTION, user=user, data={"reason": reason}, revision=revision)
    if revision.content.get("go_live_at"):
        revision.content["go_live_at"] = None
        revision.save(update_fields=["content"])
    # Wagtail's own method: ours would refuse the text and take the twin along.
    Page.publish(page, revision, user=user, skip_permission_checks=True)
