"""Two models, started from the expert, moved by outcomes, compiled to tables."""

import functools
import json

import numpy as np
import numpy.typing as npt
import pytest
from sklearn.linear_model import LogisticRegression

from matching.engine import scoring
from matching.engine.features import FEATURES, NAMES, TOPS
from matching.engine.scoring import Outcome, fit, fit_prior
from matching.engine.weights import Scorer, Side, slopes

PRIOR = functools.cache(lambda: fit_prior(7))
CODES = np.random.default_rng(1).integers(0, TOPS + 1, size=(400, len(TOPS)))


def answers(true_want: Side, true_take: Side, number: int, seed: int) -> list[Outcome]:
    dice = np.random.default_rng(seed)
    codes = dice.integers(0, TOPS + 1, size=(number, len(TOPS)))
    wanted = dice.random(number) < true_want.chance(codes)
    taken = dice.random(number) < true_take.chance(codes)
    rows = zip(codes.tolist(), wanted.tolist(), taken.tolist(), strict=True)
    return [Outcome(tuple(row), yes, then if yes else None) for row, yes, then in rows]


def table_slope(side: Side, name: str) -> float:
    return side.tables[NAMES.index(name)][1]


def loss(side: Side, codes: npt.NDArray[np.int64], yes: npt.NDArray[np.bool_]) -> float:
    chance = side.chance(codes)
    return float(-np.log(np.where(yes, chance, 1 - chance)).mean())


def test_the_prior_says_what_the_expert_says() -> None:
    prior, written = PRIOR(), Scorer.written()
    assert prior.origin == "prior"
    assert prior.made_with.startswith("scikit-learn ")
    assert np.abs(prior.score(CODES).score - written.score(CODES).score).max() < 0.03


def test_the_same_seed_gives_the_same_tables() -> None:
    assert fit_prior(7) == PRIOR()
    assert fit_prior(8) != PRIOR()


def test_the_prior_can_lean_on_a_real_nights_pairs() -> None:
    assert fit_prior(7, sample=CODES) != PRIOR()
    assert fit_prior(7, sample=CODES[:0]) == PRIOR()


def test_outcomes_pull_the_model_towards_the_truth() -> None:
    travel = NAMES.index("travel")
    steeper = [slope * (3 if n == travel else 1) for n, slope in enumerate(slopes("want"))]
    truth = Side.linear(0.5, steeper)
    outcomes = answers(truth, Scorer.written().take, 3000, seed=3)
    fitted = fit(outcomes, 7)
    assert (fitted.origin, fitted.outcomes) == ("outcomes", 3000)
    assert table_slope(fitted.want, "travel") < 2 * table_slope(Scorer.written().want, "travel")
    yes = np.random.default_rng(9).random(len(CODES)) < truth.chance(CODES)
    assert loss(fitted.want, CODES, yes) < loss(Scorer.written().want, CODES, yes)


def test_few_outcomes_move_little_and_a_weaker_prior_gives_way_sooner() -> None:
    outcomes = [Outcome(tuple(row), wanted=False) for row in CODES[:30].tolist()]
    firm, soft = fit(outcomes, 7), fit(outcomes, 7, prior_weight=30)
    expert = PRIOR().score(CODES).want.mean()
    assert expert - 0.05 < firm.score(CODES).want.mean() < expert
    assert soft.score(CODES).want.mean() < firm.score(CODES).want.mean() - 0.1


def test_no_prior_is_no_model() -> None:
    with pytest.raises(ValueError, match="prior"):
        fit([], 7, prior_weight=0)


def test_unanswered_proposals_teach_nothing() -> None:
    row = tuple(CODES[0].tolist())
    waiting = [Outcome(row, wanted=None), Outcome(row, wanted=None, taken=True)]
    assert fit(waiting, 7).want == PRIOR().want
    refused = fit([Outcome(row, wanted=False, taken=True)], 7)
    assert refused.take == PRIOR().take
    assert fit([Outcome(row, wanted=True, taken=False)], 7).take != PRIOR().take


def test_a_slope_against_the_experts_sign_falls_back_and_the_level_is_kept() -> None:
    upside_down = [-slope if n == NAMES.index("rather_nots") else slope for n, slope in enumerate(slopes("want"))]
    outcomes = answers(Side.linear(-1.0, upside_down), Scorer.written().take, 6000, seed=4)
    fitted = fit(outcomes, 7, prior_weight=100)
    assert table_slope(fitted.want, "rather_nots") == table_slope(Scorer.written().want, "rather_nots")
    for n, feature in enumerate(FEATURES):
        assert fitted.want.tables[n][1] * feature.want >= 0
        assert fitted.take.tables[n][1] * feature.take >= 0
    codes = np.array([outcome.codes for outcome in outcomes])
    share = np.mean([bool(outcome.wanted) for outcome in outcomes])
    assert fitted.want.chance(codes).mean() == pytest.approx(share, abs=0.02)


def test_what_the_expert_left_out_of_a_side_stays_out() -> None:
    fitted = fit(answers(Scorer.written().want, Scorer.written().take, 500, seed=5), 7)
    assert set(fitted.take.tables[NAMES.index("rather_nots")]) == {0.0}
    assert set(fitted.want.tables[NAMES.index("next_step")]) == {0.0}


def test_the_tables_are_the_scikit_learn_model(monkeypatch: pytest.MonkeyPatch) -> None:
    models: list[LogisticRegression] = []

    class Kept(LogisticRegression):
        def fit(self, *args: object, **kwargs: object) -> LogisticRegression:
            models.append(self)
            return super().fit(*args, **kwargs)

    monkeypatch.setattr(scoring, "LogisticRegression", Kept)
    fitted = fit_prior(7)
    for model, side, name in zip(models, (fitted.want, fitted.take), ("want", "take"), strict=True):
        used = CODES[:, np.flatnonzero(slopes(name))]
        assert np.abs(model.decision_function(used) - side.logit(CODES)).max() < 1e-9


def test_a_scorer_survives_the_way_through_json() -> None:
    fitted = fit(answers(Scorer.written().want, Scorer.written().take, 50, seed=6), 7)
    assert Scorer.from_json(json.loads(json.dumps(fitted.to_json()))) == fitted
