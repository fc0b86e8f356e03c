"""No answer ever where pupils read: the check, done on the text of the built files.

What is compared: the words alone, without capitals, punctuation, line ends, soft hyphens and the dots of ё.
Every answer of the keys and of the station cards is looked for as a whole, and so is each of its sentences that is long
enough, unless several answers share that sentence: then it is a remark ("to be checked by a lawyer"), not an answer.

When an answer counts as leaked: it stands in a pupil's file more often than the file has a right to say it. Sheets have
that right in two places only: in the text of the very task that it answers, and among the options of any task, since an
option is not yet an answer. Station cards have it in the text of the very task that it answers. Neither holds right
after a word such as «Жауабы» or «Ответ», and no other file has any right to say an answer.

What cannot be judged: an answer of one word or of fewer than 6 letters and digits ("иә", "ит", "3"), which may stand
anywhere by chance; and an answer in other words, or in another case, than the key gives it.
"""

import io
import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from pypdf import PageObject, PdfReader
from pypdf.generic import DecodedStreamObject, NameObject

from documents import words
from documents.kit import LessonKit

SHEETS = "sheets"
STATION_CARDS = "station-cards"
"""How the names of pupil sheets and of station cards end: what a file may say depends on which it is."""

FEWEST_WORDS, FEWEST_LETTERS = 2, 6
FEWEST_WORDS_OF_SENTENCE, FEWEST_LETTERS_OF_SENTENCE = 4, 20
SENTENCE_END = re.compile(r"[.!?;\n]+")
WORD = re.compile(r"[^\W_]+")
INVISIBLE = re.compile("[\u00ad\u200b-\u200d\u2060\ufeff]")
# Parts of a path in a PDF page: to move, to draw a line, to draw a curve. Texts hold no line of this shape, since
# their letters are numbers of two bytes.
DRAWN_LINES = re.compile(rb"(?<![^\s])(?:-?[\d.]+ ){2}(?:[ml]|(?:-?[\d.]+ ){4}c)(?=\s)")
# The word before tells that an answer follows: «Жауабы: …», «Дұрыс жауап …», «Верный ответ: …».
ANNOUNCES_ANSWER = r"(?<= )(?:жауап|жауаб|ответ|кілт|ключ|шешуі)\w* "


@dataclass(frozen=True)
class Leak:
    """One answer that stands where pupils read."""

    file: str
    sheet: str
    number: int
    answer: str


class AnswerLeak(Exception):  # noqa: N818 (it is named as what it reports)
    """Pupil files hold answers of the key, so the kit is not built. `leaks` says which and where."""

    def __init__(self, leaks: list[Leak]) -> None:
        self.leaks = leaks
        places = "; ".join(f"{leak.file}: “{leak.answer}” (key “{leak.sheet}”, answer {leak.number})" for leak in leaks)
        super().__init__(f"Pupil files must hold no answer. Take it out of the sheet, or correct the key: {places}")


def refuse_leaks(kit: LessonKit, pupil_files: Iterable[tuple[str, str, bytes]]) -> None:
    """Raise AnswerLeak if an answer of `kit` stands in one of `pupil_files`: (name, media type, content) each."""
    leaks = [
        leak for name, media_type, content in pupil_files for leak in leaks_in(kit, name, text_of(media_type, content))
    ]
    # The texts as written, too: in a file, the foot of a page may stand between the halves of an answer.
    leaks = leaks or leaks_as_written(kit)
    if leaks:
        raise AnswerLeak(leaks)


def leaks_as_written(kit: LessonKit) -> list[Leak]:
    """Return the answers that stand where pupils read, as the editor wrote it; no file is built for it."""
    written = {SHEETS: _sheets_written(kit), STATION_CARDS: _cards_written(kit), **_papers_written(kit)}
    return [leak for name, texts in written.items() for leak in leaks_in(kit, name, "\n".join(texts))]


def text_of(media_type: str, content: bytes) -> str:
    """Return the text of a file. ValueError for a kind of file that cannot be read: it could not be checked."""
    if media_type == "application/pdf":
        return "\n".join(_text_on(page) for page in PdfReader(io.BytesIO(content)).pages)
    if media_type.startswith("text/plain"):
        return content.decode("utf-8-sig")
    raise ValueError(f"A pupil file of type {media_type} cannot be checked for answers.")


def _text_on(page: PageObject) -> str:
    """Return the text of a page. Its drawn lines are dropped first: reading them takes most of the time."""
    content = page.get_contents()
    if content is not None:
        words_only = DecodedStreamObject()
        words_only.set_data(DRAWN_LINES.sub(b"", content.get_data()))
        page[NameObject("/Contents")] = words_only
    return page.extract_text()


