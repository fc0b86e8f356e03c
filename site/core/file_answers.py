"""Answering with a kept file as a web server would: ranges, conditions, no copy in memory.

WhiteNoise answers for static files; here its parts answer for files of Django's storage.
"""

from functools import lru_cache
from http import HTTPStatus

from django.core.files.storage import default_storage
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from whitenoise.middleware import WhiteNoiseMiddleware
from whitenoise.responders import MissingFileError, Response, SlicedFile, StaticFile

IMMUTABLE = "public, max-age=31536000, immutable"


class KeptFile(StaticFile):
    """A file on a disk, of which a single byte can be asked for too; WhiteNoise 6.12 refuses that."""

    def get_range_response(self, range_header, base_headers, file_handle):
        size = int(dict(base_headers)["Content-Length"])
        start, end = self.get_byte_range(range_header, size)
        if start > end:
            return self.get_range_not_satisfiable_response(file_handle, size)
        headers = [item for item in base_headers if item[0] != "Content-Length"]
        headers += [("Content-Range", f"bytes {start}-{end}/{size}"), ("Content-Length", str(end - start + 1))]
        sliced = SlicedFile(file_handle, start, end) if file_handle is not None else None
        return Response(HTTPStatus.PARTIAL_CONTENT, headers, sliced)


@lru_cache(maxsize=512)
def kept_file(path: str, headers: tuple[tuple[str, str], ...]) -> KeptFile:
    """Look a file up once in a process: its name says what is in it, so it never changes. MissingFileError for none."""
    return KeptFile(path, list(headers))


def answer(
    request: HttpRequest, name: str, *, etag: str, download_name: str, content_type: str, cache_control: str
) -> HttpResponse:
    """Answer with the file `name` of the storage as a download. FileNotFoundError if it is not there.

    What lies under `name` must never change; `etag` is the bare name of this very content. A file of a remote store is
    fetched from there.
    """
    try:
        path = default_storage.path(name)
    except NotImplementedError:
        return HttpResponseRedirect(default_storage.url(name))
    headers = (
        ("ETag", f'"{etag}"'),
        ("Content-Type", content_type),
        ("Content-Disposition", f'attachment; filename="{download_name}"'),
        ("Cache-Control", cache_control),
        ("Accept-Ranges", "bytes"),
    )
    try:
        file = kept_file(path, headers)
    except MissingFileError as error:
        raise FileNotFoundError(name) from error
    if request.META.get("HTTP_IF_RANGE", f'"{etag}"') != f'"{etag}"':
        request.META.pop("HTTP_RANGE", None)  # the part asked for belongs to a file that has changed since
    return WhiteNoiseMiddleware.serve(file, request)
