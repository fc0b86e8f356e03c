"""Limits are counted in the cache alone, for places that cannot be traced back."""

import pytest
from django.core.cache import cache

from core.limits import Limit, place_of


def test_a_limit_allows_so_many_and_counts_each_thing_apart():
    limit = Limit("test", 2)

    assert [limit.allows("a") for _ in range(3)] == [True, True, False]
    assert limit.allows("b")


def test_a_place_has_one_name_for_a_day_and_another_with_the_next_salt(rf):
    request = rf.get("/", REMOTE_ADDR="203.0.113.7")
    name = place_of(request)
    assert place_of(request) == name
    assert "203" not in name

    cache.clear()

    assert place_of(request) != name


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("203.0.113.7", "203.0.113.8", False),
        ("2001:db8:1:2::1", "2001:db8:1:2:ffff::9", True),
        ("2001:db8:1:2::1", "2001:db8:1:3::1", False),
        ("", "not an address", True),
    ],
)
def test_a_household_of_ipv6_is_one_place(rf, one, other, same):
    assert (place_of(rf.get("/", REMOTE_ADDR=one)) == place_of(rf.get("/", REMOTE_ADDR=other))) is same


def test_behind_a_proxy_the_address_it_saw_counts_and_not_what_the_client_claims(rf, settings):
    settings.PROXIES_IN_FRONT = 1

    def place(forwarded):
        return place_of(rf.get("/", REMOTE_ADDR="127.0.0.1", headers={"X-Forwarded-For": forwarded}))

    assert place("1.1.1.1, 203.0.113.7") == place("2.2.2.2, 203.0.113.7") == place("203.0.113.7")
    assert place("203.0.113.7") != place("203.0.113.8")


def test_without_a_proxy_a_forwarded_address_is_not_believed(rf):
    bare, claimed = (
        rf.get("/", REMOTE_ADDR="203.0.113.7"),
        rf.get("/", REMOTE_ADDR="203.0.113.7", headers={"X-Forwarded-For": "1.1.1.1"}),
    )

    assert place_of(bare) == place_of(claimed)
