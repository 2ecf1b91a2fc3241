import hashlib
from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Any

import pytest

from employers.models import Post
from jobplaneten.accounts.models import User
from jobplaneten.messaging.models import Message
from matching import actions
from matching.facts import read
from matching.models import Match, MatchStatus, Run, RunStatus, YouthNight
from matching.nightly import carry, lease, look, request_night, request_preview, write
from tests.factories import TODAY, PostFactory
from tests.matching.conftest import settle
from tests.matching.factories import forget_nights
from youth.models import Youth, YouthStatus

pytestmark = pytest.mark.django_db

Clock = Callable[[], datetime]


class KilledError(BaseException):
    """What a kill -9 looks like from inside: nothing is tidied up."""


def night_of(clock: Clock, **options: Any) -> Run:
    request_night(TODAY, by=None, now=clock())
    run = look(clock, "worker", **options)
    assert run is not None
    run.refresh_from_db()
    return run


def fingerprint() -> str:
    rows = Match.objects.order_by("youth", "post").values_list("youth", "post", "rank", "score")
    return hashlib.sha256(repr(list(rows)).encode()).hexdigest()


def later(clock: Clock, **span: float) -> Clock:
    return lambda: clock() + timedelta(**span)


def killed_after(chunks: int, monkeypatch: pytest.MonkeyPatch, clock: Clock) -> None:
    """A night whose worker dies between two chunks of two youths."""
    left = iter([True] * chunks)

    def write_or_die(*args: Any) -> None:
        if not next(left, False):
            raise KilledError
        write.write_chunk(*args)

    with monkeypatch.context() as patched:
        patched.setattr(carry, "write_chunk", write_or_die)
        with pytest.raises(KilledError):
            night_of(clock, chunk=2)


def test_a_night_proposes_and_counts_what_it_did(town: list[Youth], clock: Clock) -> None:
    run = night_of(clock)
    assert run.status == RunStatus.DONE
    assert run.counts["seen"] == 6
    assert run.counts["posts"] == 4
    assert run.counts["proposed"] == Match.objects.count() > 0
    assert run.counts["youths_with_a_proposal"] == Match.objects.values("youth").distinct().count()
    assert run.counts["seconds"] > 0
    assert run.engine_version == run.counts["model"] != ""
    assert YouthNight.objects.filter(run=run).count() == 6


def test_every_proposal_carries_its_reasons_and_points(town: list[Youth], clock: Clock) -> None:
    night_of(clock)
    match = Match.objects.select_related("run").first()
    assert match is not None
    assert {each["code"] for each in match.reasons["mentor"]} >= {"timetable", "travel"}
    assert {"feature", "code", "want", "take"} == set(match.contributions[0])


def test_no_post_gets_more_candidates_than_its_seats_allow(db: None, clock: Clock) -> None:
    settle(youths=12, posts=1)
    night_of(clock)
    assert 0 < Match.objects.count() <= 6


def test_a_night_asked_for_twice_runs_once(town: list[Youth], clock: Clock) -> None:
    first = night_of(clock)
    before = fingerprint()
    again, made = request_night(TODAY, by=None, now=clock())
    assert (again.pk, made) == (first.pk, False)
    assert look(clock, "another") is None
    assert fingerprint() == before


def test_a_run_that_is_held_is_left_alone(town: list[Youth], clock: Clock) -> None:
    request_night(TODAY, by=None, now=clock())
    assert lease.claim(clock, "first") is not None
    assert lease.claim(clock, "second") is None


def test_a_worker_that_lost_its_lease_writes_nothing_more(
    town: list[Youth], clock: Clock, monkeypatch: pytest.MonkeyPatch
) -> None:
    def stolen(held: lease.Lease, *args: Any) -> None:
        Run.objects.update(holder="thief")
        write.write_chunk(held, *args)

    request_night(TODAY, by=None, now=clock())
    monkeypatch.setattr(carry, "write_chunk", stolen)
    assert look(clock, "slow") is None
    assert not Match.objects.exists()
    assert Run.objects.get().status == RunStatus.RUNNING


