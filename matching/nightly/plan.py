"""What a run is going to do, worked out whole before anything is written."""

import hashlib
import json
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from typing import Any

from matching.actions.steering import current_change
from matching.engine.backend import Search
from matching.engine.change import Change
from matching.engine.changing import jobs_under, limits_under, scorer_under, wishes_under
from matching.engine.night import Law, NightPlan, Options, Proposal, propose
from matching.engine.opening import Opening, openings
from matching.engine.propensity import chances
from matching.engine.reading import SetAside
from matching.engine.record import NOTHING_HEARD, NOTHING_YET, Listening, Outcome, Record, engine_version
from matching.engine.weights import Scorer
from matching.facts import Facts, read
from matching.house_scorer import scorer_of_the_house
from matching.models import Run
from youth.models import Youth

EXAMPLES = 5
MOST_CROWDED = 8
MOST_ASKED = 2000


@dataclass(frozen=True, slots=True)
class Plan:
    """`order` are the youths' numbers; `proposals` and `nights` are looked up by them. `chances` are those that the
    seed had of giving each proposal."""

    order: tuple[int, ...]
    proposals: Mapping[int, list[Proposal]]
    refused: Mapping[int, Mapping[str, int]]
    set_aside: Mapping[int, str]
    counts: dict[str, Any]
    record: Record
    chances: Mapping[tuple[int, int], float]
    openings: Mapping[int, tuple[Opening, ...]]
    next_best: Mapping[int, list[dict[str, Any]]]

    @property
    def promised(self) -> dict[str, Any]:
        """For a preview: what would be proposed, and a few pairs to look at."""
        pairs = [proposal for youth in self.order for proposal in self.proposals.get(youth, [])]
        best = sorted(pairs, key=lambda pair: (-pair.score, pair.youth, pair.post))[:EXAMPLES]
        return {
            "proposed": len(pairs),
            "youths_with_a_proposal": len(self.proposals),
            "examples": [{"youth": pair.youth, "post": pair.post, "score": round(pair.score, 3)} for pair in best],
        }


@dataclass(frozen=True, slots=True)
class Given:
    """All that a run goes by. `record` is its beginning: the law has not been heard, and nothing has come out yet."""

    facts: Facts
    record: Record
    trouble: str
    digest: str


def look_around(run: Run) -> Given:
    """Same ledger, date, model and settings: the same is given, whoever looks and however often."""
    facts = read(run.day, run=run)
    scorer, version, trouble = scorer_of_the_house(run.seed, run.started_at or run.requested_at)
    change = current_change()
    record = input_of(run, facts, scorer, version, change)
    return Given(facts, record, trouble, digest_of(facts, record, change))


def make_plan(given: Given, law: Law | None = None, by: Search | None = None) -> Plan:
    """`law` and `by` are for a night in parts, see `matching.nightly.parts`; they change nothing in the plan."""
    facts, record = given.facts, given.record
    listening = Listening(law or facts.lawyer.lawfulness)
    night = propose(
        record.wishes,
        record.jobs,
        law=listening,
        scorer=record.scorer,
        seed=record.seed,
        options=record.options,
        by=by,
    )
    set_aside = (*facts.set_aside, *night.set_aside)
    record = replace(record, law=listening.heard, outcome=Outcome.of(night))
    return Plan(
        order=facts.order,
        proposals=by_youth(night.proposals),
        refused=night.per_youth,
        set_aside={each.id: each.reason for each in set_aside if each.kind == "youth"},
        counts=counts(facts, night, set_aside) | {"model": record.model, "model_trouble": given.trouble},
        record=record,
        chances=chances(record),
        openings=what_would_open(record),
        next_best=night.next_best.by_youth(),
    )


def what_would_open(record: Record) -> Mapping[int, tuple[Opening, ...]]:
    """For who got nothing; in a great town for those of them who have waited longest."""
    reached = {youth for youth, *_rest in record.outcome.proposals}
    without = [wish for wish in record.wishes if wish.youth not in reached and not wish.open_proposals]
    without = sorted(without, key=lambda wish: (-wish.waiting_days, wish.youth))[:MOST_ASKED]
    posts = set(record.law.posts)
    jobs = [job for job in record.jobs if job.post in posts]
    heard = set(record.law.youths)
    asked = [wish for wish in without if wish.youth in heard]
    said = record.law.again(asked, jobs)
    lawful = {wish.youth: said.table[row] for wish, row in zip(asked, said.of_youth, strict=True)}
    return openings(asked, jobs, lawful)


def input_of(run: Run, facts: Facts, scorer: Scorer, version: str, change: Change) -> Record:
    """What the engine is given: the facts under the programme's own settings. The law has not been heard yet."""
    whose = Youth.objects.in_the_night().values_list("pk", "mentor", "area")
    mentors = {youth: mentor for youth, mentor, _area in whose if mentor}
    return Record(
        day=run.day.isoformat(),
        engine=engine_version(),
        model=version,
        wishes=wishes_under(change, facts.wishes),
        jobs=jobs_under(change, facts.jobs),
        law=NOTHING_HEARD,
        scorer=scorer_under(change, scorer),
        seed=run.seed,
        options=Options(limits_under(change, facts.limits, mentors)),
        mentors=mentors,
        areas={youth: area for youth, _mentor, area in whose},
        outcome=NOTHING_YET,
    )


def digest_of(facts: Facts, record: Record, change: Change) -> str:
    """Caps for mentors count whose a youth is; without them a new mentor changes nothing."""
    page = [facts.digest, record.model, record.seed, change.to_json()]
    if record.options.limits.mentor_room:
        page.append(sorted(record.mentors.items()))
    return hashlib.sha256(json.dumps(page).encode()).hexdigest()


def by_youth(proposals: Iterable[Proposal]) -> dict[int, list[Proposal]]:
    found: dict[int, list[Proposal]] = {}
    for proposal in proposals:
        found.setdefault(proposal.youth, []).append(proposal)
    return found


def counts(facts: Facts, night: NightPlan, set_aside: Iterable[SetAside]) -> dict[str, Any]:
    aside: dict[str, Counter[str]] = {"youth": Counter(), "post": Counter()}
    for each in set_aside:
        aside[each.kind][each.reason] += 1
    return {
        "seen": len(facts.order),
        "posts": len(facts.jobs),
        "set_aside": {kind: dict(found) for kind, found in aside.items()},
        "refused": dict(night.refused),
        **crowds(facts, night),
    }


def crowds(facts: Facts, night: NightPlan) -> dict[str, list[list[Any]]]:
    """Jobs that more would have suited than there was room for: what one more place at each would add, in likely
    placements (and the bonus of a first proposal); and for each category where places are missing, the highest of
    them and how many of its jobs are crowded."""
    first = sorted(night.prices.items(), key=lambda each: (-each[1], each[0]))
    kinds: dict[str, list[float]] = {}
    category = {job.post: job.category for job in facts.jobs}
    for post, price in first:
        kinds.setdefault(category[post], []).append(price)
    missing = sorted((-round(max(prices), 3), kind, len(prices)) for kind, prices in kinds.items())
    return {
        "crowded": [[post, round(price, 3)] for post, price in first[:MOST_CROWDED]],
        "missing": [[kind, -less, jobs] for less, kind, jobs in missing[:MOST_CROWDED]],
    }
