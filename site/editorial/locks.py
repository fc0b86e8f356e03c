"""Why a page cannot be edited for the moment."""

from django.utils.translation import gettext as _
from wagtail.locks import BaseLock


class TwinLock(BaseLock):
    """An approved text waits for its other language. Whoever may unlock pages may edit it; then it is reviewed anew."""

    def for_user(self, user):
        return not self.object.permissions_for_user(user).can_unlock()

    def get_message(self, user):
        if self.for_user(user):
            return _("Approved. It goes live together with the other language as soon as that is approved too.")
        return _("Approved, waiting for the other language. If you change the text, it has to be reviewed again.")
