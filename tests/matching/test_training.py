import json
from datetime import datetime
from pathlib import Path

import numpy as np
import pytest

from matching.engine import shelf
from matching.engine.features import NAMES
from matching.engine.scoring import Outcome, fit
from matching.engine.weights import Scorer
from matching.house_scorer import scorer_of_the_house
from matching.models import MatchStatus
from matching.training import learn, mean_loss, outcomes, train
from tests.matching.factories import MatchFactory

CODES = tuple(1 for _ in NAMES)
CONTRIBUTIONS = [{"feature": name, "code": 1, "want": 0.0, "take": 0.0} for name in NAMES]


def answers(count: int, *, seed: int, liked: int = NAMES.index("tasks_liked")) -> list[Outcome]:
    """Youths who say yes exactly where one feature is high."""
    rows = np.random.default_rng(seed).integers(0, 2, size=(count, len(NAMES)))
    return [Outcome(tuple(row.tolist()), bool(row[liked]), None) for row in rows]


def test_an_empty_shelf_gets_a_model_fitted_to_the_experts_prior(a_shelf_of_its_own: Path) -> None:
    a_shelf_of_its_own.unlink()
    scorer, version = scorer_of_the_house(seed=3)
    assert scorer.origin == "prior"
    assert scorer.made_with.startswith("scikit-learn")
    assert scorer_of_the_house(seed=3)[1] == version
    assert a_shelf_of_its_own.exists()


def test_a_model_that_was_tampered_with_is_not_believed_and_not_overwritten(a_shelf_of_its_own: Path) -> None:
    page = json.loads(a_shelf_of_its_own.read_text())
    page["scorer"]["want"]["intercept"] = 9.0
    a_shelf_of_its_own.write_text(json.dumps(page))
    scorer, _version = scorer_of_the_house(seed=1)
    assert scorer == Scorer.written()
    assert json.loads(a_shelf_of_its_own.read_text()) == page


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
    assert (lesson.in_use, lesson.why, kept) == (False, "too few answers", old)


def test_a_model_that_is_better_on_the_latest_answers_is_taken_into_use() -> None:
    said = answers(200, seed=2)
    lesson, new = learn(said, Scorer.written(), 1)
    assert lesson.in_use
    assert lesson.loss is not None
    assert lesson.loss_before is not None
    assert lesson.loss < lesson.loss_before
    assert new.outcomes == 200
    assert mean_loss(new, answers(100, seed=5)) < mean_loss(Scorer.written(), answers(100, seed=5))


def test_the_old_model_stays_when_the_new_one_is_worse_on_the_latest() -> None:
    """Tastes turned round just before the examination: what was learnt before no longer holds."""
    turned = [Outcome(answer.codes, not answer.wanted) for answer in answers(60, seed=4)]
    old = fit(turned, 1, prior_weight=1)
    lesson, kept = learn([*answers(200, seed=3), *turned[:50]], old, 1)
    assert (lesson.in_use, lesson.why) == (False, "worse on the latest")
    assert kept is old


def test_nothing_is_learnt_twice() -> None:
    said = answers(100, seed=2)
    _lesson, new = learn(said, Scorer.written(), 1)
    assert learn(said, new, 1)[0].why == "nothing new"


@pytest.mark.django_db
def test_each_training_is_written_down(a_shelf_of_its_own: Path, now: datetime) -> None:
    before = a_shelf_of_its_own.read_text()
    train(now)
    lesson = json.loads((a_shelf_of_its_own.parent / "history.jsonl").read_text())
    assert lesson["why"] == "too few answers"
    assert a_shelf_of_its_own.read_text() == before
    assert shelf.load(a_shelf_of_its_own).trouble == ""
