"""What a teacher may ask of a lesson for her class, and what she may write into her own copy of the plan.

The wishes stand in the address, each in one short spelling, so that it can be shared:
`?minutes=40&stations=1,3&teams=4`. Names, class and date never do: they are posted, and nothing keeps them.
"""

import unicodedata
from urllib.parse import urlencode

from django import forms
from django.http import QueryDict
from django.utils.translation import gettext_lazy as _

from core import languages
from documents.characters import one_line, writable
from documents.fitting import LENGTHS, MOST_PUPILS, MOST_TEAMS, Wishes, canonical, standard_wishes
from documents.kit import LessonKit
from documents.personal import Personal
from documents.plan_form import extras_of
from documents.renumbering import STATION
from documents.station_choice import chosen_course

WISHES = ("minutes", "stations", "teams", "pupils", "animal", "extras")
WITH_ANIMAL = "yes"
LENGTH_CHOICES = [(length, "2 × 45" if length == 90 else str(length)) for length in LENGTHS]


class WishesForm(forms.Form):
    """The wishes of one teacher for `kit`. What the address leaves out is as the lesson has it."""

    minutes = forms.TypedChoiceField(
        label=_("Length of the lesson"),
        choices=LENGTH_CHOICES,
        coerce=int,
        widget=forms.RadioSelect,
        error_messages=dict.fromkeys(
            ("invalid_choice", "required"), _("A lesson can have 35, 40, 45 or 90 minutes. Choose one of them.")
        ),
    )
    stations = forms.MultipleChoiceField(
        label=_("Stations to visit"),
        required=False,
        widget=forms.CheckboxSelectMultiple,
        error_messages={"invalid_choice": _("The lesson has no such station. Choose from the list.")},
    )
    teams = forms.IntegerField(label=_("Teams"), min_value=1, max_value=MOST_TEAMS)
    pupils = forms.IntegerField(label=_("Pupils in the class"), required=False, min_value=1, max_value=MOST_PUPILS)
    animal = forms.BooleanField(label=_("A live animal comes to the lesson"), required=False)
    extras = forms.MultipleChoiceField(
        label=_("More rows in the plan"),
        required=False,
        widget=forms.CheckboxSelectMultiple,
        error_messages={"invalid_choice": _("The plan has no such row. Choose from the list.")},
    )

    def __init__(self, kit: LessonKit, parameters: QueryDict, *, allows_animal: bool):
        self.kit = kit
        self.standard = standard_wishes(kit)
        with_animal = allows_animal and parameters.get("animal") == WITH_ANIMAL
        course = chosen_course(kit, (), with_animal=with_animal)
        stations = [(str(number), _station_label(number, s.title)) for number, s in enumerate(course.stations, start=1)]
        super().__init__(
            {
                "minutes": parameters.get("minutes", str(self.standard.minutes)).strip(),
                "stations": _listed(parameters.getlist("stations")) or [number for number, _label in stations],
                "teams": parameters.get("teams", str(self.standard.teams)),
                "pupils": parameters.get("pupils", ""),
                "animal": with_animal,
                "extras": _listed(parameters.getlist("extras")),
            }
        )
        self._offer(stations, allows_animal=allows_animal)

    def _offer(self, stations: list[tuple[str, str]], *, allows_animal: bool) -> None:
        """Offer what this lesson has, and say in words what a number may be."""
        self.fields["stations"].choices = stations
        self.fields["extras"].choices = [(key, label[languages.active()]) for key, label in extras_of().items()]
        if not allows_animal:
            del self.fields["animal"]
        said = {
            "teams": _("Give a number of teams from 1 to 12."),
            "pupils": _("Give a number of pupils from 1 to 60."),
        }
        for name, message in said.items():
            self.fields[name].error_messages.update(invalid=message, required=message)
            for validator in self.fields[name].validators:
                validator.message = message

    def clean(self):
        teams, pupils = self.cleaned_data.get("teams"), self.cleaned_data.get("pupils")
        if teams and pupils and teams > pupils:
            self.add_error("teams", _("There are more teams than pupils. Make fewer teams."))
        return self.cleaned_data

    @property
    def wishes(self) -> Wishes:
        """The wishes in their one spelling. Only for a valid form."""
        asked = self.cleaned_data
        wishes = Wishes(
            minutes=asked["minutes"],
            stations=tuple(sorted(map(int, asked["stations"]))),
            teams=asked["teams"],
            pupils=asked["pupils"],
            with_animal=asked.get("animal", False),
            extras=tuple(key for key in extras_of() if key in asked["extras"]),
        )
        return canonical(self.kit, wishes)


def _listed(texts: list[str]) -> list[str]:
    """Return several choices as one list, each text one of them or a list with commas: `1,3` is `1` and `3`."""
    parts = (part.strip() for text in texts for part in text.split(","))
    return list(dict.fromkeys(part for part in parts if part))


def _station_label(number: int, title: str) -> str:
    """Call a station as the lesson does, with its number where the title does not say one."""
    return title if STATION.numbers_in(title) else f"{number}. {title}"


def query_of(wishes: Wishes) -> str:
    """Write wishes as the end of an address. Length and teams always stand in it, the rest where it is asked for."""
    parameters = {
        "minutes": wishes.minutes,
        "stations": ",".join(map(str, wishes.stations)),
        "teams": wishes.teams,
        "pupils": wishes.pupils,
        "animal": WITH_ANIMAL if wishes.with_animal else "",
        "extras": ",".join(wishes.extras),
    }
    return urlencode({name: value for name, value in parameters.items() if value}, safe=",")


def asked_query(parameters: QueryDict) -> str:
    """Return what an address asks of ours, as it spells it; parameters of anybody else are nothing to us."""
    return urlencode([(name, value) for name in WISHES for value in parameters.getlist(name)], safe=",")


class OneLineField(forms.CharField):
    """A short text without line ends and without characters that nobody sees."""

    def to_python(self, value):
        text = one_line(writable(super().to_python(value)))
        return "".join(character for character in text if unicodedata.category(character)[0] != "C").strip()


class PersonalForm(forms.Form):
    """What only the teacher knows. Every field may stay empty."""

    school = OneLineField(
        label=_("School"), required=False, max_length=160, widget=forms.TextInput({"autocomplete": "organization"})
    )
    teacher = OneLineField(
        label=_("Teacher"), required=False, max_length=120, widget=forms.TextInput({"autocomplete": "name"})
    )
    class_name = OneLineField(
        label=_("Class"), required=False, max_length=20, widget=forms.TextInput({"autocomplete": "off"})
    )
    date = forms.DateField(
        label=_("Date of the lesson"),
        required=False,
        input_formats=["%Y-%m-%d", "%d.%m.%Y"],
        widget=forms.DateInput({"type": "date"}, format="%Y-%m-%d"),
        error_messages={"invalid": _("Write the date as day.month.year, for example 05.10.2026.")},
    )

    def __init__(self, *args, **kwargs):
        super().__init__(*args, auto_id="personal-%s", **kwargs)
        for field in self.fields.values():
            for validator in field.validators:
                validator.message = _("This is too long for the line in the plan. Write it shorter.")

    @property
    def personal(self) -> Personal:
        """What was written, for one file. Only for a valid form."""
        return Personal(**self.cleaned_data)
