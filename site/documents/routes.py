"""Which team is at which station in each round of a quest, so that no two teams ever meet.

Teams go round the stations in one direction and start at different ones, so the order of the stations, and with it the
way a hint leads on, stays. A class has to live with what follows from the numbers:

- As many teams as stations, or fewer: everybody is always busy, and there are as many rounds as stations.
- One team more than stations: the teams take turns at resting for one round.
- More teams: the stations are set up twice, or as often as needed, in rows of their own. At most one team of a row
  rests, so the quest hardly takes longer; the price is another printout of the station cards.
"""

from dataclasses import dataclass

REST = None


@dataclass(frozen=True)
class Route:
    """The way of one team: in round after round the number of a station, or REST.

    `row` is the set of stations that the team stays in, counted from 1 as teams and stations are.
    """

    team: int
    row: int
    stops: tuple[int | None, ...]


def routes(stations: int, teams: int) -> tuple[Route, ...]:
    """Return a route for each team that visits every station once. None without stations or teams.

    >>> [route.stops for route in routes(3, 2)]
    [(1, 2, 3), (2, 3, 1)]
    """
    if stations < 1 or teams < 1:
        return ()
    found: list[Route] = []
    for row, size in enumerate(row_sizes(stations, teams), start=1):
        first = len(found) + 1
        found += [Route(first + place, row, stops(stations, size, place)) for place in range(size)]
    return tuple(found)


def row_sizes(stations: int, teams: int) -> list[int]:
    """Return how many teams each set of stations takes: as even as can be, and never two more than stations."""
    rows = -(-teams // (stations + 1))
    return [teams // rows + (row < teams % rows) for row in range(rows)]


def stops(stations: int, teams: int, place: int) -> tuple[int | None, ...]:
    """Return the way of the team that is at `place`, counted from 0, among the `teams` of a row.

    The row is a circle of stations, with a resting place closing it if there is a team too many.
    """
    circle = [*range(1, stations + 1), *[REST] * (teams - stations)]
    # Starts are spread over the circle: a team that is late has most likely nobody right behind it.
    start = place * len(circle) // teams
    return tuple(circle[start:] + circle[:start])


def team_sizes(pupils: int, teams: int) -> list[int]:
    """Return how many pupils are in each team, as even as can be."""
    return [pupils // teams + (team < pupils % teams) for team in range(teams)]
