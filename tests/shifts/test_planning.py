from collections.abc import Callable
from datetime import date, timedelta

import pytest
from django.test import Client

from employers.models import EmployerContact, Post
from employers.models import Shift as WeeklyShift
from jobplaneten.accounts.models import User
from jobplaneten.messaging.models import Message
from jobplaneten.placements.models import Pause, Placement
from jobplaneten.shifts import actions
from jobplaneten.shifts.judging import Times
from jobplaneten.shifts.models import RosterShift, ShiftStatus
from jobplaneten.workflow import MoveRefused
from tests.factories import NOW, TODAY, EmployerContactFactory
from tests.shifts.conftest import at, job_of
from youth.models import Youth

pytestmark = pytest.mark.django_db
SignIn = Callable[[User], Client]
SATURDAY = date(2026, 11, 28)
MORNING = (SATURDAY, 9 * 60, 12 * 60, 0)


def days(placement: Placement) -> list[date]:
    return list(RosterShift.objects.coming(TODAY).filter(placement=placement).in_order().values_list("day", flat=True))


def told(person: User | None, words: str) -> bool:
    return Message.objects.filter(to=person, body__contains=words).exists()


def test_a_started_job_has_its_shifts_four_weeks_ahead_and_only_once(job: Placement) -> None:
    actions.mind_shifts(NOW)
    actions.mind_shifts(NOW)
    assert days(job) == [date(2026, 11, 24), date(2026, 12, 1), date(2026, 12, 8), date(2026, 12, 15)]


def test_a_moved_shift_is_not_planned_again_where_it_was(job: Placement, shift: RosterShift, bo: User) -> None:
    actions.move_shift(shift, Times(*MORNING), by=bo, now=NOW)
    actions.mind_shifts(NOW)
    assert days(job)[0] == SATURDAY
    assert RosterShift.objects.count() == 4


def test_an_ending_takes_away_what_comes_after_the_last_day(job: Placement, shift: RosterShift) -> None:
    Placement.objects.update(last_day_on=date(2026, 12, 2))
    assert days(job) == [date(2026, 11, 24), date(2026, 12, 1)]
    Placement.objects.update(status="ended")
    assert days(job) == []


def test_a_pause_takes_away_its_days_and_gives_them_back_when_it_is_lifted(job: Placement, shift: RosterShift) -> None:
    pause = Pause.objects.create(
        placement=job, kind="exam", begins_on=TODAY, until_on=date(2026, 12, 2), by=job.youth.user, at=NOW
    )
    assert days(job) == [date(2026, 12, 8), date(2026, 12, 15)]
    pause.lifted_at = NOW
    pause.save()
    assert len(days(job)) == 4


def test_a_shift_more_is_judged_by_the_law_and_the_way_out_is_said(
    job: Placement, shift: RosterShift, elif_: EmployerContact
) -> None:
    """A fourteen-year-old on a school day: two hours, and not after eight."""
    with pytest.raises(MoveRefused, match="Slutter vagten kl. 18.00"):
        actions.add_shift(job, Times(date(2026, 11, 26), 16 * 60, 20 * 60), by=elif_.user, now=NOW)
    assert RosterShift.objects.count() == 4
    actions.add_shift(job, Times(date(2026, 11, 26), 16 * 60, 18 * 60), by=elif_.user, now=NOW)
    assert told(job.youth.user, "Ny vagt")
    assert told(job.youth.mentor, "Ny vagt")


def test_two_jobs_are_counted_together_and_the_employer_does_not_learn_of_the_other(
    amina: Youth, job: Placement, shift: RosterShift, elif_: EmployerContact, bo: User
) -> None:
    other = job_of(amina, EmployerContactFactory())
    RosterShift.objects.create(placement=other, day=date(2026, 11, 26), starts=15 * 60, ends=17 * 60)
    wanted = Times(date(2026, 11, 26), 17 * 60, 19 * 60)
    with pytest.raises(MoveRefused) as to_employer:
        actions.add_shift(job, wanted, by=elif_.user, now=NOW)
    assert to_employer.value.message.startswith("Det kan ikke lade sig gøre lige dér. Spørg mentoren.")
    with pytest.raises(MoveRefused, match="Det må ikke ligge sådan"):
        actions.add_shift(job, wanted, by=bo, now=NOW)


def test_a_pattern_that_two_jobs_break_together_is_stopped_and_the_mentor_hears_of_it(
    amina: Youth, job: Placement, bo: User, as_user: SignIn, elif_: EmployerContact
) -> None:
    other = job_of(amina, EmployerContactFactory())
    actions.plan_job(other.pk, now=NOW)
    actions.plan_job(job.pk, now=NOW)
    assert set(RosterShift.objects.filter(placement=job).values_list("status", flat=True)) == {ShiftStatus.STOPPED}
    assert told(bo, "må ikke ligge dér")
    page = as_user(elif_.user).get("/vagter/").content.decode()
    assert "Skal flyttes" in page


@pytest.mark.parametrize(
    ("times", "said"),
    [
        ((date(2026, 11, 22), 900, 1000), "fra i dag og fire uger frem"),
        ((TODAY + timedelta(days=40), 900, 1000), "fra i dag og fire uger frem"),
        ((date(2026, 11, 24), 16 * 60, 17 * 60), "allerede en vagt"),
    ],
)
def test_what_cannot_be_is_said_and_nothing_is_kept(
    job: Placement, shift: RosterShift, bo: User, times: tuple[date, int, int], said: str
) -> None:
    with pytest.raises(MoveRefused, match=said):
        actions.add_shift(job, Times(*times), by=bo, now=NOW)
    assert RosterShift.objects.count() == 4


