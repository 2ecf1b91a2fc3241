"""Fits the two one-sided models with scikit-learn and compiles them to tables.

The expert's weights enter as pseudo-data (a catalytic prior: Huang, Stein, Rubin and Kou, PNAS
2020): each of many sampled pairs counts as a yes with the expert's chance and as a no with the
rest, together as much as PRIOR_WEIGHT real answers. With real outcomes it fades by itself.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
import sklearn
from scipy.optimize import brentq
from sklearn.linear_model import LogisticRegression
from threadpoolctl import threadpool_limits

from matching.engine.features import TOPS
from matching.engine.weights import LARGEST, Scorer, Side, expert, slopes

Ints = npt.NDArray[np.int64]
Floats = npt.NDArray[np.float64]

PRIOR_WEIGHTS = (100.0, 300.0, 1000.0)
PRIOR_WEIGHT = 1000.0
HELD_BACK, FEWEST_HELD_BACK = 5, 20
"""The latest fifth of the outcomes chooses the weight, if it is no fewer than this."""
SAMPLED_PAIRS = 2000
SOFTNESS = 1.0
"""scikit-learn's C: hardly any shrinkage beside the prior, which does that work."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of one proposal. `codes` as they were then; None where nobody has answered.

    `taken` counts only where the youth wanted the job.
    """

    codes: tuple[int, ...]
    wanted: bool | None
    taken: bool | None = None


@dataclass(frozen=True, slots=True, eq=False)
class _Answers:
    codes: Ints
    yes: Floats
    weight: Floats


def fit_prior(seed: int, *, sample: Ints | None = None) -> Scorer:
    """The expert's weights as two scikit-learn models, before any outcome."""
    return fit((), seed, sample=sample)


def fit(
    outcomes: Sequence[Outcome],
    seed: int,
    *,
    sample: Ints | None = None,
    prior_weight: float = PRIOR_WEIGHT,
) -> Scorer:
    """Fits both sides. `sample` are the codes of eligible pairs of a real night, if at hand.

    Without it the prior is spread evenly over all codes. Same input and seed, same tables.
    """
    if prior_weight <= 0:
        raise ValueError("The prior needs some weight: few outcomes cannot carry a model alone.")
    pairs = _sampled(seed, sample)
    wanted = [(answer.codes, answer.wanted) for answer in outcomes if answer.wanted is not None]
    taken = [(answer.codes, answer.taken) for answer in outcomes if answer.wanted and answer.taken is not None]
    want = _fitted("want", _prior("want", pairs, prior_weight), wanted)
    take = _fitted("take", _prior("take", pairs, prior_weight), taken)
    origin = "outcomes" if wanted else "prior"
    return Scorer(want, take, origin, len(wanted), f"scikit-learn {sklearn.__version__}")


def fit_best(outcomes: Sequence[Outcome], seed: int, *, sample: Ints | None = None) -> Scorer:
    """`fit` with the heaviest of PRIOR_WEIGHTS that foresaw the latest outcomes, when it was fitted to those before, as
    well as the best of them did but for an accident (one standard error of the difference).

    `outcomes` come in the order of their time. With too few to hold some back the heaviest stands.
    """
    held = len(outcomes) // HELD_BACK
    if held < FEWEST_HELD_BACK:
        return fit(outcomes, seed, sample=sample)
    earlier, latest = outcomes[:-held], outcomes[-held:]
    losses = {
        weight: log_losses(fit(earlier, seed, sample=sample, prior_weight=weight), latest) for weight in PRIOR_WEIGHTS
    }
    best = min(losses.values(), key=lambda each: float(each.mean()))
    weight = max(weight for weight, each in losses.items() if _is_as_good(each - best))
    return fit(outcomes, seed, sample=sample, prior_weight=weight)


def _is_as_good(more: Floats) -> bool:
    return bool(more.mean() <= more.std() / np.sqrt(max(1, len(more))))


def fit_rates(history: Floats, yes: npt.NDArray[np.bool_]) -> Callable[[Floats], Floats]:
    """A logistic model of a yes on any numbers, without a prior: for the evaluation on other people's data."""
    model = LogisticRegression(C=SOFTNESS).fit(history, yes)

    def chance(rows: Floats) -> Floats:
        found: Floats = model.predict_proba(rows)[:, 1]
        return found

    return chance


def log_loss(scorer: Scorer, outcomes: Sequence[Outcome]) -> float:
    """The mean of `log_losses`."""
    return float(log_losses(scorer, outcomes).mean())


def log_losses(scorer: Scorer, outcomes: Sequence[Outcome]) -> Floats:
    """Of both questions, each asked only where somebody answered."""
    answered = [answer for answer in outcomes if answer.wanted is not None]
    codes = np.array([answer.codes for answer in answered], dtype=np.int64).reshape(-1, len(TOPS))
    found = scorer.score(codes)
    wanted = np.array([bool(answer.wanted) for answer in answered])
    asked = np.array([bool(answer.wanted) and answer.taken is not None for answer in answered])
    taken = np.array([bool(answer.taken) for answer in answered])[asked]
    said_yes = np.where(wanted, found.want, 1 - found.want)
    were_taken = np.where(taken, found.take[asked], 1 - found.take[asked])
    losses: Floats = -np.log(np.maximum(np.concatenate([said_yes, were_taken]), 1e-12))
    return losses


def _sampled(seed: int, sample: Ints | None) -> Ints:
    chance = np.random.default_rng(seed)
    if sample is None or not len(sample):
        return chance.integers(0, TOPS + 1, size=(SAMPLED_PAIRS, len(TOPS)))
    return sample[chance.integers(0, len(sample), size=SAMPLED_PAIRS)]


def _prior(side: str, pairs: Ints, weight: float) -> _Answers:
    chance = expert(side).chance(pairs)
    yes = np.repeat([1.0, 0.0], len(pairs))
    each = np.concatenate([chance, 1 - chance]) * (weight / len(pairs))
    return _Answers(np.vstack([pairs, pairs]), yes, each)


def _fitted(side: str, prior: _Answers, real: Sequence[tuple[tuple[int, ...], bool]]) -> Side:
    codes = np.array([row for row, _ in real], dtype=np.int64).reshape(-1, len(TOPS))
    answers = _Answers(
        np.vstack([prior.codes, codes]),
        np.concatenate([prior.yes, [float(answer) for _, answer in real]]),
        np.concatenate([prior.weight, np.ones(len(real))]),
    )
    wished = np.array(slopes(side))
    used = np.flatnonzero(wished)
    model = LogisticRegression(C=SOFTNESS, tol=1e-8, max_iter=1000)
    with threadpool_limits(1):  # a second thread would only wait: it is a matter of fifteen numbers
        model.fit(answers.codes[:, used], answers.yes, sample_weight=answers.weight)
    found = np.zeros(len(wished))
    found[used] = model.coef_[0]
    return _checked(float(model.intercept_[0]), found, wished, answers)


def _checked(intercept: float, found: Floats, wished: Floats, answers: _Answers) -> Side:
    """A slope against the expert's sign is an accident of few data: the expert's stands there,
    and the intercept moves so that the mean chance is again the share of yes."""
    against = found * wished < 0
    if not against.any():
        return Side.linear(intercept, found)
    kept = np.where(against, wished, found)
    points = answers.codes @ kept

    def surplus(level: float) -> float:
        chance = 1 / (1 + np.exp(-(level + points)))
        return float(((chance - answers.yes) * answers.weight).sum())

    return Side.linear(brentq(surplus, -LARGEST, LARGEST), kept)
