"""The five people of the demonstration. They exist in demonstration databases only."""

import os
import secrets

from django.contrib.auth import get_user_model
from django.contrib.auth.models import Group
from wagtail.users.models import UserProfile

# Account, its group, the language its admin speaks, and the name that others read there.
ACCOUNTS = {
    "author": ("Authors", "kk", "Автор"),
    "lawyer": ("Lawyers", "ru", "Юрист"),
    "translator": ("Translators", "kk", "Аудармашы"),
    "editor": ("Editors", "ru", "Редактор"),
    "admin": (None, "ru", "Администратор"),
}


def add_accounts() -> str | None:
    """Create the missing accounts with one password and return it; None where none was missing.

    The password is the environment's DEMO_PASSWORD, otherwise a new random one.
    """
    users = get_user_model()
    missing = [name for name in ACCOUNTS if not users.objects.filter(username=name).exists()]
    if not missing:
        return None
    password = os.environ.get("DEMO_PASSWORD") or secrets.token_urlsafe(9)
    for name in missing:
        group, language, called = ACCOUNTS[name]
        is_admin = group is None
        user = users.objects.create_user(
            name, f"{name}@example.org", password, is_superuser=is_admin, is_staff=is_admin, first_name=called
        )
        if group:
            user.groups.add(Group.objects.get(name=group))
        UserProfile.objects.update_or_create(user=user, defaults={"preferred_language": language})
    return password