def test_a_shift_is_called_off_and_everybody_hears_it(shift: RosterShift, elif_: EmployerContact, bo: User) -> None:
    actions.call_off(shift, reason="closed", by=elif_.user, now=NOW)
    assert told(shift.placement.youth.user, "er aflyst")
    assert told(bo, "er aflyst")
    with pytest.raises(MoveRefused):
        actions.call_off(shift, reason="closed", by=elif_.user, now=NOW)


def test_who_did_not_come_is_rung_by_the_mentor(shift: RosterShift, elif_: EmployerContact, bo: User) -> None:
    with pytest.raises(MoveRefused):
        actions.say_missed(shift, by=elif_.user, now=at(15))
    actions.say_missed(shift, by=elif_.user, now=at(15, 45))
    assert Message.objects.get(to=bo, body__contains="kom ikke").is_urgent
    assert told(shift.placement.youth.user, "savnede dig")


def test_tomorrow_is_reminded_of_in_the_afternoon_and_once(shift: RosterShift) -> None:
    youth = shift.placement.youth.user
    actions.mind_shifts(at(15, day=23))
    assert not told(youth, "Husk din vagt")
    actions.mind_shifts(at(15, 30, day=23))
    actions.mind_shifts(at(16, day=23))
    assert Message.objects.filter(to=youth, body__contains="Husk din vagt").count() == 1


def test_nobody_is_reminded_of_a_shift_that_is_off(shift: RosterShift, bo: User) -> None:
    actions.call_off(shift, reason="closed", by=bo, now=NOW)
    actions.mind_shifts(at(16, day=23))
    assert not told(shift.placement.youth.user, "Husk din vagt")


def test_a_stranger_finds_no_shift_and_changes_none(shift: RosterShift, carla: User, as_user: SignIn) -> None:
    for person in (carla, EmployerContactFactory().user):
        client = as_user(person)
        assert client.get(f"/vagter/{shift.pk}/").status_code == 404
        assert client.post(f"/vagter/{shift.pk}/aflys/", {"reason": "closed"}).status_code == 404
    shift.refresh_from_db()
    assert shift.status == ShiftStatus.PLANNED


def test_the_list_asks_as_much_for_twenty_shifts_as_for_two(
    job: Placement, as_user: SignIn, elif_: EmployerContact, django_assert_max_num_queries: Callable[..., object]
) -> None:
    for number in range(20):
        RosterShift.objects.create(placement=job, day=TODAY + timedelta(days=number % 7), starts=600 + number, ends=720)
    client = as_user(elif_.user)
    with django_assert_max_num_queries(22):  # type: ignore[attr-defined]
        assert client.get("/vagter/").content.decode().count("kl. 10.") == 20


def test_the_employer_adds_a_shift_on_the_page_and_reads_the_law_there(
    job: Placement, as_user: SignIn, elif_: EmployerContact
) -> None:
    client = as_user(elif_.user)
    late = {"day": "2026-11-26", "starts": "16:00", "ends": "20:00"}
    page = client.post(f"/job/{job.pk}/vagter/ny/", late).content.decode()
    assert "Det må ikke ligge sådan" in page
    assert 'value="16:00"' in page, "what was typed is still there"
    assert client.post(f"/job/{job.pk}/vagter/ny/", late | {"ends": "18:00"}).status_code == 302


def test_what_all_have_agreed_to_decides_how_long_there_are_shifts(job: Placement, shift: RosterShift) -> None:
    Placement.objects.update(until_on=date(2026, 12, 2))
    assert days(job) == [date(2026, 11, 24), date(2026, 12, 1)]
    Post.objects.update(ends_on=date(2026, 12, 9))
    Placement.objects.update(until_on=date(2027, 3, 1))
    RosterShift.objects.all().delete()
    actions.mind_shifts(NOW)
    assert len(days(job)) == 4, "agreed longer than the advert"
    Placement.objects.update(until_on=None)
    assert days(job) == [date(2026, 11, 24), date(2026, 12, 1), date(2026, 12, 8)]


def test_when_the_job_gets_other_days_its_shifts_follow_and_the_youth_hears_it_once(
    job: Placement, shift: RosterShift, bo: User
) -> None:
    """Not today's or one that people have moved, and nothing while the advert is still being written."""
    moved = RosterShift.objects.get(day=date(2026, 12, 15))
    actions.move_shift(moved, Times(date(2026, 12, 16), 930, 1050), by=bo, now=NOW)
    Post.objects.update(status="draft")
    WeeklyShift.objects.filter(post=job.post).update(weekday=2)
    actions.mind_shifts(NOW)
    assert days(job)[0] == date(2026, 11, 24)
    Post.objects.update(status="filled")
    for _ in range(2):
        actions.mind_shifts(NOW)
    assert days(job) == [date(2026, 11, 25), date(2026, 12, 2), date(2026, 12, 9), date(2026, 12, 16)]
    assert Message.objects.filter(to=job.youth.user, subject="Nye dage i dit job").count() == 1


def test_a_list_of_a_whole_area_stays_light(job: Placement, dorte: User, as_user: SignIn) -> None:
    """Three hundred shifts in a week, and as many behind: the page shows some, and says where the rest is."""
    RosterShift.objects.bulk_create(
        RosterShift(placement=job, day=TODAY + timedelta(days=number % 14 - 7), starts=400 + number, ends=1000)
        for number in range(300)
    )
    page = as_user(dorte).get("/vagter/").content.decode()
    assert page.count("card-title") <= 180
    assert "Resten" in page
