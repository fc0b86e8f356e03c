"""Who may do what to a page: publishing is the outcome of a review, not a button."""

from wagtail.models import PagePermissionTester


class ReviewPermissionTester(PagePermissionTester):
    """Wagtail's permissions without the ways to publish round the workflow, for superusers too.

    The permission "publish" keeps its other meanings: to unpublish, to unschedule, to restrict.
    """

    def can_publish(self):
        return False

    def can_publish_subpage(self):
        return False

    def can_delete(self, ignore_bulk=False):
        """Refuse for homes and sections: a new one would have no workflow of its own, and old addresses would end."""
        return not self.page.specific_class.holds_the_frame and super().can_delete(ignore_bulk)

    def can_set_view_restrictions(self):
        return super().can_publish()

    def can_unschedule(self):
        return super().can_publish()
