"""When a workplace is let in no longer, by a coordinator or by the clock, everything of a youth goes at once."""

from datetime import datetime

from django.db import transaction
from django.urls import reverse
from django.utils.translation import gettext as _

from employers import actions as employers
from employers.models import Employer
from jobplaneten.accounts.models import User
from jobplaneten.messaging.actions import tell
from jobplaneten.placements.models import Placement
from matching.actions.clock import expire
from matching.models import Match, NoReason


@transaction.atomic
def shut_out(employer: Employer, *, reason: str, by: User, now: datetime) -> None:
    """In one transaction: closed posts, withdrawn cards, and the mentors of those who work there know of it."""
    employers.suspend(employer, reason=reason, by=by, now=now)
    take_everything_back(employer, now=now)
    alert_mentors(employer, now=now)


def take_everything_back(employer: Employer, *, now: datetime) -> None:
    theirs = Match.objects.alive().filter(post__employer=employer).order_by("youth_id", "pk")
    for pk in theirs.values_list("pk", flat=True):
        expire(pk, reason=NoReason.CLOSED, now=now)


def alert_mentors(employer: Employer, *, now: datetime) -> None:
    jobs = Placement.objects.running().filter(post__employer=employer).select_related("youth__mentor", "post")
    body = _(
        "Vi har lukket for %(place)s. %(name)s har job der: %(job)s. "
        "Ring til den unge i dag, og aftal, hvad der skal ske."
    )
    for job in jobs.exclude(youth__mentor=None):
        said = {"place": employer.name, "name": job.first_name, "job": job.post.title}
        path = reverse("placements:placement", args=[job.pk])
        tell(job.youth.mentor, _("Vi har lukket for en arbejdsplads"), body % said, path=path, now=now, is_urgent=True)


def mind_workplaces(now: datetime) -> int:
    """What the calendar does to workplaces: reminds a month before a year is over, and ends it when it is."""
    employers.remind_of_renewal(now)
    employers.let_the_idle_sleep(now)
    return sum(let_lapse(employer, now=now) for employer in employers.expired_by(now))


@transaction.atomic
def let_lapse(employer: Employer, *, now: datetime) -> bool:
    if not employers.expire(employer, now=now):
        return False
    take_everything_back(employer, now=now)
    alert_mentors(employer, now=now)
    return True
