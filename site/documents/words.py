"""The words of our own in documents, in both languages.

A document speaks its kit's language, whatever language the site is being used in, so these are not gettext messages.
The labels of the official form are data of the form (`forms/`), not here.
"""

import datetime

SITE_NAME = "Мейірім"

WORDS: dict[str, dict[str, str]] = {
    "kk": {
        "version": "{version}-шығарылым",
        "minutes": "{minutes} мин",
        "grade": "{grade}-сынып",
        "grades": "{first}–{last}-сыныптар",
        "plan": "Сабақ жоспары",
        "plan_to_edit": "Сабақ жоспары (өңделетін)",
        "readme": "Жинақ туралы",
        "sheets": "Оқушы парақтары",
        "answers": "Жауаптар кілті",
        "preparation": "Сабаққа дайындық",
        "at_a_glance": "Сабақ туралы қысқаша",
        "timeline": "Сабақтың уақыты",
        "timeline_alternative": "Сабақ кезеңдерінің уақыты: {stages}",
        "materials": "Не дайындаймыз",
        "safety": "Қауіпсіздік",
        "print": "Не басып шығарамыз",
        "credits": "Материалды дайындағандар",
        "online": "Сабақтың сайттағы беті. Қағазыңыз ескірген жоқ па, осы жерден тексеріңіз",
        "qr_alternative": "Сабақ бетінің QR-коды",
        "name": "Аты-жөнім",
        "class": "Сыныбым",
        "station": "аялдама",
        "sheet": "парақ",
        "sheet_name": "{number}-парақ. {title}",
        "draw": "Өз ойыңды осы жерге жаз немесе сал",
        "notes": "Менің байқағандарым",
        "notes_hint": "Бүгін не білдің? Не байқадың? Осы жерге жаз немесе сал.",
        "teacher_only": "Тек педагогке арналған. Оқушыларға таратылмайды.",
        "no_answers": "Бұл сабаққа жауаптар кілті берілмеген.",
        "answer": "Жауабы",
        "licence": "Лицензия",
        "station_cards": "Аялдама карточкалары",
        "station_name": "{number}-аялдама. {title}",
        "hint": "Ишара",
        "continued": "жалғасы",
        "card_online": "Осы аялдама сайтта",
        "card_qr_alternative": "Аялдаманың сайттағы бетінің QR-коды",
        "finish": "Мәре!",
        "finish_text": "Жинаған ишараларыңды мұғалімге көрсетіңдер.",
        "routes": "Топтардың бағыт парақтары",
        "route_sheet": "Бағыт парағы",
        "routes_table": "Бағыттар кестесі",
        "for_teacher": "Мұғалімге",
        "routes_rule": "Белгі бергенде барлық топ бір мезгілде келесі аялдамаға өтеді. Бір аялдамада әрқашан "
        "бір ғана топ болады.",
        "routes_rows": "Топ аялдамадан көп болғандықтан, карточкаларды {rows} данадан басып шығарып, бөлек қатарларға "
        "(А, Б …) іліңіз: әр топ тек өз қатарымен жүреді.",
        "routes_rest": "«–» белгісі: топ осы қадамда демалады.",
        "routes_cell": "Кестеде: топ осы қадамда баратын аялдаманың нөмірі.",
        "team": "Топ",
        "team_name": "{number}-топ",
        "row_name": "{letter} қатары",
        "step": "Қадам",
        "station_column": "Аялдама",
        "hint_found": "Біз тапқан ишара",
        "stamp": "Белгі",
        "rest": "Дем алу",
        "rest_text": "Бір қадам демаламыз: тапқанымызды талқылаймыз.",
        "route_signal": "Келесі аялдамаға мұғалімнің белгісімен өтеміз.",
        "our_team": "Біздің топ",
        "we_learned": "Біз не білдік?",
        "role_cards": "Рөл карточкалары",
        "role_cards_hint": "Әр топқа бір жиынтық. Үзік сызықпен қиыңыз.",
        "badges": "Төсбелгілер",
        "badges_hint": "Үзік сызықпен қиыңыз. Атын оқушының өзі жазады.",
        "role": "Рөлім",
        "certificate": "Мадақтама",
        "certificate_name": "Аты-жөні",
        "certificate_class": "Сыныбы",
        "certificate_date": "Күні",
        "certificate_teacher": "Мұғалім",
        "certificate_before": "",
        "certificate_after": "марапатталады",
        "colouring": "Бояу беті",
        "poster": "Плакат",
        "code_unverified": "код тексерілмеген",
    },
    "ru": {
        "version": "Выпуск {version}",
        "minutes": "{minutes} мин",
        "grade": "{grade} класс",
        "grades": "{first}–{last} классы",
        "plan": "План урока",
        "plan_to_edit": "План урока (для правки)",
        "readme": "О комплекте",
        "sheets": "Листы для учеников",
        "answers": "Ключ с ответами",
        "preparation": "Подготовка к уроку",
        "at_a_glance": "Коротко об уроке",
        "timeline": "Время урока",
        "timeline_alternative": "Время этапов урока: {stages}",
        "materials": "Что приготовить",
        "safety": "Безопасность",
        "print": "Что распечатать",
        "credits": "Кто подготовил",
        "online": "Страница урока на сайте. Там же видно, не устарела ли распечатка",
        "qr_alternative": "QR-код страницы урока",
        "name": "Меня зовут",
        "class": "Класс",
        "station": "станция",
        "sheet": "лист",
        "sheet_name": "Лист {number}. {title}",
        "draw": "Место для твоих мыслей и рисунков",
        "notes": "Мои наблюдения",
        "notes_hint": "Что нового сегодня? Что удалось заметить? Запиши или нарисуй здесь.",
        "teacher_only": "Только для педагога. Ученикам не раздавать.",
        "no_answers": "К этому уроку ключ с ответами не приложен.",
        "answer": "Ответ",
        "licence": "Лицензия",
        "station_cards": "Карточки станций",
        "station_name": "Станция {number}. {title}",
        "hint": "Подсказка",
        "continued": "продолжение",
        "card_online": "Эта станция на сайте",
        "card_qr_alternative": "QR-код станции на странице урока",
        "finish": "Финиш!",
        "finish_text": "Покажите учителю все подсказки, которые вы собрали.",
        "routes": "Маршрутные листы команд",
        "route_sheet": "Маршрутный лист",
        "routes_table": "Таблица маршрутов",
        "for_teacher": "Для учителя",
        "routes_rule": "По сигналу все команды одновременно переходят на следующую станцию. На станции всегда "
        "только одна команда.",
        "routes_rows": "Команд больше, чем станций, поэтому карточки нужны в нескольких экземплярах ({rows}). "
        "Развесьте их отдельными рядами (А, Б …): каждая команда ходит только по своему ряду.",
        "routes_rest": "Знак «–»: на этом шаге команда отдыхает.",
        "routes_cell": "В таблице — номер станции, на которой команда находится на этом шаге.",
        "team": "Команда",
        "team_name": "Команда {number}",
        "row_name": "Ряд {letter}",
        "step": "Шаг",
        "station_column": "Станция",
        "hint_found": "Подсказка, которую мы нашли",
        "stamp": "Отметка",
        "rest": "Отдых",
        "rest_text": "Отдыхаем один шаг: обсуждаем, что нашли.",
        "route_signal": "На следующую станцию переходим по сигналу учителя.",
        "our_team": "Наша команда",
        "we_learned": "Что мы узнали?",
        "role_cards": "Карточки ролей",
        "role_cards_hint": "Каждой команде — один набор. Разрежьте по пунктиру.",
        "badges": "Бейджи",
        "badges_hint": "Разрежьте по пунктиру. Имя ученик впишет сам.",
        "role": "Моя роль",
        "certificate": "Грамота",
        "certificate_name": "Имя и фамилия",
        "certificate_class": "Класс",
        "certificate_date": "Дата",
        "certificate_teacher": "Учитель",
        "certificate_before": "награждается",
        "certificate_after": "",
        "colouring": "Раскраска",
        "poster": "Плакат",
        "code_unverified": "код не проверен",
    },
}

