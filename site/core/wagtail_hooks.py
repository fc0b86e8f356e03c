"""The registries in the admin: reference data and law. And which documents readers may open."""

from django.http import Http404
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.documents.permissions import permission_policy as documents_policy
from wagtail.snippets.models import register_snippet
from wagtail.snippets.views.snippets import SnippetViewSetGroup

from core.live_use import live_pages_using
from core.models import (
    Act,
    Article,
    Direction,
    Licence,
    Organisation,
    Outcome,
    ProgrammeValue,
    Region,
    Species,
    Subject,
)
from core.snippets import RegistryViewSet
from core.visibility import visible


class BilingualViewSet(RegistryViewSet):
    """Rows with a name in each language, both in the list."""

    icon = "list-ul"
    list_display = ["name_kk", "name_ru"]
    search_fields = ["name_kk", "name_ru"]


def bilingual(row_type: type, *more: str) -> type[RegistryViewSet]:
    """Return the view set of a reference model; `more` names its fields beside the two names."""
    fields = ["name_kk", "name_ru", *more]
    return type(
        f"{row_type.__name__}ViewSet",
        (BilingualViewSet,),
        {"model": row_type, "list_display": fields, "form_fields": fields},
    )


class ReferenceData(SnippetViewSetGroup):
    """What pages choose from."""

    menu_label = _("Reference data")
    menu_icon = "table"
    menu_order = 310
    items = (
        bilingual(Region, "iso_code", "kato", "centre_kk", "centre_ru"),
        bilingual(Species, "slug"),
        bilingual(Outcome, "slug"),
        bilingual(Subject, "slug"),
        bilingual(ProgrammeValue, "slug"),
        bilingual(Direction, "slug"),
        bilingual(Organisation),
        bilingual(Licence, "slug", "url"),
    )


class ActViewSet(RegistryViewSet):
    model = Act
    icon = "doc-full"
    list_display = ["short_title_kk", "short_title_ru", "number", "register_id", "is_verified"]
    search_fields = ["title_kk", "title_ru", "short_title_kk", "short_title_ru", "number", "register_id"]
    form_fields = [
        "slug",
        "number",
        "adopted_on",
        "title_kk",
        "title_ru",
        "short_title_kk",
        "short_title_ru",
        "register_id",
        "is_verified",
    ]


class ArticleViewSet(RegistryViewSet):
    model = Article
    icon = "doc-empty-inverse"
    list_display = ["label", "heading_kk", "heading_ru", "is_verified"]
    list_filter = ["act", "is_verified"]
    form_fields = ["act", "number", "heading_kk", "heading_ru", "is_verified"]


class RegistryOfLaw(SnippetViewSetGroup):
    """Acts and articles that claims cite."""

    menu_label = _("Registry of law")
    menu_icon = "clipboard-list"
    menu_order = 320
    items = (ActViewSet, ArticleViewSet)


register_snippet(ReferenceData)
register_snippet(RegistryOfLaw)


@hooks.register("before_serve_document")
def serve_what_live_pages_offer(document, request):
    """Give readers the documents that pages they may see offer, and the team those it may choose from."""
    if documents_policy.user_has_any_permission(request.user, ["add", "change", "choose"]):
        return
    if not visible(live_pages_using(document)).exists():
        raise Http404
