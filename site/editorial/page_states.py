"""Where each page stands on its way to readers, computed by the database so that thousands can be listed."""

from django.contrib.contenttypes.models import ContentType
from django.db.models import (
    Case,
    CharField,
    Exists,
    F,
    IntegerField,
    Model,
    OuterRef,
    Q,
    QuerySet,
    Subquery,
    TextChoices,
    Value,
    When,
)
from django.db.models.functions import Cast, Coalesce
from django.utils.translation import gettext_lazy as _
from wagtail.models import Page, TaskState, WorkflowState

from bilingual.models import Pair
from core import languages
from editorial.models import ReviewedPage, ReviewState


class PageState(TextChoices):
    """One language of a pair on its way to readers."""

    MISSING = "missing", _("missing")
    DRAFT = "draft", _("draft")
    IN_REVIEW = "in_review", _("in review")
    RETURNED = "returned", _("returned to the author")
    WAITS = "waits", _("approved, waits")
    BEHIND = "behind", _("older than the original")
    LIVE = "live", _("live")


def page_type() -> ContentType:
    """Return the content type under which workflows and revisions of any page are kept."""
    return ContentType.objects.get_for_model(Page)


def with_state(pages: QuerySet) -> QuerySet:
    """Annotate pages with `state`, a `PageState`."""
    number = Cast(OuterRef("pk"), CharField())
    reviews = WorkflowState.objects.filter(base_content_type=page_type(), object_id=number)
    approvals = ReviewState.objects.filter(
        workflow_state__base_content_type=page_type(),
        workflow_state__object_id=number,
        workflow_state__status=WorkflowState.STATUS_APPROVED,
        status=TaskState.STATUS_APPROVED,
        void_since=None,
        revision_id=OuterRef("latest_revision_id"),
    )
    behind = Pair.objects.filter(translation_key=OuterRef("translation_key"), is_behind=True)
    is_new = Q(live=False) | ~Q(live_revision_id=F("latest_revision_id"))
    return pages.annotate(
        state=Case(
            When(Exists(reviews.filter(status=WorkflowState.STATUS_IN_PROGRESS)), then=Value(PageState.IN_REVIEW)),
            When(Exists(reviews.filter(status=WorkflowState.STATUS_NEEDS_CHANGES)), then=Value(PageState.RETURNED)),
            When(is_new & Q(has_unpublished_changes=True) & Exists(approvals), then=Value(PageState.WAITS)),
            When(live=False, then=Value(PageState.DRAFT)),
            When(
                Exists(behind.exclude(original_locale_id=OuterRef("locale_id"))),
                then=Value(PageState.BEHIND),
            ),
            default=Value(PageState.LIVE),
            output_field=CharField(),
        )
    )


def pairs(pages: QuerySet) -> QuerySet:
    """Return one row for each pair among `pages`: the older page, annotated with both languages.

    For each language the row has `kk_id`, `kk_title` and `kk_state` (`ru_…` likewise); the state is "missing" and
    the others are None where that language has no page.
    """
    older = Page.objects.filter(translation_key=OuterRef("translation_key"), pk__lt=OuterRef("pk"), alias_of=None)
    rows = pages.filter(alias_of=None, content_type__in=reviewed_types()).exclude(Exists(older))
    for code in languages.CODES:
        twins = Page.objects.filter(
            translation_key=OuterRef("translation_key"), locale__language_code=code, alias_of=None
        ).order_by("pk")
        rows = rows.annotate(
            **{
                f"{code}_id": Subquery(twins.values("pk")[:1], output_field=IntegerField()),
                f"{code}_title": Subquery(twins.values("draft_title")[:1], output_field=CharField()),
                f"{code}_state": Coalesce(
                    Subquery(with_state(twins).values("state")[:1]),
                    Value(PageState.MISSING),
                    output_field=CharField(),
                ),
            }
        )
    return rows


def reviewed_types() -> list[ContentType]:
    """Return the content types of all pages that pass a review."""
    return list(ContentType.objects.get_for_models(*_concrete(ReviewedPage)).values())


def _concrete(model: type[Model]) -> list[type[Model]]:
    below = [found for child in model.__subclasses__() for found in _concrete(child)]
    return below if model._meta.abstract else [model, *below]
