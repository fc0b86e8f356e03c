"""Teams go round the stations: nobody meets, nobody misses a station, nobody waits long."""

from collections import Counter
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from documents.kit import MOST_TEAMS
from documents.routes import REST, routes, row_sizes, team_sizes

numbers_of_stations = st.integers(1, 40)
numbers_of_teams = st.integers(1, MOST_TEAMS)


@given(numbers_of_stations, numbers_of_teams)
def test_no_two_teams_are_at_one_station_at_the_same_time(stations, teams):
    found = routes(stations, teams)

    for step in range(max(len(route.stops) for route in found)):
        places = [(route.row, route.stops[step]) for route in found if step < len(route.stops)]
        assert [place for place, times in Counter(places).items() if times > 1 and place[1] is not REST] == []


@given(numbers_of_stations, numbers_of_teams)
def test_every_team_visits_every_station_once(stations, teams):
    for route in routes(stations, teams):
        assert sorted(stop for stop in route.stops if stop is not REST) == list(range(1, stations + 1))


@given(numbers_of_stations, numbers_of_teams)
def test_at_most_one_team_of_a_row_rests_and_no_team_rests_twice(stations, teams):
    found = routes(stations, teams)

    for route in found:
        assert route.stops.count(REST) <= 1
        assert len(route.stops) <= stations + 1
    for row in {route.row for route in found}:
        ways = [route.stops for route in found if route.row == row]
        assert all(step.count(REST) <= 1 for step in zip(*ways, strict=True))


@given(numbers_of_stations, numbers_of_teams)
def test_teams_of_a_row_start_at_different_places_and_keep_the_order_of_the_stations(stations, teams):
    found = routes(stations, teams)

    assert len({(route.row, route.stops) for route in found}) == len(found)
    for route in found:
        visited = [stop for stop in route.stops if stop is not REST]
        assert all(after == before % stations + 1 for before, after in pairwise(visited))


@given(numbers_of_stations, numbers_of_teams)
def test_teams_are_counted_from_one_and_rows_are_even(stations, teams):
    found = routes(stations, teams)

    assert [route.team for route in found] == list(range(1, teams + 1))
    assert sum(row_sizes(stations, teams)) == teams
    assert max(row_sizes(stations, teams)) - min(row_sizes(stations, teams)) <= 1


@pytest.mark.parametrize(
    ("stations", "teams", "rows"),
    [(6, 4, [4]), (4, 4, [4]), (3, 4, [4]), (4, 5, [5]), (4, 6, [3, 3]), (3, 8, [4, 4]), (1, 4, [2, 2])],
)
def test_a_second_row_is_set_up_only_when_two_teams_would_rest(stations, teams, rows):
    assert row_sizes(stations, teams) == rows


def test_fewer_teams_than_stations_keep_their_distance():
    assert [route.stops[0] for route in routes(6, 3)] == [1, 3, 5]


@pytest.mark.parametrize(("stations", "teams"), [(0, 4), (4, 0), (-1, -1)])
def test_without_stations_or_teams_there_is_no_route(stations, teams):
    assert routes(stations, teams) == ()


@given(st.integers(0, 60), numbers_of_teams)
def test_pupils_are_shared_out_evenly(pupils, teams):
    sizes = team_sizes(pupils, teams)

    assert sum(sizes) == pupils
    assert max(sizes) - min(sizes) <= 1
