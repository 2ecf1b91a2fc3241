"""The answer guarantee: when an answer is due, who is reminded when, and what becomes of promises.

Answer behaviour lowers how many youths may wait at that very workplace, where everybody there can read it, and the
next answers raise it again. It enters no score and breaks no tie.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from django.db.models import Case, Count, Exists, F, OuterRef, Q, QuerySet, When

from matching.models import EMPLOYER_DAYS, YOUTH_DAYS, AnswerSetting, Decision, Match, MatchStatus, NoReason
from matching.when import COPENHAGEN, local_day

NUDGED_AT = time(15, 0)
"""School is over, and the shop is not closed yet."""
LAST_ANSWERS = 5
"""So many of a workplace's latest answers decide how many may wait there."""
REMEMBERED = timedelta(days=180)
RATE_OVER = timedelta(days=365)
FEWEST_FOR_A_RATE = 10


@dataclass(frozen=True, slots=True)
class Days:
    employer: int
    youth: int


def days_now() -> Days:
    setting = AnswerSetting.objects.newest_first().first()
    return Days(setting.employer_days, setting.youth_days) if setting else Days(EMPLOYER_DAYS, YOUTH_DAYS)


def promise(status: str, now: datetime) -> dict[str, object]:
    """What a match says about its answer when it comes to `status`. Only who is asked has a clock."""
    if status not in {MatchStatus.OFFERED, MatchStatus.RELEASED}:
        return {"nudge_at": None, "nudges": 0}
    days = days_now()
    given = days.youth if status == MatchStatus.OFFERED else days.employer
    return {"answer_by": end_of(local_day(now) + timedelta(given)), "nudge_at": nudge(now, given, 0), "nudges": 0}


def end_of(day: date) -> datetime:
    return datetime.combine(day, time(23, 59, 59), COPENHAGEN)


def nudge_days(days: int) -> list[int]:
    """How many days after the question a reminder goes out: half way, and on the last day but one."""
    return sorted({(days + 1) // 2, max(1, days - 1)})


def nudge(asked_at: datetime, days: int, done: int) -> datetime | None:
    to_come = nudge_days(days)[done:]
    return datetime.combine(local_day(asked_at) + timedelta(to_come[0]), NUDGED_AT, COPENHAGEN) if to_come else None


def next_nudge(match: Match) -> datetime | None:
    """After one more reminder. None after the last, on which others are called in."""
    days = (local_day(match.answer_by) - local_day(match.changed_at)).days if match.answer_by else 0
    return nudge(match.changed_at, days, match.nudges + 1)


def days_left(match: Match, day: date) -> int:
    return (local_day(match.answer_by) - day).days if match.answer_by else 0


# ── what became of promises ─────────────────────────────────────────────────


def settled_by_workplaces(since: datetime) -> QuerySet[Match]:
    """Questions to workplaces that have come to an end which was theirs: a yes, a no, or silence.

    That a youth had said yes is read from what was decided: the card itself is forgotten after a month.
    """
    said_yes = Exists(Decision.objects.filter(match=OuterRef("pk"), move="accept"))
    silence = Q(said_yes, status=MatchStatus.EXPIRED, no_reason=NoReason.UNANSWERED)
    ended = Q(status__in=[MatchStatus.AGREED, MatchStatus.REFUSED]) | silence
    return Match.objects.filter(ended, changed_at__gte=since)


def slow_answers(employers: Iterable[int], now: datetime) -> Mapping[int, int]:
    """Of the last five questions to each workplace, how many got no answer. Only workplaces with one are named."""
    settled = settled_by_workplaces(now - REMEMBERED)
    slow = settled.filter(status=MatchStatus.EXPIRED, post__employer__in=list(employers))
    latest: dict[int, list[bool]] = defaultdict(list)
    rows = settled.filter(post__employer__in=slow.values("post__employer")).order_by("-changed_at", "-pk")
    for employer, status in rows.values_list("post__employer", "status"):
        if len(latest[employer]) < LAST_ANSWERS:
            latest[employer].append(status == MatchStatus.EXPIRED)
    return {employer: sum(missed) for employer, missed in latest.items() if any(missed)}


def room_for(most: int, slow: int) -> int:
    """How many youths may wait at a workplace that wants `most` and let `slow` of five go without an answer."""
    return max(1, -(-most * (LAST_ANSWERS - slow) // LAST_ANSWERS))


@dataclass(frozen=True, slots=True)
class Rate:
    """How many questions to workplaces were answered, of how many."""

    answered: int
    asked: int

    @property
    def percent(self) -> int:
        return round(100 * self.answered / self.asked)

    @property
    def may_be_told(self) -> bool:
        return self.asked >= FEWEST_FOR_A_RATE


def answer_rate(now: datetime) -> Rate:
    """Of a whole year, over all workplaces."""
    found = settled_by_workplaces(now - RATE_OVER).aggregate(
        asked=Count("pk"), silent=Count(Case(When(status=MatchStatus.EXPIRED, then=1)))
    )
    return Rate(found["asked"] - found["silent"], found["asked"])


def rates_by_employer(now: datetime) -> list[tuple[str, Rate]]:
    """The workplaces that let a question go without an answer, the most silent first."""
    rows = (
        settled_by_workplaces(now - RATE_OVER)
        .values("post__employer", name=F("post__employer__name"))
        .annotate(asked=Count("pk"), silent=Count(Case(When(status=MatchStatus.EXPIRED, then=1))))
        .filter(silent__gt=0)
        .order_by("-silent", "name")
    )
    return [(row["name"], Rate(row["asked"] - row["silent"], row["asked"])) for row in rows]
