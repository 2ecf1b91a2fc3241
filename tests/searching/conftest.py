import pytest
from time_machine import TimeMachineFixture

from employers.models import Employer, EmployerContact, Post
from tests.factories import NOW, PostFactory


@pytest.fixture(autouse=True)
def that_day(time_machine: TimeMachineFixture) -> None:
    """Pages read the clock themselves: it stands where the story is."""
    time_machine.move_to(NOW)


@pytest.fixture
def employer(elif_: EmployerContact) -> Employer:
    return elif_.employer


@pytest.fixture
def post(employer: Employer) -> Post:
    """A job that Amina may have, on step 1."""
    return PostFactory(employer=employer, title="Hjælp i boghandlen")
