"""How fast the engine is, against a multiplication of matrices of the same shape in the same run."""

import os
import time
from collections.abc import Callable
from functools import partial
from statistics import median
from typing import Any

import numpy as np
import numpy.typing as npt

from matching.engine import search
from matching.engine.allocation import Limits
from matching.engine.backend import Backend, Name, backend
from matching.engine.cards import JobCard, WishCard
from matching.engine.columns import Lawfulness, Town
from matching.engine.compiled import Compiled
from matching.engine.eligibility import refusals
from matching.engine.night import Options, match
from matching.engine.search import Lists, Pairs
from matching.engine.weights import Scorer
from matching.evaluation import measures
from matching.evaluation.inventing import SIZES, invent
from matching.evaluation.world import GROUPS, World

Floats = npt.NDArray[np.float32]

LENGTH, SEED = 20, 1
DIMENSIONS = 32
ROWS = 4000
"""Of the matrix that are multiplied at once: the whole product of a country does not fit into memory."""
EXACT_BOUND = 30_000_000
"""Eligible pairs up to which the coverage bound is a maximum flow; above, the slots or the youths."""
LOOKED_AT = 500
"""Proposals that are judged again one by one."""


def benchmark(
    size: str, *, repeats: int, way: Name = "auto", seed: int = SEED, lists_only: bool = False
) -> dict[str, Any]:
    """Everything about one size, out of one run. Raises NotAllowed.

    `lists_only` leaves out the allocation, for which numpy and scipy alone are too slow in a country.
    """
    chosen = backend(way)
    world, invented = timed(lambda: invent(SIZES[size], seed))
    law, judged = timed(world.lawfulness)
    town, packed = timed(lambda: world.town(law))
    weights = Compiled.of(Scorer.written())
    warm(chosen, town, weights)
    searched, multiplied = alternating(chosen, town, weights, repeats)
    found = {
        "size": size,
        "youths": len(town.youths.id),
        "jobs": len(town.jobs.id),
        "seed": seed,
        "backend": chosen.name,
        "threads": len(os.sched_getaffinity(0)),
        "seconds": {
            "invent": invented,
            "law": judged,
            "columns": packed,
            "rules_and_top_20": median(searched),
            "rules_and_top_20_all": searched,
            "multiplication_all": multiplied,
        },
        "rules_and_top_20_of_multiplication": round(
            median(a / b for a, b in zip(searched, multiplied, strict=True)), 3
        ),
        "seconds_for_one_changed_youth": one_youth(town, weights),
        "seconds_for_one_new_job": one_job(town, weights),
    }
    if lists_only:
        return found
    (lists, dealt), whole = timed(lambda: match(town, weights, seed, Options(backend=way), points=False))
    pairs = Pairs(lists.youth[dealt.chosen], lists.job[dealt.chosen])
    look_again(world, law, pairs)
    return found | {"seconds_for_lists_and_allocation": whole} | proposals(town, lists, pairs)


def timed(work: Callable[[], Any]) -> tuple[Any, float]:
    began = time.perf_counter()
    found = work()
    return found, round(time.perf_counter() - began, 4)


def warm(chosen: Backend, town: Town, weights: Compiled) -> None:
    """The first call compiles, or reads what was compiled before."""
    chosen.search(town.only_youths(np.arange(1)), weights, length=LENGTH, seed=SEED, points=False)


def alternating(chosen: Backend, town: Town, weights: Compiled, repeats: int) -> tuple[list[float], list[float]]:
    """Search and multiplication in turn, so that what else the machine does slows both."""
    searched, multiplied = [], []
    left = np.random.default_rng(1).random((len(town.youths.id), DIMENSIONS), dtype=np.float32)
    right = np.random.default_rng(2).random((DIMENSIONS, len(town.jobs.id)), dtype=np.float32)
    for _ in range(repeats):
        searched.append(timed(lambda: chosen.search(town, weights, length=LENGTH, seed=SEED, points=False))[1])
        multiplied.append(timed(partial(multiply, left, right))[1])
    return searched, multiplied


def multiply(left: Floats, right: Floats) -> None:
    """All of it, a few rows at a time, each product thrown away."""
    for start in range(0, len(left), ROWS):
        left[start : start + ROWS] @ right


def one_youth(town: Town, weights: Compiled) -> float:
    rows = np.random.default_rng(3).choice(len(town.youths.id), 9)
    return median(timed(partial(_lists_of, town, weights, row))[1] for row in rows.tolist())


def _lists_of(town: Town, weights: Compiled, row: int) -> Lists:
    return search.search(town.only_youths(np.array([row])), weights, length=LENGTH, seed=SEED)


def one_job(town: Town, weights: Compiled) -> float:
    jobs = np.random.default_rng(4).choice(len(town.jobs.id), 9)
    return median(timed(partial(_asked_of, town, weights, job))[1] for job in jobs.tolist())


def _asked_of(town: Town, weights: Compiled, job: int) -> Lists:
    return search.jobs_own(town, weights, np.array([job]), length=3 * LENGTH, seed=SEED)


def proposals(town: Town, lists: Lists, pairs: Pairs) -> dict[str, Any]:
    covered, limits = len(np.unique(pairs.youth)), Limits()
    could = int((lists.eligible > 0).sum())
    bound = min(could, int(limits.per_seat * town.jobs.seats.sum()))
    is_exact = int(lists.eligible.sum()) <= EXACT_BOUND
    if is_exact:
        bound = measures.most_reached(town, search.eligible_pairs(town), limits.per_seat)
    listed = np.bincount(pairs.job, minlength=len(town.jobs.id))
    return {
        "eligible_pairs": int(lists.eligible.sum()),
        "refused_pairs": dict(search.counts(lists.refused.sum(axis=0))),
        "proposals": len(pairs.youth),
        "illegal_or_ineligible": 0,
        "youths_with_a_lawful_job": could,
        "youths_with_a_proposal": covered,
        "covered_of_the_most_possible": round(covered / max(1, bound), 4),
        "the_most_possible_is": "a maximum flow" if is_exact else "the smaller of youths and slots: too high",
        "most_candidates_per_seat": measures.per_seat(pairs.job, town.jobs.seats),
        "evenness": round(measures.evenness(pairs.job, town.jobs.seats), 4),
        "jobs_on_a_list_without_a_candidate": round(measures.quiet(lists.job, pairs.job, town.jobs.seats), 4),
        "jobs_with_a_candidate": int((listed > 0).sum()),
    }


class NotAllowed(Exception):
    """A proposal that the rules or the law refuse."""


def look_again(world: World, law: Lawfulness, pairs: Pairs) -> None:
    """All pairs against the law's table; some, as cards, by the plain rules one by one."""
    if not law.table[law.of_youth[pairs.youth], pairs.job].all():
        raise NotAllowed("by the law's table")
    some = np.random.default_rng(5).permutation(len(pairs.youth))[:LOOKED_AT]
    for row, job in zip(pairs.youth[some].tolist(), pairs.job[some].tolist(), strict=True):
        group = GROUPS[world.group[row]]
        found = refusals(world.wish(row), world.job(job), partial(unlawful, world, group))
        if found:
            raise NotAllowed(", ".join(refusal.code for refusal in found))


def unlawful(world: World, group: str, _wish: WishCard, job: JobCard) -> tuple[str, ...]:
    """Asked of the law itself, not of the table."""
    return world.law_findings(job.post - 1)[group].violations
