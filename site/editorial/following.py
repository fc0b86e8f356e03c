"""What a translation follows without being asked: an original that is taken down, a page that becomes private.

Wagtail unpublishes and restricts pages from several views without calling a method of the page; its signals are
the only seam.
"""

from django.db import transaction
from django.db.models.signals import m2m_changed, post_save
from wagtail.models import Page, PageViewRestriction
from wagtail.signals import page_unpublished

from bilingual.pairs import hold, is_original, twin_of
from editorial.going_live import void_approvals


def connect() -> None:
    page_unpublished.connect(take_down, dispatch_uid="editorial.take_down")
    post_save.connect(mirror_later, sender=PageViewRestriction, dispatch_uid="editorial.mirror_restriction")
    m2m_changed.connect(mirror_later, sender=PageViewRestriction.groups.through, dispatch_uid="editorial.mirror_groups")


@transaction.atomic
def take_down(sender, instance: Page, **kwargs) -> None:
    """End the approvals of a page that was unpublished or has expired; of an original unpublish the translation."""
    hold(instance)
    void_approvals(instance)
    twin = twin_of(instance) if is_original(instance) else None
    if twin is not None and twin.live:
        twin.unpublish()


def mirror_later(sender, instance, raw=False, **kwargs) -> None:
    """Restrict the twin as well, once the groups are written. A restriction is never taken off by itself."""
    if isinstance(instance, PageViewRestriction) and not raw:
        transaction.on_commit(lambda: mirror(instance))


def mirror(restriction: PageViewRestriction) -> None:
    """Give the twin the same restriction; nothing is written where it has it already, which ends the exchange."""
    current = PageViewRestriction.objects.filter(pk=restriction.pk).select_related("page").first()
    twin = twin_of(current.page) if current is not None else None
    if twin is None:
        return
    own = twin.view_restrictions.first() or PageViewRestriction(page=twin)
    groups = set(current.groups.all())
    if own.pk is None or own.restriction_type != current.restriction_type or own.password != current.password:
        own.restriction_type, own.password = current.restriction_type, current.password
        own.save()
    if set(own.groups.all()) != groups:
        own.groups.set(groups)
