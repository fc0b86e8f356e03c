"""The form behind the page editor."""

from wagtail.admin.forms import WagtailAdminPageForm


class DraftKeepingForm(WagtailAdminPageForm):
    """Keeps what an editor writes in drafts, also of a page that is not live.

    Wagtail writes the row of such a page at once. Pages below it may be live and show its title and address, and a
    page published in the meantime would be taken off line by the older row.
    """

    def save(self, commit=True):
        return super().save(commit=commit and self.instance._state.adding)
