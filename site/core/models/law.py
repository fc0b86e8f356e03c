"""The registry of law: acts and articles that claims lean on."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from wagtail.search import index

from core import languages


class Act(models.Model):
    """A law, code or order. What is not verified against the official text says so."""

    slug = models.SlugField(_("key"), max_length=64, unique=True)
    number = models.CharField(_("official number"), max_length=64, blank=True)
    adopted_on = models.DateField(_("adopted on"), null=True, blank=True)
    title_kk = models.CharField(_("title in Kazakh"), max_length=255)
    title_ru = models.CharField(_("title in Russian"), max_length=255)
    short_title_kk = models.CharField(_("short title in Kazakh"), max_length=80)
    short_title_ru = models.CharField(_("short title in Russian"), max_length=80)
    register_id = models.CharField(
        _("identifier in the state register"), max_length=32, blank=True, help_text=_("For example Z2100000097")
    )
    is_verified = models.BooleanField(_("verified against the official text"), default=False)

    class Meta:
        verbose_name = _("act")
        verbose_name_plural = _("acts")
        constraints = [
            models.UniqueConstraint(
                fields=["register_id"],
                condition=~models.Q(register_id=""),
                name="act_register_id_unique",
                violation_error_message=_("Another act already has this identifier."),
            )
        ]

    def __str__(self):
        return self.short_title

    @property
    def title(self) -> str:
        return getattr(self, f"title_{languages.active()}")

    @property
    def short_title(self) -> str:
        return getattr(self, f"short_title_{languages.active()}")

    @property
    def url(self) -> str:
        """Where the text can be read in the language of the request; empty while the identifier is not known."""
        if not self.register_id:
            return ""
        return settings.LAW_TEXT_URLS[languages.active()].format(identifier=self.register_id)


class ArticleManager(models.Manager):
    """An article is never shown without its act, so both come in one query."""

    def get_queryset(self):
        return super().get_queryset().select_related("act")


class Article(index.Indexed, models.Model):
    """One article of an act, or the act as a whole where `number` is empty."""

    act = models.ForeignKey(Act, on_delete=models.PROTECT, related_name="articles", verbose_name=_("act"))
    number = models.CharField(_("article"), max_length=16, blank=True, help_text=_("For example 407-2"))
    heading_kk = models.CharField(_("heading in Kazakh"), max_length=255, blank=True)
    heading_ru = models.CharField(_("heading in Russian"), max_length=255, blank=True)
    is_verified = models.BooleanField(_("verified against the official text"), default=False)

    objects = ArticleManager()

    search_fields = [
        index.SearchField("number"),
        index.AutocompleteField("number"),
        index.RelatedFields("act", [index.SearchField("short_title_kk"), index.SearchField("short_title_ru")]),
    ]

    class Meta:
        verbose_name = _("article")
        verbose_name_plural = _("articles")
        constraints = [
            models.UniqueConstraint(
                fields=["act", "number"],
                name="article_unique_in_act",
                violation_error_message=_("This act already has an article with this number."),
            )
        ]

    def __str__(self):
        return self.label

    @property
    def label(self) -> str:
        """How a lawyer cites it: «ӘҚБтК, 407-2-бап» or «КоАП, статья 407-2»."""
        if not self.number:
            return self.act.short_title
        return gettext("%(act)s, article %(number)s") % {"act": self.act.short_title, "number": self.number}

    @property
    def heading(self) -> str:
        return getattr(self, f"heading_{languages.active()}")

    @property
    def url(self) -> str:
        return self.act.url
