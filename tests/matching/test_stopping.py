"""One switch stops all matching."""

from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from jobplaneten.accounts.models import User
from jobplaneten.trail.models import Entry
from matching import actions
from matching.models import Match, MatchStatus, MatchStop, NightRecord, Run, RunStatus
from matching.nightly import carry, look, request_preview, write
from tests.factories import TODAY
from tests.matching.test_nightly import night_of
from youth.models import Youth

pytestmark = pytest.mark.django_db

Clock = Callable[[], datetime]
SignIn = Callable[[User], Client]
WHY = "Vi undersøger en fejl i reglerne."


def stopped(by: User, now: datetime) -> MatchStop:
    return actions.stop_matching(reason=WHY, by=by, now=now)


def test_a_stopped_night_is_not_run_and_says_so(
    town: list[Youth], dorte: User, clock: Clock, now: datetime, as_user: SignIn
) -> None:
    stopped(dorte, now)
    run, _made = actions.request_night(TODAY, by=None, now=now)
    assert look(clock, "worker") is None
    run.refresh_from_db()
    assert run.status == RunStatus.STOPPED
    assert not Match.objects.exists()
    page = as_user(dorte).get(reverse("matching:run", args=[run.pk])).content.decode()
    assert "Standset" in page
    assert "En koordinator havde standset al matchning." in page


def test_a_night_that_was_asked_for_before_the_stop_is_not_run_either(
    town: list[Youth], dorte: User, clock: Clock, now: datetime
) -> None:
    run, _made = actions.request_night(TODAY, by=None, now=now)
    stopped(dorte, now)
    look(clock, "worker")
    run.refresh_from_db()
    assert run.status == RunStatus.STOPPED
    assert not Match.objects.exists()


def test_a_night_under_way_ends_after_its_chunk_and_goes_on_from_there(
    town: list[Youth], dorte: User, clock: Clock, now: datetime, monkeypatch: pytest.MonkeyPatch
) -> None:
    undisturbed_write = write.write_chunk

    def write_and_stop(*args: Any) -> None:
        undisturbed_write(*args)
        stopped(dorte, now)

    monkeypatch.setattr(carry, "write_chunk", write_and_stop)
    run = night_of(clock, chunk=2)
    assert (run.status, run.cursor) == (RunStatus.STOPPED, 2)
    assert not NightRecord.objects.exists()
    monkeypatch.setattr(carry, "write_chunk", undisturbed_write)
    actions.resume_matching(by=dorte, now=now)
    assert actions.start_run(by=dorte, now=now) == run
    look(clock, "worker")
    run.refresh_from_db()
    assert (run.status, run.cursor) == (RunStatus.DONE, 6)


def test_while_it_is_off_the_button_for_tonight_starts_nothing(
    town: list[Youth], dorte: User, clock: Clock, now: datetime, as_user: SignIn
) -> None:
    stopped(dorte, now)
    answer = as_user(dorte).post(reverse("matching:run_start"), follow=True)
    assert "Slå den til igen først." in answer.content.decode()
    as_user(dorte).post(reverse("matching:run_start"))
    assert look(clock, "worker") is None
    assert [run.status for run in Run.objects.all()] == [RunStatus.STOPPED]


def test_a_preview_and_what_was_proposed_before_are_not_stopped(
    town: list[Youth], dorte: User, clock: Clock, now: datetime
) -> None:
    night_of(clock)
    stopped(dorte, now)
    match = Match.objects.earliest("pk")
    actions.approve(match, line="", by=match.youth.mentor, now=now)
    request_preview(TODAY + timedelta(days=1), by=dorte, now=now)
    preview = look(clock, "worker")
    assert preview is not None
    assert preview.status == RunStatus.DONE
    match.refresh_from_db()
    assert match.status == MatchStatus.OFFERED


def test_the_switch_asks_for_a_reason_and_a_tick(dorte: User, as_user: SignIn) -> None:
    client, url = as_user(dorte), reverse("matching:match_stop")
    for given in ({}, {"reason": WHY}, {"is_meant": "on"}):
        assert client.post(url, given).status_code == 200
    assert not MatchStop.objects.exists()
    assert client.post(url, {"reason": WHY, "is_meant": "on"}).status_code == 302
    assert MatchStop.objects.on().get().reason == WHY


def test_the_stop_stands_on_the_pages_of_mentors_and_coordinators_and_of_nobody_else(
    amina: Youth, bo: User, carla: User, dorte: User, elif_: Any, now: datetime, as_user: SignIn
) -> None:
    stopped(dorte, now)
    for person, sees in ((bo, True), (carla, True), (dorte, True), (amina.user, False), (elif_.user, False)):
        page = as_user(person).get("/").content.decode()
        assert (WHY in page) is sees, person.role
    actions.resume_matching(by=dorte, now=now)
    assert WHY not in as_user(bo).get("/").content.decode()


def test_only_coordinators_find_the_switch(
    amina: Youth, bo: User, dorte: User, elif_: Any, now: datetime, as_user: SignIn
) -> None:
    for person in (bo, amina.user, elif_.user):
        client = as_user(person)
        assert client.get(reverse("matching:match_stop")).status_code == 404
        given = {"reason": WHY, "is_meant": "on"}
        assert client.post(reverse("matching:match_stop"), given).status_code == 404
    assert not MatchStop.objects.exists()
    stopped(dorte, now)
    assert as_user(bo).post(reverse("matching:match_resume")).status_code == 404
    assert MatchStop.objects.on().exists()


def test_stopping_and_starting_stand_in_the_trail_once_however_often_they_are_pressed(
    dorte: User, now: datetime
) -> None:
    assert stopped(dorte, now) == stopped(dorte, now)
    assert actions.resume_matching(by=dorte, now=now)
    assert not actions.resume_matching(by=dorte, now=now)
    verbs = list(Entry.objects.filter(kind="matchstop").order_by("pk").values_list("verb", "by"))
    assert verbs == [("stop_matching", dorte.pk), ("resume_matching", dorte.pk)]


def test_after_a_stop_the_next_night_runs_by_itself(
    town: list[Youth], dorte: User, clock: Clock, now: datetime
) -> None:
    stopped(dorte, now)
    actions.request_night(TODAY, by=None, now=now)
    actions.resume_matching(by=dorte, now=now)
    actions.request_night(TODAY + timedelta(days=1), by=None, now=now)
    run = look(clock, "worker")
    assert run is not None
    assert (run.day, run.status) == (TODAY + timedelta(days=1), RunStatus.DONE)
