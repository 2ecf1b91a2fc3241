import pytest

from employers.models import Employer, EmployerContact, Post
from tests.factories import PostFactory


@pytest.fixture
def employer(elif_: EmployerContact) -> Employer:
    return elif_.employer


@pytest.fixture
def post(employer: Employer) -> Post:
    """A job that Amina may have, on step 1."""
    return PostFactory(employer=employer, title="Hjælp i boghandlen")
