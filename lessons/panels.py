"""Panels of the lesson's form."""

from django.urls import reverse
from django.utils.html import format_html
from django.utils.translation import gettext as _
from wagtail.admin.panels import FieldPanel


class BlocksPanel(FieldPanel):
    """A stream of one kind of block, with a link to an example: Wagtail adds a sole kind without showing a preview."""

    class BoundPanel(FieldPanel.BoundPanel):
        def __init__(self, **kwargs):
            super().__init__(**kwargs)
            (block,) = self.panel.db_field.stream_block.child_blocks.values()
            address = f"{reverse('wagtailadmin_block_preview')}?id={block.definition_prefix}"
            link = '{} <a href="{}" target="_blank" rel="noopener">{}</a>'
            self.help_text = format_html(link, self.help_text, address, _("See an example"))