MONTHS = {
    "kk": (
        "қаңтар",
        "ақпан",
        "наурыз",
        "сәуір",
        "мамыр",
        "маусым",
        "шілде",
        "тамыз",
        "қыркүйек",
        "қазан",
        "қараша",
        "желтоқсан",
    ),
    "ru": (
        "января",
        "февраля",
        "марта",
        "апреля",
        "мая",
        "июня",
        "июля",
        "августа",
        "сентября",
        "октября",
        "ноября",
        "декабря",
    ),
}


def grades(language: str, first: int | None, last: int | None) -> str:
    """Say the grades of a lesson: "3-сынып", "2–4-сыныптар", "2–4 классы"; empty if none is known."""
    known = [grade for grade in (first, last) if grade is not None]
    if not known:
        return ""
    words = WORDS[language]
    if known[0] == known[-1]:
        return words["grade"].format(grade=known[0])
    return words["grades"].format(first=known[0], last=known[-1])


def grade_numbers(first: int | None, last: int | None) -> str:
    """Return the bare numbers for a cell that already says "grade": "3", "2–4"; empty if none is known."""
    known = [str(grade) for grade in (first, last) if grade is not None]
    return "–".join(dict.fromkeys(known))


def minutes(language: str, number: int | None) -> str:
    """Say a number of minutes; empty if it is not known, or no time at all."""
    return "" if number is None or number <= 0 else WORDS[language]["minutes"].format(minutes=number)


def date(language: str, day: datetime.date | None) -> str:
    """Say a date in full, as CLDR does: "2026 ж. 22 қараша", "22 ноября 2026 г."; empty for none."""
    if day is None:
        return ""
    month = MONTHS[language][day.month - 1]
    if language == "kk":
        return f"{day.year} ж. {day.day} {month}"
    return f"{day.day} {month} {day.year} г."
