"""The desk: a change on a copy of last night, its figures beside the night's, and nothing written to matches."""

from collections.abc import Callable
from datetime import datetime, timedelta
from functools import partial
from operator import add
from typing import Any

import pytest
from django.db.models import QuerySet
from django.test import Client
from django.urls import reverse

from employers.models import Post
from jobplaneten.accounts.models import User
from jobplaneten.trail.models import Entry
from jobplaneten.workflow import MoveRefused
from matching import actions
from matching.engine.change import ALL, EVERY_JOB, NEXT, POST, Change
from matching.engine.record import Outcome
from matching.engine.what_if import changed, groups, small_ones
from matching.models import Match, NightRecord, NightSetting, Run, RunKind, RunStatus, YouthNight
from matching.nightly import look
from matching.nightly.trials import opened
from tests.factories import TODAY
from tests.matching.test_nightly import night_of
from youth.models import Youth

pytestmark = pytest.mark.django_db

Clock = Callable[[], datetime]
SignIn = Callable[[User], Client]


@pytest.fixture
def night(town: list[Youth], clock: Clock) -> Run:
    return night_of(clock)


def tried(change: Change, by: User, clock: Clock) -> Run:
    trial = actions.try_out(change, by=by, now=clock())
    assert look(clock, "worker") == trial
    trial.refresh_from_db()
    assert trial.status == RunStatus.DONE, trial.error
    return trial


def test_a_trial_counts_beside_the_night_and_writes_nothing_to_matches(night: Run, dorte: User, clock: Clock) -> None:
    before = list(Match.objects.order_by("pk").values())
    counts = tried(Change(per_youth=1), dorte, clock).counts
    assert counts["then"]["proposed"] == night.counts["proposed"] == len(before)
    assert counts["now"]["proposed"] == counts["now"]["reached"] == 6
    assert list(Match.objects.order_by("pk").values()) == before
    assert YouthNight.objects.count() == 6
    assert NightRecord.objects.count() == 1


def test_a_trial_is_of_the_night_as_it_was_whatever_has_happened_since(night: Run, dorte: User, clock: Clock) -> None:
    Post.objects.update(status="closed")
    counts = tried(Change(per_seat=3), dorte, clock).counts
    assert counts["then"] == counts["now"]
    assert (counts["gained"], counts["lost"]) == (0, 0)


def test_no_seats_and_no_mentors_mean_no_proposals_and_all_have_lost_theirs(
    night: Run, dorte: User, clock: Clock
) -> None:
    for change in (Change(seats=-9, seats_of=EVERY_JOB), Change(mentor_room=0), Change(minutes=-60)):
        counts = tried(change, dorte, clock).counts
        assert (counts["now"]["proposed"], counts["lost"]) == (0, counts["then"]["reached"]), change


def test_each_mentor_gets_no_more_than_there_is_room_for(night: Run, dorte: User, clock: Clock) -> None:
    assert tried(Change(mentor_room=4), dorte, clock).counts["now"]["proposed"] == 4


def test_the_seats_of_one_post_or_of_one_kind_are_changed_and_no_others(night: Run) -> None:
    record = opened(night.record)
    one = record.jobs[0]
    for where, concerned in ((f"{POST}{one.post}", {one.post}), (one.category, {j.post for j in record.jobs})):
        copy = changed(record, Change(seats=3, seats_of=where))
        assert {job.post for job in copy.jobs if job.seats == 5} == concerned
    assert {job.seats for job in record.jobs} == {2}


def test_switches_open_steps_and_ages_but_never_the_law(night: Run, dorte: User, clock: Clock) -> None:
    record = opened(night.record)
    assert all(wish.next_step_ok for wish in changed(record, Change(steps=NEXT)).wishes)
    assert {job.steps for job in changed(record, Change(steps=ALL)).jobs} == {frozenset({1, 2, 3, 4})}
    assert {(job.age_min, job.age_max) for job in changed(record, Change(ages=True)).jobs} == {(1, 99)}
    assert changed(record, Change(steps=ALL, ages=True)).law is record.law


def test_a_weight_counts_as_much_as_the_desk_says(night: Run) -> None:
    record = opened(night.record)
    place = 9
    louder = changed(record, Change(feature="travel", factor=2.0)).scorer
    assert louder.want.tables[place] == pytest.approx([2 * each for each in record.scorer.want.tables[place]])
    assert louder.want.tables[:place] == record.scorer.want.tables[:place]


def test_groups_of_fewer_than_five_are_never_counted_by_themselves() -> None:
    sizes = {1: 40, 2: 3, 3: 30, 4: 6}
    assert small_ones(sizes) == {2, 4}
    assert small_ones({1: 4, 2: 1}) == {1, 2}
    assert small_ones({1: 5, 2: 9}) == set()
    people = dict(enumerate(g for g, n in sizes.items() for _each in range(n)))
    outcome = Outcome((), {}, dict.fromkeys(people, 1), {})
    rows = [(row["group"], row["youths"]) for row in groups(outcome, outcome, people)]
    assert rows == [(1, 40), (3, 30), (None, 9)]
    assert groups(outcome, outcome, dict.fromkeys(range(4), 1)) == []


def test_without_a_recorded_night_there_is_nothing_to_try_on(dorte: User, now: datetime, as_user: SignIn) -> None:
    with pytest.raises(MoveRefused):
        actions.try_out(Change(per_seat=5), by=dorte, now=now)
    assert "Der er ingen nat at prøve på endnu" in as_user(dorte).get(reverse("matching:trials")).content.decode()


