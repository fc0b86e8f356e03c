"""What the whole class gets: certificates, a page to colour in, a poster of rules."""

from documents.characters import shortened
from documents.kit import LessonKit
from documents.ornament import frame
from documents.outlines import outline
from documents.print_parts import INK, PAW, drawings, icon_named, said
from documents.typst_pdf import set_pdf, shared_data

CERTIFICATE_FRAME = (277, 180, 13)  # millimetres: width, height, depth of the ornament
POSTER_FRAME = (194, 268, 12)
MOST_ICONS_OF_POSTER = 5
LONGEST_REASON, LONGEST_TITLE = 220, 130


def certificate_pdf(kit: LessonKit) -> bytes:
    """Return a certificate that fills a sheet, then two of half the size on one. Names are written by hand."""
    icons = [PAW, *lesson_icons(kit)[:1]]
    data = shared_data(kit, "certificate") | {
        "reason": shortened(said(kit.certificate), LONGEST_REASON),
        "lesson": shortened(said(kit.title), LONGEST_TITLE),
        "frame": frame(*CERTIFICATE_FRAME, INK),
        "icon": icons[-1],
        "icons": drawings(icons),
    }
    return set_pdf("certificate.typ", kit, data)


def colouring_pdf(kit: LessonKit) -> bytes:
    """Return the colouring page: the chosen icons as outlines, under the lesson's title."""
    chosen = [icon_named(name) for name in kit.colouring]
    data = shared_data(kit, "colouring") | {
        "pictures": [{"name": picture.name, "shows": picture.label_in(kit.language)} for picture in chosen],
        "icons": drawings([]) | {picture.name: outline(picture) for picture in chosen},
    }
    return set_pdf("colouring.typ", kit, data)


def poster_pdf(kit: LessonKit) -> bytes:
    """Return the poster: the lesson's rules in large type within an ornament, on one page if they fit it."""
    icons = lesson_icons(kit)[:MOST_ICONS_OF_POSTER] or [PAW]
    data = shared_data(kit, "poster") | {
        "lines": [line for line in map(said, kit.poster) if line],
        "frame": frame(*POSTER_FRAME, INK),
        "row": icons,
        "icons": drawings(icons),
    }
    return set_pdf("poster.typ", kit, data)


def lesson_icons(kit: LessonKit) -> list[str]:
    """Return the icons that the lesson's cards and colouring page name, each once, in order."""
    named = [*(stage.card.icon for stage in kit.stations), *kit.colouring]
    return list(dict.fromkeys(icon_named(name).name for name in named if name))
