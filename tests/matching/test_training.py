import itertools
from collections.abc import Callable, Iterable
from datetime import date, datetime, timedelta
from typing import Any

import numpy as np
import pytest
from django.test import Client
from django.urls import reverse
from hypothesis import given
from hypothesis import strategies as st

from employers.models import EmployerContact
from jobplaneten.accounts.models import User
from jobplaneten.messaging.models import Message
from jobplaneten.trail.models import Entry
from matching import actions
from matching.engine.features import NAMES
from matching.engine.scoring import Outcome, fit, log_loss
from matching.engine.shelf import digest, seal, unseal
from matching.engine.weights import Scorer
from matching.house_scorer import scorer_of_the_house
from matching.models import MatchStatus, ModelStatus, ModelVersion
from matching.nightly import look, request_night
from matching.training import Answer, answers, learn, split, train
from tests.factories import NOW, TODAY
from tests.matching.factories import MatchFactory, RunFactory
from youth.models import Youth

CODES = tuple(1 for _ in NAMES)
CONTRIBUTIONS = [{"feature": name, "code": 1, "want": 0.0, "take": 0.0} for name in NAMES]


def outcomes(count: int, *, seed: int, liked: int = NAMES.index("tasks_liked")) -> list[Outcome]:
    """Youths who say yes exactly where one feature is high."""
    rows = np.random.default_rng(seed).integers(0, 2, size=(count, len(NAMES)))
    return [Outcome(tuple(row.tolist()), bool(row[liked]), None) for row in rows]


