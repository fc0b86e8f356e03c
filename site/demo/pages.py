"""From content shapes to published pairs of pages, through the test factories."""

import datetime
from collections.abc import Iterator
from functools import cached_property
from typing import Any

from wagtail.models import Page

from bilingual.comparison import compare_drafts
from bilingual.models import Confirmation
from bilingual.roles import note_published
from bilingual.wordings import confirm
from core.models import Article, BasePage, Direction, Organisation, Outcome, ProgrammeValue, Region, Species, Subject
from demo import streams
from demo.content import shapes
from demo.content.explainers import EXPLAINERS
from demo.content.initiatives import INITIATIVES
from demo.content.lessons import LESSONS
from demo.content.standard import ABOUT, HOME_PICTURE, HOME_SUMMARY, HOME_TITLE, PRIVACY, SECTION_TEXTS
from demo.content.stories import STORIES
from demo.library import Library, scenes_of
from editorial.going_live import without_review
from home.models import HomePage
from legal.models import LegalIndexPage
from lessons.models import LessonIndexPage
from stories.models import InitiativeIndexPage, StoryIndexPage
from tests import factories

CONTENTS = (ABOUT, PRIVACY, *INITIATIVES, *LESSONS, *STORIES, *EXPLAINERS)

# The day from which the pages of the demonstration are dated back, one a day, so that lists have an order.
NEWEST = datetime.datetime(2026, 11, 20, 9, 0, tzinfo=datetime.UTC)


