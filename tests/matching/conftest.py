from collections.abc import Callable, Iterator
from datetime import datetime, timedelta
from typing import Any

import pytest

from matching import house_scorer
from matching.engine.scoring import fit_prior
from matching.engine.weights import Scorer
from tests.factories import NOW, AreaFactory, FreeTimeFactory, PostFactory, UserFactory, YouthFactory, YouthSkillFactory
from youth.models import Youth


@pytest.fixture(scope="session")
def fitted_once() -> Scorer:
    return fit_prior(1)


@pytest.fixture(autouse=True)
def a_first_model(monkeypatch: pytest.MonkeyPatch, fitted_once: Scorer) -> None:
    """The first night of each test fits a model; the same one for all of them."""
    monkeypatch.setattr(house_scorer, "fit_prior", lambda seed: fitted_once)


@pytest.fixture(autouse=True)
def today(time_machine: Any) -> None:
    """Pages read the clock themselves: it stands where the story is."""
    time_machine.move_to(NOW)


@pytest.fixture
def clock(now: datetime) -> Callable[[], datetime]:
    """Goes on by a second each time somebody looks at it."""

    def ticks() -> Iterator[datetime]:
        at = now
        while True:
            yield at
            at += timedelta(seconds=1)

    ticking = ticks()
    return lambda: next(ticking)


def settle(youths: int, posts: int) -> list[Youth]:
    """A small town: youths who are free on Tuesdays, and lawful jobs on Tuesdays with room for two each."""
    area = AreaFactory()
    mentor = UserFactory(areas=[area])
    people = YouthFactory.create_batch(youths, area=area, mentor=mentor, guardian_says_yes=True)
    for number, youth in enumerate(people):
        FreeTimeFactory(youth=youth)
        YouthSkillFactory(youth=youth, level=number % 3 + 1)
    PostFactory.create_batch(posts, seats=2)
    return people


@pytest.fixture
def town(db: None) -> list[Youth]:
    return settle(youths=6, posts=4)
