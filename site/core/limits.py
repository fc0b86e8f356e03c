"""How often something may be done: counted in the cache alone, for a place that cannot be traced back.

A whole school may stand behind one address, so limits here are for machines, not for people.
"""

import hashlib
import hmac
import ipaddress
import secrets
from dataclasses import dataclass

from django.conf import settings
from django.core.cache import cache
from django.http import HttpRequest
from django.utils import timezone

HOUR, DAY = 3600, 86_400


@dataclass(frozen=True)
class Limit:
    """At most `most` times in `seconds`, for each thing that is counted."""

    name: str
    most: int
    seconds: int = HOUR

    def allows(self, *things: object) -> bool:
        """Count one more for `things` and say whether it is still within the limit; a cache that is away allows all."""
        key = f"limit-{self.name}-{'-'.join(str(thing) for thing in things)}"
        cache.add(key, 0, self.seconds)
        try:
            return cache.incr(key) <= self.most
        except ValueError:  # it lapsed between the two steps
            return True


def place_of(request: HttpRequest) -> str:
    """Return a name for where a request comes from that means nothing tomorrow: a digest with the salt of the day.

    Salt and digest live in the cache only, so neither database nor log ever holds an address.
    """
    salt = cache.get_or_set(f"salt-{timezone.localdate()}", secrets.token_hex, DAY)
    return hmac.new(str(salt).encode(), _network(request).encode(), hashlib.sha256).hexdigest()[:24]


def _network(request: HttpRequest) -> str:
    """The client's address as the outermost proxy of ours saw it; of IPv6 the part one household has."""
    proxies = settings.PROXIES_IN_FRONT
    forwarded = [part.strip() for part in request.headers.get("X-Forwarded-For", "").split(",") if part.strip()]
    address = forwarded[-proxies] if 0 < proxies <= len(forwarded) else request.META.get("REMOTE_ADDR", "")
    try:
        parsed = ipaddress.ip_address(address)
    except ValueError:
        return ""
    return str(ipaddress.ip_network((parsed, 64), strict=False)) if parsed.version == 6 else str(parsed)
