"""A lesson fitted to a class: whatever is wished and however odd the lesson, a whole lesson or a helpful refusal."""

import dataclasses

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from documents.fitting import LENGTHS, DoesNotFit, Fitted, Wishes, canonical, fit, standard_wishes
from documents.kit import ANIMAL_CHOICES, LANGUAGES, PHASES, AnswerKey, LessonKit, Sheet, Stage, Task, minutes_of
from tests.documents.sample_kit import empty_kit, sample_kit

untimed = settings(deadline=None, max_examples=60)
texts = st.text("123 –-,аялдмстнципрқЛе<>/", max_size=40)
minutes = st.none() | st.integers(-5, 200)
stages = st.builds(
    Stage,
    phase=st.sampled_from(PHASES),
    title=texts,
    minutes=minutes,
    shortest=minutes,
    teacher_html=texts,
    resources=texts,
    is_station=st.booleans(),
    animal=st.sampled_from(ANIMAL_CHOICES),
)
sheets = st.builds(
    Sheet,
    title=texts,
    instructions=texts,
    tasks=st.lists(st.builds(Task, text=texts), max_size=3).map(tuple),
    station=st.none() | st.integers(0, 5),
)
keys = st.builds(AnswerKey, title=texts, answers=st.lists(texts, max_size=3).map(tuple))
kits = st.builds(
    LessonKit,
    language=st.sampled_from(LANGUAGES),
    key=st.just("lesson"),
    title=texts,
    minutes=minutes,
    stages=st.lists(stages, max_size=10).map(tuple),
    sheets=st.lists(sheets, max_size=4).map(tuple),
    answer_keys=st.lists(keys, max_size=4).map(tuple),
)
wishes = st.builds(
    Wishes,
    minutes=st.sampled_from(LENGTHS),
    stations=st.lists(st.integers(-1, 12), max_size=6).map(tuple),
    teams=st.integers(1, 12),
    pupils=st.none() | st.integers(1, 60),
    with_animal=st.booleans(),
)


def minutes_in(fitted: Fitted) -> list[int]:
    return [stage.minutes for stage in fitted.kit.stages]


@untimed
@given(kits, wishes)
def test_a_fitted_lesson_is_whole_and_a_refused_one_offers_only_what_fits(kit, wished):
    outcome = fit(kit, wished)

    if isinstance(outcome, DoesNotFit):
        assert not outcome.fewest <= wished.minutes <= outcome.most
        assert all(isinstance(fit(kit, offer), Fitted) for offer in outcome.offers)
        return
    assert outcome.kit.minutes == wished.minutes
    assert sum(minutes_in(outcome)) == (wished.minutes if outcome.kit.stages else 0)
    assert all(number >= 1 for number in minutes_in(outcome))
    assert not any(stage.animal == ("none" if wished.with_animal else "live") for stage in outcome.kit.stages)
    assert (outcome.kit.teams, outcome.kit.pupils) == (wished.teams, wished.pupils)


