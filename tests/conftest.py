"""What every test may ask for."""

import pytest
from bs4 import BeautifulSoup
from django.core.cache import cache
from django.db import connection
from django.test.utils import CaptureQueriesContext


@pytest.fixture(autouse=True)
def _nothing_cached():
    """Begin each test with empty caches: site roots and renditions of the last test are gone."""
    cache.clear()


@pytest.fixture
def count_queries():
    """Return a function that calls another and returns how many queries that took, with nothing cached."""

    def count(action) -> int:
        cache.clear()
        with CaptureQueriesContext(connection) as queries:
            action()
        return len(queries)

    return count


@pytest.fixture
def read(client):
    """Return a function that opens an address as a reader does and returns the parsed page."""

    def open_page(address: str, status: int = 200, **headers) -> BeautifulSoup:
        response = client.get(address, headers=headers)
        assert response.status_code == status
        return BeautifulSoup(response.content, "html.parser")

    return open_page
