from collections.abc import Callable
from datetime import datetime, timedelta

import pytest
from time_machine import TimeMachineFixture

from employers.models import EmployerContact
from jobplaneten.placements.models import Placement
from jobplaneten.shifts import actions
from jobplaneten.shifts.models import RosterShift
from tests.factories import COPENHAGEN, NOW, TODAY, PostFactory
from tests.placements.conftest import tick_all
from youth.models import Youth

Clock = Callable[..., datetime]


def at(hour: int, minute: int = 0, day: int = 24) -> datetime:
    """24 November 2026 is a Tuesday, the day of the shift: half past three to half past five."""
    return datetime(2026, 11, day, hour, minute, tzinfo=COPENHAGEN)


@pytest.fixture(autouse=True)
def that_day(time_machine: TimeMachineFixture) -> None:
    time_machine.move_to(NOW, tick=False)


def job_of(youth: Youth, employer: EmployerContact, **more: object) -> Placement:
    began = TODAY - timedelta(days=14)
    placement = Placement.objects.create(
        youth=youth,
        post=PostFactory(employer=employer.employer, starts_on=began, **more),
        agreed_at=NOW - timedelta(days=20),
        status="started",
        started_at=NOW - timedelta(days=20),
        first_day_on=began,
        first_name="Amina",
    )
    return tick_all(placement, by=youth.mentor)


@pytest.fixture
def job(amina: Youth, elif_: EmployerContact) -> Placement:
    """Amina, 14, has been at Elif's on Tuesdays for two weeks."""
    return job_of(amina, elif_)


@pytest.fixture
def shift(job: Placement) -> RosterShift:
    """Tomorrow's."""
    actions.mind_shifts(NOW)
    return RosterShift.objects.filter(placement=job).earliest("day")
