"""What the teams of a quest hold in their hands: route sheets, role cards, badges."""

from typing import Any

from documents import words
from documents.kit import LessonKit, Role
from documents.print_parts import breakable, drawings, icon_named, paragraphs, said, station_title, teams
from documents.routes import row_sizes, team_sizes
from documents.typst_pdf import heading, set_pdf, shared_data

PUPILS_OF_A_TEAM = 6  # badges for a team if nobody said how many pupils there are
MOST_PUPILS = 60
MOST_ROLES = 12
# Letters of a role's text, and points of its type.
SIZES_OF_ROLE, SMALLEST_OF_ROLE = ((70, 15), (120, 13.5), (200, 12), (300, 10.5)), 9.5
HEIGHT_OF_STOPS, LEAST_HEIGHT, MOST_HEIGHT = 168, 15, 27  # millimetres


def route_sheets_pdf(kit: LessonKit) -> bytes:
    """Return the teacher's table of all routes, then a sheet for each team with its stations in its own order."""
    found = teams(kit)
    stations = _stations(kit)
    rounds = max((len(team["stops"]) for team in found), default=0)
    data = shared_data(kit, "routes") | {
        "teams": found,
        "stations": stations,
        "rounds": rounds,
        "rules": _rules(kit),
        "stop_height": min(MOST_HEIGHT, max(LEAST_HEIGHT, HEIGHT_OF_STOPS // max(1, rounds))),
        "icons": drawings([*(team["emblem"] for team in found), *(station["icon"] for station in stations)]),
    }
    return set_pdf("routes.typ", kit, data)


def role_cards_pdf(kit: LessonKit) -> bytes:
    """Return the role cards, one of each role for each team."""
    return set_pdf("roles.typ", kit, shared_data(kit, "role_cards") | _roles(kit))


def badges_pdf(kit: LessonKit) -> bytes:
    """Return a badge for each pupil: the team's emblem, a line for the name, and the role if there is one left."""
    data = _roles(kit)
    sizes = _badges_of_teams(kit, len(data["roles"]))
    badges = [
        {"team": team, "role": data["roles"][place] if place < len(data["roles"]) else None}
        for team, size in zip(data["teams"], sizes, strict=True)
        for place in range(size)
    ]
    return set_pdf("badges.typ", kit, shared_data(kit, "badges") | data | {"badges": badges})


def _roles(kit: LessonKit) -> dict[str, Any]:
    found = teams(kit)
    roles = [_role(role) for role in kit.roles[:MOST_ROLES] if said(role.title) or said(role.text)]
    names = [*(team["emblem"] for team in found), *(role["icon"] for role in roles)]
    return {"teams": found, "roles": roles, "icons": drawings(names)}


def _role(role: Role) -> dict[str, Any]:
    return {
        "title": breakable(heading(role.title, or_else="…")),
        "text": paragraphs(role.text),
        "size": next((size for longest, size in SIZES_OF_ROLE if len(role.text) <= longest), SMALLEST_OF_ROLE),
        "icon": icon_named(role.icon).name,
    }


def _badges_of_teams(kit: LessonKit, roles: int) -> list[int]:
    if kit.pupils and kit.pupils > 0:
        return team_sizes(min(kit.pupils, MOST_PUPILS), kit.teams)
    return [max(roles, PUPILS_OF_A_TEAM)] * kit.teams


def _stations(kit: LessonKit) -> list[dict[str, Any]]:
    return [
        {"number": number, "title": said(station_title(kit, stage)), "icon": icon_named(stage.card.icon).name}
        for number, stage in enumerate(kit.stations, start=1)
    ]


def _rules(kit: LessonKit) -> list[str]:
    """Say to the teacher how the teams go round."""
    own = words.WORDS[kit.language]
    sizes = row_sizes(max(1, len(kit.stations)), kit.teams)
    rules = [own["routes_rule"]]
    if len(sizes) > 1:
        rules.append(own["routes_rows"].format(rows=len(sizes)))
    if max(sizes) > len(kit.stations):
        rules.append(own["routes_rest"])
    return rules
