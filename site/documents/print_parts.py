"""What several printed papers of a quest share: icons, names of stations, teams with their emblems."""

import re
from collections.abc import Iterable
from typing import Any

from documents import words
from documents.characters import one_line, printable
from documents.icons import Icon, icon, icons
from documents.kit import LessonKit, Stage
from documents.rich_text import as_data, changed, from_plain
from documents.routes import routes
from documents.syllables import with_breaks
from documents.typst_pdf import heading

PAW = "paw-prints"
SCISSORS = "scissors"
INK = "#1d2423"
LONGEST_WORD = 18  # letters of large type that surely fit a card

# By what a team that cannot read yet knows itself; as many as a kit may have teams.
TEAM_EMBLEMS = (
    "turtle", "hedgehog", "bird", "horse-face", "fish", "cat-face", "dog-face", "sun", "star", "sunflower",
    "deciduous-tree", "snow-capped-mountain", "heart-suit", "compass", "key", "shield", "snowflake", "house", "yarn",
    "soccer-ball",
)  # fmt: skip

# "2-аялдама: …", "Станция 2. …": the number is on the card anyway, large.
STATION_NUMBER = re.compile(
    r"^\s*(?:\d+\s*-?\s*(?:аялдама|бекет|станция)|(?:станция|аялдама|бекет)\s*№?\s*\d+)\s*[:.,–—-]\s*(?=\S)",
    re.IGNORECASE,
)


def icon_named(name: str) -> Icon:
    """Return the icon of this name, or a paw if there is none."""
    return icon(name) or icons()[PAW]


def drawings(names: Iterable[str]) -> dict[str, str]:
    """Return the pictures of icons as SVG by the names asked for, the scissors of cutting lines among them."""
    return {name: icon_named(name).svg(INK) for name in {*names, SCISSORS}}


def station_title(kit: LessonKit, stage: Stage) -> str:
    """Return a station's title without the number that an editor wrote before it; the word station if it has none."""
    return heading(STATION_NUMBER.sub("", stage.title), or_else=words.WORDS[kit.language]["station_column"])


def paragraphs(text: str) -> list[dict[str, Any]]:
    """Return plain text for a template, its longest words breakable."""
    return as_data(changed(from_plain(printable(text)), breakable))


def breakable(text: str) -> str:
    """Return `text` with places to break its longest words at."""
    return with_breaks(text, LONGEST_WORD)


def teams(kit: LessonKit) -> list[dict[str, Any]]:
    """Return number, name, emblem and row of each team; the row is a letter, and empty if there is only one."""
    own = words.WORDS[kit.language]
    ways = routes(max(1, len(kit.stations)), kit.teams)
    rows = {way.row for way in ways}
    return [
        {
            "number": way.team,
            "name": own["team_name"].format(number=way.team),
            "emblem": emblem_of(way.team),
            "animal": icon_named(emblem_of(way.team)).label_in(kit.language),
            "row": own["row_name"].format(letter=row_letter(way.row)) if len(rows) > 1 else "",
            "row_letter": row_letter(way.row),
            "stops": list(way.stops) if kit.stations else [],
        }
        for way in ways
    ]


def emblem_of(team: int) -> str:
    """Return the name of the icon that stands for a team, counted from 1."""
    return TEAM_EMBLEMS[(team - 1) % len(TEAM_EMBLEMS)]


def row_letter(row: int) -> str:
    """Return the letter of a set of stations: А, Б, В …, read alike in both languages."""
    return "АБВГДЕЖЗИК"[(row - 1) % 10]


def said(text: str) -> str:
    """Return `text` on one line, its longest words breakable."""
    return breakable(one_line(printable(text)))
