"""Choosing one of the shipped icons by its picture."""

from django import forms
from django.http import HttpRequest, HttpResponse
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.cache import patch_cache_control

from documents import icons


class IconChoice(forms.RadioSelect):
    """Radio buttons with pictures that fold away; telepath and keyboard treat them as the radio buttons they are."""

    template_name = "lessons/admin/icon_choice.html"

    def get_context(self, name, value, attrs):
        context = super().get_context(name, value, attrs)
        return {**context, "sprite": f"{reverse('kit_icons')}?v={icons.digest()}"}

    def _render(self, template_name, context, renderer=None):
        """Render with the site's templates; a form's own renderer looks into apps only."""
        return render_to_string(template_name, context)

    def id_for_label(self, id_, index=None):
        return ""


def kit_icons(request: HttpRequest) -> HttpResponse:
    """Answer with all shipped icons in one file, for the pictures of the choice."""
    response = HttpResponse(icons.sprite(), content_type="image/svg+xml")
    patch_cache_control(response, private=True, max_age=31_536_000, immutable=True)
    return response