def test_no_more_than_five_trials_wait_at_once(night: Run, dorte: User, now: datetime) -> None:
    for _n in range(5):
        actions.try_out(Change(per_seat=5), by=dorte, now=now)
    with pytest.raises(MoveRefused):
        actions.try_out(Change(per_seat=5), by=dorte, now=now)


def test_a_coordinator_tries_sees_and_compares(night: Run, dorte: User, clock: Clock, as_user: SignIn) -> None:
    client, url = as_user(dorte), reverse("matching:trials")
    assert "Ændr mindst én ting" in client.post(url, {"per_youth": ""}).content.decode()
    for given in ({"per_youth": 1}, {"seats": 2, "seats_of": "all", "feature": "travel", "factor": "2.0"}):
        waiting = client.post(url, given, follow=True).content.decode()
        assert "Den bliver regnet ud nu" in waiting
        look(clock, "worker")
    first = Run.objects.trials().earliest("pk")
    page = client.get(reverse("matching:trial", args=[first.pk])).content.decode()
    assert "højst 1 forslag til hver ung" in page
    assert "Prøvepark" in page
    assert "Ved siden af natten" in page
    desk = client.get(url).content.decode()
    assert "højst 1 forslag til hver ung" in desk
    assert "+2 pladser: alle job; »Vejen derhen« tæller 2,0 gange" in desk
    assert all(row["run"].kind != RunKind.WHAT_IF for row in client.get("/natten/").context["runs"])


def test_what_is_taken_on_holds_from_the_next_night_and_stands_in_the_trail(
    night: Run, dorte: User, clock: Clock, as_user: SignIn
) -> None:
    trial = tried(Change(per_youth=1, seats=3, seats_of=EVERY_JOB), dorte, clock)
    as_user(dorte).post(reverse("matching:trial_use", args=[trial.pk]))
    setting = NightSetting.objects.get()
    assert (setting.change, setting.by) == ({"per_youth": 1}, dorte)
    assert Entry.objects.get(kind="nightsetting").detail == {"change": {"per_youth": 1}, "trial": trial.pk}
    Match.objects.all().delete()
    actions.request_night(TODAY + timedelta(days=1), by=None, now=clock())
    run = look(clock, "worker")
    assert run is not None
    assert run.counts["proposed"] == run.counts["youths_with_a_proposal"] == 6
    assert opened(run.record).options.limits.per_youth == 1


def test_settings_lie_upon_each_other_until_a_coordinator_goes_back(night: Run, dorte: User, clock: Clock) -> None:
    for change in (Change(minutes=10, per_seat=4), Change(minutes=5, steps=NEXT), Change(per_seat=2)):
        actions.use_from_next_night(tried(change, dorte, clock), by=dorte, now=clock())
    assert actions.current_change() == Change(minutes=15, per_seat=2, steps=NEXT)
    actions.use_plain_nights(by=dorte, now=clock())
    assert actions.current_change() == Change()
    assert NightSetting.objects.count() == 4


@pytest.mark.parametrize(
    "change",
    [Change(seats=1, seats_of=EVERY_JOB), Change(ages=True), Change(steps=ALL), Change(feature="travel", factor=2.0)],
    ids=["seats", "ages", "steps", "weight"],
)
def test_what_is_not_the_programme_s_to_decide_can_only_be_tried(
    change: Change, night: Run, dorte: User, clock: Clock
) -> None:
    with pytest.raises(MoveRefused):
        actions.use_from_next_night(tried(change, dorte, clock), by=dorte, now=clock())
    assert not NightSetting.objects.exists()


def test_a_trial_that_is_not_done_or_is_no_trial_is_not_taken_on(night: Run, dorte: User, now: datetime) -> None:
    waiting = actions.try_out(Change(per_youth=1), by=dorte, now=now)
    for run in (waiting, night):
        with pytest.raises(MoveRefused):
            actions.use_from_next_night(run, by=dorte, now=now)


def test_nobody_but_coordinators_finds_the_desk(
    night: Run, amina: Youth, bo: User, carla: User, dorte: User, elif_: Any, clock: Clock, as_user: SignIn
) -> None:
    trial = tried(Change(per_youth=1), dorte, clock)
    for person in (amina.user, bo, carla, elif_.user):
        client = as_user(person)
        for url in (reverse("matching:trials"), reverse("matching:trial", args=[trial.pk])):
            assert client.get(url).status_code == 404
        for url in (reverse("matching:trials"), reverse("matching:trial_use", args=[trial.pk]), "/natten/som-bygget/"):
            assert client.post(url, {"per_youth": 1}).status_code == 404
    assert Run.objects.filter(kind=RunKind.WHAT_IF).count() == 1
    assert not NightSetting.objects.exists()


def test_a_trial_that_cannot_be_counted_is_given_up_without_waking_anybody(
    night: Run, dorte: User, now: datetime
) -> None:
    QuerySet.update(NightRecord.objects.all(), page=b"")
    trial = actions.try_out(Change(per_youth=1), by=dorte, now=now)
    for attempt in range(6):
        look(partial(add, now, timedelta(minutes=attempt)), "worker")
    trial.refresh_from_db()
    assert (trial.status, trial.error) == (RunStatus.FAILED, "DamagedError")
