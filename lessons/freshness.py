"""What a kit follows without being asked: its lesson, and everything that the lesson borrows.

Wagtail publishes, unpublishes and moves pages from many views; its signals, and Django's for rows of reference data,
are the only seam. Changes of code, form and fonts come with a new version of the site: `manage.py kits` looks for them.
"""

from django.db import transaction
from django.db.models.signals import post_save
from wagtail.models import Page
from wagtail.signals import page_published, page_slug_changed, page_unpublished, post_page_move

from core.models import Picture, ProgrammeValue, Subject
from lessons import kits
from lessons.issuing import issue
from lessons.models import LessonPage
from lessons.tasks import build_later

BORROWED = {Picture: "picture", Subject: "subject", ProgrammeValue: "programme_values"}


def connect() -> None:
    page_published.connect(follow_publication, dispatch_uid="lessons.follow_publication")
    page_unpublished.connect(follow_unpublication, dispatch_uid="lessons.follow_unpublication")
    page_slug_changed.connect(follow_address, dispatch_uid="lessons.follow_slug")
    post_page_move.connect(follow_address, dispatch_uid="lessons.follow_move")
    for model in BORROWED:
        post_save.connect(follow_row, sender=model, dispatch_uid=f"lessons.follow_{model.__name__}")


def follow_publication(instance: Page, **kwargs) -> None:
    """A page goes live: a lesson gets its edition in the same transaction; a story changes the kits that name it."""
    if is_lesson(instance):
        with transaction.atomic():
            page = LessonPage.objects.select_for_update().get(pk=instance.pk)
            issue(page, kits.content_to_issue(page))
        build_later(instance.pk)
    else:
        _build_lessons(related_story_id=instance.pk)


def follow_unpublication(instance: Page, **kwargs) -> None:
    """A page is taken down: the twin's kit no longer holds both languages, a lesson no longer names the story."""
    if is_lesson(instance):
        _build_lessons(translation_key=instance.translation_key)
    else:
        _build_lessons(related_story_id=instance.pk)


def follow_address(instance: Page, **kwargs) -> None:
    """A page moves, and all below it: their addresses stand in their kits."""
    _build_lessons(path__startswith=instance.path)
    _build_lessons(related_story__path__startswith=instance.path)


def follow_row(sender, instance, raw=False, created=False, **kwargs) -> None:
    if not raw and not created:
        _build_lessons(**{BORROWED[sender]: instance})


def is_lesson(page: Page) -> bool:
    return page.specific_class is LessonPage


def _build_lessons(**condition) -> None:
    for page_id in LessonPage.objects.live().filter(**condition).values_list("pk", flat=True):
        build_later(page_id)
