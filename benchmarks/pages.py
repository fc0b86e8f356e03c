"""`python -m benchmarks.pages`: what reader pages cost on a demonstration database: queries, bytes, relative time.

Times are printed as ratios to the cheapest page of the same run, since machines differ.
"""

import os
import statistics
import sys
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
ROUNDS = 15


def main() -> None:
    sys.path[:0] = [str(ROOT), str(ROOT / "site")]
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings.dev")
    import django

    django.setup()
    rows = [measure(*page) for page in one_of_each()]
    cheapest = min(row[-1] for row in rows)
    print(f"{'page':<24}{'language':<10}{'queries, cold':>14}{'queries, warm':>14}{'HTML bytes':>12}{'time ratio':>12}")
    for name, language, cold, warm, size, seconds in rows:
        print(f"{name:<24}{language:<10}{cold:>14}{warm:>14}{size:>12}{seconds / cheapest:>12.2f}")


def one_of_each():
    """Yield the name, language and address of one page of each type in each language."""
    from wagtail.models import Page

    seen = set()
    for page in Page.objects.live().filter(depth__gte=2).order_by("path").specific():
        key = (type(page).__name__, page.locale.language_code)
        if key not in seen:
            seen.add(key)
            yield *key, page.url


def measure(name: str, language: str, url: str) -> tuple:
    """Return queries with nothing cached and with caches warm, bytes of HTML, and the median seconds of a request."""
    from django.core.cache import cache
    from django.test import Client

    client = Client()
    size = len(client.get(url).content)
    cache.clear()
    cold, warm = count_queries(client, url), count_queries(client, url)
    times = []
    for _ in range(ROUNDS):
        start = time.perf_counter()
        client.get(url)
        times.append(time.perf_counter() - start)
    return name, language, cold, warm, size, statistics.median(times)


def count_queries(client, url: str) -> int:
    """Return the number of queries of one request."""
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    with CaptureQueriesContext(connection) as queries:
        client.get(url)
    return len(queries)


if __name__ == "__main__":
    main()
