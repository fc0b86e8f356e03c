"""README.txt and LICENCE.txt of a kit: what is in it and what one may do with it, in plain words."""

import re
from collections.abc import Sequence
from typing import Protocol

from documents import words
from documents.characters import one_line, writable
from documents.kit import LessonKit

CREATIVE_COMMONS = re.compile(
    r"creativecommons\.org/(?:licenses/(?P<parts>by(?:-nc)?(?:-sa|-nd)?)|(?P<zero>publicdomain/zero))/"
)

FOLDERS = ("teacher", "pupil", "print")

NOTICES: dict[str, dict[str, str]] = {
    "kk": {
        "made_of": "Жинақта не бар",
        "teacher": "teacher — педагогке арналған файлдар",
        "pupil": "pupil — оқушыларға арналған файлдар",
        "print": "print — басып шығаруға арналған файлдар",
        "left_out": "Бұл жеңіл жинаққа кірмеген, толық жинақта бар файлдар",
        "how": "Қалай пайдаланамыз",
        "steps": (
            "1. teacher қалтасындағы DOCX файлын ашып, мектеп атауын, педагогтің аты-жөнін, күні мен сыныпты жазыңыз.\n"
            "2. Сабақ жоспарының соңғы бетінен не дайындап, не басып шығару керегін қараңыз.\n"
            "3. pupil қалтасындағы парақтарды басып шығарыңыз. Ақ-қара принтер де жарайды.\n"
            "4. Жауаптар кілті тек teacher қалтасында. Оны оқушыларға таратпаңыз."
        ),
        "print_step": "5. print қалтасындағы файлдарды қажетінше басып шығарыңыз.",
        "fresh": "Сабақтың сайттағы беті",
        "current": "Қағазыңыз ескірген жоқ па, осы жерден тексеріңіз",
        "story": "Сабаққа байланысты оқиға",
        "age": "{age} жастан бастап",
        "licence": "Лицензия",
        "no_licence": "Бұл жинақтың лицензиясы көрсетілмеген. Таратпас бұрын сайт иелерінен рұқсат сұраңыз.",
        "text_at": "Лицензияның толық мәтіні",
        "credits": "Авторлары мен дереккөздері",
        "by": (
            "Материалды көшіруге, таратуға және өзгертуге болады. "
            "Авторын, лицензиясын және не өзгерткеніңізді көрсетіңіз."
        ),
        "sa": "Өзгертілген материалды дәл осындай лицензиямен ғана таратыңыз.",
        "nc": "Материалды табыс табу мақсатында пайдалануға болмайды.",
        "nd": "Өзгертілген материалды таратуға болмайды.",
        "zero": "Материалды кез келген мақсатта, рұқсат сұрамай пайдалануға болады.",
    },
    "ru": {
        "made_of": "Что в комплекте",
        "teacher": "teacher — файлы для педагога",
        "pupil": "pupil — файлы для учеников",
        "print": "print — файлы для печати",
        "left_out": "Чего нет в этом лёгком комплекте, но есть в полном",
        "how": "Как пользоваться",
        "steps": (
            "1. Откройте файл DOCX в папке teacher и впишите школу, педагога, дату и класс.\n"
            "2. На последней странице плана урока посмотрите, что приготовить и что распечатать.\n"
            "3. Распечатайте листы из папки pupil. Подойдёт и чёрно-белый принтер.\n"
            "4. Ключ с ответами есть только в папке teacher. Ученикам его не раздавайте."
        ),
        "print_step": "5. Из папки print распечатайте то, что понадобится.",
        "fresh": "Страница урока на сайте",
        "current": "Проверить, не устарела ли распечатка",
        "story": "История к уроку",
        "age": "от {age} лет",
        "licence": "Лицензия",
        "no_licence": "Лицензия комплекта не указана. Прежде чем им делиться, спросите разрешения у владельцев сайта.",
        "text_at": "Полный текст лицензии",
        "credits": "Авторы и источники",
        "by": "Материал можно копировать, распространять и изменять. Укажите автора, лицензию и то, что вы изменили.",
        "sa": "Изменённый материал распространяйте только на условиях такой же лицензии.",
        "nc": "Использовать материал для заработка нельзя.",
        "nd": "Распространять изменённый материал нельзя.",
        "zero": "Материал можно использовать для любых целей, не спрашивая разрешения.",
    },
}


