"""`python -m benchmarks.translation`: the translator's work beside wagtail-localize's own editor, on the same page.

Runs on the demonstration database and leaves nothing in it. The page has 60 blocks with about 280 texts. Times are
ratios to our own time for the same step in the same run, since machines differ.
"""

import os
import statistics
import sys
import time
import uuid
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
BLOCKS, ROUNDS = 60, 5


def main() -> None:
    sys.path[:0] = [str(ROOT), str(ROOT / "site")]
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings.dev")
    import django

    django.setup()
    from django.contrib.auth.models import User
    from django.db import transaction

    user = User.objects.filter(is_superuser=True).first()
    if user is None:
        sys.exit("There is no superuser. Run `make run` first: it makes the demonstration content.")
    measured: dict[tuple[str, str], list[tuple[int, float]]] = {}
    for _round in range(ROUNDS):
        for who, steps in (("meirim", ours), ("wagtail-localize", theirs)):
            with transaction.atomic():
                for step, work in steps(long_page(), user):
                    measured.setdefault((step, who), []).append(measure(work))
                transaction.set_rollback(True)
    show(measured)


def long_page():
    """Make a Kazakh page of `BLOCKS` blocks, texts and quotes in turn."""
    from home.models import HomePage, StandardPage

    home = HomePage.objects.get(locale__language_code="kk")
    page = StandardPage(title="Ұзақ бет", slug=f"uzaq-{uuid.uuid4().hex}", locale=home.locale, live=False)
    page.body = [
        ("text", rich_text(number)) if number % 2 else ("quote", {"text": f"Дәйексөз {number}", "attribution": "Оқушы"})
        for number in range(BLOCKS)
    ]
    home.add_child(instance=page)
    page.save_revision()
    return page


def rich_text(number: int):
    from wagtail.rich_text import RichText

    return RichText("".join(f"<p>{number}-бөліктің <b>{n}-абзацы</b>.</p>" for n in range(8)))


def ours(page, user):
    """Yield the steps of a translator here."""
    from django.urls import reverse

    from bilingual.drafts import create_translation
    from bilingual.structure import pull_structure

    client = signed_in(user)
    yield "create", lambda: create_translation(page, user)
    yield "open", lambda: client.get(reverse("bilingual:translate", args=[page.pk]))
    yield "bring structure over", lambda: pull_structure(page, user)


def theirs(page, user):
    """Yield the same steps with wagtail-localize, whose views are closed here; they are called directly."""
    from wagtail.models import Locale
    from wagtail_localize.models import Translation
    from wagtail_localize.operations import TranslationCreator
    from wagtail_localize.views.edit_translation import edit_translation

    russian = Locale.objects.get(language_code="ru")

    def translation():
        return Translation.objects.get(source__object_id=page.translation_key, target_locale=russian)

    def update():
        translation().source.update_from_db()
        translation().save_target(user=user, publish=False)

    yield "create", lambda: TranslationCreator(user, [russian]).create_translations(page)
    yield "open", lambda: edit_translation(asked_by(user), translation(), translation().get_target_instance())
    yield "bring structure over", update


def signed_in(user):
    from django.test import Client

    client = Client()
    client.force_login(user)
    return client


def asked_by(user):
    from django.contrib.messages.storage.fallback import FallbackStorage
    from django.test import RequestFactory

    request = RequestFactory().get("/")
    request.user, request.session = user, {}
    request._messages = FallbackStorage(request)
    return request


def measure(work) -> tuple[int, float]:
    """Return the number of queries and the seconds of `work`."""
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    connection.queries_log.clear()
    with CaptureQueriesContext(connection) as queries:
        start = time.perf_counter()
        work()
        return len(queries), time.perf_counter() - start


def show(measured) -> None:
    print(f"{'step':<24}{'who':<20}{'queries':>9}{'time ratio':>12}{'seconds':>10}")
    for (step, who), rounds in measured.items():
        seconds = statistics.median(seconds for _queries, seconds in rounds)
        own = statistics.median(seconds for _queries, seconds in measured[step, "meirim"])
        queries = max(queries for queries, _seconds in rounds)
        print(f"{step:<24}{who:<20}{queries:>9}{seconds / own:>12.1f}{seconds:>10.2f}")


if __name__ == "__main__":
    main()