class Builder:
    """Makes every page that is not there yet; what editors have changed since stays as it is."""

    def __init__(self):
        self.library = Library(HOME_PICTURE, *(scene for content in CONTENTS for scene in scenes_of(content)))
        self.made = 0

    def build(self) -> Iterator[str]:
        """Make all pages, telling the key of each as it is done."""
        steps = [
            (factories.StandardPageFactory, (ABOUT, PRIVACY), self._standard),
            (factories.InitiativePageFactory, INITIATIVES, self._initiative),
            (factories.LessonPageFactory, LESSONS, self._lesson),
            (factories.StoryPageFactory, STORIES, self._story),
            (factories.ExplainerPageFactory, EXPLAINERS, self._explainer),
        ]
        for page_factory, contents, fields in steps:
            for age, content in enumerate(contents):
                for language in shapes.LANGUAGES:
                    self._make(page_factory, content, language, fields, age)
                yield content.key

    def confirm_twins(self) -> None:
        """Say of all twins that nobody has compared yet that they say the same: both were written and proofread."""
        compared = Confirmation.objects.filter(is_confirmed=True).values("translation_key")
        for page in Page.objects.filter(locale__language_code="kk", depth__gt=1).exclude(translation_key__in=compared):
            comparison = compare_drafts(page)
            if comparison is not None:
                confirm(comparison, user=None, keys={row.key for row in comparison.rows})
                note_published(page.translation_key)

    def dress_sections(self) -> None:
        """Give the homes and sections made by migration their texts, where nobody has written any yet."""
        texts = {
            HomePage: (HOME_TITLE, HOME_SUMMARY),
            StoryIndexPage: SECTION_TEXTS["stories"],
            InitiativeIndexPage: SECTION_TEXTS["initiatives"],
            LessonIndexPage: SECTION_TEXTS["lessons"],
            LegalIndexPage: SECTION_TEXTS["legal"],
        }
        for model, (title, summary) in texts.items():
            for page in model.objects.filter(summary="").select_related("locale"):
                page.title = page.draft_title = shapes.in_language(title, page.language)
                page.summary = shapes.in_language(summary, page.language)
                page.picture = self.library.picture(HOME_PICTURE.key) if model is HomePage else None
                publish_reviewed(page)

    def _make(self, page_factory, content, language, fields, age) -> None:
        key = streams.stable_id(content.key)
        model = page_factory._meta.model
        if model.objects.filter(translation_key=key, locale__language_code=language).exists():
            return
        picture = getattr(content, "picture", None)
        text = shapes.in_language(content, language)
        many, fields = _split(fields(text, language))
        page = page_factory(
            language=language,
            translation_key=key,
            title=getattr(text, "title", None) or text.question,
            summary=text.summary,
            picture=self.library.picture(picture.key) if picture else None,
            live=False,
            **fields,
        )
        for name, values in many.items():
            setattr(page, name, values)
        self._publish(page, NEWEST - datetime.timedelta(days=age))
        self.made += 1

    @staticmethod
    def _publish(page: BasePage, moment: datetime.datetime) -> None:
        """Publish as an approved review would, then date the page back."""
        publish_reviewed(page)
        type(page).objects.filter(pk=page.pk).update(
            first_published_at=moment, last_published_at=moment, latest_revision_created_at=moment
        )

    # --- What each kind of page is made of ---

    def _standard(self, text: shapes.Standard, language: str) -> dict[str, Any]:
        return {"body": self._body(text), "show_in_menus": True}

    def _initiative(self, text: shapes.Initiative, language: str) -> dict[str, Any]:
        names = self._originals[text.key].organisation
        organisation, _created = Organisation.objects.get_or_create(name_kk=names.kk, name_ru=names.ru)
        return {
            "organisation": organisation,
            "scope": text.scope,
            "city": text.city or "",
            "since": text.since,
            "body": self._body(text),
            "figures": streams.figures(text.key, text.figures),
            **{
                field: streams.texts(text.key, field, "item", getattr(text, field))
                for field in ("audiences", "advice", "needs")
            },
            "regions": list(Region.objects.filter(iso_code__in=text.regions)),
            "directions": list(Direction.objects.filter(slug__in=text.directions)),
        }

    def _lesson(self, text: shapes.Lesson, language: str) -> dict[str, Any]:
        key = text.key
        return {
            "grade_from": text.grade_from,
            "grade_to": text.grade_to,
            "minutes": text.minutes,
            "subject": Subject.objects.get(slug=text.subject),
            "unit": text.unit,
            "aims": streams.texts(key, "aims", "aim", text.aims),
            "objectives": streams.objectives(key, text.objectives),
            "materials": streams.texts(key, "materials", "item", text.materials),
            "safety": text.safety,
            "stages": streams.stages(key, text.stages),
            "sheets": streams.sheets(key, text.sheets),
            "answer_keys": streams.answer_keys(key, text.answer_keys),
            "roles": streams.roles(key, text.roles),
            "certificate": text.certificate or "",
            "poster": streams.texts(key, "poster", "line", text.poster),
            "colouring": streams.texts(key, "colouring", "icon", text.colouring),
            "programme_values": list(ProgrammeValue.objects.filter(slug__in=text.values)),
        }

    def _story(self, text: shapes.Story, language: str) -> dict[str, Any]:
        return {
            "animal": text.animal,
            "species": Species.objects.get(slug=text.species),
            "region": Region.objects.filter(iso_code=text.region).first(),
            "year": text.year,
            "outcome": Outcome.objects.get(slug=text.outcome),
            "age_band": text.age_band,
            "content_note": text.content_note or "",
            "is_example": text.is_example,
            "timeline": streams.moments(text.key, text.timeline),
            "body": self._body(text),
            "questions": streams.texts(text.key, "questions", "question", text.questions),
            "initiative": self._page(factories.InitiativePageFactory, text.initiative, language),
            "related_lesson": self._page(factories.LessonPageFactory, text.lesson, language),
        }

    def _explainer(self, text: shapes.Explainer, language: str) -> dict[str, Any]:
        return {
            "audience": text.audience,
            "topic": text.topic,
            "for_children": text.for_children,
            "about_cruelty": text.about_cruelty,
            "short_answer": text.short_answer,
            "steps": streams.steps(text.key, text.steps),
            "body": streams.law(text.key, text.body, self._article),
            "as_of": datetime.date.fromisoformat(text.as_of) if text.as_of else None,
            "related_lesson": self._page(factories.LessonPageFactory, text.lesson, language),
        }

    # --- Finding what texts point to ---

    @cached_property
    def _originals(self) -> dict[str, Any]:
        """The contents with both languages, for what is stored once."""
        return {content.key: content for content in INITIATIVES}

    @cached_property
    def _articles(self) -> dict[tuple[str, str], int]:
        return {(article.act.slug, article.number): article.pk for article in Article.objects.all()}

    def _article(self, act: str, number: str) -> int:
        return self._articles[act, number]

    def _body(self, text) -> str:
        return streams.body(text.key, text.body, lambda scene: self.library.picture(scene.key).pk)

    @staticmethod
    def _page(page_factory, key: str | None, language: str):
        if key is None:
            return None
        model = page_factory._meta.model
        return model.objects.get(translation_key=streams.stable_id(key), locale__language_code=language)


def publish_reviewed(page: BasePage) -> None:
    """Publish a text that was reviewed before it came into this repository."""
    with without_review():
        page.save_revision().publish(skip_permission_checks=True)


def _split(fields: dict[str, Any]) -> tuple[dict[str, list], dict[str, Any]]:
    """Part lists of related rows, which a page takes after it is made, from the other fields."""
    many = {name: value for name, value in fields.items() if isinstance(value, list)}
    return many, {name: value for name, value in fields.items() if name not in many}
