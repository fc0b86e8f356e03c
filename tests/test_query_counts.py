"""How many queries a reader's page costs with nothing cached: a bound, and no growth with the number of items."""

import pytest
from django.core.cache import cache
from django.db import connection
from django.test.utils import CaptureQueriesContext

from home.models import HomePage
from tests import factories

pytestmark = pytest.mark.django_db


def test_show(client):
    lesson = factories.make_pair(factories.LessonPageFactory)
    init = factories.make_pair(factories.InitiativePageFactory)
    story = factories.make_pair(
        factories.StoryPageFactory,
        kk={"picture": factories.PictureFactory(), "initiative": init.kk, "related_lesson": lesson.kk},
    )
    ex = factories.make_pair(factories.ExplainerPageFactory)
    for p in [
        story.kk,
        story.ru,
        lesson.kk,
        init.kk,
        ex.kk,
        HomePage.objects.first(),
        story.kk.get_parent(),
        lesson.kk.get_parent(),
        init.kk.get_parent(),
        ex.kk.get_parent(),
    ]:
        client.get(p.url)
        cache.clear()
        with CaptureQueriesContext(connection) as q:
            r = client.get(p.url)
        print("==", p.url, r.status_code, len(q))
        for x in q:
            print("   ", x["sql"][:260])
