"""The public site. Every value that differs between machines comes from an environment variable.

docs/operations.md lists the variables. A missing one stops the start with a sentence that names it.
"""

from django.core.exceptions import ImproperlyConfigured

from .base import *


def required(name: str) -> str:
    """Return a variable that only the owner of the site can know; an empty one is as good as none."""
    value = env.str(name)
    if not value:
        raise ImproperlyConfigured(f"Set the {name} environment variable")
    return value


SECRET_KEY = required("SECRET_KEY")
ALLOWED_HOSTS = [host.strip() for host in required("ALLOWED_HOSTS").split(",")]
BASE_URL = WAGTAILADMIN_BASE_URL = required("BASE_URL").rstrip("/")
CSRF_TRUSTED_ORIGINS = [BASE_URL]

DATABASES = {"default": env.db_url("DATABASE_URL", default=f"sqlite:///{DATA / 'meirim.sqlite3'}")}
if DATABASES["default"]["ENGINE"].endswith("sqlite3"):
    DATABASES["default"]["OPTIONS"] = SQLITE_OPTIONS
else:
    DATABASES["default"] |= {"CONN_MAX_AGE": 60, "CONN_HEALTH_CHECKS": True}
    DATABASES["default"].setdefault("OPTIONS", {})["connect_timeout"] = 3

# A web server in front hands out pictures itself; without one, Django does.
SERVE_MEDIA = env.bool("SERVE_MEDIA", default=True)

CACHES = {"default": env.cache_url("CACHE_URL", default="locmemcache://")}
if CACHES["default"]["BACKEND"].endswith("RedisCache"):
    CACHES["default"]["BACKEND"] = "core.cache.ForgivingRedisCache"

vars().update(env.email_url("EMAIL_URL", default="consolemail://"))
DEFAULT_FROM_EMAIL = SERVER_EMAIL = env.str("DEFAULT_FROM_EMAIL", default="meirim@localhost")

SECURE_SSL_REDIRECT = env.bool("SECURE_SSL_REDIRECT", default=True)
SECURE_REDIRECT_EXEMPT = [r"^healthz$"]
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
PROXIES_IN_FRONT = env.int("PROXIES_IN_FRONT", default=1)
SECURE_HSTS_SECONDS = env.int("SECURE_HSTS_SECONDS", default=31_536_000)
SECURE_HSTS_INCLUDE_SUBDOMAINS = True
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = LANGUAGE_COOKIE_SECURE = True

SILENCED_SYSTEM_CHECKS = [
    "security.W019",  # the admin shows previews in frames of its own host
    "security.W021",  # a place on the browsers' preload lists is the owner's to ask for
]
