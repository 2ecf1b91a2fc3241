import subprocess
from collections.abc import Generator, Iterator
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest
from django.db import connections
from django.test import Client
from django.utils import timezone
from hypothesis import settings
from pytest_django.plugin import blocking_manager_key
from xdist.scheduler import LoadScopeScheduling

from employers.models import EmployerContact
from jobplaneten.accounts.entering import PROVEN, SEEN
from jobplaneten.accounts.models import Area, Role, User
from tests.factories import NOW, AreaFactory, EmployerContactFactory, UserFactory, YouthFactory
from tests.worker.conftest import worker_running
from youth.models import Youth

# A slow machine is not a wrong answer, and what was green is green again: new examples are for `make proofs`.
settings.register_profile("house", deadline=None, max_examples=30, derandomize=True)
settings.register_profile("thorough", deadline=None, max_examples=20_000)
settings.load_profile("house")

# What these start (a town, a worker, a browser) is shared by the tests of a file or folder, and takes longest.
TOGETHER = ("tests/demo/", "tests/worker/", "tests/journeys/")
WITH_WORKER = ("tests/worker/", "tests/journeys/test_from_wish_to_first_day.py")
LONGEST = (
    "tests/demo/",
    "tests/journeys/test_every_page.py",
    "tests/journeys/test_from_wish_to_first_day.py",
    "tests/worker/",
    "tests/journeys/",
    "tests/house/test_doors.py",
    "tests/api/test_doors.py",
)


class LongestFirst(LoadScopeScheduling):
    """What shares something dear stays with one worker; every other test goes where there is room."""

    def __init__(self, config: pytest.Config, log: Any = None) -> None:
        super().__init__(config, log)
        config.option.loadscopereorder = False

    def _split_scope(self, nodeid: str) -> str:
        if nodeid.startswith(WITH_WORKER):
            return "with a worker"
        return nodeid.partition("::")[0] if nodeid.startswith(TOGETHER) else nodeid


def pytest_xdist_make_scheduler(config: pytest.Config, log: object) -> LongestFirst:
    return LongestFirst(config, log)


def place_in_the_queue(item: pytest.Item) -> int:
    """A long test that began last would leave the other workers with nothing to do."""
    return next((place for place, start in enumerate(LONGEST) if item.nodeid.startswith(start)), len(LONGEST))


MIGRATIONS_WROTE = "_test_serialized_contents"
COMMITTING_FIXTURES = {"transactional_db", "live_server"}


def commits(item: pytest.Item) -> bool:
    marker = item.get_closest_marker("django_db")
    says_so = marker is not None and marker.kwargs.get("transaction", False)
    return says_so or bool(COMMITTING_FIXTURES & set(getattr(item, "fixturenames", ())))


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """The longest first. What the migrations wrote is kept at hand only when a test asks for it."""
    items.sort(key=place_in_the_queue)
    for item in filter(commits, items):
        item.add_marker(pytest.mark.django_db(transaction=True, serialized_rollback=True), append=False)


@pytest.hookimpl(wrapper=True)
def pytest_runtest_teardown(item: pytest.Item, nextitem: pytest.Item | None) -> Generator[None, None, None]:
    """After a test that commits every table is emptied; whichever is next finds the steps and areas again."""
    yield
    written = vars(connections["default"]).get(MIGRATIONS_WROTE)
    if nextitem and written and commits(item):
        with item.config.stash[blocking_manager_key].unblock():
            connections["default"].creation.deserialize_db_from_string(written)


@pytest.fixture(scope="session")
def worker_coming_up(
    django_db_setup: None, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[tuple[subprocess.Popen[bytes], Path]]:
    """One for all who ask. It takes seconds; until it is up, what it is to do waits in Redis."""
    log = tmp_path_factory.mktemp("worker") / "worker.log"
    with worker_running(log) as process:
        yield process, log


@pytest.fixture(autouse=True)
def second_factor_given(monkeypatch: pytest.MonkeyPatch) -> None:
    """Whoever a test signs in has given whatever the door asks for; what it asks is tested in tests/accounts."""
    force_login = Client.force_login

    def force_in(client: Client, user: Any, backend: str | None = None) -> None:
        force_login(client, user, backend)
        session = client.session
        session[PROVEN] = session[SEEN] = timezone.now().timestamp()
        session.save()

    monkeypatch.setattr(Client, "force_login", force_in)


@pytest.fixture
def now() -> datetime:
    return NOW


@pytest.fixture
def area(db: None) -> Area:
    return AreaFactory()


@pytest.fixture
def bo(area: Area) -> User:
    """The mentor."""
    return UserFactory(role=Role.MENTOR, name="Bo", areas=[area])


@pytest.fixture
def amina(area: Area, bo: User) -> Youth:
    """The youth, 14, inside, with Bo as her mentor and a mother who has said yes."""
    return YouthFactory(area=area, mentor=bo, guardian_says_yes=True)


@pytest.fixture
def dorte(area: Area) -> User:
    """The coordinator of the area."""
    return UserFactory(role=Role.COORDINATOR, name="Dorte", areas=[area])


@pytest.fixture
def elif_(db: None) -> EmployerContact:
    """The shopkeeper, vetted."""
    return EmployerContactFactory()


@pytest.fixture
def carla(db: None) -> User:
    """A mentor of another area, who must see nothing."""
    return UserFactory(role=Role.MENTOR, name="Carla", areas=[AreaFactory(name="En helt anden by")])


@pytest.fixture
def as_user(client: Client):
    """The test client, signed in as whoever is asked for."""

    def sign_in(user: User) -> Client:
        client.force_login(user)
        return client

    return sign_in
