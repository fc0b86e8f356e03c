"""The tests: an own database and media folder, quick passwords, nothing leaves the process."""

import tempfile

from .base import *

SECRET_KEY = "tests"  # noqa: S105
ALLOWED_HOSTS = ["*"]
DATABASES = {
    "default": env.db_url("TEST_DATABASE_URL", default=f"sqlite:///{DATA / 'test.sqlite3'}"),
}
if DATABASES["default"]["ENGINE"].endswith("sqlite3"):
    DATABASES["default"]["OPTIONS"] = SQLITE_OPTIONS
MEDIA_ROOT = tempfile.mkdtemp(prefix="meirim-media-")
PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
TASKS = {**TASKS, "kits": {"BACKEND": TASK_BACKENDS["immediate"]}}
STORAGES = {**STORAGES, "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}}
WHITENOISE_USE_FINDERS = True
WHITENOISE_AUTOREFRESH = True