@pytest.mark.parametrize("chunks", [0, 1, 2])
def test_a_night_killed_between_chunks_is_taken_up_and_ends_the_same(
    chunks: int, town: list[Youth], clock: Clock, monkeypatch: pytest.MonkeyPatch
) -> None:
    night_of(clock)
    undisturbed = fingerprint()
    Match.objects.all().delete()
    forget_nights()

    killed_after(chunks, monkeypatch, clock)
    assert Run.objects.get().cursor == 2 * chunks
    assert look(clock, "too early") is None
    run = look(later(clock, minutes=2), "second", chunk=2)
    assert run is not None
    assert run.status == RunStatus.DONE
    assert fingerprint() == undisturbed
    assert YouthNight.objects.filter(run=run).count() == 6


def test_what_the_mentor_did_while_the_worker_was_dead_stands(
    town: list[Youth], clock: Clock, monkeypatch: pytest.MonkeyPatch, now: datetime
) -> None:
    killed_after(1, monkeypatch, clock)
    match = Match.objects.earliest("pk")
    actions.reject(match, reason="too_early", by=match.youth.mentor, now=now)
    look(later(clock, minutes=2), "second")
    match.refresh_from_db()
    assert match.status == MatchStatus.REJECTED
    assert Match.objects.filter(youth=match.youth, post=match.post).count() == 1


def test_when_the_world_moved_on_the_night_begins_again_and_keeps_what_people_acted_on(
    town: list[Youth], clock: Clock, monkeypatch: pytest.MonkeyPatch, now: datetime
) -> None:
    killed_after(2, monkeypatch, clock)
    kept = Match.objects.earliest("pk")
    actions.approve(kept, line="", by=kept.youth.mentor, now=now)
    closed = Match.objects.exclude(post=kept.post).earliest("pk").post
    Post.objects.filter(pk=closed.pk).update(status="closed")
    run = look(later(clock, minutes=2), "second")
    assert run is not None
    assert run.kept == [kept.pk]
    assert run.status == RunStatus.DONE
    assert not Match.objects.filter(post=closed).exists()
    kept.refresh_from_db()
    assert kept.status == MatchStatus.OFFERED


def test_a_withdrawal_during_the_batch_gives_no_proposal(
    town: list[Youth], clock: Clock, monkeypatch: pytest.MonkeyPatch, now: datetime
) -> None:
    """The plan was made while the mother still said yes; the chunk asks again."""
    youth = town[3]

    def withdrawn_first(*args: Any) -> None:
        by = youth.mentor
        actions.hear_guardian(youth, word="no", said_on=TODAY, how="phone", guardian="mor", by=by, now=now)
        write.write_chunk(*args)

    monkeypatch.setattr(carry, "write_chunk", withdrawn_first)
    night_of(clock)
    assert not Match.objects.filter(youth=youth).exists()
    assert Match.objects.exists()


def test_a_pause_and_a_closed_post_during_the_batch_are_seen_at_write_time(
    town: list[Youth], clock: Clock, monkeypatch: pytest.MonkeyPatch
) -> None:
    def changed_first(*args: Any) -> None:
        Youth.objects.filter(pk=town[0].pk).update(status=YouthStatus.PAUSED)
        Post.objects.filter(pk=Post.objects.earliest("pk").pk).update(status="closed")
        write.write_chunk(*args)

    monkeypatch.setattr(carry, "write_chunk", changed_first)
    night_of(clock)
    assert not Match.objects.filter(youth=town[0]).exists()
    assert not Match.objects.filter(post=Post.objects.earliest("pk")).exists()


