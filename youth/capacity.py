"""How much a mentor carries: points for each youth by open rules, against a limit that a coordinator sets.

Points are about the work of the mentor, not about the youth: nobody but staff sees them, and no match asks for them.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from typing import Any

from django.db.models import Max, Q
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext_lazy

from jobplaneten.workflow import MoveRefused
from youth.models import StandIn, Youth, YouthStatus
from youth.permissions import guardian_stop

BY_STEP = {1: 3, 2: 2, 3: 2, 4: 1}
SETTLED_AFTER = timedelta(weeks=6)
POINTS: dict[str, int] = {
    **{f"step_{step}": points for step, points in BY_STEP.items()},
    "paused": 1,
    "new": 1,
    "family": 1,
}
RULES = {
    "step_1": gettext_lazy("En ung på trin 1: 3 point"),
    "step_2": gettext_lazy("En ung på trin 2: 2 point"),
    "step_3": gettext_lazy("En ung på trin 3: 2 point"),
    "step_4": gettext_lazy("En ung på trin 4: 1 point"),
    "paused": gettext_lazy("En ung på pause: 1 point i alt"),
    "new": gettext_lazy("De første seks uger på et trin: 1 point mere"),
    "family": gettext_lazy("Forældrenes eller den unges eget ja mangler: 1 point mere"),
}
COUNTED = {
    "step_1": ngettext_lazy("%(n)s ung på trin 1", "%(n)s unge på trin 1", "n"),
    "step_2": ngettext_lazy("%(n)s ung på trin 2", "%(n)s unge på trin 2", "n"),
    "step_3": ngettext_lazy("%(n)s ung på trin 3", "%(n)s unge på trin 3", "n"),
    "step_4": ngettext_lazy("%(n)s ung på trin 4", "%(n)s unge på trin 4", "n"),
    "paused": ngettext_lazy("%(n)s ung på pause", "%(n)s unge på pause", "n"),
    "new": ngettext_lazy("%(n)s er ny på sit trin", "%(n)s er nye på deres trin", "n"),
    "family": ngettext_lazy(
        "%(n)s mangler et ja hjemmefra eller sit eget", "%(n)s mangler et ja hjemmefra eller deres eget", "n"
    ),
}


@dataclass(frozen=True, slots=True)
class Load:
    """`counted` says how many youths each rule speaks of."""

    limit: int
    counted: Counter[str] = field(default_factory=Counter)

    @property
    def points(self) -> int:
        return sum(POINTS[rule] * count for rule, count in self.counted.items())

    @property
    def left(self) -> int:
        return self.limit - self.points

    @property
    def words(self) -> str:
        return _("%(points)s af %(limit)s point") % {"points": self.points, "limit": self.limit}

    @property
    def reasons(self) -> list[tuple[str, int]]:
        """In words how many, and the points that they make together."""
        found = ((rule, self.counted[rule]) for rule in POINTS if self.counted[rule])
        return [(COUNTED[rule] % {"n": count}, POINTS[rule] * count) for rule, count in found]


def loads(mentors: Iterable[Any], today: date) -> dict[int, Load]:
    """By number of the mentor, in three questions however many mentors and youths there are.

    While somebody stands in for a youth, the points are the stand-in's.
    """
    limits = {mentor.pk: mentor.capacity for mentor in mentors}
    standing_in = dict(StandIn.objects.on(today).values_list("youth", "mentor"))
    counted: dict[int, Counter[str]] = defaultdict(Counter)
    for youth in carried(limits, standing_in):
        carrier = standing_in.get(youth.pk, youth.mentor_id)
        counted[carrier].update(rules_of(youth, today))
    return {pk: Load(limit, counted[pk]) for pk, limit in limits.items()}


def carried(mentors: Iterable[int], standing_in: dict[int, int]) -> Iterable[Any]:
    here = Youth.objects.filter(status__in=[YouthStatus.ACTIVE, YouthStatus.PAUSED])
    taken = [youth for youth, mentor in standing_in.items() if mentor in set(mentors)]
    rows = here.filter(Q(mentor__in=list(mentors)) | Q(pk__in=taken)).annotate(moved_at=Max("step_changes__at"))
    return rows.prefetch_related("guardian_words")


def rules_of(youth: Any, today: date) -> list[str]:
    """Which rules speak of a youth with `moved_at`, the last move on the ladder."""
    if youth.status == YouthStatus.PAUSED:
        return ["paused"]
    moved = timezone.localdate(youth.moved_at or youth.asked_at)
    found = {
        f"step_{youth.step}": True,
        "new": moved > today - SETTLED_AFTER,
        "family": bool(guardian_stop(youth, today, list(youth.guardian_words.all()))),
    }
    return [rule for rule, speaks in found.items() if speaks]


def check_room(mentor: Any, youth: Youth, *, by: Any, now: datetime) -> None:
    """MoveRefused when one youth more is more than the mentor can carry. A coordinator may ask for it all the same."""
    if by.is_coordinator:
        return
    load = loads([mentor], timezone.localdate(now))[mentor.pk]
    if load.left < BY_STEP[youth.step]:
        words = {"mentor": mentor.name, "load": load.words}
        refusal = _("%(mentor)s har ikke plads til flere lige nu: %(load)s. Vælg en anden, eller spørg en koordinator.")
        raise MoveRefused(refusal % words)