def day_by_day(found: Iterable[Outcome], *, each_day: int = 5, first: date = TODAY) -> list[Answer]:
    """So many proposals each night, answered the same day."""
    days = (first + timedelta(days=number // each_day) for number in itertools.count())
    return [Answer(outcome, day, day) for outcome, day in zip(found, days, strict=False)]


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
def test_only_decided_matches_are_answers_and_they_know_their_days() -> None:
    for status in MatchStatus:
        MatchFactory(status=status, contributions=CONTRIBUTIONS)
    MatchFactory(status=MatchStatus.DECLINED, contributions=[])
    said = {(answer.outcome.wanted, answer.outcome.taken) for answer in answers()}
    assert said == {(False, None), (True, None), (True, False), (True, True)}
    assert len(answers()) == 4
    assert answers()[0] == Answer(Outcome(CODES, False, None), TODAY, TODAY)


def test_few_answers_teach_nothing() -> None:
    old = Scorer.written()
    lesson, kept = learn(day_by_day(outcomes(10, seed=1)), old, 1)
    assert (lesson.is_offered, lesson.why, kept) == (False, "too few answers", old)


def test_answers_to_proposals_of_one_night_cannot_examine_each_other() -> None:
    lesson, _kept = learn(day_by_day(outcomes(60, seed=1), each_day=60), Scorer.written(), 1)
    assert (lesson.is_offered, lesson.why) == (False, "nothing earlier")


def test_a_model_that_is_better_on_the_latest_answers_is_offered_with_its_figures() -> None:
    said = outcomes(200, seed=2)
    lesson, new = learn(day_by_day(said), fit(said[:40], 1), 1)
    assert lesson.is_offered
    assert (lesson.figures["answers"], lesson.figures["latest"]) == (200, 40)
    assert lesson.figures["loss"] < min(lesson.figures["loss_running"], lesson.figures["loss_expert"])
    assert new.outcomes == 200
    assert log_loss(new, outcomes(100, seed=5)) < log_loss(Scorer.written(), outcomes(100, seed=5))


def turned_round(found: Iterable[Outcome]) -> list[Outcome]:
    return [Outcome(each.codes, not each.wanted) for each in found]


def test_nothing_is_offered_that_is_worse_on_the_latest_than_the_running_one() -> None:
    """Tastes turned round just before the examination: what was learnt before no longer holds."""
    latest = turned_round(outcomes(60, seed=4))
    old = fit(latest, 1, prior_weight=1)
    lesson, kept = learn(day_by_day([*outcomes(200, seed=3), *latest[:50]]), old, 1)
    assert (lesson.is_offered, lesson.why) == (False, "worse than the running one")
    assert kept is old


def test_nothing_is_offered_that_is_worse_on_the_latest_than_the_experts() -> None:
    """Also when the running one is worse still."""
    old = fit(outcomes(400, seed=8), 1, prior_weight=1)
    said = [*outcomes(200, seed=3), *turned_round(outcomes(50, seed=4))]
    lesson, kept = learn(day_by_day(said), old, 1)
    assert (lesson.is_offered, lesson.why) == (False, "worse than the experts")
    assert lesson.figures["loss_expert"] < lesson.figures["loss"] <= lesson.figures["loss_running"]
    assert kept is old


@given(st.lists(st.tuples(st.integers(0, 20), st.integers(0, 20)), min_size=5, max_size=40))
def test_no_examination_knows_an_answer_that_came_after_the_proposal(days: list[tuple[int, int]]) -> None:
    said = [
        Answer(Outcome((n,), True), TODAY + timedelta(days=night), TODAY + timedelta(days=night + later))
        for n, (night, later) in enumerate(days)
    ]
    by_code = {answer.outcome.codes: answer for answer in said}
    earlier, latest = ([by_code[each.codes] for each in part] for part in split(said))
    assert len(latest) >= len(said) // 5
    assert all(known.decided_on < asked.proposed_on for known in earlier for asked in latest)


def test_nothing_is_learnt_twice() -> None:
    said = outcomes(100, seed=2)
    _lesson, new = learn(day_by_day(said), Scorer.written(), 1)
    assert learn(day_by_day(said), new, 1)[0].why == "nothing new"


def said_in_the_ledger(count: int, *, since: int = 60) -> None:
    """Everybody says no, more than the experts thought: two each day, from so many days ago."""
    for number in range(count):
        ago = timedelta(days=since - number // 2)
        run = RunFactory(day=TODAY - ago)
        MatchFactory(run=run, status=MatchStatus.DECLINED, contributions=CONTRIBUTIONS, changed_at=NOW - ago)


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
    said_in_the_ledger(10, since=30)
    assert train(now).is_offered
    first.refresh_from_db()
    assert (first.status, first.began_at) == (ModelStatus.RETIRED, None)
    assert ModelVersion.objects.offered().get().figures["answers"] == 50


@pytest.mark.django_db
def test_a_training_with_too_few_answers_leaves_everything_as_it_was(now: datetime) -> None:
    assert train(now).why == "too few answers"
    assert not ModelVersion.objects.offered().exists()


@pytest.mark.django_db
def test_a_model_ships_itself_only_where_a_coordinator_has_let_it(now: datetime, dorte: User) -> None:
    before = scorer_of_the_house(0, now).version
    said_in_the_ledger(40)
    assert actions.let_models_ship(is_let=True, by=dorte, now=now)
    assert not actions.let_models_ship(is_let=True, by=dorte, now=now)
    assert train(now).is_offered
    running = ModelVersion.objects.running().get()
    assert running.version != before
    assert running.figures["loss"] <= min(running.figures["loss_running"], running.figures["loss_expert"])
    assert not ModelVersion.objects.offered().exists()
    assert Message.objects.get(to=dorte).subject == "En ny model har taget sig selv i brug"
    assert list(Entry.objects.filter(kind="modelversion").order_by("pk").values_list("verb", "by"))[-2:] == [
        ("retire", None),
        ("ship", None),
    ]
    assert Entry.objects.get(kind="learningsetting").by_id == dorte.pk


@pytest.mark.django_db
def test_going_back_takes_the_switch_off_so_that_a_person_chooses_next_time(now: datetime, dorte: User) -> None:
    first = scorer_of_the_house(0, now).version
    said_in_the_ledger(40)
    actions.let_models_ship(is_let=True, by=dorte, now=now)
    train(now)
    actions.go_back(ModelVersion.objects.get(version=first), by=dorte, now=now)
    assert scorer_of_the_house(0, now).version == first
    assert not actions.models_ship_themselves()
    said_in_the_ledger(10, since=30)
    assert train(now).is_offered
    assert scorer_of_the_house(0, now).version == first


@pytest.mark.django_db
def test_the_switch_stands_on_the_page_of_the_nights_and_says_why_a_model_runs(
    now: datetime, dorte: User, as_user: Callable[[User], Client]
) -> None:
    said_in_the_ledger(40)
    client = as_user(dorte)
    assert "En ny model venter altid" in client.get("/natten/").content.decode()
    assert client.post(reverse("matching:models_ship")).status_code == 302
    train(now)
    page = client.get("/natten/").content.decode()
    assert "En ny model tager sig selv i brug" in page
    assert "fordi den gættede de nyeste svar" in page
    client.post(reverse("matching:models_wait"))
    assert not actions.models_ship_themselves()


@pytest.mark.django_db
def test_nobody_but_a_coordinator_turns_the_switch(
    amina: Youth, bo: User, carla: User, elif_: EmployerContact, as_user: Callable[[User], Client]
) -> None:
    for person in (amina.user, bo, carla, elif_.user):
        for name in ("models_ship", "models_wait"):
            assert as_user(person).post(reverse(f"matching:{name}")).status_code == 404
    assert not actions.models_ship_themselves()
