"""What live pages show of the library: it changes together with the page, never under it."""

from django.core.exceptions import PermissionDenied, ValidationError
from django.db.models import BigIntegerField, Model, QuerySet
from django.db.models.functions import Cast
from django.db.models.signals import pre_delete
from django.utils.translation import gettext as _
from wagtail.documents import get_document_model
from wagtail.images import get_image_model
from wagtail.models import Page, ReferenceIndex

MOST_NAMED = 3


def live_pages_using(thing: Model) -> QuerySet:
    """Return the live pages whose text readers have refers to `thing`, a picture or a document."""
    references = ReferenceIndex.get_references_to(thing).filter(
        base_content_type__app_label="wagtailcore", base_content_type__model="page"
    )
    keys = references.annotate(page_key=Cast("object_id", BigIntegerField())).values("page_key")
    return Page.objects.filter(pk__in=keys, live=True).order_by("title", "pk")


def refuse_if_live(thing: Model) -> None:
    """Raise ValidationError, naming pages, where live pages show `thing`: what stands there was reviewed with them."""
    titles = list(live_pages_using(thing).values_list("title", flat=True)[: MOST_NAMED + 1]) if thing.pk else []
    if not titles:
        return
    named = ", ".join(f"“{title}”" for title in titles[:MOST_NAMED])
    pages = f"{named}, …" if len(titles) > MOST_NAMED else named
    sentence = _("Live pages show it: %(pages)s. Add a new one and choose it there: it is reviewed with the page.")
    raise ValidationError(sentence % {"pages": pages})


def connect() -> None:
    """Keep what live pages show from being deleted by any door: one by one, in bulk, from the place of uploads."""
    for model in (get_image_model(), get_document_model()):
        pre_delete.connect(keep_if_live, sender=model, dispatch_uid=f"core.keep_{model._meta.model_name}")


def keep_if_live(sender, instance: Model, **kwargs) -> None:
    """Refuse the deletion of `instance` while live pages show it."""
    try:
        refuse_if_live(instance)
    except ValidationError as refusal:
        raise PermissionDenied(" ".join(refusal.messages)) from refusal
