"""The parts of a lesson: objectives, stages, pupil sheets and, apart from them, the answers."""

from django.utils.safestring import mark_safe
from django.utils.translation import gettext_lazy as _
from wagtail import blocks

from core import languages
from core.blocks import KeyBlock, RichText
from documents.icons import icon, icons
from lessons import previews
from lessons.codes import validate_code
from lessons.icon_choice import IconChoice


class PhaseBlock(blocks.ChoiceBlock):
    """The part of the lesson as the official plan names it."""

    choices = [("start", _("Beginning")), ("middle", _("Middle")), ("end", _("End"))]


class IconBlock(blocks.ChoiceBlock):
    """One of the shipped icons, chosen by its picture."""

    def __init__(self, **kwargs):
        super().__init__(**{"choices": icon_choices, **kwargs})

    def get_field(self, **kwargs):
        return super().get_field(**{**kwargs, "widget": IconChoice})


def icon_choices() -> list[tuple[str, str]]:
    """List the shipped icons by their names in the language of whoever chooses."""
    language = languages.active()
    return [(name, icon.label_in(language)) for name, icon in icons().items()]


class CodeBlock(KeyBlock):
    """The code of an objective: `grade.section.subsection.number`."""

    def __init__(self, **kwargs):
        super().__init__(**{"max_length": 16, "validators": [validate_code], **kwargs})


class ObjectiveBlock(blocks.StructBlock):
    """What pupils will be able to do, with the programme's code where somebody has checked it."""

    text = blocks.CharBlock(label=_("Objective"))
    code = CodeBlock(label=_("Code in the programme"), required=False, default="")
    edition = KeyBlock(
        label=_("Edition of the programme"),
        required=False,
        default="",
        max_length=40,
        help_text=_("Where the code stands: number and year of the order."),
    )
    verified = blocks.BooleanBlock(label=_("The code is checked"), required=False)

    class Meta:
        icon = "check"
        label = _("Objective")
        description = _("What pupils will be able to do")
        preview_template = "lessons/previews/objective.html"
        preview_value = previews.example(previews.OBJECTIVE)


class StageValue(blocks.StructValue):
    @property
    def phase_label(self) -> str:
        return dict(PhaseBlock.choices).get(self["phase"], "")

    @property
    def animal_label(self) -> str:
        return dict(AnimalChoiceBlock.choices).get(self.get("animal"), "")


class PicturedValue(blocks.StructValue):
    """A value with one of the shipped icons."""

    @property
    def drawing(self) -> str:
        """The icon as SVG in the colour of the text; empty if there is none."""
        chosen = icon(self.get("icon") or "")
        return mark_safe(chosen.svg("currentColor")) if chosen else ""  # noqa: S308 - our own drawings


class StationCardBlock(blocks.StructBlock):
    """What hangs at a station of the quest: a big picture, a task, and a hint that leads on."""

    icon = IconBlock(label=_("Picture"), required=False, default="")
    task = blocks.TextBlock(label=_("Task on the card"), required=False, default="")
    clue = blocks.TextBlock(
        label=_("Hint"), required=False, default="", help_text=_("What the team takes on to the next station.")
    )
    answer = blocks.TextBlock(
        label=_("Answer"), required=False, default="", help_text=_("For the teacher alone; it is never on the card.")
    )

    class Meta:
        icon = "form"
        label = _("Station card")
        value_class = PicturedValue
        preview_template = "lessons/previews/card.html"
        preview_value = previews.example(previews.CARD)


class AnimalChoiceBlock(blocks.ChoiceBlock):
    """Whether a stage belongs to the lesson with a live animal, to the one without, or to both."""

    choices = [("live", _("Only with a live animal")), ("none", _("Only without a live animal"))]


