"""What a run is going to do, worked out whole before anything is written."""

import hashlib
import json
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from matching.engine.night import NightPlan, Proposal, propose
from matching.engine.reading import SetAside
from matching.facts import Facts, read
from matching.house_scorer import scorer_of_the_house
from matching.models import Run

EXAMPLES = 5


@dataclass(frozen=True, slots=True)
class Plan:
    """`order` are the youths' numbers; `proposals` and `nights` are looked up by them."""

    order: tuple[int, ...]
    proposals: Mapping[int, list[Proposal]]
    refused: Mapping[int, Mapping[str, int]]
    set_aside: Mapping[int, str]
    counts: dict[str, Any]
    digest: str
    version: str

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


def make_plan(run: Run) -> Plan:
    """Same ledger, date and model: same plan, whoever works it out and however often."""
    facts = read(run.day, run=run)
    scorer, version, trouble = scorer_of_the_house(run.seed, run.started_at or run.requested_at)
    night = propose(facts.wishes, facts.jobs, law=facts.lawyer.lawfulness, scorer=scorer, seed=run.seed)
    set_aside = (*facts.set_aside, *night.set_aside)
    return Plan(
        order=facts.order,
        proposals=by_youth(night.proposals),
        refused=night.per_youth,
        set_aside={each.id: each.reason for each in set_aside if each.kind == "youth"},
        counts=counts(facts, night, set_aside) | {"model": version, "model_trouble": trouble},
        digest=hashlib.sha256(json.dumps([facts.digest, version, run.seed]).encode()).hexdigest(),
        version=version,
    )


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
    }
