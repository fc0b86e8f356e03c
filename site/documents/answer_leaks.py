"""No answer ever in a pupil's file: the check, done on the text of the built files.

What is compared: the words alone, without capitals, punctuation, line ends, soft hyphens and the dots of ё.
Every answer of the key is looked for as a whole, and so is each of its sentences that is long enough, unless several
answers share that sentence: then it is a remark ("to be checked by a lawyer"), not an answer.

When an answer counts as leaked: it stands in a pupil's file more often than the sheets have a right to say it. They
have that right in two places only: in the text of the very task that it answers, and among the options of any task,
since an option is not yet an answer. Neither holds right after a word such as «Жауабы» or «Ответ».

What cannot be judged: an answer of one word or of fewer than 6 letters and digits ("иә", "ит", "3"), which may stand
anywhere by chance; and an answer in other words, or in another case, than the key gives it.
"""

import io
import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from pypdf import PdfReader

from documents.kit import LessonKit

FEWEST_WORDS, FEWEST_LETTERS = 2, 6
FEWEST_WORDS_OF_SENTENCE, FEWEST_LETTERS_OF_SENTENCE = 4, 20
SENTENCE_END = re.compile(r"[.!?;\n]+")
WORD = re.compile(r"[^\W_]+")
INVISIBLE = re.compile("[\u00ad\u200b-\u200d\u2060\ufeff]")
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
    # The sheets as written, too: in a file, the foot of a page may stand between the halves of an answer.
    leaks = leaks or leaks_as_written(kit)
    if leaks:
        raise AnswerLeak(leaks)


def leaks_as_written(kit: LessonKit) -> list[Leak]:
    """Return the answers that stand on the sheets as the editor wrote them; no file is built for it."""
    return list(leaks_in(kit, "pupil sheets", _written(kit)))


def text_of(media_type: str, content: bytes) -> str:
    """Return the text of a file. ValueError for a kind of file that cannot be read: it could not be checked."""
    if media_type == "application/pdf":
        return "\n".join(page.extract_text() for page in PdfReader(io.BytesIO(content)).pages)
    if media_type.startswith("text/plain"):
        return content.decode("utf-8-sig")
    raise ValueError(f"A pupil file of type {media_type} cannot be checked for answers.")


def leaks_in(kit: LessonKit, name: str, text: str) -> Iterator[Leak]:
    """Yield the answers of `kit` that `text`, the text of the file `name`, holds without a right to."""
    words = normalised(text)
    remarks = _remarks(kit)
    options = [option for sheet in kit.sheets for task in sheet.tasks for option in task.options]
    for place, key in enumerate(kit.answer_keys):
        sheet = kit.sheet_answered(place)
        tasks = sheet.tasks if sheet else ()
        for number, answer in enumerate(key.answers):
            own = [task.text for task in tasks[number : number + 1]]
            allowed = [normalised(text) for text in [*own, *options]]
            parts = [part for part in judged(answer) if part not in remarks]
            if any(_stands(part, words) > sum(_stands_rightly(part, piece) for piece in allowed) for part in parts):
                yield Leak(name, key.title, number + 1, answer)


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


def _remarks(kit: LessonKit) -> set[str]:
    """Return the sentences that stand in more than one answer beside other words."""
    found = Counter(
        sentence
        for key in kit.answer_keys
        for answer in key.answers
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


def _written(kit: LessonKit) -> str:
    """Return all that the sheets say, in order."""
    texts = [kit.title]
    for sheet in kit.sheets:
        texts += [sheet.title, sheet.instructions]
        for task in sheet.tasks:
            texts += [task.text, *task.options]
    return "\n".join(texts)
