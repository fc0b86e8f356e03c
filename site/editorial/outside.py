"""What a reader from outside sees: one text, and a form for her advice."""

from django import forms
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.cache import add_never_cache_headers
from django.utils.decorators import method_decorator
from django.utils.translation import gettext_lazy as _
from django.views import View
from django.views.decorators.debug import sensitive_post_parameters
from wagtail.log_actions import log

from editorial.changes import changes, mark_headings
from editorial.mails import send_later
from editorial.models import Advice, Invitation
from editorial.models.invitations import digest_of
from editorial.people import User
from editorial.wording import Wording

ADVISED = "editorial.advice"
SESSION_KEY = "outside_review"
MAX_ADVICE = 20


class AdviceForm(forms.Form):
    """What a reader from outside has to say."""

    verdict = forms.ChoiceField(
        label=_("Your opinion"),
        choices=[("right", _("The text is right")), ("remarks", _("I have remarks"))],
        widget=forms.RadioSelect,
    )
    comment = forms.CharField(
        label=_("Remarks"), required=False, max_length=5000, widget=forms.Textarea(attrs={"rows": 6})
    )

    def clean(self):
        """Ask for the remarks of whoever has some."""
        data = super().clean()
        if data.get("verdict") == "remarks" and not data.get("comment"):
            self.add_error("comment", _("Please write what should be changed."))
        return data


@method_decorator(sensitive_post_parameters("token"), name="dispatch")
class OutsideView(View):
    """Opens one revision to whoever holds its token, without an account.

    The token comes in the body of a form and then lives in the session, so that no address ever holds it.
    """

    def dispatch(self, request: HttpRequest, *args, **kwargs) -> HttpResponse:
        response = super().dispatch(request, *args, **kwargs)
        add_never_cache_headers(response)
        response.headers["X-Robots-Tag"] = "noindex, nofollow"
        response.headers["Referrer-Policy"] = "same-origin"
        return response

    def get(self, request: HttpRequest, part: str = "") -> HttpResponse:
        invitation = self._invitation()
        if invitation is None:
            return render(request, "editorial/outside_enter.html")
        if not invitation.is_open:
            return self._closed()
        if part == "page":
            page = invitation.revision.as_object()
            return page.make_preview_request(request, page.default_preview_mode)
        return self._show(invitation, AdviceForm())

    def post(self, request: HttpRequest, part: str = "") -> HttpResponse:
        if "token" in request.POST:
            return self._enter(request.POST["token"])
        invitation = self._invitation()
        if invitation is None:
            return redirect("outside_review")
        if not invitation.is_open:
            return self._closed()
        form = AdviceForm(request.POST)
        if not form.is_valid():
            return self._show(invitation, form)
        record(invitation, form.cleaned_data["verdict"] == "right", form.cleaned_data["comment"])
        return redirect("outside_review")

    def _enter(self, token: str) -> HttpResponse:
        invitation = Invitation.objects.filter(token_digest=digest_of(token.strip())).first()
        if invitation is None:
            context = {"is_unknown": True}
            return render(self.request, "editorial/outside_enter.html", context, status=404)
        if not invitation.is_open:
            return self._closed()
        self.request.session[SESSION_KEY] = invitation.pk
        return redirect("outside_review")

    def _invitation(self) -> Invitation | None:
        key = self.request.session.get(SESSION_KEY)
        found = Invitation.objects.select_related("page__locale", "revision", "created_by").filter(pk=key)
        return found.first() if key else None

    def _closed(self) -> HttpResponse:
        self.request.session.pop(SESSION_KEY, None)
        return render(self.request, "editorial/outside_closed.html", status=410)

    def _show(self, invitation: Invitation, form: AdviceForm) -> HttpResponse:
        context = {
            "invitation": invitation,
            "text": invitation.revision.as_object(),
            "code": invitation.page.locale.language_code,
            "rows": mark_headings(changes(Wording(invitation.revision.as_object()), None, None)),
            "given": invitation.advice.all(),
            "form": form,
        }
        return render(self.request, "editorial/outside.html", context)


@transaction.atomic
def record(invitation: Invitation, approves: bool, comment: str) -> None:
    """Keep a piece of advice and tell whoever asked for it; a repeated click adds nothing, nor does a closed link."""
    if not Invitation.objects.select_for_update().get(pk=invitation.pk).is_open:
        return
    said = list(invitation.advice.all())
    if len(said) >= MAX_ADVICE or (said and (said[-1].approves, said[-1].comment) == (approves, comment)):
        return
    advice = Advice.objects.create(invitation=invitation, approves=approves, comment=comment)
    log(invitation.page, ADVISED, data={"name": invitation.name, "approves": approves}, revision=invitation.revision)
    send_later("advice", User.objects.filter(pk=invitation.created_by_id), page=invitation.page, advice=advice)
