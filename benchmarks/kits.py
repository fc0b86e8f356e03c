"""`python -m benchmarks.kits`: what building each file of every demonstration lesson costs, beside the cheapest."""

import os
import sys
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]


def main() -> None:
    sys.path[:0] = [str(ROOT), str(ROOT / "site")]
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings.dev")
    import django

    django.setup()
    from lessons.models import LessonPage

    rows = []
    for page in LessonPage.objects.live().select_related("locale", "subject", "picture").order_by("path"):
        for file in page.kit.files:
            start = time.perf_counter()
            size = len(file.build())
            rows.append((page.slug, file.name, size, time.perf_counter() - start))
    cheapest = min(seconds for *_rest, seconds in rows)
    print(f"{'lesson':<56}{'file':<14}{'kB':>8}{'ratio':>8}{'seconds':>9}")
    for slug, name, size, seconds in rows:
        print(f"{slug:<56}{name:<14}{size / 1000:>8.0f}{seconds / cheapest:>8.1f}{seconds:>9.2f}")


if __name__ == "__main__":
    main()