def test_poisoned_rows_are_set_aside_and_the_rest_goes_on(town: list[Youth], clock: Clock) -> None:
    Youth.objects.filter(pk=town[0].pk).update(travel_modes="\u202e💥" * 5000)
    Youth.objects.filter(pk=town[1].pk).update(likes={"a": None})
    Post.objects.filter(pk=Post.objects.earliest("pk").pk).update(latitude=9e9)
    PostFactory(shift=None)
    run = night_of(clock)
    assert run.status == RunStatus.DONE
    assert sum(run.counts["set_aside"]["youth"].values()) == 2
    assert run.counts["set_aside"]["post"] == {"place_absurd": 1, "shifts_missing": 1}
    assert YouthNight.objects.get(youth=town[0]).set_aside
    assert Match.objects.filter(youth=town[2]).exists()


def test_youths_in_a_job_or_without_a_guardians_word_are_set_aside_with_the_reason(
    town: list[Youth], clock: Clock
) -> None:
    Youth.objects.filter(pk=town[0].pk).update(waiting_since=None)
    town[1].guardian_words.all().delete()
    run = night_of(clock)
    assert run.counts["set_aside"]["youth"] == {"has_job": 1, "guardian": 1}
    assert not Match.objects.filter(youth__in=town[:2]).exists()


def test_a_preview_counts_and_shows_examples_and_proposes_nothing(town: list[Youth], clock: Clock) -> None:
    request_preview(TODAY, by=None, now=clock())
    run = look(clock, "worker")
    assert run is not None
    assert run.counts["proposed"] > 0
    assert set(run.counts["examples"][0]) == {"youth", "post", "score"}
    assert not Match.objects.exists()
    assert not YouthNight.objects.exists()


def test_two_who_ask_for_a_preview_get_the_same_one(db: None, now: datetime) -> None:
    assert request_preview(TODAY, by=None, now=now) == request_preview(TODAY, by=None, now=now)


def test_a_run_that_fails_five_times_is_given_up_and_the_coordinators_are_told(
    town: list[Youth], dorte: User, now: datetime, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*args: Any) -> None:
        raise ZeroDivisionError("Amina Hussein")

    monkeypatch.setattr(carry, "make_plan", broken)
    request_night(TODAY, by=None, now=now)
    for attempt in range(6):
        look(later(lambda: now, minutes=attempt), "worker")
    run = Run.objects.get()
    assert (run.status, run.attempts, run.error) == (RunStatus.FAILED, 5, "ZeroDivisionError")
    assert Message.objects.get(to=dorte).path == f"/natten/{run.pk}/"


def test_a_given_up_run_is_put_back_by_the_button_and_then_ends(
    town: list[Youth], dorte: User, clock: Clock, now: datetime
) -> None:
    run, _made = request_night(TODAY, by=None, now=now)
    Run.objects.update(status=RunStatus.FAILED, attempts=5)
    assert actions.start_run(by=dorte, now=now) == run
    assert look(clock, "worker") == run


def test_an_earlier_no_is_not_proposed_again_and_an_open_one_neither(
    town: list[Youth], clock: Clock, now: datetime
) -> None:
    night_of(clock)
    refused = Match.objects.earliest("pk")
    actions.reject(refused, reason="too_far", by=refused.youth.mentor, now=now)
    before = Match.objects.count()
    request_night(TODAY + timedelta(days=1), by=None, now=clock())
    look(clock, "worker")
    pairs = Match.objects.values_list("youth", "post")
    assert len(set(pairs)) == len(pairs) >= before


@pytest.mark.parametrize("size", [2, 8])
def test_the_facts_of_a_night_cost_a_constant_number_of_queries(
    size: int, db: None, django_assert_num_queries: Any, now: datetime
) -> None:
    settle(youths=size, posts=size)
    run, _made = request_night(TODAY, by=None, now=now)
    with django_assert_num_queries(19):
        read(TODAY, run=run)


@pytest.mark.parametrize("size", [2, 8])
def test_a_chunk_costs_a_constant_number_of_queries(
    size: int, db: None, clock: Clock, django_assert_max_num_queries: Any
) -> None:
    settle(youths=size, posts=size)
    request_night(TODAY, by=None, now=clock())
    with django_assert_max_num_queries(70):
        look(clock, "worker")
