from collections.abc import Callable
from decimal import Decimal

import pytest
from django.test import Client
from time_machine import TimeMachineFixture

from employers.models import EmployerContact, Post
from jobplaneten.accounts.models import User
from jobplaneten.messaging.models import Message
from jobplaneten.placements.actions import pause, resume
from jobplaneten.placements.models import Placement
from jobplaneten.shifts import actions
from jobplaneten.shifts.ledger import harmless, month_of
from jobplaneten.shifts.models import HoursState, RosterShift, WorkedHours
from jobplaneten.trail.models import Entry
from jobplaneten.workflow import MoveRefused
from tests.factories import NOW, TODAY, EmployerContactFactory
from tests.shifts.conftest import at

pytestmark = pytest.mark.django_db
SignIn = Callable[[User], Client]
AFTER = at(18)


def write(shift: RosterShift, by: User, starts: int = 930, ends: int = 1050, **more: str) -> WorkedHours:
    return actions.put_in_hours(shift, starts=starts, ends=ends, break_minutes=0, by=by, now=AFTER, **more)


def state() -> str:
    return WorkedHours.objects.get().state


def test_the_other_side_agrees_by_saying_the_same(shift: RosterShift, elif_: EmployerContact) -> None:
    write(shift, shift.placement.youth.user)
    assert state() == HoursState.PUT_IN
    assert Message.objects.filter(to=elif_.user, subject="Passer timerne?").exists()
    write(shift, elif_.user)
    assert state() == HoursState.AGREED


def test_who_put_them_in_may_correct_them_until_there_is_an_answer(shift: RosterShift, elif_: EmployerContact) -> None:
    write(shift, elif_.user)
    write(shift, elif_.user, ends=1035)
    assert (state(), WorkedHours.objects.get().ends) == (HoursState.PUT_IN, 1035)


def test_when_they_do_not_agree_the_mentor_hears_it_and_settles_it(
    shift: RosterShift, elif_: EmployerContact, bo: User
) -> None:
    write(shift, elif_.user, ends=990)
    write(shift, shift.placement.youth.user, words="Jeg gik klokken halv seks")
    assert (state(), WorkedHours.objects.get().ends) == (HoursState.DISPUTED, 990)
    assert Message.objects.filter(to=bo, subject="Uenighed om timer").exists()
    write(shift, bo)
    assert (state(), WorkedHours.objects.get().ends) == (HoursState.AGREED, 1050)
    with pytest.raises(MoveRefused):
        write(shift, elif_.user, ends=1000)


def test_hours_beyond_the_law_are_written_as_they_were_and_the_mentor_is_told(
    shift: RosterShift, elif_: EmployerContact, bo: User, as_user: SignIn
) -> None:
    write(shift, shift.placement.youth.user, ends=20 * 60)
    worked = WorkedHours.objects.get()
    assert worked.ends == 20 * 60
    assert worked.law
    assert Message.objects.filter(to=bo, subject="Timer ud over loven").exists()
    assert "Ud over loven" in as_user(bo).get(f"/vagter/{shift.pk}/").content.decode()
    assert "Ud over loven" not in as_user(elif_.user).get(f"/vagter/{shift.pk}/").content.decode()


def test_nobody_is_asked_about_the_hours_of_a_pause_also_when_it_was_lifted_later(
    shift: RosterShift, elif_: EmployerContact, bo: User, as_user: SignIn, time_machine: TimeMachineFixture
) -> None:
    amina = shift.placement.youth.user
    pause(shift.placement, kind="exam", begins_on=TODAY, until_on=at(12, day=30).date(), by=amina, now=NOW)
    time_machine.move_to(at(18), tick=False)
    for lifted in (False, True):
        if lifted:
            time_machine.move_to(at(9, day=26), tick=False)
            resume(shift.placement, by=bo, now=at(9, day=26))
        for who in (amina, elif_.user):
            assert f"/vagter/{shift.pk}/" not in as_user(who).get("/vagter/").content.decode()
            with pytest.raises(MoveRefused, match="sig det til mentoren"):
                write(shift, who)
    assert write(shift, bo).state == HoursState.AGREED
    assert f"/vagter/{shift.pk}/" in as_user(elif_.user).get("/vagter/").content.decode()


