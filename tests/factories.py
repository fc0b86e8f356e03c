"""Pages and pictures for tests and for the demonstration site.

Each factory needs nothing: `StoryPageFactory()` is a live Kazakh story in its section. `language="ru"` makes a
Russian one. `make_pair` makes both, joined as twins.
"""

import io
import uuid
from typing import NamedTuple

import factory
import wagtail_factories
from django.core.files.base import ContentFile
from PIL import Image
from wagtail.models import PageViewRestriction

from core.models import Act, Article, BasePage, Organisation, Outcome, Picture, Species, Subject
from core.slugs import ascii_slug
from home.models import HomePage, StandardPage
from legal.models import ExplainerPage, LegalIndexPage
from lessons.models import LessonIndexPage, LessonPage
from stories.models import InitiativeIndexPage, InitiativePage, StoryIndexPage, StoryPage


class Pair(NamedTuple):
    """Two twins."""

    kk: BasePage
    ru: BasePage


def make_pair(page_factory, kk: dict | None = None, ru: dict | None = None, **shared) -> Pair:
    """Make a Kazakh and a Russian page with one translation key; `kk` and `ru` hold what differs."""
    shared.setdefault("translation_key", uuid.uuid4())
    return Pair(
        page_factory(language="kk", **shared, **(kk or {})),
        page_factory(language="ru", **shared, **(ru or {})),
    )


def in_section(page_type) -> factory.LazyAttribute:
    """Place a page below the section page of `page_type` in its language."""
    return factory.LazyAttribute(lambda page: page_type.objects.get(locale__language_code=page.language))


class PageFactory(wagtail_factories.PageFactory):
    """A live page; `language` is "kk" unless said otherwise."""

    class Meta:
        model = StandardPage
        abstract = True

    class Params:
        language = "kk"

    title = factory.Sequence(lambda n: f"Мейірімді бет {n}")
    slug = factory.LazyAttribute(lambda page: ascii_slug(page.title))
    summary = "Қысқаша мазмұны."


class StandardPageFactory(PageFactory):
    class Meta:
        model = StandardPage

    parent = in_section(HomePage)


class StoryPageFactory(PageFactory):
    class Meta:
        model = StoryPage

    parent = in_section(StoryIndexPage)
    title = factory.Sequence(lambda n: f"Мысық туралы оқиға {n}")
    species = factory.LazyFunction(lambda: Species.objects.get(slug="cat"))
    outcome = factory.LazyFunction(lambda: Outcome.objects.get(slug="new-home"))


class OrganisationFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = Organisation

    name_kk = factory.Sequence(lambda n: f"Ұйым {n}")
    name_ru = factory.Sequence(lambda n: f"Организация {n}")


class InitiativePageFactory(PageFactory):
    class Meta:
        model = InitiativePage

    parent = in_section(InitiativeIndexPage)
    title = factory.Sequence(lambda n: f"Бастама {n}")
    organisation = factory.SubFactory(OrganisationFactory)


class LessonPageFactory(PageFactory):
    class Meta:
        model = LessonPage

    parent = in_section(LessonIndexPage)
    title = factory.Sequence(lambda n: f"Сабақ {n}")
    subject = factory.LazyFunction(lambda: Subject.objects.get(slug="world-knowledge"))


class ExplainerPageFactory(PageFactory):
    class Meta:
        model = ExplainerPage

    parent = in_section(LegalIndexPage)
    title = factory.Sequence(lambda n: f"Сұрақ {n}?")


class RestrictionFactory(factory.django.DjangoModelFactory):
    """Hides `page` and all below it from everyone who has not signed in."""

    class Meta:
        model = PageViewRestriction

    restriction_type = PageViewRestriction.LOGIN


class ActFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = Act

    slug = factory.Sequence(lambda n: f"act-{n}")
    title_kk = factory.Sequence(lambda n: f"Жануарлар туралы {n}-заң")
    title_ru = factory.Sequence(lambda n: f"Закон № {n} о животных")
    short_title_kk = factory.Sequence(lambda n: f"{n}-заң")
    short_title_ru = factory.Sequence(lambda n: f"Закон № {n}")


class ArticleFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = Article

    act = factory.SubFactory(ActFactory)
    number = factory.Sequence(str)


def claim(*articles: Article, **fields) -> dict:
    """Return the raw block of a claim that cites `articles`."""
    citations = [{"type": "item", "value": {"article": article.pk}, "id": str(uuid.uuid4())} for article in articles]
    value = {"text": "Ит есепке алынады.", "citations": citations, "to_verify": False, **fields}
    return {"type": "claim", "value": value, "id": str(uuid.uuid4())}


def png(width: int = 64, height: int = 40, colour: str = "#0f4c4a") -> bytes:
    """Return the bytes of a plain PNG."""
    output = io.BytesIO()
    Image.new("RGB", (width, height), colour).save(output, "PNG")
    return output.getvalue()


class PictureFactory(factory.django.DjangoModelFactory):
    """A picture of the library; `content` is the bytes of its file."""

    class Meta:
        model = Picture

    class Params:
        content = factory.LazyFunction(png)
        filename = "picture.png"

    title = factory.Sequence(lambda n: f"Сурет {n}")
    description_kk = "Шатыр астындағы мысық"
    description_ru = "Кошка под крышей"
    file = factory.LazyAttribute(lambda picture: ContentFile(picture.content, name=picture.filename))
