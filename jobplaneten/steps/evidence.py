"""What has gathered by itself about a youth on a step, and how it stands with what the step asks."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Any

from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from jobplaneten.following.models import Assessment, Voice
from jobplaneten.ladder import Axis
from jobplaneten.placements.models import Placement, PlacementStatus
from jobplaneten.steps.attendance import attendance
from jobplaneten.steps.models import LearntPaper, StepRule, StepTalk
from youth.models import StepChange, StepMove, Youth

ARRIVALS = [StepMove.START, StepMove.UP, StepMove.SKIP, StepMove.BACK]


@dataclass(frozen=True, slots=True)
class Criterion:
    """`is_met` is None when nobody has counted it: then the mentor judges."""

    key: str
    asks: str
    has: str
    is_met: bool | None


@dataclass(frozen=True, slots=True)
class Evidence:
    step: int
    since: date
    weeks: int
    kept: int = 0
    counted: int = 0
    levels: dict[str, dict[str, int]] = field(default_factory=dict)
    learnt: list[LearntPaper] = field(default_factory=list)
    talk: StepTalk | None = None
    criteria: list[Criterion] = field(default_factory=list)

    @property
    def missing(self) -> list[Criterion]:
        return [each for each in self.criteria if each.is_met is False]

    def snapshot(self) -> dict[str, Any]:
        return {
            "step": self.step,
            "since": self.since.isoformat(),
            "weeks": self.weeks,
            "shifts": [self.kept, self.counted],
            "levels": self.levels,
            "papers": sorted(paper.kind for paper in self.learnt if paper.confirmed_at),
            "talk_on": self.talk.held_on.isoformat() if self.talk else "",
            "criteria": {each.key: each.is_met for each in self.criteria},
        }


def rule_of(step: int) -> StepRule:
    rule = StepRule.objects.filter(step=step).newest_first().first()
    return rule or StepRule(step=step, weeks=6, attendance=85, least_level=1, quiet_weeks=12)


def gather(youth: Youth, today: date) -> Evidence:
    since = came_to_the_step(youth)
    kept, counted = attendance(youth, since, today)
    evidence = Evidence(
        step=youth.step,
        since=since,
        weeks=weeks_served(youth, since, today),
        kept=kept,
        counted=counted,
        levels=newest_levels(youth),
        learnt=list(LearntPaper.objects.filter(youth=youth).select_related("confirmed_by").order_by("pk")),
        talk=StepTalk.objects.filter(youth=youth, step=youth.step, held_on__gte=since).order_by("held_on").last(),
    )
    evidence.criteria.extend(criteria(evidence, rule_of(youth.step)))
    return evidence


def came_to_the_step(youth: Youth) -> date:
    change = StepChange.objects.filter(youth=youth, move__in=ARRIVALS).order_by("at", "pk").last()
    return timezone.localdate(change.at if change else youth.asked_at)


def weeks_served(youth: Youth, since: date, today: date) -> int:
    """Full weeks in one or more jobs since then; two jobs in the same week are one week."""
    rows = Placement.objects.filter(youth=youth, status__in=[PlacementStatus.STARTED, PlacementStatus.ENDED])
    days: set[int] = set()
    for row in rows:
        begin, end = max(row.first_day_on or today, since), min(row.last_day_on or today, today)
        days |= set(range(begin.toordinal(), (end + timedelta(days=1)).toordinal()))
    return len(days) // 7


def newest_levels(youth: Youth) -> dict[str, dict[str, int]]:
    """By voice, the newest word on each axis."""
    found: dict[str, dict[str, int]] = {voice.value: {} for voice in Voice}
    for row in Assessment.objects.filter(youth=youth).order_by("at", "pk"):
        found[row.voice] |= row.levels
    return found


def criteria(known: Evidence, rule: StepRule) -> Iterable[Criterion]:
    asks = ngettext("Mindst %(n)s uge i job på trinnet", "Mindst %(n)s uger i job på trinnet", rule.weeks)
    has = ngettext("%(n)s uge", "%(n)s uger", known.weeks)
    yield Criterion("weeks", asks % {"n": rule.weeks}, has % {"n": known.weeks}, known.weeks >= rule.weeks)
    yield shifts(known, rule)
    yield axes(known, rule)
    if rule.needs_talk:
        said = known.talk.held_on if known.talk else None
        has = _("Holdt den %(day)s") % {"day": f"{said.day}.{said.month}."} if said else _("Ikke holdt endnu")
        yield Criterion("talk", _("En snak om trinnet er holdt"), has, said is not None)


def shifts(known: Evidence, rule: StepRule) -> Criterion:
    asks = _("Mødt eller meldt fra i tide til %(n)s %% af vagterne") % {"n": rule.attendance}
    if not known.counted:
        return Criterion("attendance", asks, _("Ingen vagter er talt endnu. Spørg arbejdspladsen."), None)
    has = _("%(kept)s af %(counted)s vagter") % {"kept": known.kept, "counted": known.counted}
    return Criterion("attendance", asks, has, known.kept * 100 >= rule.attendance * known.counted)


def axes(known: Evidence, rule: StepRule) -> Criterion:
    """What the adults have said; where they have said nothing, nothing is proven."""
    asks = _("Mindst »%(level)s« på alle otte linjer") % {"level": rule.least_words}
    adults = [known.levels[Voice.MENTOR], known.levels[Voice.WORKPLACE]]
    low = [axis for axis in Axis if any(levels.get(axis, 3) < rule.least_level for levels in adults)]
    unsaid = [axis for axis in Axis if not any(axis in levels for levels in adults)]
    if low:
        return Criterion("axes", asks, ", ".join(str(axis.label).lower() for axis in low), is_met=False)
    if unsaid:
        return Criterion("axes", asks, _("Mangler mentors eller arbejdspladsens ord"), is_met=False)
    return Criterion("axes", asks, _("Ja"), is_met=True)
