"""Lists: the same number of queries for two rows and for twenty, pages, and filters that say what they mean."""

from collections.abc import Callable
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from employers.models import EmployerContact, PostStatus
from jobplaneten.accounts.models import Role, User
from jobplaneten.placements.models import Placement
from matching.models import MatchStatus
from tests.api.conftest import Call
from tests.factories import (
    NOTHING_MISSING,
    NOW,
    EmployerFactory,
    FreeTimeFactory,
    PostFactory,
    YouthFactory,
    YouthSkillFactory,
)
from tests.matching.factories import CardFactory, MatchFactory, RunFactory
from youth.actions import advance
from youth.models import Youth, YouthStatus

pytestmark = pytest.mark.django_db

Grow = Callable[[User, EmployerContact], Any]


def one_youth(bo: User, elif_: EmployerContact) -> Youth:
    youth = YouthFactory(area=bo.areas.get(), mentor=bo, guardian_says_yes=True)
    YouthSkillFactory(youth=youth)
    FreeTimeFactory(youth=youth)
    advance(youth, to_step=2, evidence="Set", reason="Godt", by=bo, now=NOW, grounds=NOTHING_MISSING)
    return youth


def one_card(bo: User, elif_: EmployerContact) -> None:
    match = one_match(bo, elif_, MatchStatus.RELEASED)
    CardFactory(match=match)


def one_match(bo: User, elif_: EmployerContact, status: MatchStatus = MatchStatus.PROPOSED) -> Any:
    post = PostFactory(employer=elif_.employer)
    return MatchFactory(youth=one_youth(bo, elif_), post=post, status=status)


def one_placement(bo: User, elif_: EmployerContact) -> None:
    post = PostFactory(employer=elif_.employer)
    Placement.objects.create(youth=one_youth(bo, elif_), post=post, agreed_at=NOW, first_name="Amina")


LISTS: dict[str, tuple[Grow, tuple[Role, ...]]] = {
    "youths": (one_youth, (Role.MENTOR, Role.COORDINATOR)),
    "wishes": (one_youth, (Role.MENTOR, Role.COORDINATOR)),
    "employers": (lambda bo, elif_: EmployerFactory(), (Role.MENTOR, Role.COORDINATOR)),
    "posts": (lambda bo, elif_: PostFactory(employer=elif_.employer), (Role.MENTOR, Role.COORDINATOR, Role.EMPLOYER)),
    "matches": (one_match, (Role.MENTOR, Role.COORDINATOR)),
    "candidates": (one_card, (Role.EMPLOYER,)),
    "placements": (one_placement, (Role.MENTOR, Role.COORDINATOR, Role.EMPLOYER)),
}


def queries(client: Any, url: str) -> tuple[int, int]:
    with CaptureQueriesContext(connection) as asked:
        answer = client.get(url)
    return len(asked), answer.json()["count"]


@pytest.mark.parametrize(("name", "role"), [(name, role) for name, (_one, roles) in LISTS.items() for role in roles])
def test_a_longer_list_asks_no_more(
    name: str, role: Role, bo: User, dorte: User, elif_: EmployerContact, api: Call
) -> None:
    grow, client = LISTS[name][0], api({Role.MENTOR: bo, Role.COORDINATOR: dorte, Role.EMPLOYER: elif_.user}[role])
    for _number in range(2):
        grow(bo, elif_)
    asked, few = queries(client, f"/api/v1/{name}/")
    for _number in range(18):
        grow(bo, elif_)
    assert queries(client, f"/api/v1/{name}/") == (asked, few + 18)


def test_a_youth_s_offers_ask_no_more_when_there_are_more(amina: Youth, api: Call) -> None:
    MatchFactory.create_batch(2, youth=amina, status=MatchStatus.OFFERED)
    asked, _count = queries(api(amina.user), "/api/v1/matches/")
    MatchFactory.create_batch(18, youth=amina, status=MatchStatus.OFFERED)
    assert queries(api(amina.user), "/api/v1/matches/") == (asked, 20)


def test_nobody_gets_more_than_a_hundred_at_once(dorte: User, api: Call) -> None:
    EmployerFactory.create_batch(101)
    answer = api(dorte).get("/api/v1/employers/?limit=1000").json()
    assert answer["count"] == 101
    assert len(answer["results"]) == 100
    rest = api(dorte).get(answer["next"]).json()["results"]
    assert len(rest) == 1
    assert rest[0]["id"] not in {row["id"] for row in answer["results"]}


