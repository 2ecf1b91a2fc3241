"""A model is taken into use by a coordinator's click, and by nothing else."""

from collections.abc import Callable
from datetime import datetime, timedelta

import pytest
from django.test import Client
from django.urls import reverse

from jobplaneten.accounts.models import User
from jobplaneten.trail.models import Entry
from jobplaneten.workflow import MoveRefused
from matching import actions
from matching.engine.scoring import Outcome, fit
from matching.engine.shelf import seal
from matching.house_scorer import scorer_of_the_house
from matching.models import ModelStatus, ModelVersion
from tests.factories import NOW
from tests.matching.factories import RunFactory
from tests.matching.test_at_once import at_once, refusals
from tests.matching.test_training import CODES

FIGURES = {"answers": 40, "latest": 8, "loss": 0.5, "loss_running": 0.625, "loss_expert": 0.75}

SignIn = Callable[[User], Client]


def offered(answers: int = 40) -> ModelVersion:
    """A new model beside the one that runs."""
    scorer_of_the_house(1, NOW)
    new = fit([Outcome(CODES, True)] * answers, 1)
    row = actions.offer(**seal(new)._asdict(), figures=FIGURES, now=NOW)
    assert row is not None
    return row


def in_use() -> ModelVersion:
    return ModelVersion.objects.running().get()


@pytest.mark.django_db
def test_the_page_shows_the_figures_and_the_click_takes_the_new_model_into_use(dorte: User, as_user: SignIn) -> None:
    new, client = offered(), as_user(dorte)
    page = client.get(reverse("matching:runs")).content.decode()
    assert "Tag den nye model i brug" in page
    assert "Gå tilbage" not in page
    assert all(figure in page for figure in ("0,500", "0,625", "0,750"))
    answer = client.post(reverse("matching:model_put_to_use", args=[new.pk]), follow=True).content.decode()
    assert "Den nye model er i brug fra næste nat." in answer
    assert in_use() == new
    assert scorer_of_the_house(1, NOW).version == new.version
    assert Entry.objects.get(verb="put_to_use").by == dorte


@pytest.mark.django_db
def test_the_one_before_is_a_click_away_and_so_is_the_way_forward_again(dorte: User, as_user: SignIn) -> None:
    new, client = offered(), as_user(dorte)
    first = in_use()
    client.post(reverse("matching:model_put_to_use", args=[new.pk]))
    assert "Gå tilbage til den forrige" in client.get(reverse("matching:runs")).content.decode()
    client.post(reverse("matching:model_go_back", args=[first.pk]))
    assert in_use() == first
    client.post(reverse("matching:model_go_back", args=[new.pk]))
    assert in_use() == new
    assert Entry.objects.filter(verb="go_back", by=dorte).count() == 2


@pytest.mark.django_db
def test_a_click_on_an_old_page_changes_nothing_and_is_told(dorte: User, as_user: SignIn) -> None:
    new, client = offered(), as_user(dorte)
    actions.put_to_use(new, by=dorte, now=NOW)
    answer = client.post(reverse("matching:model_put_to_use", args=[new.pk]), follow=True).content.decode()
    assert "En anden har måske været hurtigere" in answer
    assert in_use() == new


@pytest.mark.django_db
def test_only_what_has_been_in_use_can_be_gone_back_to(dorte: User, now: datetime) -> None:
    passed_over, newer = offered(40), offered(50)
    passed_over.refresh_from_db()
    assert passed_over.status == ModelStatus.RETIRED
    first = in_use()
    for row in (passed_over, newer, first):
        with pytest.raises(MoveRefused):
            actions.go_back(row, by=dorte, now=now)
    assert in_use() == first


@pytest.mark.django_db
def test_going_back_reaches_the_last_one_and_not_further(dorte: User, now: datetime) -> None:
    first = offered(40)
    oldest = in_use()
    actions.put_to_use(first, by=dorte, now=now)
    actions.put_to_use(offered(50), by=dorte, now=now + timedelta(days=7))
    with pytest.raises(MoveRefused):
        actions.go_back(oldest, by=dorte, now=now)
    actions.go_back(first, by=dorte, now=now)
    assert in_use() == first


@pytest.mark.django_db
@pytest.mark.parametrize("who", ["bo", "amina"])
def test_nobody_else_chooses(who: str, request: pytest.FixtureRequest, as_user: SignIn) -> None:
    person = request.getfixturevalue(who)
    new = offered()
    client = as_user(getattr(person, "user", person))
    assert client.post(reverse("matching:model_put_to_use", args=[new.pk])).status_code == 404
    assert in_use() != new


@pytest.mark.django_db
def test_a_night_that_could_not_use_its_model_says_so(dorte: User, as_user: SignIn) -> None:
    run = RunFactory(counts={"model_trouble": "damaged"})
    assert "Modellen var gået i stykker" in as_user(dorte).get(reverse("matching:run", args=[run.pk])).content.decode()
    assert "Der er ingen model i brug" in as_user(dorte).get(reverse("matching:runs")).content.decode()


@pytest.mark.django_db(transaction=True)
def test_of_two_coordinators_who_click_at_once_one_wins_and_one_model_runs(dorte: User, now: datetime) -> None:
    new = offered()
    again = ModelVersion.objects.get(pk=new.pk)
    answers = at_once(
        lambda: actions.put_to_use(new, by=dorte, now=now), lambda: actions.put_to_use(again, by=dorte, now=now)
    )
    assert refusals(answers) == 1
    assert in_use() == new


@pytest.mark.django_db(transaction=True)
def test_two_workers_of_a_new_house_begin_with_the_same_model(now: datetime) -> None:
    one, two = at_once(lambda: scorer_of_the_house(1, now), lambda: scorer_of_the_house(2, now))
    assert one == two
    assert ModelVersion.objects.count() == 1
