"""`manage.py demo`: fill a database with the demonstration content and accounts."""

from urllib.parse import urlsplit

from django.conf import settings
from django.core.management.base import BaseCommand
from django.db import transaction
from wagtail.models import Site

from demo.accounts import ACCOUNTS, add_accounts
from demo.pages import CONTENTS, Builder
from stories.models import StoryPage


class Command(BaseCommand):
    help = "Load the demonstration content and accounts. What is already there is left as it is."

    def add_arguments(self, parser):
        parser.add_argument("--if-new", action="store_true", help="do nothing in a database that has stories")

    def handle(self, *args, if_new: bool, **options):
        tell_wagtail_its_address(settings.BASE_URL)
        if if_new and StoryPage.objects.exists():
            self.stdout.write("Demonstration content: the database is not new, nothing to load.")
            return
        builder = Builder()
        builder.dress_sections()
        for number, key in enumerate(builder.build(), start=1):
            self.stdout.write(f"[{number}/{len(CONTENTS)}] {key}")
        builder.confirm_twins()
        with transaction.atomic():
            password = add_accounts()
        self.stdout.write(self.style.SUCCESS(f"Demonstration content: {builder.made} pages made."))
        if password:
            self.stdout.write(f"Accounts {', '.join(ACCOUNTS)}: password {password}")


def tell_wagtail_its_address(url: str) -> None:
    """Let the admin link to the site where it is served now."""
    parts = urlsplit(url)
    port = parts.port or {"http": 80, "https": 443}[parts.scheme]
    Site.objects.filter(is_default_site=True).update(hostname=parts.hostname, port=port)
    Site.clear_site_root_paths_cache()
