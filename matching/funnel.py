"""The way from a proposal to a job that lasts: how far each came, in two queries however many there are.

The house keeps no note of a meeting before the first day, so to have met is to have begun. A proposal is seen when
the youth opens it; answers from before that was kept count as seen. Whether somebody stayed is asked of those only
who began long enough ago.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from django.db.models import Exists, OuterRef

from jobplaneten.placements.models import PlacementQuerySet, PlacementStatus
from matching.models import Decision, Match, MatchQuerySet, MatchStatus

WINDOW = timedelta(days=90)
FOUR_WEEKS = timedelta(weeks=4)
THREE_MONTHS = timedelta(weeks=13)
WANTED = {MatchStatus.RELEASED, MatchStatus.REFUSED, MatchStatus.AGREED}
TAKEN = {MatchStatus.AGREED: True, MatchStatus.REFUSED: False}
WAITS = {MatchStatus.PROPOSED, MatchStatus.HELD, MatchStatus.OFFERED, MatchStatus.RELEASED}


@dataclass(frozen=True, slots=True)
class Stay:
    """What became of a job. None while it is too early to say."""

    youth: int
    post: int
    begun_on: date | None
    begun: bool | None
    after_4_weeks: bool | None = None
    after_3_months: bool | None = None


@dataclass(frozen=True, slots=True)
class Way:
    """One proposal. None where nobody has answered (yet), or where it did not come that far.

    `propensity` is the chance that the night's seed gave it; None from before that was kept.
    """

    youth: int
    post: int
    proposed_on: date
    score: float
    propensity: float | None
    waits: bool
    mentor: bool | None
    seen: bool
    wanted: bool | None
    taken: bool | None
    reason: str
    stay: Stay | None

    @property
    def begun(self) -> bool | None:
        return self.stay.begun if self.stay else None


@dataclass(frozen=True, slots=True)
class Step:
    """Of those who could take this step, who did, who may still, and why the others did not."""

    name: str
    of: int
    got: int
    waits: int
    reasons: Counter[str]

    @property
    def lost(self) -> int:
        return self.of - self.got - self.waits


def ways(matches: MatchQuerySet, placements: PlacementQuerySet, today: date) -> list[Way]:
    """Of the proposals of the last WINDOW."""
    said_yes = Decision.objects.filter(match=OuterRef("pk"), move="accept")
    rows = (
        matches.filter(run__kind="night", run__day__gt=today - WINDOW, run__day__lte=today)
        .annotate(has_said_yes=Exists(said_yes))
        .select_related("run")
        .only("youth", "post", "status", "score", "propensity", "no_reason", "offered_at", "seen_at", "run__day")
        .order_by("pk")
    )
    found = {(stay.youth, stay.post): stay for stay in stays(placements, today)}
    return [way(match, found.get((match.youth_id, match.post_id))) for match in rows.iterator()]


def way(match: Match, stay: Stay | None) -> Way:
    status = MatchStatus(match.status)
    wanted = has_wanted(match, status)
    return Way(
        youth=match.youth_id,
        post=match.post_id,
        proposed_on=match.run.day,
        score=match.score or 0.0,
        propensity=match.propensity,
        waits=status in WAITS,
        mentor=has_passed(match, status),
        seen=bool(match.offered_at and (match.seen_at or wanted is not None)),
        wanted=wanted,
        taken=TAKEN.get(status),
        reason=match.no_reason,
        stay=stay if status == MatchStatus.AGREED else None,
    )


def has_passed(match: Match, status: MatchStatus) -> bool | None:
    """The mentor's word."""
    if match.offered_at:
        return True
    return False if status == MatchStatus.REJECTED else None


def has_wanted(match: Match, status: MatchStatus) -> bool | None:
    """The youth's last word; a yes that was taken back is a no."""
    if status == MatchStatus.DECLINED:
        return False
    return True if status in WANTED or match.has_said_yes else None  # type: ignore[attr-defined]


def stays(placements: PlacementQuerySet, today: date) -> list[Stay]:
    """In the order in which they were agreed: of the same pair the latest counts."""
    rows = placements.order_by("agreed_at", "pk").values_list("youth", "post", "status", "first_day_on", "last_day_on")
    return [stay(*row, today) for row in rows]


def stay(youth: int, post: int, status: str, first: date | None, last: date | None, today: date) -> Stay:
    if status == PlacementStatus.CANCELLED:
        return Stay(youth, post, None, begun=False)
    if first is None or first > today:
        return Stay(youth, post, None, begun=None)
    weeks, months = (still_there(first, last, after, today) for after in (FOUR_WEEKS, THREE_MONTHS))
    return Stay(youth, post, first, begun=True, after_4_weeks=weeks, after_3_months=months)


def still_there(first: date, last: date | None, after: timedelta, today: date) -> bool | None:
    if first + after > today:
        return None
    return last is None or last >= first + after


def steps(found: Sequence[Way], stayed: Iterable[Stay], today: date) -> list[Step]:
    """From the proposal on; the last two of the jobs whose day of asking fell within WINDOW."""
    offered = [each for each in found if each.mentor]
    seen = [each for each in offered if each.seen]
    wanted = [each for each in seen if each.wanted]
    taken = [each for each in wanted if each.taken]
    stayed = list(stayed)
    return [
        Step("proposed", len(found), len(found), 0, Counter()),
        step("mentor", found, lambda each: each.mentor),
        step("seen", offered, lambda each: each.seen or None),
        step("wanted", seen, lambda each: each.wanted),
        step("taken", wanted, lambda each: each.taken),
        Step("begun", len(taken), count(each.begun for each in taken), sum(e.begun is None for e in taken), Counter()),
        lasting("after_4_weeks", stayed, FOUR_WEEKS, today),
        lasting("after_3_months", stayed, THREE_MONTHS, today),
    ]


def step(name: str, before: Sequence[Way], answer: Callable[[Way], bool | None]) -> Step:
    left = [each for each in before if not answer(each)]
    waits = sum(each.waits and answer(each) is None for each in left)
    reasons = Counter(each.reason for each in left if each.reason)
    return Step(name, len(before), len(before) - len(left), waits, reasons)


def lasting(name: str, stayed: Iterable[Stay], after: timedelta, today: date) -> Step:
    due = [each for each in stayed if each.begun_on and today - WINDOW < each.begun_on + after <= today]
    return Step(name, len(due), count(getattr(each, name) for each in due), 0, Counter())


def count(answers: Iterable[bool | None]) -> int:
    return sum(1 for each in answers if each)


def of_placements(placements: PlacementQuerySet, today: date) -> list[Stay]:
    """Jobs that can be part of the table: begun no longer ago than it looks back."""
    earliest = today - THREE_MONTHS - WINDOW
    return stays(placements.filter(first_day_on__gt=earliest, first_day_on__lte=today), today)
