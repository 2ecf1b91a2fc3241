"""Asking for nights: by the button, by the clock, and by the one who notices that the clock slept."""

from collections.abc import Callable
from datetime import UTC, date, datetime

import pytest

from jobplaneten.accounts.models import User
from matching import actions
from matching.models import Run
from matching.nightly import local_day, look, request_night
from youth.models import Youth

pytestmark = pytest.mark.django_db

Clock = Callable[[], datetime]


def test_the_button_starts_tonight_then_leaves_it_alone_and_then_tries(
    town: list[Youth], dorte: User, clock: Clock, now: datetime
) -> None:
    night = actions.start_run(by=dorte, now=now)
    assert actions.start_run(by=dorte, now=now) == night
    look(clock, "worker")
    assert actions.start_run(by=dorte, now=now).kind == "preview"


@pytest.mark.parametrize(
    ("moment", "day"),
    [
        (datetime(2026, 3, 28, 23, 30, tzinfo=UTC), date(2026, 3, 29)),
        (datetime(2026, 10, 25, 0, 30, tzinfo=UTC), date(2026, 10, 25)),
        (datetime(2026, 10, 25, 1, 30, tzinfo=UTC), date(2026, 10, 25)),
        (datetime(2028, 2, 28, 23, 30, tzinfo=UTC), date(2028, 2, 29)),
    ],
)
def test_the_date_is_copenhagens_over_clock_changes_and_leap_days(moment: datetime, day: date) -> None:
    assert local_day(moment) == day


def test_the_repeated_hour_in_autumn_asks_for_one_night(db: None) -> None:
    for hour in (0, 1):
        moment = datetime(2026, 10, 25, hour, 30, tzinfo=UTC)
        request_night(local_day(moment), by=None, now=moment)
    assert Run.objects.count() == 1


def test_a_night_that_nobody_asked_for_is_asked_for_at_half_past_three(db: None, now: datetime) -> None:
    early = now.replace(hour=3, minute=29)
    assert actions.request_missed_night(early) is None
    assert actions.request_missed_night(now.replace(hour=3, minute=30)) is not None
    assert actions.request_missed_night(now) is None
    assert Run.objects.count() == 1
