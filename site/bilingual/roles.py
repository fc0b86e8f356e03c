"""Who leads in a pair, and whether readers of the translation must be told that it is older."""

import uuid

from django.db import transaction
from django.utils.translation import gettext as _
from wagtail.models import Page

from bilingual.comparison import Comparison, compare_drafts
from bilingual.models import Leftover, Pair
from bilingual.pairs import in_roles, pages_of


class NotInStepError(ValueError):
    """Roles can be swapped only while both texts are live, unchanged and in step. Says so to the editor."""


@transaction.atomic
def swap_roles(page: Page) -> Pair:
    """Make the translation the original. Raises `NotInStepError` while the two do not say the same."""
    pair = Pair.objects.select_for_update().get(pk=Pair.of(page).pk)
    comparison = compare_drafts(page)
    if comparison is None or not comparison.is_in_step or not all(_is_settled(p) for p in comparison.twins):
        raise NotInStepError(_("Swap the roles when both languages are live, without newer drafts, and in step."))
    pair.original_locale = comparison.translation.locale
    pair.save(update_fields=["original_locale", "updated_at"])
    return pair


def _is_settled(page: Page) -> bool:
    return page.live and not page.has_unpublished_changes


def note_published(translation_key: uuid.UUID) -> None:
    """Work out anew whether the live translation is older than the live original."""
    pages = list(pages_of(translation_key).filter(live=True).specific())
    if not pages:
        return
    pair = Pair.of(pages[0])
    twins = len(pages) == 2 and type(pages[0]) is type(pages[1])
    pair.is_behind = twins and Comparison(*in_roles(*pages)).is_behind
    pair.save(update_fields=["is_behind", "updated_at"])


def note_change_of_live_text(sender, instance: Page, **kwargs) -> None:
    """Receive Wagtail's word that a page was published or taken down."""
    note_published(instance.translation_key)


def note_deletion(sender, instance: Page, **kwargs) -> None:
    """Let the page that is left lead its pair. What translators confirmed stays, for texts that say the same."""
    left = pages_of(instance.translation_key).first()
    pair = Pair.objects.filter(translation_key=instance.translation_key)
    if left is not None:
        pair.update(original_locale=left.locale, is_behind=False)
    else:
        pair.delete()
        Leftover.objects.filter(translation_key=instance.translation_key).delete()
