"""A whole night: what must hold in every town, and one small town in full."""

import json
import math
import random
from collections import Counter
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from matching.engine.allocation import Limits
from matching.engine.cards import JobCard, WishCard
from matching.engine.eligibility import refusals
from matching.engine.night import NightPlan, Options, by_pair, propose
from matching.engine.reading import SetAside, read_rows
from matching.engine.weights import Scorer
from tests.engine.town import amina, care_home, town

SCORER = Scorer.written()
FROZEN: dict[str, Any] = json.loads(Path(__file__).with_name("frozen_town.json").read_text())
EVERYTHING = Options(Limits(per_seat=99, per_youth=8), list_length=99)


def verdict(wish: WishCard, job: JobCard) -> tuple[str, ...]:
    return ("H3",) if (wish.youth + job.post) % 7 == 0 else ()


def night(wishes: list[WishCard], jobs: list[JobCard], options: Options | None = None, seed: int = 5) -> NightPlan:
    return propose(wishes, jobs, scorer=SCORER, seed=seed, law=by_pair(verdict), options=options)


@settings(max_examples=25, deadline=None)
@given(st.integers(0, 10**6), st.integers(0, 40), st.integers(0, 15), st.integers(1, 4), st.integers(1, 4))
def test_nobody_is_proposed_for_what_is_refused_and_no_cap_is_passed(
    seed: int, youths: int, posts: int, per_seat: int, per_youth: int
) -> None:
    wishes, jobs = town(youths, posts, seed, width=0.01)
    limits = Limits(
        per_seat,
        per_youth,
        employer_room=dict.fromkeys(range(1, 20), 2),
        mentors={wish.youth: wish.youth % 3 for wish in wishes},
        mentor_room={0: 1, 1: 5},
    )
    plan = night(wishes, jobs, Options(limits))
    wish_of, job_of = {wish.youth: wish for wish in wishes}, {job.post: job for job in jobs}
    for each in plan.proposals:
        assert refusals(wish_of[each.youth], job_of[each.post], verdict) == ()
    assert len({(each.youth, each.post) for each in plan.proposals}) == len(plan.proposals)
    for youth, number in Counter(each.youth for each in plan.proposals).items():
        assert number <= per_youth - wish_of[youth].open_proposals
    for post, number in Counter(each.post for each in plan.proposals).items():
        assert number <= per_seat * job_of[post].seats - job_of[post].open_candidates
    for employer, number in Counter(job_of[each.post].employer for each in plan.proposals).items():
        assert number <= limits.employer_room.get(employer, number)
    for mentor, number in Counter(each.youth % 3 for each in plan.proposals).items():
        assert number <= limits.mentor_room.get(mentor, number)
    assert sum(plan.refused.values()) + sum(plan.eligible.values()) == youths * posts


@settings(max_examples=15, deadline=None)
@given(st.integers(0, 10**6))
def test_the_order_of_the_cards_changes_nothing(seed: int) -> None:
    wishes, jobs = town(25, 10, seed, width=0.01)
    wishes.append(amina(youth=99, place=None))
    shuffled = random.Random(seed).sample(wishes, len(wishes))
    assert night(shuffled, jobs[::-1]) == night(wishes, jobs)


@settings(max_examples=15, deadline=None)
@given(st.integers(0, 10**6))
def test_ranks_follow_scores_and_chances_multiply(seed: int) -> None:
    plan = night(*town(25, 10, seed, width=0.01))
    assert [(p.youth, p.rank) for p in plan.proposals] == sorted((p.youth, p.rank) for p in plan.proposals)
    for before, after in zip(plan.proposals, plan.proposals[1:], strict=False):
        if before.youth == after.youth:
            assert after.rank == before.rank + 1
            assert after.score <= before.score
    for each in plan.proposals:
        assert each.score == each.want * each.take
        assert 0 < each.score < 1


@settings(max_examples=10, deadline=None)
@given(st.integers(0, 10**6))
def test_contributions_add_up_to_the_chances(seed: int) -> None:
    for each in night(*town(20, 10, seed, width=0.01)).proposals:
        for chance, base, side in ((each.want, each.base_want, "want"), (each.take, each.base_take, "take")):
            logit = base + sum(getattr(part, side) for part in each.contributions)
            assert logit == pytest.approx(math.log(chance / (1 - chance)), abs=1e-5)
        again = SCORER.score(np.array([each.codes]))
        assert (each.want, each.take) == pytest.approx((again.want[0], again.take[0]), abs=1e-5)


@settings(max_examples=10, deadline=None)
@given(st.integers(0, 10**6))
def test_who_somebody_is_changes_no_score(seed: int) -> None:
    wishes, jobs = town(8, 8, seed, width=0.01)
    wishes = [
        replace(wish, earlier_no=frozenset(), already=frozenset(), hidden=frozenset(), open_proposals=0)
        for wish in wishes
    ]
    jobs = [replace(job, open_candidates=0) for job in jobs]
    strangers = [replace(wish, youth=wish.youth + 70, waiting_days=3) for wish in wishes]
    employers = [replace(job, post=job.post + 700, employer=3) for job in jobs]
    known, unknown = (
        {
            (p.youth % 70, p.post % 700): p.score
            for p in propose(w, j, scorer=SCORER, seed=1, options=EVERYTHING).proposals
        }
        for w, j in ((wishes, jobs), (strangers, employers))
    )
    assert known == unknown


