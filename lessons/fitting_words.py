"""What the page of a fitted lesson says: what to mind, why a wish does not fit, what would."""

from collections.abc import Iterator

from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from documents.fitting import DoesNotFit, Fitted, Wishes
from documents.kit import LessonKit
from documents.station_choice import chosen_course

MOST_IN_TEAM = 6
ONE_LESSON, TWO_LESSONS = 45, 90


def refusal(refused: DoesNotFit) -> str:
    """Say why the wishes do not fit."""
    values = {"minutes": refused.wishes.minutes, "fewest": refused.fewest, "most": refused.most}
    if refused.is_too_short:
        return _("%(minutes)d minutes are too few: these stages need at least %(fewest)d.") % values
    return _("%(minutes)d minutes are too many: these stages fill at most %(most)d.") % values


def offer(kit: LessonKit, refused: DoesNotFit, offered: Wishes) -> str:
    """Say what a wish that fits would change."""
    course, minutes = chosen_course(kit, offered.stations, with_animal=offered.with_animal), offered.minutes
    if offered.stations == refused.wishes.stations:
        return _("Take %(minutes)d minutes, with the same stations") % {"minutes": minutes}
    if not course.gone:
        return _("Visit all stations in %(minutes)d minutes") % {"minutes": minutes}
    titles = "; ".join(course.stations[number - 1].title for number in course.kept)
    if minutes == refused.wishes.minutes:
        return _("Stay with %(minutes)d minutes and visit: %(stations)s") % {"minutes": minutes, "stations": titles}
    return _("Take %(minutes)d minutes and visit: %(stations)s") % {"minutes": minutes, "stations": titles}


def remarks(fitted: Fitted) -> Iterator[str]:
    """Yield what the teacher should mind about her lesson."""
    yield from _about_time(fitted)
    yield from _about_stations(fitted)
    yield from _about_teams(fitted)


def _about_time(fitted: Fitted) -> Iterator[str]:
    if not fitted.timeline:
        yield _("The course of this lesson is not written yet, so there are no minutes to share out.")
    if fitted.guessed:
        yield ngettext(
            "%(number)d stage did not say its minutes: we gave it a fair share. Check it.",
            "%(number)d stages did not say their minutes: we gave them a fair share. Check them.",
            fitted.guessed,
        ) % {"number": fitted.guessed}
    if fitted.wishes.minutes == TWO_LESSONS and fitted.timeline:
        stage = next(timed for timed in fitted.timeline if timed.ends >= ONE_LESSON)
        if stage.ends == ONE_LESSON:
            yield _("The first lesson ends after the stage “%(title)s”.") % {"title": stage.stage.title}
        else:
            yield _("The break falls into the stage “%(title)s”: choose a good moment to stop.") % {
                "title": stage.stage.title
            }


def _about_stations(fitted: Fitted) -> Iterator[str]:
    left_out = fitted.left_out
    if left_out.stations:
        yield _("Read the end of the lesson through: it may gather what the pupils found at all stations.")
    if left_out.still_named_in:
        places = "; ".join(dict.fromkeys(left_out.still_named_in))
        yield _("Stations that you left out are still spoken of here: %(places)s.") % {"places": places}


def _about_teams(fitted: Fitted) -> Iterator[str]:
    teams, pupils = fitted.wishes.teams, fitted.wishes.pupils
    stations = sum(timed.station is not None for timed in fitted.timeline)
    if stations and teams > stations:
        yield _("There are more teams than stations, so two teams meet at one: put its card out twice.")
    if pupils and pupils > MOST_IN_TEAM * teams:
        yield _("The teams are large, up to %(number)d pupils: smaller ones give everybody something to do.") % {
            "number": -(-pupils // teams)
        }


def animal_answers(page, pupils: int | None) -> list[tuple[str, str]]:
    """Return what the lesson says of its live animal, each answer with its question."""
    ratio, checked_on = page.children_per_adult, page.local_rule_checked_on
    answers = [
        (_("Who leads the animal"), page.animal_handler),
        (_("Adults"), _adults(ratio, pupils) if ratio else ""),
        (_("Consent"), page.consent_note),
        (_("Local rules checked on"), date_format(checked_on, "DATE_FORMAT") if checked_on else ""),
    ]
    return [(question, answer) for question, answer in answers if answer]


def _adults(ratio: int, pupils: int | None) -> str:
    told = ngettext("one for each %(number)d child", "one for each %(number)d children", ratio) % {"number": ratio}
    if not pupils:
        return told
    return _("%(ratio)s; for your class: %(adults)d") % {"ratio": told, "adults": -(-pupils // ratio)}
