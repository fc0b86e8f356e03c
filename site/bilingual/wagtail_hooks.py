"""The translator's place in the admin: her screen, its buttons, the glossary, and what the history says of her."""

from django.urls import include, path, reverse
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin import messages, widgets
from wagtail.snippets.models import register_snippet

from bilingual import upstream  # noqa: F401 - registers its hook
from bilingual.models import Term
from bilingual.pairs import twin_of
from core.snippets import RegistryViewSet


class TermViewSet(RegistryViewSet):
    """The glossary that the translator's screen offers beside a text."""

    model = Term
    icon = "openquote"
    menu_label = _("Glossary")
    add_to_admin_menu = True
    menu_order = 320
    list_display = ["kk", "ru", "note"]
    search_fields = ["kk", "ru", "note"]


register_snippet(TermViewSet)


@hooks.register("register_log_actions")
def register_log_actions(actions):
    """Name what happens to a translation, for the page's history."""
    actions.register_action(
        "bilingual.pull_structure", _("Bring over the structure"), _("Brought the structure of the original over")
    )
    actions.register_action("bilingual.confirm", _("Confirm the translation"), _("Confirmed the translation"))
    actions.register_action(
        "bilingual.swap_roles", _("Swap original and translation"), _("Made the other language the original")
    )
    actions.register_action("bilingual.import", _("Import a translation"), _("Imported the translation from a file"))


@hooks.register("register_admin_urls")
def register_admin_urls():
    return [path("translation/", include("bilingual.urls"))]


@hooks.register("register_page_header_buttons")
def offer_translation(page, user, view_name, next_url=None):
    """Lead from every page to its translation."""
    if not page.is_root() and page.permissions_for_user(user).can_edit():
        yield widgets.Button(
            _("Translation"),
            reverse("bilingual:translate", args=[page.pk]),
            icon_name="globe",
            priority=15,
        )


@hooks.register("register_page_listing_more_buttons")
def offer_translation_in_list(page, user, next_url=None):
    """Lead from the list of pages to the translation."""
    yield from offer_translation(page, user, "index", next_url)


@hooks.register("after_move_page")
def tell_where_the_twin_stands(request, page):
    """Say after a move that the page in the other language still stands elsewhere, and lead to moving it too."""
    page.refresh_from_db()
    twin = twin_of(page)
    if twin is None or twin.get_parent().translation_key == page.get_parent().translation_key:
        return
    text = _("The page in the other language, “%(title)s”, stays where it was.") % {"title": twin.draft_title}
    move = messages.button(reverse("wagtailadmin_pages:move", args=[twin.pk]), _("Move it too"))
    messages.warning(request, text, buttons=[move])