def test_the_seed_decides_between_equals() -> None:
    wishes = [amina(youth=n) for n in range(1, 9)]
    options = Options(Limits(per_seat=1))
    chosen = {night(wishes, [care_home(post=20)], options, seed).proposals[0].youth for seed in range(20)}
    assert len(chosen) > 3


def test_poisoned_cards_are_set_aside_and_the_night_goes_on() -> None:
    wishes = [amina(), amina(youth=2, place=None), amina(youth=3, skills={}, likes=frozenset(), dream="")]
    jobs = [care_home(), care_home(post=2, shifts=((1, 1400, 1500),)), care_home(post=3, tasks=None)]
    plan = propose(wishes, jobs, scorer=SCORER, seed=5)
    assert [(p.youth, p.post) for p in plan.proposals] == [(1, 1)]
    assert plan.set_aside == (
        SetAside("youth", 2, "place_missing", "place"),
        SetAside("youth", 3, "vocabulary_empty", "skills"),
        SetAside("post", 2, "hours_absurd", "shifts"),
        SetAside("post", 3, "malformed", "TypeError"),
    )


def test_why_did_i_get_nothing_is_answered_for_each_youth() -> None:
    plan = propose([amina(), amina(youth=2, max_minutes=0)], [care_home()], scorer=SCORER, seed=5)
    assert plan.per_youth == {1: {}, 2: {"travel": 1}}
    assert plan.eligible == {1: 1, 2: 0}
    assert plan.refused == {"travel": 1}
    assert plan.seconds > 0


def test_a_town_without_anybody_has_a_quiet_night() -> None:
    plan = propose([], [], scorer=SCORER, seed=5)
    assert (plan.proposals, plan.refused, plan.set_aside) == ((), {}, ())


def frozen_plan() -> NightPlan:
    wishes, bad_wishes = read_rows(FROZEN["wishes"], WishCard.from_mapping, "youth")
    jobs, bad_jobs = read_rows(FROZEN["jobs"], JobCard.from_mapping, "post")
    assert (bad_wishes, bad_jobs) == ([], [])
    options = Options(Limits(per_seat=2, per_youth=2))
    return propose(wishes, jobs, scorer=SCORER, seed=2026, law=by_pair(frozen_law), options=options)


def frozen_law(wish: WishCard, job: JobCard) -> tuple[str, ...]:
    """The town's law is written on its jobs, by group."""
    (group,) = (row["group"] for row in FROZEN["wishes"] if row["youth"] == wish.youth)
    (unlawful,) = (row.get("unlawful", {}) for row in FROZEN["jobs"] if row["post"] == job.post)
    return tuple(unlawful.get(group, ()))


def test_the_frozen_town_gets_the_proposals_it_always_got() -> None:
    plan = frozen_plan()
    found = [
        {
            "youth": each.youth,
            "post": each.post,
            "rank": each.rank,
            "want": round(each.want, 4),
            "take": round(each.take, 4),
            "youth_reads": [reason.code for reason in each.reasons.youth],
        }
        for each in plan.proposals
    ]
    assert found == FROZEN["proposals"]
    assert {str(youth): counts for youth, counts in plan.per_youth.items()} == FROZEN["per_youth"]
    assert sorted(plan.prices) == FROZEN["crowded"]


@settings(max_examples=10, deadline=None)
@given(st.integers(0, 10**6))
def test_the_next_best_are_possible_not_proposed_and_full_where_it_is_said(seed: int) -> None:
    wishes, jobs = town(20, 10, seed, width=0.01)
    rooms = dict.fromkeys(range(1, 20), 2)
    plan = night(wishes, jobs, Options(Limits(per_seat=1, employer_room=rooms)))
    job_of, proposed = {job.post: job for job in jobs}, {(each.youth, each.post) for each in plan.proposals}
    at_job = Counter(each.post for each in plan.proposals)
    at_employer = Counter(job_of[each.post].employer for each in plan.proposals)
    of_youth = Counter(each.youth for each in plan.proposals)
    for wish in wishes:
        kept = plan.next_best.by_youth().get(wish.youth, [])
        assert len(kept) == min(5, plan.eligible[wish.youth] - of_youth[wish.youth])
        for each in kept:
            job = job_of[each["post"]]
            assert refusals(wish, job, verdict) == ()
            assert (wish.youth, job.post) not in proposed
            full = {
                "job": at_job[job.post] + job.open_candidates >= job.seats,
                "employer": at_employer[job.employer] >= rooms.get(job.employer, 99),
                "mentor": False,
                "youth": of_youth[wish.youth] + wish.open_proposals >= 3,
            }
            assert each["full"] == [code for code, is_full in full.items() if is_full]
