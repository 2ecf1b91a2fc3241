"""Faults that need no process of their own. Others: tests/worker, tests/faults. All of them: docs/operations.md."""

import time
from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest
from django.conf import LazySettings
from django.core.cache import cache
from django.db import Error, connection
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from jobplaneten.accounts import totp
from jobplaneten.accounts.models import User
from jobplaneten.accounts.sealing import unseal
from jobplaneten.cache import RedisOrMemory
from jobplaneten.messaging.models import Message
from matching import actions
from matching.models import Match, MatchStatus, Run, RunStatus, YouthNight
from matching.nightly import carry, local_day, look, request_night, write
from tests.factories import PASSWORD, TODAY, YouthFactory
from tests.matching.conftest import settle
from tests.matching.factories import MatchFactory, forget_nights
from tests.matching.test_nightly import fingerprint, later
from tests.services import free_port
from youth.models import SchoolYear, Youth
from youth.permissions import parents_stop

Clock = Callable[[], datetime]


# ── the database ────────────────────────────────────────────────────────────
@pytest.mark.django_db(transaction=True)
def test_a_night_whose_connection_is_cut_three_times_ends_the_same(
    clock: Clock, monkeypatch: pytest.MonkeyPatch
) -> None:
    settle(youths=6, posts=4)
    request_night(TODAY, by=None, now=clock())
    look(clock, "calm")
    undisturbed = fingerprint()
    Match.objects.all().delete()
    forget_nights()

    cuts = iter([True, True, True])

    def cut_first(*args: Any) -> None:
        if next(cuts, False):
            with connection.cursor() as cursor:
                cursor.execute("SELECT pg_terminate_backend(pg_backend_pid())")
        write.write_chunk(*args)

    monkeypatch.setattr(carry, "write_chunk", cut_first)
    request_night(TODAY, by=None, now=clock())
    for attempt in range(3):
        with pytest.raises(Error):
            look(later(clock, minutes=2 * attempt), "cut", chunk=2)
        connection.close()
    run = look(later(clock, minutes=9), "calm again", chunk=2)
    assert run is not None
    assert run.status == RunStatus.DONE
    assert fingerprint() == undisturbed
    assert YouthNight.objects.filter(run=run).count() == 6


# ── the broker ──────────────────────────────────────────────────────────────
@pytest.fixture
def no_redis(settings: LazySettings, monkeypatch: pytest.MonkeyPatch) -> None:
    """Nobody listens where the bell and the counts should be."""
    settings.REDIS_URL = f"redis://127.0.0.1:{free_port()}/0"
    settings.CACHES = {"default": {"BACKEND": "jobplaneten.cache.RedisOrMemory", "LOCATION": settings.REDIS_URL}}
    monkeypatch.setattr(RedisOrMemory, "is_away_until", 0.0)


@pytest.mark.django_db
def test_pages_answer_while_the_broker_is_down_and_the_notice_waits_in_the_outbox(
    client: Client, no_redis: None
) -> None:
    match = MatchFactory()
    mentor, youth = match.youth.mentor, match.youth
    client.post(reverse("accounts:log_in"), {"login": mentor.login, "password": PASSWORD})
    client.get(reverse("accounts:set_up_second"))
    code = totp.code_at(unseal(client.session["new_secret"]), totp.step_at(timezone.now()))
    client.post(reverse("accounts:set_up_second"), {"code": code})
    assert client.get(reverse("matching:morning")).status_code == 200
    assert client.post(reverse("matching:approve", args=[match.pk]), {"line": ""}).status_code == 302
    match.refresh_from_db()
    assert match.status == MatchStatus.OFFERED
    assert Message.objects.get(to=youth.user).sent_at is None


@pytest.mark.django_db
def test_who_guesses_while_redis_is_down_is_slowed_down_all_the_same(bo: User, client: Client, no_redis: None) -> None:
    cache.clear()
    for _ in range(5):
        page = client.post(reverse("accounts:log_in"), {"login": bo.login, "password": "gættet"})
    client.post(reverse("accounts:log_in"), {"login": bo.login, "password": PASSWORD})
    assert page.status_code == 200
    assert "_auth_user_id" not in client.session


@pytest.mark.django_db
def test_a_coordinator_can_ask_for_a_night_while_the_broker_is_down(
    dorte: User, client: Client, no_redis: None
) -> None:
    client.force_login(dorte)
    assert client.post(reverse("matching:run_start")).status_code == 302
    assert Run.objects.get().status == RunStatus.REQUESTED


def test_counts_go_on_in_redis_when_it_is_back(settings: LazySettings, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(RedisOrMemory, "is_away_until", time.monotonic() + 60)
    cache.clear()
    cache.add("knocks", 0)
    assert cache.incr("knocks") == 1
    monkeypatch.setattr(RedisOrMemory, "is_away_until", 0.0)
    cache.clear()
    assert cache.incr("knocks") == 1
    assert cache.incr("knocks") == 2
    assert cache.get("knocks") == 2


# ── the clock ───────────────────────────────────────────────────────────────
@pytest.mark.django_db
@pytest.mark.parametrize(
    ("asleep", "awake", "day"),
    [
        (datetime(2026, 3, 29, 0, 59, tzinfo=UTC), datetime(2026, 3, 29, 1, 30, tzinfo=UTC), date(2026, 3, 29)),
        (datetime(2026, 10, 25, 1, 59, tzinfo=UTC), datetime(2026, 10, 25, 2, 30, tzinfo=UTC), date(2026, 10, 25)),
        (datetime(2028, 2, 29, 1, 30, tzinfo=UTC), datetime(2028, 2, 29, 22, 0, tzinfo=UTC), date(2028, 2, 29)),
    ],
    ids=["half past two does not come", "half past two comes twice", "leap day"],
)
def test_a_night_that_the_clock_swallowed_is_asked_for_once_on_its_own_date(
    asleep: datetime, awake: datetime, day: date
) -> None:
    assert actions.request_missed_night(asleep) is None
    assert actions.request_missed_night(awake) is not None
    assert actions.request_missed_night(awake + timedelta(hours=1)) is None
    assert Run.objects.get().day == day


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("born_on", "birthday", "last_minute"),
    [
        (date(2008, 11, 24), date(2026, 11, 24), datetime(2026, 11, 23, 22, 59, tzinfo=UTC)),
        (date(2008, 7, 1), date(2026, 7, 1), datetime(2026, 6, 30, 21, 59, tzinfo=UTC)),
        (date(2008, 2, 29), date(2026, 3, 1), datetime(2026, 2, 28, 22, 59, tzinfo=UTC)),
    ],
    ids=["winter", "summer", "born on a leap day"],
)
def test_a_youth_is_18_from_midnight_in_copenhagen_and_not_a_minute_before(
    born_on: date, birthday: date, last_minute: datetime
) -> None:
    """Until then the parents must have been told; nobody has told these."""
    youth: Youth = YouthFactory(born_on=born_on, school_year=SchoolYear.YOUTH_EDUCATION)
    before, after = (local_day(moment) for moment in (last_minute, last_minute + timedelta(minutes=1)))
    assert (before, after) == (birthday - timedelta(days=1), birthday)
    assert parents_stop(youth, before)
    assert not parents_stop(youth, after)
