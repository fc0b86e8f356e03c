"""A quest with cards, roles and answers in both languages, put into the site that the browser visits."""

import json
import os
import subprocess
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]

TEXTS = {
    "kk": {
        "title": "Құйрық не дейді?",
        "slug": "quyryq-ne-deidi",
        "aims": ["Иттің үш белгісін ажыратады.", "Бейтаныс иттің жанында қалай тұру керегін көрсетеді."],
        "start": "Ақтөстің хаты",
        "stations": ["Құйрық", "Құлақ, көз, ауыз"],
        "pupils": "<p>Үш құйрықты қолымен көрсетеді, бағыт парағына әріп жазады.</p>",
        "teacher": "<p>Тақтаға үш құйрық салады. Соңында бірінші әріпті береді.</p>",
        "task": "Ақтөс құйрығын бұтына қысты.\nОл не айтып тұр? Топпен ақылдасып, бір сөз таңдаңдар.",
        "clue": "Қуанған ит құйрығын қыспайды.",
        "answer": "«Қорқып тұрмын»",
        "end": "Құпия сөз",
        "role": ("Жол бастаушы", "Топты аялдамадан аялдамаға бастайды."),
        "key": ("1-бекет парағы", ["Қорқып тұр", "Жайбарақат"]),
        "poster": ["Тоқта.", "Қолыңды түсір.", "Ағаштай қатып тұр."],
        "certificate": "иттің сөзсіз тілін тыңдай білгені үшін",
    },
    "ru": {
        "title": "Что говорит хвост?",
        "slug": "chto-govorit-hvost",
        "aims": ["Различает три сигнала собаки.", "Показывает, как стоять рядом с незнакомой собакой."],
        "start": "Письмо от Актоса",
        "stations": ["Хвост", "Уши, глаза, пасть"],
        "pupils": "<p>Показывают рукой три хвоста, вписывают букву в маршрутный лист.</p>",
        "teacher": "<p>Рисует на доске три хвоста. В конце выдаёт первую букву.</p>",
        "task": "Актос поджал хвост.\nЧто он говорит? Посоветуйтесь и выберите одно слово.",
        "clue": "Собака, которая рада, хвост не поджимает.",
        "answer": "«Мне страшно»",
        "end": "Тайное слово",
        "role": ("Проводник", "Ведёт команду от станции к станции."),
        "key": ("Лист станции 1", ["Ей страшно", "Спокойна"]),
        "poster": ["Остановись.", "Опусти руки.", "Замри, как дерево."],
        "certificate": "за умение слушать собаку без слов",
    },
}


def quest(language: str) -> dict:
    """Return the fields of the quest in "kk" or "ru", for `LessonPageFactory`. Five stages: two are stations."""
    text = TEXTS[language]
    card = {"icon": "dog", "task": text["task"], "clue": text["clue"], "answer": text["answer"]}
    shared = {"teacher": text["teacher"], "pupils": text["pupils"]}
    stages = [
        {"phase": "start", "title": text["start"], "minutes": 5, **shared},
        *(
            {"phase": "middle", "title": title, "minutes": 12, "is_station": True, "card": card, **shared}
            for title in text["stations"]
        ),
        {"phase": "end", "title": text["end"], "minutes": None, **shared},
    ]
    role, key = text["role"], text["key"]
    return {
        "title": text["title"],
        "slug": text["slug"],
        "aims": _stream("aim", text["aims"]),
        "stages": _stream("stage", stages),
        "roles": _stream("role", [{"icon": "compass", "title": role[0], "text": role[1]}]),
        "sheets": _stream("sheet", [{"title": key[0], "instructions": "", "tasks": []}]),
        "answer_keys": _stream("key", [{"title": key[0], "answers": key[1]}]),
        "poster": _stream("line", text["poster"]),
        "certificate": text["certificate"],
    }


def _stream(kind: str, values: list) -> str:
    return json.dumps([{"type": kind, "value": value, "id": f"{kind}-{n}"} for n, value in enumerate(values)])


def run_on(site, code: str) -> str:
    """Run Python lines on the data of the running site, and return what they print."""
    environment = os.environ | {
        "MEIRIM_DATA": str(site.log.parent),
        "DJANGO_SETTINGS_MODULE": "config.settings.dev",
        "PYTHONPATH": str(ROOT),
    }
    command = [".venv/bin/python", "manage.py", "shell", "--no-imports", "-c", code]
    return subprocess.run(command, cwd=ROOT, env=environment, check=True, capture_output=True, text=True).stdout  # noqa: S603


def publish_anew(site, address: str) -> None:
    """Give the lesson at `address` another unit and build its kit: that is another edition."""
    slug = address.rstrip("/").rsplit("/", 1)[-1]
    code = (
        "import uuid\n"
        "from lessons.building import bring_up_to_date\n"
        "from lessons.models import LessonPage\n"
        f"LessonPage.objects.filter(slug={slug!r}).update(unit=uuid.uuid4().hex)\n"
        f"print(bring_up_to_date(LessonPage.objects.get(slug={slug!r}).pk))"
    )
    assert run_on(site, code).split() == ["built"]


def put_quest(site) -> dict[str, str]:
    """Make the quest in both languages on the running site, and return the address of each."""
    code = (
        "from tests.factories import LessonPageFactory, make_pair\n"
        "from tests.browser.quest_lesson import quest\n"
        "from lessons.building import bring_up_to_date\n"
        "for page in make_pair(LessonPageFactory, kk=quest('kk'), ru=quest('ru')):\n"
        "    print(page.url, bring_up_to_date(page.pk))"
    )
    kk, kk_built, ru, ru_built = run_on(site, code).split()
    assert kk_built == ru_built == "built"
    return {"kk": kk, "ru": ru}
