import pytest

from employers.models import EmployerContact, Post
from jobplaneten.placements.actions import begin
from jobplaneten.placements.models import Paper, PaperTick, Placement
from tests.factories import NOW, PostFactory
from youth.models import Youth


@pytest.fixture
def post(elif_: EmployerContact) -> Post:
    return PostFactory(employer=elif_.employer)


@pytest.fixture
def job(amina: Youth, post: Post, elif_: EmployerContact) -> Placement:
    """Amina at Elif's, with the papers still open."""
    return begin(amina, post, first_name="Amina", by=elif_.user, now=NOW)


def tick_all(job: Placement, *, by) -> Placement:
    PaperTick.objects.bulk_create(PaperTick(placement=job, paper=paper, by=by, at=NOW) for paper in Paper)
    return job


@pytest.fixture
def ready(job: Placement, bo) -> Placement:
    return tick_all(job, by=bo)
