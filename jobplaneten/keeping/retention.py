"""How long what is kept. One table; the clock goes through it once a day.

A youth who is due is told and has time to object; then everything that tells who it was goes. The lengths are the
programme's own choice: the law says no longer than needed (GDPR article 5, 1 e) and names no number.
"""

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any

from django.contrib.sessions.models import Session
from django.db.models import Exists, Max, OuterRef, Q, QuerySet, Subquery
from django.db.models.functions import Coalesce, Greatest

from jobplaneten.accounts.models import LoginCode
from jobplaneten.keeping.actions import forget, leave
from jobplaneten.messaging.models import LooseMail, Message, TextMessage
from jobplaneten.placements.models import Placement
from jobplaneten.talking.models import Remark
from jobplaneten.trail.models import Entry
from jobplaneten.trail.sealing import KEPT_FOR
from matching.models import CandidateCard, NightRecord, YouthNight
from matching.when import local_day
from youth.models import ProfileDraft, WhyLeaving, Youth, YouthStatus

GROWN_UP = 19
INSIDE = [YouthStatus.ACTIVE, YouthStatus.PAUSED]


@dataclass(frozen=True, slots=True)
class Leaving:
    """Youths who are to be told that they will be forgotten `grace` later."""

    why: WhyLeaving
    due: Callable[[datetime], "QuerySet[Youth]"]
    grace: timedelta


@dataclass(frozen=True, slots=True)
class Passing:
    """Rows that go without a word, because what they told has been said or done."""

    name: str
    due: Callable[[datetime], "QuerySet[Any]"]
    go: Callable[["QuerySet[Any]"], int] = lambda rows: rows.delete()[0]


def never_let_in(now: datetime) -> "QuerySet[Youth]":
    return Youth.objects.waiting().filter(asked_at__lt=now - timedelta(days=180))


def turned_away(now: datetime) -> "QuerySet[Youth]":
    return Youth.objects.filter(status=YouthStatus.CLOSED, asked_at__lt=now - timedelta(days=180))


def grown_up(now: datetime) -> "QuerySet[Youth]":
    return without_a_job(Youth.objects.filter(status__in=INSIDE, born_on__lte=years_before(local_day(now), GROWN_UP)))


def unused(now: datetime) -> "QuerySet[Youth]":
    """Nobody has signed in or done anything about the youth for two years; reading alone does not count."""
    deeds = Entry.objects.filter(youth=OuterRef("pk")).exclude(verb="read").order_by().values("youth")
    last_deed = Subquery(deeds.annotate(last=Max("at")).values("last"))
    last = Greatest(Coalesce(last_deed, "asked_at"), Coalesce("user__last_login", "asked_at"))
    inside = Youth.objects.filter(status__in=INSIDE).annotate(last=last)
    return without_a_job(inside.filter(last__lt=now - timedelta(days=730)))


def without_a_job(youths: "QuerySet[Youth]") -> "QuerySet[Youth]":
    return youths.filter(~Exists(Placement.objects.running().filter(youth=OuterRef("pk"))))


def gone_out(words: "QuerySet[Any]", now: datetime) -> "QuerySet[Any]":
    """Where they went is known no longer than somebody may ask why they did not come."""
    return words.filter(created_at__lt=now - timedelta(days=30)).exclude(sent_at=None, given_up_at=None)


LEAVING = (
    Leaving(WhyLeaving.NEVER_LET_IN, never_let_in, timedelta(days=14)),
    Leaving(WhyLeaving.TURNED_AWAY, turned_away, timedelta(days=14)),
    Leaving(WhyLeaving.GROWN_UP, grown_up, timedelta(days=30)),
    Leaving(WhyLeaving.UNUSED, unused, timedelta(days=30)),
)
PASSING = (
    Passing("cards_taken_back", lambda now: CandidateCard.objects.filter(taken_back_at__lt=now - timedelta(days=30))),
    Passing("drafts", lambda now: ProfileDraft.objects.filter(saved_at__lt=now - timedelta(days=90))),
    Passing(
        "messages",
        lambda now: Message.objects.filter(created_at__lt=now - timedelta(days=365)).filter(
            Q(read_at__isnull=False) | Q(sent_at__isnull=False) | Q(given_up_at__isnull=False)
        ),
    ),
    Passing("texts", lambda now: gone_out(TextMessage.objects.all(), now)),
    Passing("loose_mails", lambda now: gone_out(LooseMail.objects.all(), now)),
    Passing("login_codes", lambda now: LoginCode.objects.filter(made_at__lt=now - timedelta(days=1))),
    Passing("sessions", lambda now: Session.objects.filter(expire_date__lt=now)),
    Passing(
        "remarks",
        lambda now: Remark.objects.filter(at__lt=now - timedelta(days=365)).exclude(
            reports__handled_at=None, reports__isnull=False
        ),
    ),
    Passing(
        "night_records",
        lambda now: NightRecord.objects.filter(run__day__lt=local_day(now) - timedelta(days=365)),
        # A record refuses to go; here its time is up.
        lambda rows: rows._raw_delete(rows.db),
    ),
    Passing(
        "trail",
        lambda now: Entry.objects.filter(at__lt=now - KEPT_FOR),
        # The trail refuses to go; the database lets what is that old.
        lambda rows: rows._raw_delete(rows.db),
    ),
    Passing(
        "nights_of_youths", lambda now: YouthNight.objects.filter(run__day__lt=local_day(now) - timedelta(days=365))
    ),
)


def due_to_be_forgotten(now: datetime) -> "QuerySet[Youth]":
    return without_a_job(Youth.objects.leaving().filter(leaving_on__lte=local_day(now)))


def what_is_due(now: datetime) -> dict[str, int]:
    """How many rows the clock would take up now. Changes nothing."""
    found = {f"tell:{each.why}": each.due(now).count() for each in LEAVING}
    found["forget"] = due_to_be_forgotten(now).count()
    return found | {f"delete:{each.name}": each.due(now).count() for each in PASSING}


def keep_house(now: datetime) -> dict[str, int]:
    """What `what_is_due` counts, done; each youth in a transaction of its own, so that one trouble stops no other."""
    done: Counter[str] = Counter()
    for youth in due_to_be_forgotten(now).order_by("pk"):
        done["forget"] += forget(youth, now=now)
    for each in LEAVING:
        for youth in each.due(now).order_by("pk"):
            leave(youth, why=each.why, on=local_day(now) + each.grace, by=None, now=now)
            done[f"tell:{each.why}"] += 1
    for passing in PASSING:
        done[f"delete:{passing.name}"] += passing.go(passing.due(now))
    return dict(done)


def years_before(day: date, years: int) -> date:
    try:
        return day.replace(year=day.year - years)
    except ValueError:
        return day.replace(year=day.year - years, day=28)