@untimed
@given(kits, wishes)
def test_stages_keep_their_order_their_least_and_their_most(kit, wished):
    outcome = fit(dataclasses.replace(kit, sheets=()), wished)
    if isinstance(outcome, DoesNotFit):
        return
    kept = iter(kit.stages)

    for stage in outcome.kit.stages:
        # Texts may be renumbered, so a stage is known by what nobody changes.
        old = next(s for s in kept if _marks(s) == _marks(stage) and s.animal in ("", stage.animal))
        if old.minutes and old.minutes > 0:
            least = old.shortest if old.shortest and old.shortest > 0 else max(2, -(-old.minutes // 2))
            assert min(old.minutes, least) <= stage.minutes <= max(3 * old.minutes, old.minutes + 5)


def _marks(stage: Stage) -> tuple:
    return stage.phase, stage.is_station, stage.animal, stage.shortest


@untimed
@given(kits)
def test_a_lesson_fitted_as_it_is_does_not_change_when_fitted_again(kit):
    once = fit(kit, standard_wishes(kit))
    if isinstance(once, DoesNotFit):
        return

    again = fit(once.kit, once.wishes)

    assert again.kit == once.kit


@untimed
@given(kits, wishes)
def test_the_same_wishes_give_the_same_lesson_and_have_one_spelling(kit, wished):
    assert fit(kit, wished) == fit(kit, wished)
    assert canonical(kit, canonical(kit, wished)) == canonical(kit, wished)
    assert fit(kit, canonical(kit, wished)) == fit(kit, wished)


titles = st.sampled_from(["Парақ", "Құлақ", "1-аялдама", "2-аялдама", "3-аялдама", "1–2-аялдама"])


@untimed
@given(st.lists(titles, max_size=4), st.lists(titles, max_size=4), st.sets(st.integers(1, 3)))
def test_every_answer_key_still_stands_beside_its_own_sheet(sheet_titles, key_titles, stations):
    kit = sample_kit(
        stages=tuple(Stage(title=f"{number}-аялдама", minutes=15, is_station=True) for number in (1, 2, 3)),
        sheets=tuple(Sheet(title, f"sheet {place}") for place, title in enumerate(sheet_titles)),
        answer_keys=tuple(AnswerKey(title, (f"key {place}",)) for place, title in enumerate(key_titles)),
    )
    fitted = fit(kit, Wishes(35, stations=tuple(stations))).kit

    before, after = sheets_by_answer(kit), sheets_by_answer(fitted)

    assert all(before[answer] == sheet for answer, sheet in after.items())
    kept = {sheet.instructions for sheet in fitted.sheets}
    assert {answer for answer, sheet in before.items() if sheet in kept} <= set(after)


def sheets_by_answer(kit: LessonKit) -> dict[str, str | None]:
    """Return which sheet each answer belongs to; the instructions tell the sheets apart."""
    found = {}
    for number, key in enumerate(kit.answer_keys):
        sheet = kit.sheet_answered(number)
        found |= dict.fromkeys(key.answers, sheet.instructions if sheet else None)
    return found


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_standard_wishes_leave_the_stages_as_they_are(language):
    kit = sample_kit(language)

    assert standard_wishes(kit) == Wishes(45)
    assert fit(kit, Wishes(45)).kit.stages == kit.stages


def test_a_shorter_lesson_takes_from_all_and_keeps_what_may_not_shrink():
    kit = sample_kit(
        stages=(Stage("start", "а", 5, shortest=5), Stage("middle", "ә", 30, is_station=True), Stage("end", "б", 10))
    )

    assert minutes_in(fit(kit, Wishes(35))) == [5, 23, 7]


@pytest.mark.parametrize(
    ("language", "titles", "resources"),
    [
        ("kk", ["1-аялдама: Құйрық пен құлақ", "2-аялдама: Иесінен сұра"], "1-парақ, суреттер"),
        ("ru", ["Станция 1: Хвост и уши", "Станция 2: Спроси хозяина"], "Лист 1, картинки"),
    ],
)
def test_a_station_goes_with_its_sheet_and_answers_and_the_others_are_renumbered(language, titles, resources):
    kit = sample_kit(language)
    fitted = fit(kit, Wishes(40, stations=(3, 1)))

    assert sum(minutes_in(fitted)) == 40
    assert [stage.title for stage in fitted.kit.stages if stage.is_station] == titles
    assert [timed.station for timed in fitted.timeline] == [None, 1, 2, None, None]
    assert fitted.kit.stages[1].resources == resources
    assert [sheet.title for sheet in fitted.kit.sheets] == [kit.sheets[0].title, kit.sheets[2].title]
    assert fitted.kit.answer_keys == (dataclasses.replace(kit.answer_keys[0], sheet=0),)
    assert fitted.left_out.stations == (kit.stages[2].title,)
    assert fitted.left_out.sheets == (kit.sheets[1].title,)


def test_a_sheet_of_several_stations_stays_until_all_of_them_go():
    sheet = Sheet("Карточка: станции 1–2", "Хвост на станции 1.", (Task("Станция 2: что там?"), Task("Общее")))
    kit = sample_kit("ru", sheets=(sheet,), answer_keys=(AnswerKey(sheet.title, ("уши", "всё")),))

    one_gone = fit(kit, Wishes(35, stations=(1, 3))).kit
    both_gone = fit(kit, Wishes(35, stations=(3,))).kit

    assert [s.title for s in one_gone.sheets] == ["Карточка: станции 1"]
    assert [task.text for task in one_gone.sheets[0].tasks] == ["Общее"]
    assert one_gone.answer_keys == (AnswerKey("Карточка: станции 1", ("всё",), sheet=0),)
    assert both_gone.sheets == both_gone.answer_keys == ()


def test_a_sheet_that_only_a_station_left_out_calls_by_its_title_goes():
    stages = (
        Stage(title="Станция 1. А", minutes=20, is_station=True, resources="«Карточка: что делаю я?»"),
        Stage(title="Станция 2. Б", minutes=15, is_station=True, resources="«Маршрутный лист»"),
    )
    kit = sample_kit("ru", stages=stages, sheets=(Sheet("Карточка: что делаю я?"), Sheet("Маршрутный лист")))

    fitted = fit(kit, Wishes(35, stations=(2,)))

    assert fitted.left_out.sheets == ("Карточка: что делаю я?",)


def test_what_still_speaks_of_a_station_left_out_is_named():
    kit = sample_kit("ru")
    end = dataclasses.replace(kit.stages[-1], teacher_html="<p>Вспоминает станцию 2.</p>")
    fitted = fit(dataclasses.replace(kit, stages=(*kit.stages[:-1], end)), Wishes(40, stations=(1, 3)))

    assert fitted.left_out.still_named_in == (end.title,)


def test_without_a_live_animal_the_stage_in_its_place_is_held_and_the_other_way_round():
    stages = (
        Stage("start", "Басы", 10),
        Stage("middle", "1-аялдама. Тірі ит", 25, is_station=True, animal="live"),
        Stage("middle", "1-аялдама. Ойыншық ит", 25, is_station=True, animal="none"),
        Stage("end", "2-аялдама. Соңы", 10, is_station=True),
    )
    kit = sample_kit(stages=stages, sheets=(), answer_keys=())

    without, with_one = fit(kit, Wishes(45)), fit(kit, Wishes(45, with_animal=True))

    assert [s.title for s in without.kit.stages] == ["Басы", "1-аялдама. Ойыншық ит", "2-аялдама. Соңы"]
    assert [s.title for s in with_one.kit.stages] == ["Басы", "1-аялдама. Тірі ит", "2-аялдама. Соңы"]
    assert without.left_out.stages == ("1-аялдама. Тірі ит",)


def test_too_many_stations_for_the_time_are_refused_with_fewer_stations_and_with_more_time():
    stages = tuple(Stage(title=f"{n}-аялдама", minutes=10, is_station=True) for n in range(1, 9))
    refused = fit(sample_kit(stages=stages, sheets=()), Wishes(35))

    assert refused.is_too_short
    assert (refused.fewest, refused.most) == (40, 240)
    assert refused.offers == (Wishes(35, stations=(1, 2, 3, 4, 5, 6, 7)), Wishes(40))


def test_too_few_stations_for_the_time_are_refused_with_more_stations_and_with_less_time():
    stages = tuple(Stage(title=f"{n}-аялдама", minutes=10, is_station=True) for n in range(1, 9))
    refused = fit(sample_kit(stages=stages, sheets=()), Wishes(90, stations=(1, 5)))

    assert not refused.is_too_short
    assert refused.offers == (Wishes(90, stations=(1, 2, 5)), Wishes(45, stations=(1, 5)))


@pytest.mark.parametrize(
    "stages",
    [
        (),
        (Stage(),),
        (Stage(minutes=0), Stage(minutes=-5), Stage(minutes=None)),
        tuple(Stage(title=f"Станция {n}", is_station=True) for n in range(1, 41)),
        (Stage(is_station=True),) * 40,
        (Stage(minutes=10**9),),
        tuple(Stage(title="🐶" * 300, minutes=1, shortest=10**9) for _ in range(40)),
    ],
    ids=["none", "one without minutes", "no time", "40 stations", "40 times the same", "endless", "emoji"],
)
def test_an_odd_lesson_is_fitted_or_refused(stages):
    for length in LENGTHS:
        outcome = fit(sample_kit(stages=stages), Wishes(length, stations=(1, 2, 99)))
        if isinstance(outcome, Fitted) and stages:
            assert minutes_of(outcome.kit.stages) == length


def test_a_lesson_without_stages_only_takes_the_length():
    fitted = fit(empty_kit(), Wishes(40))

    assert (fitted.kit.minutes, fitted.kit.stages, fitted.timeline) == (40, (), ())


def test_stages_without_minutes_get_a_middling_share():
    kit = sample_kit(stages=(Stage(minutes=5), Stage(), Stage(minutes=10), Stage(minutes=20)))
    fitted = fit(kit, Wishes(45))

    assert minutes_in(fitted) == [5, 10, 10, 20]
    assert fitted.guessed == 1


@pytest.mark.parametrize(
    "wrong", [{"minutes": 41}, {"minutes": -1}, {"teams": 0}, {"teams": 13}, {"pupils": 0}, {"pupils": 61}]
)
def test_wishes_out_of_bounds_are_an_error(wrong):
    with pytest.raises(ValueError, match="not"):
        Wishes(**wrong)
