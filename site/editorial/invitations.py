"""Asking somebody outside for advice, from the review of a page."""

from django import forms
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, override
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST
from wagtail.admin import messages
from wagtail.log_actions import log
from wagtail.models import Page

from editorial.going_live import newest_revision
from editorial.models import Invitation

INVITED, REVOKED = "editorial.invite", "editorial.revoke"
DAYS = [(3, gettext_lazy("3 days")), (7, gettext_lazy("1 week")), (14, gettext_lazy("2 weeks"))]


class InvitationForm(forms.Form):
    """Who is asked, and for how long the link opens the text."""

    name = forms.CharField(
        label=gettext_lazy("Name and role"),
        help_text=gettext_lazy("Recorded with the advice. For example: advocate, full name"),
        min_length=3,
        max_length=160,
    )
    days = forms.TypedChoiceField(label=gettext_lazy("The link opens the text for"), choices=DAYS, coerce=int)


@require_POST
@never_cache
def invite(request: HttpRequest, page_id: int) -> HttpResponse:
    """Make a link and show it, this once."""
    page = _page_to_edit(request, page_id)
    form, revision = InvitationForm(request.POST), newest_revision(page)
    if revision is None or not form.is_valid():
        messages.error(request, _("Write the name and role of whom you ask, in 3 to 160 characters."))
        return redirect("editorial:review", page_id)
    name = form.cleaned_data["name"]
    invitation, token = Invitation.issue(page, revision, name, form.cleaned_data["days"], request.user)
    log(page, INVITED, user=request.user, data={"name": name}, revision=revision)
    with override(page.locale.language_code):
        # Behind the sign "#" a browser keeps the token to itself: it reaches no log, here or on the way.
        address = f"{request.build_absolute_uri(reverse('outside_review'))}#{token}"
    context = {"page": page, "invitation": invitation, "address": address}
    return TemplateResponse(request, "editorial/invitation.html", context)


@require_POST
def revoke(request: HttpRequest, page_id: int, invitation_id: int) -> HttpResponse:
    """Take a link back; what was said through it stays."""
    page = _page_to_edit(request, page_id)
    invitation = get_object_or_404(Invitation, pk=invitation_id, page_id=page_id)
    if Invitation.objects.filter(pk=invitation.pk, revoked_at=None).update(revoked_at=timezone.now()):
        log(page, REVOKED, user=request.user, data={"name": invitation.name})
    messages.success(request, _("The link of %(name)s opens nothing any more.") % {"name": invitation.name})
    return redirect("editorial:review", page_id)


def _page_to_edit(request: HttpRequest, page_id: int) -> Page:
    page = get_object_or_404(Page.objects.select_related("locale"), pk=page_id).specific
    if not page.permissions_for_user(request.user).can_edit():
        raise PermissionDenied
    return page
