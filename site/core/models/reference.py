"""Reference data: one row with a Kazakh and a Russian column, since both texts are official."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.search import index

from core import alphabet, languages


class BilingualName(models.Model):
    """Something with a name in each language; `name` speaks the language of the request."""

    name_kk = models.CharField(_("name in Kazakh"), max_length=255)
    name_ru = models.CharField(_("name in Russian"), max_length=255)

    class Meta:
        abstract = True

    def __str__(self):
        return self.name

    @property
    def name(self) -> str:
        return self.name_in(languages.active())

    def name_in(self, language: str) -> str:
        """Return the name in "kk" or "ru"."""
        return getattr(self, f"name_{language}")

    @classmethod
    def in_alphabetical_order(cls, language: str) -> list:
        """Return all rows as a dictionary in `language` would order them."""
        return sorted(cls.objects.all(), key=lambda row: alphabet.sort_key(row.name_in(language), language))


class ReferenceEntry(index.Indexed, BilingualName):
    """A row that code and addresses name by its `slug`; a changed one breaks links that readers keep."""

    slug = models.SlugField(_("key in addresses"), max_length=64, unique=True)

    search_fields = [
        index.SearchField("name_kk"),
        index.SearchField("name_ru"),
        index.AutocompleteField("name_kk"),
        index.AutocompleteField("name_ru"),
    ]

    class Meta:
        abstract = True


class Region(index.Indexed, BilingualName):
    """One of the 17 regions and three cities of national rank, by ISO 3166-2 and the KATO classifier."""

    iso_code = models.CharField(_("ISO 3166-2 code"), max_length=6, unique=True)
    kato = models.CharField(_("KATO code"), max_length=9, unique=True)
    centre_kk = models.CharField(_("centre in Kazakh"), max_length=64, blank=True)
    centre_ru = models.CharField(_("centre in Russian"), max_length=64, blank=True)

    search_fields = [
        index.SearchField("name_kk"),
        index.SearchField("name_ru"),
        index.AutocompleteField("name_kk"),
        index.AutocompleteField("name_ru"),
    ]

    class Meta:
        verbose_name = _("region")
        verbose_name_plural = _("regions")


class Species(ReferenceEntry):
    """The kind of animal a story is about."""

    class Meta:
        verbose_name = _("species")
        verbose_name_plural = _("species")


class Outcome(ReferenceEntry):
    """How a story ended."""

    class Meta:
        verbose_name = _("outcome")
        verbose_name_plural = _("outcomes")


class Subject(ReferenceEntry):
    """A school subject a lesson fits."""

    class Meta:
        verbose_name = _("school subject")
        verbose_name_plural = _("school subjects")


class ProgrammeValue(ReferenceEntry):
    """One of the six values of the upbringing programme «Адал азамат», in all schools since 1 September 2025."""

    class Meta:
        verbose_name = _("value of the upbringing programme")
        verbose_name_plural = _("values of the upbringing programme")


class Direction(ReferenceEntry):
    """What an initiative works on."""

    class Meta:
        verbose_name = _("direction of work")
        verbose_name_plural = _("directions of work")


class Licence(ReferenceEntry):
    """Under which terms a picture or a kit may be used."""

    url = models.URLField(_("address of the licence text"), blank=True)

    class Meta:
        verbose_name = _("licence")
        verbose_name_plural = _("licences")


class Organisation(index.Indexed, BilingualName):
    """Who stands behind an initiative. No personal names, no addresses."""

    search_fields = [
        index.SearchField("name_kk"),
        index.SearchField("name_ru"),
        index.AutocompleteField("name_kk"),
        index.AutocompleteField("name_ru"),
    ]

    class Meta:
        verbose_name = _("organisation")
        verbose_name_plural = _("organisations")
