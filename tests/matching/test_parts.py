"""A great night is worked out in parts by whoever is there, and comes out the same whatever happens to them."""

import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import datetime, timedelta
from typing import Any

import pytest
from django.conf import LazySettings
from django.db import connection
from django.test import Client

from employers.models import Post
from jobplaneten.accounts.models import User
from matching.lawyer import Lawyer
from matching.models import Match, MatchStop, NightPart, NightRecord, PartKind, Run, RunStatus, YouthNight
from matching.nightly import help_out, lease, look, parts, request_night
from matching.nightly.carry import carry_night, nobody
from matching.nightly.plan import look_around
from tests.factories import TODAY
from tests.matching.conftest import settle
from tests.matching.factories import forget_nights
from tests.matching.test_nightly import KilledError, later, night_of
from tests.matching.test_record import replayed
from youth.models import Youth

pytestmark = pytest.mark.django_db

Clock = Callable[[], datetime]
SignIn = Callable[[User], Client]


@pytest.fixture
def areas(settings: LazySettings, monkeypatch: pytest.MonkeyPatch) -> None:
    """Three areas of four, six and two youths; a night of any size is divided, and nobody really waits."""
    for youths in (4, 6, 2):
        settle(youths=youths, posts=3)
    divide(2, settings, monkeypatch)
    monkeypatch.setattr(parts, "PAUSE_SECONDS", 0)


def divide(count: int, settings: LazySettings, monkeypatch: pytest.MonkeyPatch) -> None:
    settings.YOUTHS_OF_A_PART = 1
    monkeypatch.setattr(parts, "MOST", count)


def outcome() -> list[Any]:
    """All that a night leaves, to the last bit."""
    matches = Match.objects.order_by("youth", "post").values_list("youth", "post", "rank", "score", "propensity")
    found = YouthNight.objects.order_by("youth").values_list("youth", "proposed", "refused", "openings", "next_best")
    return [list(matches), list(found), list(NightRecord.objects.values_list("sha256"))]


def forget() -> None:
    Match.objects.all().delete()
    forget_nights()


@pytest.fixture
def undisturbed(areas: None, clock: Clock, settings: LazySettings) -> list[Any]:
    """What the night comes to when one worker works it out in one go."""
    settings.YOUTHS_OF_A_PART = 500
    night_of(clock)
    assert Match.objects.exists()
    found = outcome()
    forget()
    settings.YOUTHS_OF_A_PART = 1
    return found


def begun(clock: Clock) -> lease.Lease:
    """A night whose parts are laid out, and whose worker has not done anything yet."""
    request_night(TODAY, by=None, now=clock())
    held = lease.claim(clock, "carrier")
    assert held is not None
    assert parts.lay_out(held.run) == 2
    return held


@contextmanager
def judging(monkeypatch: pytest.MonkeyPatch) -> Iterator[list[int]]:
    """For each time that the law is asked, of how many posts."""
    asked: list[int] = []
    real = Lawyer.lawfulness

    def counted(self: Lawyer, wishes: Any, jobs: Any) -> Any:
        asked.append(len(jobs))
        return real(self, wishes, jobs)

    with monkeypatch.context() as patched:
        patched.setattr(Lawyer, "lawfulness", counted)
        yield asked


@pytest.mark.parametrize("count", [2, 7])
def test_in_however_many_parts_the_night_comes_out_the_same_and_runs_again(
    count: int, undisturbed: list[Any], clock: Clock, settings: LazySettings, monkeypatch: pytest.MonkeyPatch
) -> None:
    divide(count, settings, monkeypatch)
    rings: list[int] = []
    with judging(monkeypatch) as asked:
        run = night_of(clock, ring=rings.append)
    assert outcome() == undisturbed
    assert (run.status, rings, len(asked)) == (RunStatus.DONE, [count - 1], count)
    assert not NightPart.objects.exists()
    assert replayed()[0]["same"]


def test_a_small_night_has_no_parts_and_calls_nobody(town: list[Youth], clock: Clock) -> None:
    night_of(clock, ring=pytest.fail)
    assert help_out(clock, "idle") is None


def test_who_helps_gives_the_answers_and_who_carries_only_closes(
    undisturbed: list[Any], clock: Clock, monkeypatch: pytest.MonkeyPatch
) -> None:
    held = begun(clock)
    assert help_out(clock, "helper") == held.run
    with judging(monkeypatch) as asked:
        carry_night(held, 500, nobody)
    assert asked == []
    assert outcome() == undisturbed
    assert help_out(clock, "helper") is None


def test_a_part_whose_worker_was_killed_is_done_by_another_when_its_lease_has_run_out(
    undisturbed: list[Any], clock: Clock, monkeypatch: pytest.MonkeyPatch
) -> None:
    held = begun(clock)

    def killed(*args: Any) -> None:
        raise KilledError

    with monkeypatch.context() as patched:
        patched.setattr(parts.Desk, "put", killed)
        with pytest.raises(KilledError):
            help_out(clock, "doomed")
    assert NightPart.objects.filter(holder__startswith="doomed", digest="").count() == 1
    began = clock()
    carry_night(held, 500, nobody)
    assert clock() - began > parts.LEASE
    assert outcome() == undisturbed