class Listed(Protocol):
    """What the README says of a file."""

    @property
    def name(self) -> str: ...
    @property
    def title(self) -> str: ...
    @property
    def folder(self) -> str: ...


def readme_text(kit: LessonKit, files: Sequence[Listed], left_out: Sequence[Listed] = ()) -> str:
    """Return what the kit holds, what a light edition leaves out, and how to use it, in the kit's language."""
    own = NOTICES[kit.language]
    told = [words.grades(kit.language, kit.grade_from, kit.grade_to), words.minutes(kit.language, kit.minutes)]
    facts = [text for text in (kit.subject, *told) if text]
    lines = [*_heading(f"{words.SITE_NAME}: {one_line(kit.title)}"), ", ".join(facts), one_line(kit.summary), ""]
    lines += [*_heading(own["made_of"])]
    for folder in FOLDERS:
        listed = [file for file in files if file.folder == f"{folder}/"]
        lines += [own[folder], *_listed(listed)] if listed else []
    if left_out:
        lines += ["", f"{own['left_out']}:", *_listed(left_out), f"  {kit.url}".rstrip()]
    has_print = any(file.folder == "print/" for file in files)
    lines += ["", *_heading(own["how"]), own["steps"], own["print_step"] if has_print else "", ""]
    lines += _links(kit)
    lines += [_edition(kit)]
    return _joined(lines)


def licence_text(kit: LessonKit) -> str:
    """Return what one may do with the kit, and who made it, in the kit's language."""
    own = NOTICES[kit.language]
    lines = [*_heading(f"{own['licence']}: {one_line(kit.title)}")]
    if kit.licence and kit.licence.name:
        lines += [kit.licence.name, *permissions(kit.language, kit.licence.url)]
        lines += [f"{own['text_at']}: {kit.licence.url}"] if kit.licence.url else []
    else:
        lines += [own["no_licence"]]
    if kit.credits:
        lines += ["", *_heading(own["credits"]), *(f"- {one_line(credit)}" for credit in kit.credits)]
    lines += ["", f"{words.SITE_NAME} {kit.printed_url}".strip(), _edition(kit)]
    return _joined(lines)


def permissions(language: str, url: str) -> list[str]:
    """Say in words what a Creative Commons licence allows, from its address; nothing for any other licence."""
    match = CREATIVE_COMMONS.search(url or "")
    if not match:
        return []
    parts = ["zero"] if match["zero"] else match["parts"].split("-")
    return [NOTICES[language][part] for part in parts]


def _listed(files: Sequence[Listed]) -> list[str]:
    return [f"  {file.name} — {file.title}" for file in files]


def _links(kit: LessonKit) -> list[str]:
    """Say where the lesson, the state of this edition, and the story to the lesson are to be found."""
    own = NOTICES[kit.language]
    links = [(own["fresh"], kit.url), (own["current"], kit.short_url)]
    lines = [f"{label}: {url}" for label, url in links if url]
    if kit.story:
        age = f" ({own['age'].format(age=kit.story.age)})" if kit.story.age else ""
        lines += [f"{own['story']}: {one_line(kit.story.title)}{age} {kit.story.url}".rstrip()]
    return lines


def _heading(text: str) -> list[str]:
    return [text, "=" * min(len(text), 72)]


def _edition(kit: LessonKit) -> str:
    version = words.WORDS[kit.language]["version"].format(version=kit.version) if kit.version else ""
    return ", ".join(text for text in (version, words.date(kit.language, kit.edition_date)) if text)


def _joined(lines: list[str]) -> str:
    """Return the lines as one text, with no two empty lines together."""
    text = re.sub(r"\n{3,}", "\n\n", "\n".join(lines))
    return writable(text).strip("\n") + "\n"
