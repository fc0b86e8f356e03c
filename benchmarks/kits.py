"""`python -m benchmarks.kits [build] [serve] [memory]`: what kits cost. Without a word, all three.

- build: each file of every demonstration lesson, whole kits, and a PDF of twelve pages
- serve: 200 downloads at once of a built kit, beside a static file of the same bytes on the same server
- memory: what one process holds over 1,000 kits adapted each in its own way

The database must hold the demonstration content with built kits: `make run` once.
"""

import dataclasses
import io
import os
import socket
import statistics
import subprocess
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from urllib.error import URLError
from urllib.request import urlopen

ROOT = Path(__file__).resolve().parents[1]
PARALLEL, ROUNDS, ADAPTED = 200, 25, 1000
STATIC_COPY = "benchmark-kit.zip"


def main() -> None:
    sys.path[:0] = [str(ROOT), str(ROOT / "site")]
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings.dev")
    import django

    django.setup()
    for name in sys.argv[1:] or ("build", "serve", "memory"):
        globals()[name]()


def lessons():
    from lessons.models import LessonPage

    return list(LessonPage.objects.live().order_by("path"))


# --- Building ------------------------------------------------------------------------------------------


def build() -> None:
    from documents import archive, plan_docx, print_pack, typst_pdf
    from lessons.kits import kit_of

    writers = {
        "plan.pdf": typst_pdf.lesson_plan_pdf,
        "plan.docx": plan_docx.lesson_plan_docx,
        "sheets.pdf": typst_pdf.pupil_sheets_pdf,
        "answers.pdf": typst_pdf.answer_key_pdf,
        **{f"{file.stem}.pdf": file.write for file in print_pack.PRINT_PACK},
    }
    kits = [kit_of(page) for page in lessons()]
    for write in writers.values():
        write(kits[0])  # fonts are read once a process
    print(f"{'file':<22}{'kB':>8}{'seconds':>10}   median of {len(kits)} lessons")
    for name, write in writers.items():
        report(name, [timed(write, kit) for kit in kits])
    report("whole kit, checked", [timed(whole_kit, kit) for kit in kits])
    pages, content, seconds = twelve_pages(kits[0], typst_pdf.pupil_sheets_pdf)
    print(f"{f'PDF of {pages} pages':<22}{len(content) / 1000:>8.0f}{seconds:>10.3f}")
    print(f"makers: {archive.makers_digest()}")


def whole_kit(kit) -> bytes:
    """Build all that an edition keeps: the documents, the whole ZIP and the light one."""
    from documents import archive

    documents = archive.document_files(kit)
    return archive.whole_zip(kit, documents) + archive.light_zip(kit, documents)


def twelve_pages(kit, write) -> tuple[int, bytes, float]:
    """Return the pages, the bytes and the seconds of sheets that fill at least twelve pages."""
    from pypdf import PdfReader

    sheets = kit.sheets
    while True:
        content, seconds = timed(write, dataclasses.replace(kit, sheets=sheets))
        pages = len(PdfReader(io.BytesIO(content)).pages)
        if pages >= 12:
            return pages, content, seconds
        sheets += kit.sheets[:1]


def timed(write, kit) -> tuple[bytes, float]:
    start = time.perf_counter()
    content = write(kit)
    return content, time.perf_counter() - start


def report(name: str, results: list[tuple[bytes, float]]) -> None:
    size = statistics.median(len(content) for content, _seconds in results)
    print(f"{name:<22}{size / 1000:>8.0f}{statistics.median(seconds for _content, seconds in results):>10.3f}")


# --- Serving -------------------------------------------------------------------------------------------


def serve() -> None:
    from django.conf import settings

    page = next(page for page in lessons() if page.kit.is_ready)
    copy = Path(settings.STATIC_ROOT) / STATIC_COPY
    copy.parent.mkdir(parents=True, exist_ok=True)
    copy.write_bytes(Path(settings.MEDIA_ROOT, page.kit.zip.path).read_bytes())
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    host = f"http://127.0.0.1:{port}"
    command = [sys.executable, "-m", "gunicorn", "config.wsgi", "--pythonpath", "site", "--bind", f"127.0.0.1:{port}"]
    command += ["--worker-class", "gthread", "--workers", "2", "--threads", "4", "--log-level", "warning"]
    server = subprocess.Popen([*command, "--no-control-socket"], cwd=ROOT)  # noqa: S603 - our own server
    try:
        wait_for(f"{host}/healthz")
        addresses = {"static file": f"{host}/static/{STATIC_COPY}", "built kit": f"{host}{page.kit.zip_url}"}
        compare(addresses, copy.stat().st_size)
    finally:
        server.terminate()
        server.wait(timeout=30)
        copy.unlink()


def compare(addresses: dict[str, str], size: int) -> None:
    """Print the seconds of each address, measured by turns so that both meet the same weather."""
    seconds = {name: [] for name in addresses}
    for _ in range(ROUNDS + 1):
        for name, address in addresses.items():
            seconds[name].append(download_at_once(address, size))
    medians = {name: statistics.median(found[1:]) for name, found in seconds.items()}  # the first round warms up
    for name, median in medians.items():
        print(f"{PARALLEL} downloads at once of {size / 1000:.0f} kB, {name:<12}{median:>8.3f} s")
    print(f"built kit / static file: {medians['built kit'] / medians['static file']:.2f}")


def download_at_once(address: str, size: int) -> float:
    def download(_number: int) -> int:
        with urlopen(address) as answer:  # noqa: S310 - loopback
            return len(answer.read())

    start = time.perf_counter()
    with ThreadPoolExecutor(PARALLEL) as readers:
        sizes = list(readers.map(download, range(PARALLEL)))
    assert set(sizes) == {size}, sizes  # noqa: S101
    return time.perf_counter() - start


def wait_for(address: str) -> None:
    for _ in range(120):
        try:
            urlopen(address).close()  # noqa: S310 - loopback
        except URLError:
            time.sleep(0.5)
        else:
            return
    raise SystemExit("The server did not start.")


# --- Memory --------------------------------------------------------------------------------------------


def memory() -> None:
    """Print what this process holds in memory while it builds kits that all differ."""
    from lessons.kits import kit_of

    kit = kit_of(lessons()[0])
    for number in range(1, ADAPTED + 1):
        stages = tuple(
            dataclasses.replace(stage, minutes=1 + (number + at) % 45) for at, stage in enumerate(kit.stages)
        )
        whole_kit(dataclasses.replace(kit, title=f"{kit.title} {number}", minutes=number, stages=stages))
        if number in (1, 10, 50) or number % 100 == 0:
            print(f"after {number:>5} adapted kits: {resident_megabytes():>6.0f} MB", flush=True)


def resident_megabytes() -> float:
    pages = int(Path("/proc/self/statm").read_text().split()[1])
    return pages * os.sysconf("SC_PAGE_SIZE") / 1e6


if __name__ == "__main__":
    main()
