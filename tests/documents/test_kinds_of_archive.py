"""The light ZIP, the one of both languages, the print folder, and names that Windows takes."""

import dataclasses
import json

import pytest

from documents import archive, print_pack
from documents.answer_leaks import AnswerLeak
from documents.archive import KitFile, document_files, kit_zip, light_selection, light_zip, whole_zip
from documents.both_languages import both_zip
from documents.kit import LANGUAGES, Card, Story
from documents.print_pack import PrintFile
from documents.team_papers import role_cards_pdf
from documents.typst_pdf import answer_key_pdf
from documents.zip_files import UnfitName, refuse_unfit_names
from tests.documents.reading import zip_of
from tests.documents.sample_kit import sample_kit

ANSWER = "Есінейді, ернін жалайды және басын бұрып әкетеді"


def printout(write, **fields) -> PrintFile:
    defaults = {"stem": "notes", "words_key": "sheets", "applies": lambda kit: True, "write": write}
    return PrintFile(**{**defaults, **fields})


def file(role: str, size: int) -> KitFile:
    return KitFile(f"print/{role}.pdf", role, role, "application/pdf", bytes(size))


# --- Print ---


def test_printouts_lie_in_a_folder_of_their_own_and_the_readme_names_them(monkeypatch):
    wanted = printout(role_cards_pdf)
    unwanted = printout(role_cards_pdf, stem="poster", applies=lambda kit: False)
    monkeypatch.setattr(print_pack, "PRINT_PACK", (wanted, unwanted))

    content = zip_of(kit_zip(sample_kit()))

    assert [name for name in content.namelist() if name.startswith("print/")] == ["print/it-tili-kk-notes.pdf"]
    assert "print — " in content.read("README.txt").decode("utf-8-sig")
    manifest = json.loads(content.read("manifest.json"))
    assert "notes" in [entry["role"] for entry in manifest["files"]]


def test_an_answer_in_a_printout_that_pupils_see_stops_the_kit(monkeypatch):
    monkeypatch.setattr(print_pack, "PRINT_PACK", (printout(answer_key_pdf),))

    with pytest.raises(AnswerLeak, match=r"print/it-tili-kk-notes\.pdf"):
        kit_zip(sample_kit())


def test_the_teachers_own_printout_may_hold_answers(monkeypatch):
    monkeypatch.setattr(print_pack, "PRINT_PACK", (printout(answer_key_pdf, for_pupils=False),))

    assert kit_zip(sample_kit())


def kit_with_card(card: Card, **fields):
    first, *others = sample_kit().stages
    return sample_kit(stages=(dataclasses.replace(first, card=card, is_station=True), *others), **fields)


@pytest.mark.parametrize(
    "fields",
    [
        {"card": Card(task="Белгілерін ата.", clue=ANSWER, answer=ANSWER)},
        {"card": Card(task=f"Белгілерін ата. Жауабы: {ANSWER}", answer=ANSWER)},
        {"card": Card(task="Белгілерін ата.", answer=ANSWER), "poster": (ANSWER,)},
    ],
    ids=["hint", "announced", "poster"],
)
def test_the_answer_of_a_card_may_stand_nowhere_else(fields):
    with pytest.raises(AnswerLeak):
        document_files(kit_with_card(**fields))


def test_a_card_may_ask_in_the_words_of_its_answer():
    assert document_files(kit_with_card(Card(task=f"Дұрыс па: {ANSWER}?", answer=ANSWER)))


# --- Light ---


def test_the_light_kit_keeps_what_is_needed_first_and_says_what_it_leaves_out():
    kit = sample_kit(short_url="https://meirim.example.kz/k/bcd234/")
    content = light_zip(kit, document_files(kit))

    names = zip_of(content).namelist()
    assert [name for name in names if "/" in name] == [
        "teacher/it-tili-kk-plan.docx",
        "teacher/it-tili-kk-answers.pdf",
        "pupil/it-tili-kk-sheets.pdf",
        *(f"print/it-tili-kk-{stem}.pdf" for stem in ("station-cards", "routes", "role-cards", "badges", "colouring")),
    ]
    readme = zip_of(content).read("README.txt").decode("utf-8-sig")
    assert "Бұл жеңіл жинаққа кірмеген, толық жинақта бар файлдар" in readme
    assert all(f"it-tili-kk-{stem}.pdf" in readme for stem in ("plan", "certificate", "poster"))
    assert kit.short_url in readme
    assert content == light_zip(kit, document_files(kit))


def test_a_light_kit_is_never_larger_than_its_limit():
    limit = archive.LIGHT_LIMIT
    documents = [
        file("lesson-plan", 10),
        file("lesson-plan-editable", 20),
        file("answer-key", limit - 60),
        file("pupil-sheets", 30),
        file("poster", 50),
        file("badge", 10),
    ]

    kept = light_selection(documents)

    assert [one.role for one in kept] == ["lesson-plan-editable", "answer-key", "pupil-sheets", "badge"]
    assert sum(len(one.content) for one in kept) <= limit < 2_000_000
    assert light_selection([file("pupil-sheets", limit + 1)]) == []


# --- Both languages ---


def test_both_languages_lie_in_a_folder_each_with_their_own_notices():
    singles = {language: kit_zip(sample_kit(language)) for language in LANGUAGES}

    content = both_zip(singles)

    archive_of_both = zip_of(content)
    for language in LANGUAGES:
        single = zip_of(singles[language])
        assert all(archive_of_both.read(f"{language}/{name}") == single.read(name) for name in single.namelist())
    manifest = json.loads(archive_of_both.read("manifest.json"))
    listed = [entry["file"] for kit in manifest["kits"] for entry in kit["files"]]
    assert set(listed) <= set(archive_of_both.namelist())
    assert [kit["language"] for kit in manifest["kits"]] == list(LANGUAGES)
    assert content == both_zip(singles)


def test_the_readme_names_the_story_to_the_lesson():
    kit = sample_kit("ru", story=Story("Актос нашёл дом", "https://meirim.example.kz/ru/istorii/aktos/", 9))

    readme = zip_of(whole_zip(kit, [])).read("README.txt").decode("utf-8-sig")

    assert "История к уроку: Актос нашёл дом (от 9 лет) https://meirim.example.kz/ru/istorii/aktos/" in readme


# --- Names ---


@pytest.mark.parametrize(
    "names",
    [["con.pdf"], ["pupil/AUX"], ["сабақ.pdf"], ["a/b?.pdf"], ["end."], ["x" * 121], ["A.pdf", "a.pdf"], ["../a.pdf"]],
)
def test_a_name_that_some_windows_could_not_unpack_is_refused(names):
    with pytest.raises(UnfitName):
        refuse_unfit_names(names)


def test_the_longest_key_still_gives_names_for_windows():
    content = zip_of(kit_zip(sample_kit(key="m" * 50)))

    # Explorer unpacks into a folder named as the ZIP, below a folder of the user.
    longest = max(len(name) for name in content.namelist())
    assert len("C:\\Users\\Мұғалима Айгүл Серікқызы\\Downloads\\") + len("m" * 50 + "-kk-kit\\kk\\") + longest < 260
