from datetime import datetime
from typing import Any

import numpy as np
import pytest

from jobplaneten.accounts.models import User
from jobplaneten.messaging.models import Message
from matching.engine.features import NAMES
from matching.engine.scoring import Outcome, fit
from matching.engine.shelf import digest, seal, unseal
from matching.engine.weights import Scorer
from matching.house_scorer import scorer_of_the_house
from matching.models import MatchStatus, ModelStatus, ModelVersion
from matching.nightly import look, request_night
from matching.training import learn, mean_loss, outcomes, train
from tests.factories import TODAY
from tests.matching.factories import MatchFactory
from youth.models import Youth

CODES = tuple(1 for _ in NAMES)
CONTRIBUTIONS = [{"feature": name, "code": 1, "want": 0.0, "take": 0.0} for name in NAMES]


def answers(count: int, *, seed: int, liked: int = NAMES.index("tasks_liked")) -> list[Outcome]:
    """Youths who say yes exactly where one feature is high."""
    rows = np.random.default_rng(seed).integers(0, 2, size=(count, len(NAMES)))
    return [Outcome(tuple(row.tolist()), bool(row[liked]), None) for row in rows]


@pytest.mark.django_db
def test_the_first_night_of_a_house_begins_with_a_model_fitted_to_the_experts_prior(now: datetime) -> None:
    first = scorer_of_the_house(3, now)
    assert first.scorer.made_with.startswith("scikit-learn")
    assert ModelVersion.objects.get().version == first.version
    assert scorer_of_the_house(3, now) == first


def spoil(now: datetime, **changes: Any) -> None:
    scorer_of_the_house(1, now)
    ModelVersion.objects.update(**changes)


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("changes", "trouble"),
    [
        ({"weights": "{}"}, "damaged"),
        ({"weights": "{}", "sha256": digest("{}")}, "old"),
        ({"status": ModelStatus.RETIRED}, "missing"),
    ],
)
def test_a_model_that_is_gone_or_spoilt_is_not_believed_and_the_night_says_so(
    changes: dict[str, Any], trouble: str, town: list[Youth], now: datetime
) -> None:
    spoil(now, **changes)
    request_night(TODAY, by=None, now=now)
    run = look(lambda: now, "worker")
    assert run is not None
    assert (run.status, run.counts["model_trouble"]) == ("done", trouble)
    assert run.counts["model"] == seal(Scorer.written()).version
    assert run.counts["proposed"] > 0
    assert ModelVersion.objects.filter(**changes).exists()


@pytest.mark.django_db
def test_only_decided_matches_are_answers() -> None:
    for status in MatchStatus:
        MatchFactory(status=status, contributions=CONTRIBUTIONS)
    MatchFactory(status=MatchStatus.DECLINED, contributions=[])
    said = {(answer.wanted, answer.taken) for answer in outcomes()}
    assert said == {(False, None), (True, None), (True, False), (True, True)}
    assert len(outcomes()) == 4
    assert outcomes()[0].codes == CODES


def test_few_answers_teach_nothing() -> None:
    old = Scorer.written()
    lesson, kept = learn(answers(10, seed=1), old, 1)
    assert (lesson.is_offered, lesson.why, kept) == (False, "too few answers", old)


def test_a_model_that_is_better_on_the_latest_answers_is_offered_with_its_figures() -> None:
    said = answers(200, seed=2)
    lesson, new = learn(said, fit(said[:40], 1), 1)
    assert lesson.is_offered
    assert (lesson.figures["answers"], lesson.figures["latest"]) == (200, 40)
    assert lesson.figures["loss"] < lesson.figures["loss_running"] < lesson.figures["loss_expert"]
    assert new.outcomes == 200
    assert mean_loss(new, answers(100, seed=5)) < mean_loss(Scorer.written(), answers(100, seed=5))


def test_nothing_is_offered_that_is_worse_on_the_latest() -> None:
    """Tastes turned round just before the examination: what was learnt before no longer holds."""
    turned = [Outcome(answer.codes, not answer.wanted) for answer in answers(60, seed=4)]
    old = fit(turned, 1, prior_weight=1)
    lesson, kept = learn([*answers(200, seed=3), *turned[:50]], old, 1)
    assert (lesson.is_offered, lesson.why) == (False, "worse on the latest")
    assert kept is old


def test_nothing_is_learnt_twice() -> None:
    said = answers(100, seed=2)
    _lesson, new = learn(said, Scorer.written(), 1)
    assert learn(said, new, 1)[0].why == "nothing new"


def said_in_the_ledger(count: int) -> None:
    """Everybody says no, more than the experts thought."""
    MatchFactory.create_batch(count, status=MatchStatus.DECLINED, contributions=CONTRIBUTIONS)


@pytest.mark.django_db
def test_training_offers_and_the_running_model_stays(now: datetime, dorte: User) -> None:
    before = scorer_of_the_house(0, now)
    said_in_the_ledger(40)
    assert train(now).is_offered
    assert scorer_of_the_house(0, now) == before
    offered = ModelVersion.objects.offered().get()
    assert unseal(offered.weights, offered.sha256).scorer.outcomes == offered.figures["answers"] == 40
    assert Message.objects.get(to=dorte).path == "/natten/"


@pytest.mark.django_db
def test_the_same_answers_are_offered_once_and_more_answers_take_the_offers_place(now: datetime) -> None:
    said_in_the_ledger(40)
    train(now)
    assert train(now).why == "nothing new"
    first = ModelVersion.objects.offered().get()
    said_in_the_ledger(10)
    assert train(now).is_offered
    first.refresh_from_db()
    assert (first.status, first.began_at) == (ModelStatus.RETIRED, None)
    assert ModelVersion.objects.offered().get().figures["answers"] == 50


@pytest.mark.django_db
def test_a_training_with_too_few_answers_leaves_everything_as_it_was(now: datetime) -> None:
    assert train(now).why == "too few answers"
    assert not ModelVersion.objects.offered().exists()
