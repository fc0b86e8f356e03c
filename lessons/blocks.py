"""The parts of a lesson: objectives, stages, pupil sheets and, apart from them, the answers."""

from django.utils.translation import gettext_lazy as _
from wagtail import blocks

from core.blocks import KeyBlock, RichText


class PhaseBlock(blocks.ChoiceBlock):
    """The part of the lesson as the official plan names it."""

    choices = [("start", _("Beginning")), ("middle", _("Middle")), ("end", _("End"))]


class ObjectiveBlock(blocks.StructBlock):
    """What pupils will be able to do, with the programme's code where somebody has checked it."""

    text = blocks.CharBlock(label=_("Objective"))
    code = KeyBlock(label=_("Code in the programme"), required=False, default="", max_length=16)
    verified = blocks.BooleanBlock(label=_("The code is checked"), required=False)

    class Meta:
        icon = "check"
        label = _("Objective")
        description = _("What pupils will be able to do")
        preview_value = {"text": "Иттің үш белгісін атайды", "code": "", "verified": False}


class StageValue(blocks.StructValue):
    @property
    def phase_label(self) -> str:
        return dict(PhaseBlock.choices).get(self["phase"], "")


class StageBlock(blocks.StructBlock):
    """One stage of the lesson with its minutes; a quest station is a stage too."""

    phase = PhaseBlock(label=_("Part of the lesson"), default="middle")
    title = blocks.CharBlock(label=_("Title"))
    minutes = blocks.IntegerBlock(label=_("Minutes"), required=False, min_value=1, max_value=180)
    is_station = blocks.BooleanBlock(label=_("Station of the quest"), required=False)
    teacher = RichText(label=_("What the teacher does"), required=False, default="")
    pupils = RichText(label=_("What the pupils do"), required=False, default="")
    assessment = blocks.TextBlock(label=_("Assessment"), required=False, default="")
    resources = blocks.TextBlock(label=_("Resources"), required=False, default="")

    class Meta:
        icon = "tasks"
        label = _("Stage")
        value_class = StageValue
        description = _("A part of the lesson with its minutes")
        preview_value = {
            "phase": "start",
            "title": "Сәлемдесу шеңбері",
            "minutes": 5,
            "teacher": "<p>«Балалар, шеңберге тұрайық!»</p>",
        }


class TaskBlock(blocks.StructBlock):
    """One task of a pupil sheet."""

    text = blocks.TextBlock(label=_("Task"))
    options = blocks.ListBlock(blocks.CharBlock(label=_("Choice")), label=_("Choices to tick"), default=[])
    lines = blocks.IntegerBlock(label=_("Empty lines to write on"), min_value=0, max_value=20, default=0)


class SheetBlock(blocks.StructBlock):
    """A sheet that is printed for pupils. No answer may stand on it."""

    title = blocks.CharBlock(label=_("Title"))
    instructions = blocks.TextBlock(label=_("What to do"), required=False, default="")
    tasks = blocks.ListBlock(TaskBlock(), label=_("Tasks"), default=[])

    class Meta:
        icon = "doc-empty"
        label = _("Pupil sheet")
        description = _("A printed sheet with tasks")
        preview_value = {"title": "1-бекет", "instructions": "Дұрысын белгіле.", "tasks": []}


class AnswerKeyBlock(blocks.StructBlock):
    """The answers to one sheet, for the teacher alone."""

    title = blocks.CharBlock(label=_("Title of the sheet"))
    answers = blocks.ListBlock(blocks.TextBlock(label=_("Answer")), label=_("Answers, in the order of the tasks"))

    class Meta:
        icon = "key"
        label = _("Answer key")
        description = _("Answers for the teacher; never printed for pupils")
        preview_value = {"title": "1-бекет", "answers": ["Құйрығын бұлғайды"]}
