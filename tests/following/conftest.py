from datetime import timedelta

import pytest
from time_machine import TimeMachineFixture

from employers.models import EmployerContact
from jobplaneten.following.models import FollowPoint, FollowUp
from jobplaneten.placements.models import Placement
from tests.factories import NOW, TODAY, PostFactory
from youth.models import Youth


@pytest.fixture(autouse=True)
def that_day(time_machine: TimeMachineFixture) -> None:
    time_machine.move_to(NOW, tick=False)


@pytest.fixture
def job(amina: Youth, elif_: EmployerContact) -> Placement:
    """Amina has been at Elif's for two weeks today."""
    began = TODAY - timedelta(days=14)
    return Placement.objects.create(
        youth=amina,
        post=PostFactory(employer=elif_.employer, starts_on=began),
        agreed_at=NOW - timedelta(days=20),
        status="started",
        started_at=NOW - timedelta(days=20),
        first_day_on=began,
        first_name="Amina",
    )


@pytest.fixture
def row(job: Placement) -> FollowUp:
    asked = {"asks_youth": True, "asks_employer": True, "asks_mentor": True}
    return FollowUp.objects.create(
        placement=job, point=FollowPoint.objects.get(days=14), due_on=TODAY, asked_at=NOW, **asked
    )
