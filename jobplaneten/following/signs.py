"""Early signs that somebody is about to drop out of a job: a few open rules, the same for mentor and youth.

No points are counted and nobody is marked: a sign is a sentence that is true today and gone when it is answered.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any

from django.db.models import Max, OuterRef, Q, QuerySet, Subquery
from django.utils import formats, timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from jobplaneten.following.models import FollowUp, JournalEntry
from jobplaneten.following.models.follow_ups import LATE_AFTER
from jobplaneten.placements.models import Placement, PlacementStatus
from jobplaneten.shifts.models import RosterShift, ShiftStatus

SILENT_AFTER = timedelta(days=21)
NO_JOURNAL_AFTER = timedelta(days=35)
RULES = (
    gettext_lazy("Den unge har valgt den sure smiley, og mentor har ikke skrevet i dagbogen siden."),
    gettext_lazy("Den unge kom ikke til en vagt, og mentor har ikke skrevet i dagbogen siden."),
    gettext_lazy("Den unge har ikke svaret fem dage efter, at der blev spurgt."),
    gettext_lazy("Vi har ikke hørt fra den unge i tre uger."),
    gettext_lazy("Ingen har skrevet i dagbogen i fem uger."),
)


@dataclass(frozen=True, slots=True)
class Sign:
    """`kind` is bad | missed | late | silent | no_journal; `since` is the day from which it is so."""

    kind: str
    since: date
    days: int

    def to_mentor(self) -> str:
        words = {"day": formats.date_format(self.since, "j. F"), "days": self.days}
        return {
            "bad": _("Valgte den sure smiley den %(day)s."),
            "missed": _("Kom ikke til vagten den %(day)s."),
            "late": _("Har ikke svaret på det, vi spurgte om den %(day)s."),
            "silent": _("Vi har ikke hørt noget i %(days)s dage."),
            "no_journal": _("Ingen har skrevet i dagbogen i %(days)s dage."),
        }[self.kind] % words

    def to_youth(self) -> str:
        words = {"day": formats.date_format(self.since, "j. F"), "days": self.days}
        return {
            "bad": _("Du sagde den %(day)s, at det ikke går så godt. Din mentor vil gerne tale med dig om det."),
            "missed": _("Du var ikke på vagten den %(day)s. Er alt okay? Ring til din mentor, så finder I ud af det."),
            "late": _("Vi spurgte dig den %(day)s, hvordan det går. Du må gerne svare endnu."),
            "silent": _("Vi har ikke hørt fra dig i %(days)s dage. Sig hej, hvis du har lyst."),
            "no_journal": _("Din mentor har ikke skrevet noget ned i %(days)s dage. Du må gerne ringe først."),
        }[self.kind] % words


def jobs_to_look_at(placements: "QuerySet[Placement]", today: date) -> "QuerySet[Placement]":
    """Jobs under way, with what has last been heard about each."""
    asked = FollowUp.objects.filter(placement=OuterRef("pk")).order_by("-due_on", "-pk")
    heard = FollowUp.objects.filter(placement=OuterRef("pk")).order_by().values("placement")
    written = JournalEntry.objects.filter(youth=OuterRef("youth")).order_by().values("youth")
    absent = RosterShift.objects.filter(placement=OuterRef("pk"), status=ShiftStatus.MISSED).order_by()
    missed = absent.values("placement")
    rows = placements.filter(status=PlacementStatus.STARTED, first_day_on__lte=today)
    paused = Q(pauses__lifted_at=None, pauses__begins_on__lte=today) & (
        Q(pauses__until_on=None) | Q(pauses__until_on__gte=today)
    )
    return rows.exclude(pk__in=Placement.objects.filter(paused, pauses__isnull=False).values("pk")).annotate(
        heard_at=Subquery(heard.annotate(last=Max("youth_at")).values("last")),
        written_at=Subquery(written.annotate(last=Max("at")).values("last")),
        missed_on=Subquery(missed.annotate(last=Max("day")).values("last")),
        asked_on=Subquery(asked.filter(asks_youth=True).values("due_on")[:1]),
        answered_at=Subquery(asked.filter(asks_youth=True).values("youth_at")[:1]),
        bad_at=Subquery(asked.filter(mood="bad", journal_at=None).values("youth_at")[:1]),
    )


def signs_of(row: Placement, today: date) -> list[Sign]:
    """`row` is of `jobs_to_look_at`."""
    first = row.first_day_on or today
    known: Any = row
    found = []
    if known.bad_at:
        found.append(sign("bad", timezone.localdate(known.bad_at), today))
    if known.missed_on and last(known.written_at, first) <= known.missed_on:
        found.append(sign("missed", known.missed_on, today))
    if known.asked_on and known.answered_at is None and today - known.asked_on >= LATE_AFTER:
        found.append(sign("late", known.asked_on, today))
    heard = last(known.heard_at, first)
    if today - heard >= SILENT_AFTER:
        found.append(sign("silent", heard, today))
    written = last(known.written_at, first)
    if today - written >= NO_JOURNAL_AFTER:
        found.append(sign("no_journal", written, today))
    return found


def last(moment: datetime | None, first: date) -> date:
    return max(timezone.localdate(moment), first) if moment else first


def sign(kind: str, since: date, today: date) -> Sign:
    return Sign(kind, since, (today - since).days)


def with_signs(rows: Iterable[Placement], today: date) -> list[tuple[Placement, list[Sign]]]:
    """Those with most to look at first, and of these whom it has concerned for longest."""
    found = [(row, signs_of(row, today)) for row in rows]
    return sorted(
        [(row, signs) for row, signs in found if signs],
        key=lambda each: (-len(each[1]), min(sign.since for sign in each[1]), each[0].pk),
    )
