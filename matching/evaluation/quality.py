"""How good the engine is in invented worlds whose truth is known: all figures of one world come from one run."""

from dataclasses import replace
from typing import Any

import numpy as np
import numpy.typing as npt
from scipy.optimize import linprog

from matching.engine import features, flow, search
from matching.engine.allocation import Allocation, Limits, allocate
from matching.engine.backend import Name, backend
from matching.engine.compiled import Compiled
from matching.engine.explain import Points
from matching.engine.scoring import Outcome, fit_best
from matching.engine.search import Lists, Pairs
from matching.engine.toss import toss
from matching.engine.weights import Scorer
from matching.evaluation import measures
from matching.evaluation.inventing import SIZES, Size, invent
from matching.evaluation.measures import Interval
from matching.evaluation.truth import Truth, answers, placements

Ints = npt.NDArray[np.int64]
Floats = npt.NDArray[np.float64]

SCARCE, PLENTY = 1.75, 12.0
"""Seats of a job on average: with 5,000 youths, 1,000 jobs and three candidates for each seat, slots for about a
youth each, or for more than three."""
LENGTH = 20
SAMPLED = 2000


class Trial:
    """One world, its eligible pairs and its truth."""

    def __init__(self, size: Size, seed: int, way: Name) -> None:
        world = invent(size, seed)
        self.seed, self.way = seed, backend(way)
        self.town = world.town(world.lawfulness())
        self.eligible = search.eligible_pairs(self.town)
        self.truth = Truth.of(self.town, seed)
        self.true = self.truth.chances(self.town, self.eligible)

    @property
    def sample(self) -> Ints:
        """Codes of some pairs of the world, as a night has them at hand."""
        some = np.linspace(0, len(self.eligible.youth) - 1, SAMPLED).astype(np.int64)
        return features.codes(self.town, self.eligible.youth[some], self.eligible.job[some])

    def lists(self, want: Floats, take: Floats, length: int = LENGTH) -> Lists:
        """Each youth's best, and those of jobs that are on few lists, by these chances of all eligible pairs."""
        youth, job = self.eligible
        tie = toss(self.seed, self.town.youths.id[youth], self.town.jobs.id[job])
        score = want * take
        kept = search.best(youth, score, tie, length)
        order = np.argsort(job, kind="stable")
        kept = np.union1d(kept, order[search.best(job[order], score[order], tie[order], length)])
        kept = kept[search.best(youth[kept], score[kept], tie[kept], len(kept))]
        nothing = np.zeros((len(self.town.youths.id), 0), dtype=np.int64)
        return Lists(youth[kept], job[kept], want[kept], take[kept], tie[kept], nothing, nothing, nothing)

    def placed(self, pairs: Pairs) -> float:
        want, take = self.truth.chances(self.town, pairs)
        return placements(pairs, want * take, self.town.jobs.seats, len(self.town.youths.id), self.seed)

    def outcomes(self, number: int, scorer: Scorer) -> list[Outcome]:
        """What came of so many proposals: four of five out of the experts' own lists, the fifth from anywhere."""
        dice = np.random.default_rng([self.seed, number])
        lists = self.lists(*Compiled.of(scorer).chances(features.codes(self.town, *self.eligible)), length=5)
        listed = dice.choice(len(lists.youth), number * 4 // 5)
        anywhere = dice.choice(len(self.eligible.youth), number - len(listed))
        youth = np.r_[lists.youth[listed], self.eligible.youth[anywhere]]
        job = np.r_[lists.job[listed], self.eligible.job[anywhere]]
        order = dice.permutation(number)
        rows = answers(self.truth, self.town, Pairs(youth[order], job[order]), self.seed + number)
        return [Outcome(*row) for row in rows]


def evaluate(worlds: int, size: Size = SIZES["municipality"], way: Name = "auto") -> dict[str, Any]:
    """Scarce seats and plenty, in so many worlds each; intervals over worlds."""
    scarce = [one_scarce(Trial(replace(size, seats=SCARCE), seed, way)) for seed in range(1, worlds + 1)]
    plenty = [one_plenty(Trial(replace(size, seats=PLENTY), seed, way)) for seed in range(1, worlds + 1)]
    return {
        "worlds": worlds,
        "size": {"youths": size.youths, "jobs": size.jobs},
        "backend": backend(way).name,
        "explanation_error": explanations(Trial(size, 1, way)),
        "score_change_when_who_somebody_is_flips": flips(Trial(SIZES["town"], 1, way)),
        "scarce": over_worlds(scarce),
        "plenty": over_worlds(plenty),
    }


def over_worlds(found: list[dict[str, float]]) -> dict[str, dict[str, float]]:
    return {name: Interval.of([each[name] for each in found])._asdict() for name in found[0]}


def one_scarce(trial: Trial) -> dict[str, float]:
    scorer = fit_best(trial.outcomes(300, Scorer.written()), trial.seed, sample=trial.sample)
    chances = Compiled.of(scorer).chances(features.codes(trial.town, *trial.eligible))
    lists = trial.lists(*chances)
    dealt = allocate(trial.town, lists, Limits(), trial.way.solve)
    chosen = Pairs(lists.youth[dealt.chosen], lists.job[dealt.chosen])
    own = search.best(lists.youth, lists.score, lists.tie, 3)
    perfect = trial.lists(*trial.true)
    best = allocate(trial.town, perfect, Limits(first_bonus=0.0), trial.way.solve).chosen
    placed = trial.placed(chosen)
    figures = {
        "placed": placed,
        "placed_of_perfect_knowledge": placed / trial.placed(Pairs(perfect.youth[best], perfect.job[best])),
        "placed_more_than_own_top_3": placed / trial.placed(Pairs(lists.youth[own], lists.job[own])) - 1,
        "proposals_of_own_top_3": len(chosen.youth) / len(own),
        "gap_to_second_solver": largest_gap(dealt),
    }
    return figures | reach(trial, chosen) | learning(trial)


def one_plenty(trial: Trial) -> dict[str, float]:
    lists = trial.lists(*Compiled.of(Scorer.written()).chances(features.codes(trial.town, *trial.eligible)))
    dealt = allocate(trial.town, lists, Limits(), trial.way.solve)
    chosen = Pairs(lists.youth[dealt.chosen], lists.job[dealt.chosen])
    could = np.bincount(trial.eligible.youth, minlength=len(trial.town.youths.id)) >= 3
    got = np.bincount(chosen.youth, minlength=len(could))
    return {
        "slots_per_youth": float(3 * trial.town.jobs.seats.sum() / len(could)),
        "three_of_those_with_three_jobs": float((got[could] >= 3).mean()),
        "three_of_the_most_possible": float((got[could] >= 3).sum()) / most_with_three(trial, could),
        "proposals_of_the_most_possible": len(chosen.youth) / measures.most_reached(trial.town, trial.eligible, 3, 3),
    } | reach(trial, chosen)


def most_with_three(trial: Trial, could: npt.NDArray[np.bool_]) -> float:
    """No more youths than this can have three each, whatever the others get."""
    of_these = could[trial.eligible.youth]
    pairs = Pairs(trial.eligible.youth[of_these], trial.eligible.job[of_these])
    return measures.most_reached(trial.town, pairs, 3, 3) / 3


def reach(trial: Trial, chosen: Pairs) -> dict[str, float]:
    town, eligible = trial.town, trial.eligible
    key = eligible.youth * len(town.jobs.id) + eligible.job
    return {
        "ineligible": float((~np.isin(chosen.youth * len(town.jobs.id) + chosen.job, key)).sum()),
        "covered_of_the_most_possible": len(np.unique(chosen.youth)) / measures.most_reached(town, eligible, 3),
        "most_candidates_per_seat": measures.per_seat(chosen.job, town.jobs.seats),
        "evenness": measures.evenness(
            chosen.job, np.where(np.bincount(eligible.job, minlength=len(town.jobs.id)) > 0, town.jobs.seats, 0)
        ),
        "jobs_without_a_candidate": measures.quiet(eligible.job, chosen.job, town.jobs.seats),
    }


def learning(trial: Trial) -> dict[str, float]:
    """Calibration on pairs of the whole world after 300 and 3,000 answers, and whether the experts alone do better."""
    dice = np.random.default_rng([trial.seed, 17])
    some = dice.choice(len(trial.eligible.youth), 20_000)
    codes = features.codes(trial.town, trial.eligible.youth[some], trial.eligible.job[some])
    truth = trial.true[0][some] * trial.true[1][some]
    came = (dice.random(len(some)) < truth).astype(np.float64)
    expert = measures.log_loss(Scorer.written().score(codes).score, came)
    found = {"log_loss_expert": expert}
    for number in (300, 3000):
        learnt = fit_best(trial.outcomes(number, Scorer.written()), trial.seed, sample=trial.sample)
        chance = learnt.score(codes).score
        found[f"calibration_error_{number}"] = measures.calibration_error(chance, truth)
        found[f"log_loss_less_expert_{number}"] = measures.log_loss(chance, came) - expert
    return found


def largest_gap(dealt: Allocation) -> float:
    """The share of each round's optimum, found again by another algorithm (an interior point), that was missed."""
    return max(1 - flow.total(round_, taken) / optimum(round_) for round_, taken in dealt.rounds if len(taken))


def optimum(round_: flow.Round) -> float:
    question = flow.program(round_)
    cost = question.pop("c") / flow.ONE
    return -float(linprog(cost, **question, method="highs-ipm").fun) * flow.ONE


def flips(trial: Trial) -> float:
    """The largest change of a score when the ids of youths, jobs and employers (all that stands for name, gender and
    area here: the cards hold none of them) and the days of waiting are others, with the way to work held fixed."""
    weights = Compiled.of(Scorer.written())
    youths, jobs = trial.town.youths, trial.town.jobs
    other = replace(
        trial.town,
        youths=replace(youths, id=youths.id[::-1] + 10**6, waiting=youths.waiting[::-1].copy()),
        jobs=replace(jobs, id=jobs.id[::-1] + 10**6, employer=jobs.employer[::-1].copy()),
    )
    before, after = (
        weights.chances(features.codes(town, *search.eligible_pairs(town))) for town in (trial.town, other)
    )
    return float(max(np.abs(a - b).max() for a, b in zip(before, after, strict=True)))


def explanations(trial: Trial) -> float:
    """The largest difference between a score's logit and the sum of what is told about it, over all listed pairs."""
    weights, scorer = Compiled.of(Scorer.written()), Scorer.written()
    lists = trial.way.search(trial.town, weights, length=LENGTH, seed=trial.seed)
    codes = features.codes(trial.town, lists.youth, lists.job)
    told = Points.of(weights, codes, lists.points[:, lists.youth], lists.eligible[lists.youth])
    want = told.base_want + told.want.sum(axis=1) - scorer.want.logit(codes)
    take = told.base_take + told.take.sum(axis=1) - scorer.take.logit(codes)
    shown = np.abs(scorer.score(codes).score - lists.score)
    return float(max(np.abs(want).max(), np.abs(take).max(), shown.max()))
