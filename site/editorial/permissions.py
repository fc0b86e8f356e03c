"""Who may do what to a page: publishing is the outcome of a review, not a button."""

from wagtail.models import PagePermissionTester


class ReviewPermissionTester(PagePermissionTester):
    """Wagtail's permissions without the ways to publish round the workflow.

    The permission "publish" keeps its other meanings: to unpublish, to unschedule, to restrict.
    """

    def can_publish(self):
        return super().can_publish() and not self.page.has_workflow

    def can_publish_subpage(self):
        return super().can_publish_subpage() and not self.page.has_workflow

    def can_set_view_restrictions(self):
        return super().can_publish()

    def can_unschedule(self):
        return super().can_publish()
