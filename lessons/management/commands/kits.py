"""`manage.py kits`: build the kits of all live lessons, in several processes at once."""

import os
from collections import Counter
from collections.abc import Iterable, Iterator
from concurrent.futures import ProcessPoolExecutor, as_completed
from multiprocessing import get_context

import django
from django.core.management.base import BaseCommand, CommandError
from django.db import connections

from lessons.building import Outcome, bring_up_to_date
from lessons.models import KitEdition, LessonPage
from lessons.sweeping import sweep


class Command(BaseCommand):
    help = "Build the kits of all live lessons, in both languages, and sweep away what no edition needs any more."

    def add_arguments(self, parser):
        parser.add_argument("--lesson", metavar="SLUG", help="only the lesson of this slug, in both languages")
        parser.add_argument("--only-stale", action="store_true", help="leave alone what is up to date")
        parser.add_argument("--processes", type=int, default=os.cpu_count() or 1, help="how many build at once")

    def handle(self, *args, lesson: str | None, only_stale: bool, processes: int, **options):
        pages = self._pages(lesson)
        results = Counter()
        for number, (page_id, outcome) in enumerate(_build(pages, not only_stale, processes), start=1):
            results[outcome] += 1
            if outcome is not Outcome.FRESH:
                self.stdout.write(f"[{number}/{len(pages)}] {pages[page_id]}: {outcome}{_why(page_id, outcome)}")
        swept = sweep() if lesson is None else 0
        told = ", ".join(f"{count} {outcome}" for outcome, count in sorted(results.items())) or "no live lesson"
        summary = f"Kits: {told}; {swept} old folders swept away."
        if results[Outcome.FAILED]:
            raise CommandError(f"{summary} The admin tells under “Editions of kits” what to mend.")
        self.stdout.write(self.style.SUCCESS(summary))

    def _pages(self, slug: str | None) -> dict[int, str]:
        """Return the address of each wanted live lesson by its key."""
        lessons = LessonPage.objects.live().order_by("path")
        if slug is not None:
            keys = list(lessons.filter(slug=slug).values("translation_key"))
            if not keys:
                raise CommandError(f"No live lesson has the slug “{slug}”.")
            lessons = lessons.filter(translation_key__in=[row["translation_key"] for row in keys])
        return {lesson.pk: lesson.url_path for lesson in lessons}


def _build(page_ids: Iterable[int], anew: bool, processes: int) -> Iterator[tuple[int, Outcome]]:
    """Build each kit and yield its page and what came of it, as each is done."""
    page_ids = list(page_ids)
    if min(processes, len(page_ids)) < 2:
        for page_id in page_ids:
            yield page_id, bring_up_to_date(page_id, anew=anew)
        return
    connections.close_all()  # each process has its own
    # A forked process would share locks and fonts half read; a spawned one begins with Django's own start.
    pool = ProcessPoolExecutor(min(processes, len(page_ids)), get_context("spawn"), django.setup)
    with pool:
        waiting = {pool.submit(bring_up_to_date, page_id, anew=anew): page_id for page_id in page_ids}
        for done in as_completed(waiting):
            # A process that was killed breaks the pool; what it left undone counts as failed.
            outcome = Outcome.FAILED if done.exception() else done.result()
            yield waiting[done], outcome


def _why(page_id: int, outcome: Outcome) -> str:
    if outcome is not Outcome.FAILED:
        return ""
    edition = KitEdition.objects.filter(page_id=page_id).order_by("-number").first()
    return f" ({edition.failure_detail})" if edition and edition.failure_detail else ""
