"""The cards that hang at the stations of a quest, half a sheet each. No answer is among their data."""

from typing import Any

from documents.kit import LessonKit, Stage
from documents.print_parts import breakable, drawings, icon_named, paragraphs, station_title
from documents.short_link import qr_picture
from documents.typst_pdf import set_pdf, shared_data

FINISH = "triangular-flag"
HINT = "light-bulb"


def station_cards_pdf(kit: LessonKit) -> bytes:
    """Return a card for each station, two to a sheet: icon, number, title, task, hint, code of the card online.

    A card whose text is long comes in smaller type, and goes on on a second card before it becomes hard to read. A
    station without a task has a card to find it by.
    """
    cards = [_card(kit, stage, number) for number, stage in enumerate(kit.stations, start=1)]
    data = shared_data(kit, "station_cards") | {
        "cards": cards,
        "icons": drawings([FINISH, HINT, *(card["icon"] for card in cards)]),
    }
    return set_pdf("cards.typ", kit, data)


def card_address(kit: LessonKit, number: int) -> str:
    """Return the address of a station's card on the lesson's page; empty if the page has none."""
    return f"{kit.url}#station-{number}" if kit.url else ""


def _card(kit: LessonKit, stage: Stage, number: int) -> dict[str, Any]:
    picture = icon_named(stage.card.icon)
    address = card_address(kit, number)
    return {
        "number": number,
        "title": breakable(station_title(kit, stage)),
        "icon": picture.name,
        "shows": picture.label_in(kit.language),
        "task": paragraphs(stage.card.task),
        "clue": paragraphs(stage.card.clue),
        "letters": len(stage.card.task) + len(stage.card.clue),
        "qr": qr_picture(address) if address else "",
    }