def test_the_last_shift_of_a_job_that_has_ended_is_still_asked_about(
    shift: RosterShift, as_user: SignIn, time_machine: TimeMachineFixture
) -> None:
    Placement.objects.update(status="ended", last_day_on=shift.day)
    time_machine.move_to(at(9, day=25), tick=False)
    amina = as_user(shift.placement.youth.user)
    assert "Passer timerne?" in amina.get("/vagter/").content.decode()
    page = amina.get(f"/vagter/{shift.pk}/").content.decode()
    assert "Hvor længe blev der arbejdet?" in page
    assert "gælder ikke" not in page


def test_no_hours_are_written_before_the_shift_has_begun(shift: RosterShift, elif_: EmployerContact) -> None:
    with pytest.raises(MoveRefused):
        actions.put_in_hours(shift, starts=930, ends=1050, break_minutes=0, by=elif_.user, now=at(15))
    assert not WorkedHours.objects.exists()


def test_a_month_counts_hours_and_about_what_they_pay(shift: RosterShift, elif_: EmployerContact) -> None:
    write(shift, elif_.user)
    month = month_of(shift.placement.youth.user, shift.day.replace(day=1))
    assert (month.minutes, month.agreed, month.pay, month.holiday_pay) == (120, 0, Decimal(140), Decimal("17.50"))


def test_an_employer_sees_own_hours_alone_and_the_youth_all(
    shift: RosterShift, elif_: EmployerContact, as_user: SignIn
) -> None:
    write(shift, elif_.user)
    other = EmployerContactFactory()
    assert month_of(other.user, shift.day.replace(day=1)).rows == []
    page = as_user(shift.placement.youth.user).get("/vagter/timer/?maaned=2026-11").content.decode()
    assert "140 kr." in page
    assert "140 kr." not in as_user(elif_.user).get("/vagter/timer/?maaned=2026-11").content.decode()


def test_the_payroll_gets_a_file_that_no_spreadsheet_takes_for_a_formula(
    shift: RosterShift, elif_: EmployerContact, as_user: SignIn
) -> None:
    Post.objects.update(title='=HYPERLINK("http://x")')
    write(shift, elif_.user)
    answer = as_user(elif_.user).get("/vagter/timer/fil/?maaned=2026-11")
    lines = answer.content.decode("utf-8-sig").splitlines()
    assert len(lines) == 2
    assert "'=HYPERLINK" in lines[1]
    assert "15.30;17.30;0;2,00" in lines[1]
    assert "Amina" not in answer["content-disposition"]
    assert Entry.objects.filter(verb="read", by=elif_.user, youth=shift.placement.youth_id).exists()


@pytest.mark.parametrize("cell", ["=1", "+1", "-1", "@x", "\tx"])
def test_every_beginning_of_a_formula_is_made_a_text(cell: str) -> None:
    assert harmless([cell]) == ["'" + cell]


def test_neither_youth_nor_mentor_fetches_the_payroll(shift: RosterShift, bo: User, as_user: SignIn) -> None:
    for person in (bo, shift.placement.youth.user):
        assert as_user(person).get("/vagter/timer/fil/").status_code == 404


@pytest.mark.parametrize("asked", ["x", "2026-13", "0-0", "99999-01", "-1-1", ""])
def test_a_month_that_is_none_is_this_one(shift: RosterShift, bo: User, as_user: SignIn, asked: str) -> None:
    assert as_user(bo).get("/vagter/timer/", {"maaned": asked}).status_code == 200


def test_the_youth_says_yes_on_the_page(
    shift: RosterShift, elif_: EmployerContact, as_user: SignIn, time_machine: TimeMachineFixture
) -> None:
    write(shift, elif_.user)
    time_machine.move_to(AFTER, tick=False)
    client = as_user(shift.placement.youth.user)
    assert "Passer timerne?" in client.get("/vagter/").content.decode()
    wrong = client.post(f"/vagter/{shift.pk}/timer/", {"starts": "17:30", "ends": "15:30"})
    assert "slutte efter" in wrong.content.decode()
    client.post(f"/vagter/{shift.pk}/timer/", {"starts": "15:30", "ends": "17:30"})
    assert state() == HoursState.AGREED


def test_a_withdrawn_consent_or_an_ended_job_leaves_worked_hours_as_they_are(
    shift: RosterShift, elif_: EmployerContact
) -> None:
    write(shift, elif_.user)
    Placement.objects.update(status="ended", last_day_on=shift.day)
    write(shift, shift.placement.youth.user)
    assert state() == HoursState.AGREED
