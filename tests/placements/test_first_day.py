"""Which day may be the first."""

from datetime import date, timedelta

import pytest

from employers.models import EmployerContact
from jobplaneten.accounts.models import User
from jobplaneten.placements.actions import begin, start
from jobplaneten.placements.first_day import asker, first_lawful_day
from jobplaneten.placements.models import Placement, PlacementStatus
from jobplaneten.schools.models import ClosedDays
from jobplaneten.workflow import MoveRefused
from tests.factories import NOW, TODAY, PostFactory, ShiftFactory, YouthFactory
from tests.placements.conftest import tick_all
from youth.models import SchoolYear, Youth


def agreed(youth: Youth, bo: User, contact: EmployerContact, **said: object) -> Placement:
    post = PostFactory(employer=contact.employer, **said)
    return tick_all(begin(youth, post, first_name="Amina", by=contact.user, now=NOW), by=bo)


def shifts(job: Placement, *rows: tuple[int, int, int]) -> None:
    """The week as it is, with every paper about just that."""
    job.post.shifts.all().delete()
    for weekday, starts, ends in rows:
        ShiftFactory(post=job.post, weekday=weekday, starts=starts * 60, ends=ends * 60)
    job.ticks.update(job_facts="")


def refusal(job: Placement, day: date, by: User) -> str:
    with pytest.raises(MoveRefused) as refused:
        start(job, first_day_on=day, by=by, now=NOW)
    job.refresh_from_db()
    assert job.status == PlacementStatus.PAPERS
    return refused.value.message


def test_the_first_day_has_a_shift(ready: Placement, bo: User) -> None:
    shifts(ready, (1, 15, 17), (3, 15, 17))
    assert refusal(ready, date(2026, 12, 2), bo) == "Jobbet har vagter tirsdag og torsdag. Vælg en af de dage."
    start(ready, first_day_on=date(2026, 12, 3), by=bo, now=NOW)


def test_a_job_without_shifts_begins_on_no_day(ready: Placement, bo: User) -> None:
    shifts(ready)
    assert refusal(ready, date(2026, 12, 1), bo) == "Jobbet har ingen vagter."


def test_a_birthday_that_opens_the_job_is_named(bo: User, elif_: EmployerContact) -> None:
    """A checkout is nothing for 14-year-olds; at 15, school behind one, it is."""
    youth = YouthFactory(
        mentor=bo,
        area=bo.areas.get(),
        guardian_says_yes=True,
        school_year=SchoolYear.NO_SCHOOL,
        born_on=date(2012, 1, 13),
    )
    job = agreed(youth, bo, elif_, chores=["checkout_full"], ends_on=date(2027, 6, 1))
    said = refusal(job, date(2026, 12, 1), bo)
    assert said.startswith("Loven siger nej:")
    assert said.endswith("Fra tirsdag 19. januar 2027 er det lovligt, for så er Amina fyldt 15 år.")
    start(job, first_day_on=date(2027, 1, 19), by=bo, now=NOW)


def test_the_day_that_is_shown_first_is_a_lawful_one(ready: Placement, amina: Youth) -> None:
    ask = asker(ready, TODAY)
    assert first_lawful_day(ready.post, date(2026, 12, 1), ask) == date(2026, 12, 1)
    assert first_lawful_day(ready.post, date(2026, 12, 2), ask) == date(2026, 12, 8)
    assert first_lawful_day(ready.post, date(2027, 3, 2), ask) is None


def test_where_no_day_helps_none_is_named(ready: Placement, bo: User) -> None:
    shifts(ready, (1, 21, 22))
    assert "er det lovligt" not in refusal(ready, date(2026, 12, 1), bo)


def test_closed_days_of_the_school_are_days_for_longer_shifts(ready: Placement, bo: User, dorte: User) -> None:
    """Seven hours are too much on a school day, and fine in a week without school."""
    shifts(ready, (1, 9, 13))
    ready.post.ends_on = date(2026, 12, 4)
    ready.post.save()
    assert refusal(ready, date(2026, 12, 1), bo).startswith("Loven siger nej")
    ClosedDays.objects.create(first_on=date(2026, 11, 30), last_on=date(2026, 12, 4), name="Lukket uge", at=NOW)
    start(ready, first_day_on=date(2026, 12, 1), by=bo, now=NOW)


def test_hours_of_another_job_are_counted_and_told_to_staff_alone(
    ready: Placement, amina: Youth, bo: User, elif_: EmployerContact
) -> None:
    other = PostFactory(employer=elif_.employer)
    begin(amina, other, first_name="Amina", by=elif_.user, now=NOW)
    assert "Det gælder for alle den unges job lagt sammen." in refusal(ready, date(2026, 12, 1), bo)


def test_a_job_is_judged_from_its_first_day_and_not_before(ready: Placement, bo: User) -> None:
    start(ready, first_day_on=TODAY + timedelta(days=1), by=bo, now=NOW)
    ready.refresh_from_db()
    assert ready.first_day_on == date(2026, 11, 24)