def leaks_in(kit: LessonKit, name: str, text: str) -> Iterator[Leak]:
    """Yield the answers of `kit` that `text`, the text of the file `name`, holds without a right to."""
    found = normalised(text)
    remarks, allowed = _remarks(kit), _allowed(kit, name)
    for source, number, answer in answers_of(kit):
        parts = [part for part in judged(answer) if part not in remarks]
        if any(_stands(part, found) > _times_allowed(part, allowed) for part in parts):
            yield Leak(name, source, number, answer)


def answers_of(kit: LessonKit) -> Iterator[tuple[str, int, str]]:
    """Yield every answer of `kit`: the title of its key or of the cards, its number there, its text."""
    for key in kit.answer_keys:
        for number, answer in enumerate(key.answers, start=1):
            yield key.title, number, answer
    for number, stage in enumerate(kit.stations, start=1):
        if stage.card.answer:
            yield words.WORDS[kit.language]["station_cards"], number, stage.card.answer


def judged(answer: str) -> list[str]:
    """Return what of an answer can be looked for, normalised: the whole and its sentences; nothing if too short."""
    whole = normalised(answer)
    parts = [whole] if _is_long(whole, FEWEST_WORDS, FEWEST_LETTERS) else []
    sentences = [normalised(sentence) for sentence in SENTENCE_END.split(answer)]
    for sentence in sentences:
        if sentence not in parts and _is_long(sentence, FEWEST_WORDS_OF_SENTENCE, FEWEST_LETTERS_OF_SENTENCE):
            parts.append(sentence)
    return parts


def normalised(text: str) -> str:
    """Return the words of `text` in lower case, a space before, between and after them."""
    plain = unicodedata.normalize("NFKC", INVISIBLE.sub("", text)).casefold().replace("ё", "е")
    return f" {' '.join(WORD.findall(plain))} "


def _allowed(kit: LessonKit, name: str) -> list[tuple[str, str | None]]:
    """Return the normalised texts of the file `name` that may say an answer, each with the answer it may say.

    None stands for any answer.
    """
    stem = name.rsplit(".", 1)[0]
    if stem.endswith(STATION_CARDS):
        pairs = [(stage.card.task, stage.card.answer) for stage in kit.stations]
    elif stem.endswith(SHEETS):
        pairs = [*_answered_tasks(kit), *((option, None) for option in _options(kit))]
    else:
        return []
    return [(normalised(text), answer and normalised(answer)) for text, answer in pairs]


def _times_allowed(part: str, allowed: list[tuple[str, str | None]]) -> int:
    return sum(_stands_rightly(part, text) for text, answer in allowed if answer is None or part in answer)


def _answered_tasks(kit: LessonKit) -> Iterator[tuple[str, str]]:
    for place, key in enumerate(kit.answer_keys):
        sheet = kit.sheet_answered(place)
        if sheet:
            yield from ((task.text, answer) for task, answer in zip(sheet.tasks, key.answers, strict=False))


def _options(kit: LessonKit) -> list[str]:
    return [option for sheet in kit.sheets for task in sheet.tasks for option in task.options]


def _remarks(kit: LessonKit) -> set[str]:
    """Return the sentences that stand in more than one answer beside other words."""
    found = Counter(
        sentence
        for _source, _number, answer in answers_of(kit)
        for sentence in {normalised(sentence) for sentence in SENTENCE_END.split(answer)} - {normalised(answer)}
    )
    return {sentence for sentence, times in found.items() if times > 1}


def _is_long(words: str, fewest_words: int, fewest_letters: int) -> bool:
    return len(words.split()) >= fewest_words and len(words.replace(" ", "")) >= fewest_letters


def _stands(part: str, words: str) -> int:
    # Words share the space between them, so that two in a row are both counted.
    return len(re.findall(f"(?= {re.escape(part.strip())} )", words))


def _stands_rightly(part: str, words: str) -> int:
    announced = re.findall(f"{ANNOUNCES_ANSWER}(?={re.escape(part.strip())} )", words)
    return _stands(part, words) - len(announced)


def _sheets_written(kit: LessonKit) -> list[str]:
    """Return all that the sheets say, in order."""
    texts = [kit.title]
    for sheet in kit.sheets:
        texts += [sheet.title, sheet.instructions]
        for task in sheet.tasks:
            texts += [task.text, *task.options]
    return texts


def _cards_written(kit: LessonKit) -> list[str]:
    """Return all that the station cards say, in order."""
    return [text for stage in kit.stations for text in (stage.title, stage.card.task, stage.card.clue)]


def _papers_written(kit: LessonKit) -> dict[str, list[str]]:
    """Return what the other papers of the print pack say, by their names."""
    return {
        "role-cards": [text for role in kit.roles for text in (role.title, role.text)],
        "certificate": [kit.certificate],
        "poster": list(kit.poster),
    }
