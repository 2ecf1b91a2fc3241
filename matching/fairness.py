"""A night's report on fairness: who could have a proposal, who got one, and what was answered lately, by group.

The groups are read here and nowhere near the score. A youth who still has an earlier proposal waiting counts as
having one. Answers are those of the nights of the last 90 days, since tonight's have none yet; what still waits is
left out. One interval of 95 % for each figure: docs/matching.md says what that means with many groups.
"""

from collections.abc import Iterable
from typing import Any

from django.db.models import Q

from jobplaneten.law.calendar import age_on
from jobplaneten.placements.models import Placement
from matching.engine.fairness import COVERAGE, JOB_YES, NONE, YOUTH_YES, Count, Person, report
from matching.engine.record import Record
from matching.funnel import WINDOW, Way, ways
from matching.models import Match, MatchStatus, Run
from youth.models import Youth

KINDS = ("area", "age", "step")
BANDS = ((13, 14), (15, 17), (18, 18))


def fairness_of(run: Run, record: Record) -> dict[str, Any]:
    """Of a night that has just been written."""
    unread = Q(run=run, status=MatchStatus.PROPOSED)
    answers = answered(ways(Match.objects.exclude(unread), Placement.objects.none(), run.day))
    scores: dict[int, list[float]] = {}
    for youth, score in Match.objects.filter(run=run).values_list("youth", "score"):
        scores.setdefault(youth, []).append(score or 0.0)
    waiting = {wish.youth for wish in record.wishes if wish.open_proposals}
    could = {youth for youth, jobs in record.outcome.eligible.items() if jobs} | waiting | scores.keys()
    rows = Youth.objects.filter(pk__in=could | answers.keys()).values_list("pk", "area", "born_on", "step")
    people = [
        Person(
            groups={"area": area, "step": step} | band_of(age_on(born_on, run.day)),
            could=youth in could,
            proposals=len(scores.get(youth, ())),
            score=sum(scores.get(youth, ())),
            counts=answers.get(youth, {})
            | {COVERAGE: Count(int(youth in scores or youth in waiting), 1) if youth in could else NONE},
        )
        for youth, area, born_on, step in rows
    ]
    return {"days": WINDOW.days, **report(people, KINDS)}


def band_of(age: int) -> dict[str, int]:
    return next(({"age": first} for first, last in BANDS if first <= age <= last), {})


def answered(found: Iterable[Way]) -> dict[int, dict[str, Count]]:
    """For each youth the own yes of what was offered, and the workplaces' yes of what was released to them."""
    counts: dict[int, dict[str, Count]] = {}
    for way in found:
        own = counts.setdefault(way.youth, {})
        if way.mentor and not (way.waits and way.wanted is None):
            own[YOUTH_YES] = one_more(own.get(YOUTH_YES, NONE), way.wanted)
        if way.wanted and not way.waits:
            own[JOB_YES] = one_more(own.get(JOB_YES, NONE), way.taken)
    return counts


def one_more(count: Count, answer: bool | None) -> Count:
    return Count(count.yes + bool(answer), count.of + 1)