def found(client: Any, url: str) -> set[int]:
    answer = client.get(f"/api/v1/{url}")
    assert answer.status_code == 200, answer.content
    return {row["id"] for row in answer.json()["results"]}


def test_youths_are_found_by_status_step_and_area(amina: Youth, bo: User, dorte: User, api: Call) -> None:
    paused = YouthFactory(area=amina.area, mentor=bo, is_paused=True, step=3)
    waiting = YouthFactory(area=amina.area, is_waiting=True)
    assert found(api(bo), "youths/?status=paused") == {paused.pk}
    assert found(api(bo), f"youths/?status={YouthStatus.WAITING}") == {waiting.pk}
    assert found(api(dorte), "youths/?step=3") == {paused.pk}
    assert found(api(dorte), f"youths/?area={amina.area_id}") == {amina.pk, paused.pk, waiting.pk}


def test_wishes_are_found_by_dream_and_by_being_done(amina: Youth, bo: User, api: Call) -> None:
    unfinished = YouthFactory(area=amina.area, mentor=bo, profile_done_at=None, waiting_since=None, dream_field="it")
    assert found(api(bo), "wishes/?is_done=true") == {amina.pk}
    assert found(api(bo), "wishes/?is_done=false") == {unfinished.pk}
    assert found(api(bo), "wishes/?dream_field=it") == {unfinished.pk}


def test_posts_and_employers_are_found_by_words_and_status(elif_: EmployerContact, dorte: User, api: Call) -> None:
    bakery = PostFactory(employer=elif_.employer, title="Hjælp i bageriet", is_draft=True)
    shop = PostFactory(employer=elif_.employer)
    applied = EmployerFactory(is_applied=True, name="Cykelværkstedet")
    assert found(api(dorte), "posts/?title=bageri") == {bakery.pk}
    assert found(api(dorte), f"posts/?status={PostStatus.OPEN}") == {shop.pk}
    assert found(api(dorte), "employers/?status=applied") == {applied.pk}
    assert found(api(dorte), "employers/?name=cykel") == {applied.pk}


def test_matches_cards_and_jobs_are_found_by_what_they_are_about(
    amina: Youth, bo: User, dorte: User, elif_: EmployerContact, api: Call
) -> None:
    shop, cafe = PostFactory(employer=elif_.employer), PostFactory(employer=elif_.employer)
    held = MatchFactory(youth=amina, post=shop, status=MatchStatus.HELD)
    released = MatchFactory(youth=amina, post=cafe, status=MatchStatus.RELEASED)
    card = CardFactory(match=released)
    job = Placement.objects.create(youth=amina, post=shop, agreed_at=NOW, first_name="Amina")
    day, mentor, employer = held.run.day, api(bo), api(elif_.user)
    assert found(mentor, "matches/?status=held") == {held.pk}
    assert found(mentor, f"matches/?youth={amina.pk}&post={cafe.pk}") == {released.pk}
    assert found(mentor, f"matches/?day={day}") == {held.pk, released.pk}
    assert found(mentor, "matches/?day=2020-01-01") == set()
    assert found(employer, f"candidates/?post={cafe.pk}") == {card.pk}
    assert found(employer, f"candidates/?post={shop.pk}") == set()
    assert found(employer, f"placements/?post={shop.pk}&status=papers") == {job.pk}
    assert found(mentor, "placements/?status=ended") == set()


def test_runs_are_found_by_kind_status_and_day(dorte: User, api: Call) -> None:
    night, preview = RunFactory(), RunFactory(kind="preview")
    assert found(api(dorte), "runs/?kind=preview") == {preview.pk}
    assert found(api(dorte), f"runs/?kind=night&status=done&day={night.day}") == {night.pk}
    assert found(api(dorte), "runs/?day=2020-01-01") == set()


def test_a_filter_that_makes_no_sense_is_told_in_danish(bo: User, api: Call) -> None:
    answer = api(bo).get("/api/v1/matches/?status=nonsense")
    assert answer.status_code == 400
    assert answer.json() == {"status": ["Vælg et af svarene på listen."]}
