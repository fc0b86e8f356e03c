"""What a page is, in JSON-LD, with its twin in the other language."""

import json

from django.http import HttpRequest
from django.utils.safestring import SafeString, mark_safe

from bilingual.navigation import Navigation

# A text must not be able to close the script element it stands in.
_ESCAPES = {ord("<"): "\\u003c", ord(">"): "\\u003e", ord("&"): "\\u0026"}


def json_ld(page, request: HttpRequest, navigation: Navigation) -> SafeString:
    """Return the page's own `structured_data` completed with addresses, dates and the twin, safe inside a script."""
    absolute = request.build_absolute_uri
    data = {
        "@context": "https://schema.org",
        "@id": navigation.canonical,
        "url": navigation.canonical,
        "inLanguage": page.language,
        "datePublished": _iso(page.first_published_at),
        "dateModified": _iso(page.last_published_at),
        "image": absolute(page.share_picture_url) if page.share_picture_url else None,
        "publisher": {"@type": "Organization", "name": "Мейірім", "url": absolute("/")},
        **page.structured_data(),
    }
    if navigation.twin is not None:
        data["workTranslation"] = {"@id": absolute(navigation.twin.url)}
    for entry in data.get("encoding", []):
        entry["contentUrl"] = absolute(entry["contentUrl"])
    text = json.dumps({k: v for k, v in data.items() if v not in (None, "", [])}, ensure_ascii=False)
    return mark_safe(text.translate(_ESCAPES))  # noqa: S308 - every character that HTML knows is escaped above


def _iso(moment) -> str | None:
    return moment.isoformat() if moment else None
