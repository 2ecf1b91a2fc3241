import pytest

from employers.models import EmployerContact, Post
from jobplaneten.placements.actions import begin, tick
from jobplaneten.placements.gates import owed, points_of
from jobplaneten.placements.models import Paper, PaperTick, Placement
from jobplaneten.placements.papers import job_facts
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
    """Every paper ticked, as the job is now."""
    facts = job_facts(Post.objects.select_related("employer").get(pk=job.post_id))
    PaperTick.objects.bulk_create(
        PaperTick(placement=job, paper=paper, point=point, by=by, at=NOW, job_facts=facts)
        for paper in owed(job.youth, NOW.date())
        for point in points_of(paper)
    )
    return job


def tick_each(job: Placement, *, mentor, contact, but: tuple[str, ...] = ()) -> None:
    """Everybody says what is theirs, through the real action."""
    for paper in owed(job.youth, NOW.date()):
        for point in points_of(paper):
            if paper not in but:
                tick(job, paper, point=point, by=contact if paper == Paper.RISK else mentor, now=NOW)


@pytest.fixture
def ready(job: Placement, bo) -> Placement:
    return tick_all(job, by=bo)
