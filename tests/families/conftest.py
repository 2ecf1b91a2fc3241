import pytest

from employers.models import EmployerContact
from jobplaneten.accounts.models import Role, User
from jobplaneten.families.models import Guardian, Guardianship
from jobplaneten.placements.actions import begin
from jobplaneten.placements.models import Placement
from tests.factories import NOW, PostFactory, UserFactory
from youth.models import Youth


def guardian_of(youth: Youth, *, known_by: User | None, relation: str = "mother", language: str = "da") -> Guardianship:
    person = UserFactory(role=Role.GUARDIAN, name="Hodan Warsame")
    Guardian.objects.create(user=person, language=language)
    return Guardianship.objects.create(youth=youth, guardian=person, relation=relation, began_at=NOW, known_by=known_by)


@pytest.fixture
def mother(amina: Youth, bo: User) -> Guardianship:
    """Hodan, who answers for Amina; nothing has been said for her on paper."""
    amina.guardian_words.all().delete()
    return guardian_of(amina, known_by=bo)


@pytest.fixture
def job(amina: Youth, elif_: EmployerContact) -> Placement:
    return begin(amina, PostFactory(employer=elif_.employer), first_name="Amina", by=elif_.user, now=NOW)
