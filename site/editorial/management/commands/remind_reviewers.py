"""`manage.py remind_reviewers`: write to those whose review is overdue. Run it once a day."""

from django.core.management.base import BaseCommand
from django.db import transaction
from django.db.models import Q
from django.utils import timezone
from wagtail.models import TaskState

from editorial.mails import send_later
from editorial.models import ReviewState
from editorial.people import User, reviewers
from editorial.working_days import after_working_days


class Command(BaseCommand):
    help = "Reminds reviewers of texts that have waited longer than their step allows."

    def handle(self, **options):
        today = timezone.localdate()
        overdue = ReviewState.objects.filter(status=TaskState.STATUS_IN_PROGRESS, due_on__lt=today)
        keys = overdue.exclude(reminded_on=today).values_list("pk", flat=True)
        reminded = sum(remind(key, today) for key in list(keys))
        self.stdout.write(f"Overdue steps reminded of: {reminded}")


@transaction.atomic
def remind(key: int, today) -> bool:
    """Write to whoever has taken the step, else to all its reviewers; again after as many days as it may take."""
    waits = Q(reminded_on=None) | Q(reminded_on__lt=today)
    step = ReviewState.objects.select_for_update(of=("self",)).filter(waits, pk=key).first()
    if step is None or step.status != TaskState.STATUS_IN_PROGRESS:
        return False
    if step.reminded_on and after_working_days(step.task.specific.days, step.reminded_on) > today:
        return False
    step.reminded_on = today
    step.save(update_fields=["reminded_on"])
    people = User.objects.filter(pk=step.taken_by_id, is_active=True) if step.taken_by_id else reviewers(step)
    send_later("reminder", people, page=step.workflow_state.content_object, step=step)
    return True
