import pytest

from jobplaneten.accounts.models import Role, User
from tests.factories import AreaFactory, UserFactory


@pytest.fixture
def far_(db: None) -> User:
    """The coordinator of another area."""
    return UserFactory(role=Role.COORDINATOR, name="Fie", areas=[AreaFactory(name="Et sted langt væk")])