class StageBlock(blocks.StructBlock):
    """One stage of the lesson with its minutes; a quest station is a stage too."""

    phase = PhaseBlock(label=_("Part of the lesson"), default="middle")
    title = blocks.CharBlock(label=_("Title"))
    minutes = blocks.IntegerBlock(label=_("Minutes"), required=False, min_value=1, max_value=180)
    shortest = blocks.IntegerBlock(
        label=_("At least minutes"),
        required=False,
        min_value=1,
        max_value=180,
        help_text=_("How short the stage may become in a shorter lesson; empty: half of its minutes."),
    )
    is_station = blocks.BooleanBlock(label=_("Station of the quest"), required=False)
    animal = AnimalChoiceBlock(label=_("Live animal"), required=False, default="")
    teacher = RichText(label=_("What the teacher does"), required=False, default="")
    pupils = RichText(label=_("What the pupils do"), required=False, default="")
    assessment = blocks.TextBlock(label=_("Assessment"), required=False, default="")
    resources = blocks.TextBlock(label=_("Resources"), required=False, default="")
    card = StationCardBlock(label=_("Station card"), required=False)

    class Meta:
        icon = "tasks"
        label = _("Stage")
        value_class = StageValue
        description = _("A part of the lesson with its minutes")
        preview_template = "lessons/previews/stage.html"
        preview_value = previews.example(previews.STAGE)
        label_format = "{title} · {minutes}"
        form_layout = blocks.BlockGroup(
            children=[
                "phase",
                "title",
                "minutes",
                "is_station",
                "teacher",
                "pupils",
                "assessment",
                "resources",
                "card",
            ],
            settings=["shortest", "animal"],
        )

    def get_preview_context(self, value, parent_context=None):
        context = super().get_preview_context(value, parent_context)
        return {**context, "stages": [{"value": value, "number": 1 if value.get("is_station") else None}]}


class StationBlock(StageBlock):
    """A stage that is a station of the quest from the start, with its card before everything else."""

    is_station = blocks.BooleanBlock(label=_("Station of the quest"), required=False, default=True)

    class Meta:
        icon = "thumbtack"
        label = _("Station")
        description = _("A stage at which teams find a card with a task")
        preview_template = "lessons/previews/station.html"
        preview_value = previews.example(previews.STATION)
        form_layout = blocks.BlockGroup(
            children=["title", "minutes", "card", "teacher", "pupils", "assessment", "resources"],
            settings=["phase", "is_station", "shortest", "animal"],
        )


class TaskValue(blocks.StructValue):
    @property
    def empty_lines(self) -> range:
        return range(self.get("lines") or 0)


class TaskBlock(blocks.StructBlock):
    """One task of a pupil sheet."""

    text = blocks.TextBlock(label=_("Task"))
    options = blocks.ListBlock(blocks.CharBlock(label=_("Choice")), label=_("Choices to tick"), default=[])
    lines = blocks.IntegerBlock(label=_("Empty lines to write on"), min_value=0, max_value=20, default=0)

    class Meta:
        value_class = TaskValue


class SheetBlock(blocks.StructBlock):
    """A sheet that is printed for pupils. No answer may stand on it."""

    title = blocks.CharBlock(label=_("Title"))
    instructions = blocks.TextBlock(label=_("What to do"), required=False, default="")
    tasks = blocks.ListBlock(TaskBlock(), label=_("Tasks"), default=[])

    class Meta:
        icon = "doc-empty"
        label = _("Pupil sheet")
        description = _("A printed sheet with tasks")
        preview_template = "lessons/previews/sheet.html"
        preview_value = previews.example(previews.SHEET)


class RoleBlock(blocks.StructBlock):
    """A role that a pupil of the team takes."""

    icon = IconBlock(label=_("Picture"), required=False, default="")
    title = blocks.CharBlock(label=_("Role"))
    text = blocks.TextBlock(label=_("What the role does"))

    class Meta:
        icon = "user"
        label = _("Role card")
        description = _("A printed card with a pupil's task in the team")
        value_class = PicturedValue
        preview_template = "lessons/previews/role.html"
        preview_value = previews.example(previews.ROLE)
        form_layout = blocks.BlockGroup(children=["title", "text", "icon"])


class AnswerKeyBlock(blocks.StructBlock):
    """The answers to one sheet, for the teacher alone."""

    title = blocks.CharBlock(label=_("Title of the sheet"))
    answers = blocks.ListBlock(blocks.TextBlock(label=_("Answer")), label=_("Answers, in the order of the tasks"))

    class Meta:
        icon = "key"
        label = _("Answer key")
        description = _("Answers for the teacher; never printed for pupils")
        preview_template = "lessons/previews/answer_key.html"
        preview_value = previews.example(previews.ANSWERS)