def test_when_who_carries_is_killed_the_answers_are_there_for_the_next(
    undisturbed: list[Any], clock: Clock, monkeypatch: pytest.MonkeyPatch
) -> None:
    def killed(*args: Any) -> None:
        raise KilledError

    with monkeypatch.context() as patched:
        patched.setattr(parts.parts, "lists_together", killed)
        with pytest.raises(KilledError):
            night_of(clock)
    assert NightPart.objects.exclude(digest="").count() == 4
    with judging(monkeypatch) as asked:
        look(later(clock, minutes=2), "second")
    assert asked == []
    assert outcome() == undisturbed


def test_an_answer_that_comes_too_late_or_twice_changes_nothing(undisturbed: list[Any], clock: Clock) -> None:
    held = begun(clock)
    given = look_around(held.run)
    slow, quick = parts.Desk(held.run, given, clock, "slow"), parts.Desk(held.run, given, clock, "quick")
    late = slow.take(PartKind.LAW)
    NightPart.objects.update(lease_until=clock() - timedelta(seconds=1))
    soon = quick.take(PartKind.LAW)
    assert late is not None
    assert late == soon
    slow.put(late, b"too late")
    assert not NightPart.objects.exclude(digest="").exists()
    carry_night(held, 500, nobody)
    slow.put(late, b"much too late")
    assert outcome() == undisturbed


def test_answers_to_other_facts_do_not_count_and_who_saw_others_leaves(
    areas: None, clock: Clock, settings: LazySettings, monkeypatch: pytest.MonkeyPatch
) -> None:
    held = begun(clock)
    help_out(clock, "helper")
    Post.objects.filter(pk=Post.objects.earliest("pk").pk).update(status="closed")
    with judging(monkeypatch) as asked:
        carry_night(held, 500, nobody)
    assert sum(asked) == 8
    in_parts = outcome()
    forget()
    settings.YOUTHS_OF_A_PART = 500
    night_of(clock)
    assert outcome() == in_parts

    forget()
    settings.YOUTHS_OF_A_PART = 1
    again = begun(clock)
    Run.objects.filter(pk=again.run.pk).update(input_digest="other facts")
    assert help_out(clock, "helper") is None
    assert not NightPart.objects.exclude(digest="").exists()


def test_workers_of_two_releases_do_not_mix_their_answers(
    areas: None, clock: Clock, monkeypatch: pytest.MonkeyPatch
) -> None:
    held = begun(clock)
    help_out(clock, "old release")
    monkeypatch.setattr(parts, "release", lambda: "the next")
    with judging(monkeypatch) as asked:
        carry_night(held, 500, nobody)
    assert len(asked) == 2


def test_a_damaged_answer_is_asked_for_again(undisturbed: list[Any], clock: Clock) -> None:
    held = begun(clock)
    help_out(clock, "helper")
    NightPart.objects.filter(number=1).update(answer=b"spoilt")
    carry_night(held, 500, nobody)
    assert outcome() == undisturbed


def test_a_stop_while_parts_are_worked_out_leaves_neither_parts_nor_proposals(
    areas: None, dorte: User, clock: Clock, now: datetime
) -> None:
    held = begun(clock)
    help_out(clock, "helper")
    MatchStop.objects.create(reason="Vi ser efter noget", begun_by=dorte, began_at=now)
    carry_night(held, 500, nobody)
    assert Run.objects.get().status == RunStatus.STOPPED
    assert not NightPart.objects.exists()
    assert not Match.objects.exists()


def test_the_coordinator_sees_how_many_parts_are_worked_out(
    areas: None, dorte: User, clock: Clock, as_user: SignIn
) -> None:
    held = begun(clock)
    NightPart.objects.filter(kind=PartKind.LAW, number=0).update(digest="answered")
    page = f"/natten/{held.run.pk}/"
    assert "1 af 4 dele" in as_user(dorte).get(page).content.decode()
    carry_night(held, 500, nobody)
    assert "dele" not in as_user(dorte).get(page, headers={"hx-request": "true"}).content.decode()


@pytest.mark.django_db(transaction=True)
def test_three_workers_at_once_make_one_night(undisturbed: list[Any], now: datetime) -> None:
    request_night(TODAY, by=None, now=now)
    threads: list[threading.Thread] = []

    def helped(number: int) -> None:
        help_out(lambda: now, f"helper {number}")
        connection.close()

    def ring(_workers: int) -> None:
        for number in range(2):
            threads.append(threading.Thread(target=helped, args=[number]))
            threads[-1].start()

    assert look(lambda: now, "carrier", ring=ring) is not None
    for thread in threads:
        thread.join(20)
    assert outcome() == undisturbed
    assert not NightPart.objects.exists()


def test_a_lease_is_renewed_from_beside_a_long_step_for_as_long_as_it_lasts() -> None:
    renewed = threading.Semaphore(0)
    with lease.pulse(renewed.release, timedelta(milliseconds=4)):
        assert renewed.acquire(timeout=5)
        assert renewed.acquire(timeout=5)


def test_a_lease_that_is_lost_beside_a_long_step_is_let_go() -> None:
    lost = threading.Event()

    def renew() -> None:
        lost.set()
        raise lease.LeaseLostError

    with lease.pulse(renew, timedelta(milliseconds=4)):
        assert lost.wait(5)
