"""The law is asked about the dates of the job, not about the day of the night."""

from collections.abc import Callable
from datetime import date, datetime, timedelta

import pytest

from employers.models import Post
from jobplaneten.schools.models import ClosedDays, School
from matching.engine.cards import JobCard, WishCard
from matching.facts import read
from matching.lawful import judge
from matching.models import Match, Run, YouthNight
from matching.nightly import look, request_night
from tests.factories import NOW, TODAY, FreeTimeFactory, PostFactory, YouthFactory, YouthSkillFactory
from tests.matching.factories import RunFactory
from youth.models import SchoolYear, Youth

pytestmark = pytest.mark.django_db

FIRST_SHIFT = date(2026, 12, 1)


def heavy_job() -> Post:
    """Thirty kilos to lift: nothing for anybody under 18."""
    return PostFactory(starts_on=FIRST_SHIFT, step_to=4, lift_kg=30, seats=9)


def nearly_grown(born_on: date) -> Youth:
    youth = YouthFactory(born_on=born_on, school_year=SchoolYear.YOUTH_EDUCATION, step=3, guardian_says_yes=True)
    FreeTimeFactory(youth=youth)
    YouthSkillFactory(youth=youth)
    return youth


def test_who_is_old_enough_on_the_first_shift_is_proposed_though_too_young_tonight(
    clock: Callable[[], datetime],
) -> None:
    heavy_job()
    on_the_day, a_day_late = (nearly_grown(date(2008, 12, day)) for day in (1, 2))
    request_night(TODAY, by=None, now=clock())
    look(clock, "worker")
    assert on_the_day.age_on(TODAY) == 17
    assert Match.objects.get().youth == on_the_day
    assert YouthNight.objects.get(youth=a_day_late).refused == {"own_law": 1}


def cards(run: Run) -> list[tuple[WishCard, JobCard]]:
    facts = read(run.day, run=run)
    return [(wish, job) for wish in facts.wishes for job in facts.jobs]


def test_the_night_and_the_last_look_before_release_judge_alike() -> None:
    """The night asks for all at once; the gate asks straight."""
    heavy_job()
    PostFactory(starts_on=None, ends_on=None)
    PostFactory(shift__starts=14 * 60, shift__ends=20 * 60, ends_on=FIRST_SHIFT + timedelta(days=400))
    for born_on in (date(2008, 12, 1), date(2008, 12, 2), date(2009, 1, 19), date(2008, 2, 29)):
        nearly_grown(born_on)
    for traits in ({}, {"is_fifteen": True}, {"is_finished": True}):
        YouthFactory(guardian_says_yes=True, **traits)
    run = RunFactory()
    lawyer = read(run.day, run=run).lawyer
    found = {(w.youth, j.post): not lawyer.violations(w.youth, j.post) for w, j in cards(run)}
    straight = {(y, p): judge(Youth.objects.get(pk=y), Post.objects.get(pk=p), run.day).legal for y, p in found}
    assert found == straight
    assert set(found.values()) == {True, False}


def test_a_job_in_the_holidays_is_lawful_for_those_whose_school_is_closed() -> None:
    """Three hours on a Tuesday morning."""
    post = PostFactory(starts_on=date(2026, 12, 21), ends_on=date(2026, 12, 31), shift__starts=600, shift__ends=780)
    early = School.objects.create(name="En skole for sig", follows_municipality=False)
    closed = {"first_on": date(2026, 12, 19), "last_on": date(2027, 1, 3), "name": "Jul", "at": NOW}
    at_home = YouthFactory(guardian_says_yes=True)
    at_school = YouthFactory(guardian_says_yes=True, school=early)
    assert not judge(at_home, post, TODAY).legal
    ClosedDays.objects.create(**closed)
    run = RunFactory()
    lawyer = read(run.day, run=run).lawyer
    found = {wish.youth: lawyer.violations(wish.youth, job.post) for wish, job in cards(run)}
    assert found == {at_home.pk: (), at_school.pk: ("T-DAY-SCHOOL-2",)}
    assert {youth.pk: judge(youth, post, TODAY).violations for youth in (at_home, at_school)} == found
