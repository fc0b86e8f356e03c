"""Blocks that only stories and initiatives have."""

from django.utils.translation import gettext_lazy as _
from wagtail import blocks


class MomentBlock(blocks.StructBlock):
    """One moment on the way from found to home."""

    when = blocks.CharBlock(label=_("When"), required=False, default="")
    title = blocks.CharBlock(label=_("What happened"))
    text = blocks.TextBlock(label=_("In a few words"), required=False, default="")

    class Meta:
        icon = "time"
        label = _("Moment")
        template = "blocks/moment.html"
        description = _("One step of the story's timeline")
        preview_value = {"when": "Қараша", "title": "Табылды", "text": "Балалар оны аялдамадан көрді."}


class FigureStatus(blocks.ChoiceBlock):
    """Whether a number is a plan, a result or neither."""

    choices = [("stated", _("stated")), ("done", _("done")), ("planned", _("planned"))]


class FigureValue(blocks.StructValue):
    @property
    def status_label(self) -> str:
        """Say "planned" or "done"; a number that is neither needs no word."""
        return dict(FigureStatus.choices)[self["status"]] if self["status"] in ("done", "planned") else ""


class FigureBlock(blocks.StructBlock):
    """A number that an initiative states about itself, never bare of its meaning."""

    value = blocks.CharBlock(label=_("Number"), max_length=32, help_text=_("As it is shown: 100, 20–30"))
    what = blocks.CharBlock(label=_("Of what"))
    status = FigureStatus(label=_("Planned or done"), default="stated")
    approximate = blocks.BooleanBlock(label=_("About"), required=False)

    class Meta:
        icon = "order"
        label = _("Figure")
        value_class = FigureValue
        description = _("A number with its meaning and whether it is planned or done")
        preview_value = {"value": "500", "what": "мысық үй тапты", "status": "done", "approximate": True}
