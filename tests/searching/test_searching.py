from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from employers.models import Employer, Post
from jobplaneten.accounts.models import User
from jobplaneten.searching.near import Wanted, found_by, jobs_near, open_to
from matching.models import Hiding
from tests.factories import NOW, EmployerFactory, PostFactory
from youth.models import Youth, YouthStatus

pytestmark = pytest.mark.django_db
SignIn = Callable[[User], Client]
TODAY = NOW.date()


def titles(youth: Youth, **wanted: Any) -> list[str]:
    jobs = jobs_near(youth, TODAY, open_to(youth, TODAY))
    return [each.post.title for each in found_by(Wanted(**wanted), jobs, youth)]


def test_a_youth_finds_open_jobs_with_the_way_and_never_the_name_of_the_adult(
    amina: Youth, post: Post, as_user: SignIn
) -> None:
    Post.objects.update(adult_on_site="Birgit Friis")
    client = as_user(amina.user)
    assert "/job-naer-dig/" in client.get("/").text
    page = client.get("/job-naer-dig/").text
    assert post.title in page
    assert "min. " in page
    own = client.get(f"/job-naer-dig/{post.pk}/").text
    assert "Jeg vil gerne" in own
    assert "Birgit" not in own


@pytest.mark.parametrize(
    "change",
    [
        {"status": "draft"},
        {"status": "filled"},
        {"seats_taken": 1, "seats": 1},
        {"ends_on": TODAY},
    ],
)
def test_what_is_not_to_be_had_is_not_there(amina: Youth, post: Post, as_user: SignIn, change: dict[str, Any]) -> None:
    Post.objects.update(**change)
    client = as_user(amina.user)
    assert post.title not in client.get("/job-naer-dig/?alt=on").text
    assert client.get(f"/job-naer-dig/{post.pk}/").status_code == 404


@pytest.mark.parametrize(
    "change", [{"paused_until": TODAY}, {"status": "suspended"}, {"vetted_until": TODAY - timedelta(days=400)}]
)
def test_a_workplace_that_is_paused_or_shut_out_is_not_there(
    amina: Youth, post: Post, as_user: SignIn, change: dict[str, Any]
) -> None:
    if change.get("status") == "suspended":
        change["status_reason"] = "Lukket"
    Employer.objects.update(**change)
    assert as_user(amina.user).get(f"/job-naer-dig/{post.pk}/").status_code == 404


def test_a_workplace_that_the_youth_has_chosen_away_is_not_there(amina: Youth, post: Post, employer: Employer) -> None:
    assert titles(amina) == [post.title]
    Hiding.objects.create(youth=amina, employer=employer, by=amina.user, at=NOW)
    assert titles(amina) == []


def test_what_the_law_the_age_or_the_step_forbids_comes_only_when_asked_for_and_says_why(
    amina: Youth, post: Post, employer: Employer, as_user: SignIn
) -> None:
    PostFactory(employer=employer, title="Om natten").shifts.update(starts=22 * 60, ends=23 * 60 + 30)
    PostFactory(employer=employer, title="Fra 16", age_from=16)
    PostFactory(employer=employer, title="Trin tre", step_from=3, step_to=3)
    assert titles(amina) == [post.title]
    assert titles(amina, also_not_yet=True) == [post.title, "Trin tre", "Fra 16", "Om natten"]
    page = as_user(amina.user).get("/job-naer-dig/?alt=on").text
    for words in ("Det må du ikke endnu, siger loven", "Fra du er 16 år", "Det er til trin 3"):
        assert words in page
    night = Post.objects.get(title="Om natten")
    own = as_user(amina.user).get(f"/job-naer-dig/{night.pk}/").text
    assert "Hvad siger loven?" in own
    assert "Jeg vil gerne" not in own


def test_kind_week_and_way_narrow_the_list(amina: Youth, post: Post, employer: Employer) -> None:
    weekend = PostFactory(employer=employer, title="Søndag", category="museum")
    weekend.shifts.update(weekday=6)
    far = PostFactory(employer=EmployerFactory(), title="Langt væk", latitude=57.0, longitude=9.9)
    nowhere = PostFactory(employer=employer, title="Et sted", latitude=None, longitude=None)
    assert titles(amina, category="museum") == [weekend.title]
    assert titles(amina, when="weekend") == [weekend.title]
    assert weekend.title not in titles(amina, when="hverdage")
    assert not {far.title, nowhere.title} & set(titles(amina, minutes=45))
    assert titles(amina)[-1] == nowhere.title
    amina.free_times.all().delete()
    assert titles(amina, when="mine") == []


def test_who_waits_at_the_door_and_everybody_else_find_no_search(amina: Youth, bo: User, as_user: SignIn) -> None:
    assert as_user(bo).get("/job-naer-dig/").status_code == 404
    Youth.objects.update(status=YouthStatus.WAITING)
    assert as_user(amina.user).get("/job-naer-dig/").status_code == 404


def test_the_list_asks_as_many_questions_for_ten_jobs_as_for_one(
    amina: Youth, post: Post, employer: Employer, as_user: SignIn
) -> None:
    client = as_user(amina.user)
    client.get("/job-naer-dig/")
    with CaptureQueriesContext(connection) as few:
        client.get("/job-naer-dig/")
    for _n in range(9):
        PostFactory(employer=employer)
    with CaptureQueriesContext(connection) as many:
        client.get("/job-naer-dig/")
    assert len(many) == len(few)


def test_nonsense_in_the_address_searches_for_everything(amina: Youth, post: Post, as_user: SignIn) -> None:
    page = as_user(amina.user).get("/job-naer-dig/?slags=xx&langt=abc&tid=%00&page=99")
    assert (page.status_code, post.title in page.text) == (200, True)
