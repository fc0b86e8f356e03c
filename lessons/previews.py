"""What an editor sees of a block before she adds it: a filled example in the language of the admin."""

from functools import partial

from core import languages


def example(values: dict[str, dict]) -> partial:
    """Return a callable that gives the example in the language of whoever looks."""
    return partial(_in_language, values)


def _in_language(values: dict[str, dict]) -> dict:
    return values[languages.active()]


STAGE = {
    "kk": {
        "phase": "start",
        "title": "Сәлемдесу шеңбері",
        "minutes": 5,
        "teacher": "<p>«Балалар, шеңберге тұрайық! Бүгін иттің тілін үйренеміз».</p>",
        "pupils": "<p>Шеңберге тұрып, сәлемдеседі.</p>",
        "assessment": "Ауызша мадақтау",
        "resources": "Ойыншық ит",
    },
    "ru": {
        "phase": "start",
        "title": "Круг приветствия",
        "minutes": 5,
        "teacher": "<p>«Ребята, встанем в круг! Сегодня мы учим язык собак».</p>",
        "pupils": "<p>Встают в круг и здороваются.</p>",
        "assessment": "Устная похвала",
        "resources": "Игрушечная собака",
    },
}

CARD = {
    "kk": {
        "icon": "dog",
        "task": "Иттің құйрығы мен құлағына қара. Ол не айтып тұр?",
        "clue": "Келесі аялдама су бар жерде.",
        "answer": "Ит қуанып тұр.",
    },
    "ru": {
        "icon": "dog",
        "task": "Посмотри на хвост и уши собаки. Что она говорит?",
        "clue": "Следующая станция там, где вода.",
        "answer": "Собака радуется.",
    },
}

STATION = {
    "kk": {
        "phase": "middle",
        "title": "Құйрық тілі",
        "minutes": 8,
        "is_station": True,
        "teacher": "<p>Топқа карточканы береді, уақытты бақылайды.</p>",
        "pupils": "<p>Суретке қарап, жауапты бірге табады.</p>",
        "assessment": "Топтың жауабы",
        "resources": "Аялдама карточкасы",
        "card": CARD["kk"],
    },
    "ru": {
        "phase": "middle",
        "title": "Язык хвоста",
        "minutes": 8,
        "is_station": True,
        "teacher": "<p>Даёт команде карточку и следит за временем.</p>",
        "pupils": "<p>Рассматривают рисунок и вместе находят ответ.</p>",
        "assessment": "Ответ команды",
        "resources": "Карточка станции",
        "card": CARD["ru"],
    },
}

SHEET = {
    "kk": {
        "title": "1-аялдама. Құйрық тілі",
        "instructions": "Дұрыс жауапты белгіле.",
        "tasks": [
            {"text": "Ит құйрығын бұтына қысты. Ол не сезіп тұр?", "options": ["Қуанып тұр", "Қорқып тұр"], "lines": 0},
            {"text": "Сен не істейсің?", "options": [], "lines": 2},
        ],
    },
    "ru": {
        "title": "Станция 1. Язык хвоста",
        "instructions": "Отметь верный ответ.",
        "tasks": [
            {"text": "Собака поджала хвост. Что она чувствует?", "options": ["Радуется", "Боится"], "lines": 0},
            {"text": "Что ты сделаешь?", "options": [], "lines": 2},
        ],
    },
}

ROLE = {
    "kk": {"icon": "compass", "title": "Жол бастаушы", "text": "Топты аялдамадан аялдамаға бастайды."},
    "ru": {"icon": "compass", "title": "Проводник", "text": "Ведёт команду от станции к станции."},
}

ANSWERS = {
    "kk": {
        "title": "1-аялдама. Құйрық тілі",
        "answers": ["Қорқып тұр.", "Тоқтаймын, көзіне қарамаймын, асықпай кетемін."],
    },
    "ru": {
        "title": "Станция 1. Язык хвоста",
        "answers": ["Боится.", "Остановлюсь, не смотрю в глаза, спокойно отойду."],
    },
}

OBJECTIVE = {
    "kk": {"text": "Иттің үш белгісін атайды", "code": "", "edition": "", "verified": False},
    "ru": {"text": "Называет три сигнала собаки", "code": "", "edition": "", "verified": False},
}
