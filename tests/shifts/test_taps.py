"""One thumb: on the way, here, leaving, ill – said once, heard late, never invented."""

from collections.abc import Callable
from datetime import datetime, timedelta

import pytest
from django.db import IntegrityError, transaction
from django.test import Client
from time_machine import TimeMachineFixture

from employers.models import EmployerContact
from jobplaneten.accounts.models import User
from jobplaneten.messaging.models import Message
from jobplaneten.placements.models import Placement
from jobplaneten.shifts import actions
from jobplaneten.shifts.models import RosterShift, ShiftStatus, Tap, TapKind, WorkedHours
from jobplaneten.workflow import MoveRefused
from tests.placements.test_at_once import at_once
from tests.shifts.conftest import at

pytestmark = pytest.mark.django_db
SignIn = Callable[[User], Client]


def tap(shift: RosterShift, kind: TapKind, when: datetime, heard: datetime | None = None) -> bool:
    return actions.tap(shift, kind, tapped_at=when, by=shift.placement.youth.user, now=heard or when)


def test_a_day_at_work_is_three_taps_and_the_hours_are_written(shift: RosterShift, elif_: EmployerContact) -> None:
    tap(shift, TapKind.ON_MY_WAY, at(15, 5))
    assert Message.objects.filter(to=elif_.user, body__contains="på vej").exists()
    tap(shift, TapKind.HERE, at(15, 26))
    tap(shift, TapKind.LEAVING, at(17, 48))
    worked = WorkedHours.objects.get(shift=shift)
    assert (worked.starts, worked.ends) == (15 * 60 + 30, 17 * 60 + 50)
    assert Message.objects.filter(to=elif_.user, subject="Passer timerne?").exists()


def test_ill_is_heard_by_workplace_and_mentor_in_the_same_minute_and_says_not_what_ails(
    shift: RosterShift, elif_: EmployerContact, bo: User
) -> None:
    tap(shift, TapKind.SICK, at(7))
    for person in (elif_.user, bo):
        letter = Message.objects.get(to=person, created_at=at(7))
        assert letter.is_urgent
        assert "syg" not in (letter.subject + letter.body).lower()
    shift.refresh_from_db()
    assert shift.status == ShiftStatus.CALLED_OFF


def test_a_second_tap_changes_nothing(shift: RosterShift, elif_: EmployerContact) -> None:
    assert [tap(shift, TapKind.HERE, at(15, 30)), tap(shift, TapKind.HERE, at(15, 40))] == [True, False]
    assert Tap.objects.get().tapped_at == at(15, 30)


def test_taps_that_come_late_and_in_the_wrong_order_are_the_same_day(shift: RosterShift) -> None:
    home = at(21)
    tap(shift, TapKind.LEAVING, at(17, 30), heard=home)
    tap(shift, TapKind.HERE, at(15, 30), heard=home)
    worked = WorkedHours.objects.get()
    assert (worked.starts, worked.ends) == (shift.starts, shift.ends)
    assert set(Tap.objects.values_list("heard_at", flat=True)) == {home}


@pytest.mark.parametrize(
    ("kind", "when", "heard"),
    [
        (TapKind.HERE, at(8), at(8)),
        (TapKind.HERE, at(18), at(18)),
        (TapKind.ON_MY_WAY, at(9), at(9)),
        (TapKind.LEAVING, at(15), at(15)),
        (TapKind.HERE, at(15, 30), at(15, 30, day=28)),
        (TapKind.HERE, at(17), at(15, 30)),
    ],
)
def test_a_tap_at_a_time_that_cannot_be_is_refused_and_not_kept(
    shift: RosterShift, kind: TapKind, when: datetime, heard: datetime
) -> None:
    with pytest.raises(MoveRefused):
        tap(shift, kind, when, heard)
    assert not Tap.objects.exists()


def test_a_phone_whose_clock_is_a_little_ahead_is_taken_as_now(shift: RosterShift) -> None:
    tap(shift, TapKind.HERE, at(15, 34), heard=at(15, 31))
    assert Tap.objects.get().tapped_at == at(15, 31)


def test_no_tap_counts_when_the_job_has_ended_or_the_shift_is_off(shift: RosterShift, bo: User) -> None:
    Placement.objects.update(last_day_on=at(12, day=23).date())
    with pytest.raises(MoveRefused):
        tap(shift, TapKind.HERE, at(15, 30))
    Placement.objects.update(last_day_on=None)
    actions.call_off(shift, reason="closed", by=bo, now=at(9))
    with pytest.raises(MoveRefused):
        tap(shift, TapKind.HERE, at(15, 30))
    assert not Tap.objects.exists()


def test_nobody_taps_for_somebody_else(shift: RosterShift, bo: User, elif_: EmployerContact, as_user: SignIn) -> None:
    with pytest.raises(MoveRefused):
        actions.tap(shift, TapKind.SICK, tapped_at=at(7), by=bo, now=at(7))
    assert as_user(elif_.user).post(f"/vagter/{shift.pk}/tryk/", {"kind": "sick"}).status_code == 404
    assert not Tap.objects.exists()


def test_without_script_a_tap_is_an_ordinary_form(
    shift: RosterShift, as_user: SignIn, time_machine: TimeMachineFixture
) -> None:
    time_machine.move_to(at(15, 20), tick=False)
    client = as_user(shift.placement.youth.user)
    assert "Jeg er her" in client.get("/vagter/").content.decode()
    page = client.post(f"/vagter/{shift.pk}/tryk/", {"kind": "here"}, follow=True).content.decode()
    assert "Velkommen på arbejde!" in page
    assert Tap.objects.get().tapped_at == at(15, 20)


def test_leaving_can_be_said_on_the_front_of_the_shifts_for_hours_after_the_end(
    shift: RosterShift, as_user: SignIn, time_machine: TimeMachineFixture
) -> None:
    tap(shift, TapKind.HERE, at(15, 30))
    time_machine.move_to(at(18, 5), tick=False)
    client = as_user(shift.placement.youth.user)
    assert "Jeg går nu" in client.get("/vagter/").content.decode()
    client.post(f"/vagter/{shift.pk}/tryk/", {"kind": "leaving"})
    assert "Jeg går nu" not in client.get("/vagter/").content.decode()


def test_no_button_is_shown_that_would_be_refused(
    shift: RosterShift, as_user: SignIn, time_machine: TimeMachineFixture
) -> None:
    seen = {}
    for when in (at(12, day=23), at(10), at(14), at(16), at(18)):
        time_machine.move_to(when, tick=False)
        page = as_user(shift.placement.youth.user).get(f"/vagter/{shift.pk}/").content.decode()
        seen[when] = [kind.value for kind in TapKind if f'name="kind" value="{kind.value}"' in page]
    assert list(seen.values()) == [
        ["sick", "cannot"],
        ["on_my_way", "sick", "cannot"],
        ["on_my_way", "here", "sick", "cannot"],
        ["on_my_way", "here", "sick", "cannot"],
        [],
    ]


def test_a_shift_that_was_called_off_stays_on_the_list_with_a_word_of_it(
    shift: RosterShift, elif_: EmployerContact, as_user: SignIn
) -> None:
    tap(shift, TapKind.SICK, at(8, day=23))
    for who in (shift.placement.youth.user, elif_.user):
        page = as_user(who).get("/vagter/").content.decode()
        assert f'href="/vagter/{shift.pk}/"' in page
        assert "Aflyst" in page


@pytest.mark.parametrize("sent", ["", "i går", "2026-11-24T15:25:00", "2026-13-99T99:99:99Z"])
def test_a_moment_that_is_none_is_now(
    shift: RosterShift, as_user: SignIn, time_machine: TimeMachineFixture, sent: str
) -> None:
    time_machine.move_to(at(15, 30), tick=False)
    as_user(shift.placement.youth.user).post(f"/vagter/{shift.pk}/tryk/", {"kind": "here", "at": sent})
    assert Tap.objects.get().tapped_at == at(15, 30)


def test_a_replayed_tap_is_answered_in_words_a_script_can_show(
    shift: RosterShift, as_user: SignIn, time_machine: TimeMachineFixture
) -> None:
    time_machine.move_to(at(20), tick=False)
    client = as_user(shift.placement.youth.user)
    where, accept = f"/vagter/{shift.pk}/tryk/", {"accept": "application/json"}
    then = (at(15, 30)).isoformat()
    for _ in range(2):
        assert client.post(where, {"kind": "here", "at": then}, headers=accept).status_code == 200
    assert client.get("/vagter/").content.decode().count("Velkommen på arbejde!") == 1
    late = client.post(where, {"kind": "sick", "at": at(19).isoformat()}, headers=accept)
    assert (late.status_code, "Ring" in late.json()["said"]) == (409, True)
    assert client.post(where, {"kind": "x"}, headers=accept).status_code == 409
    assert Tap.objects.count() == 1


@pytest.mark.django_db(transaction=True)
def test_two_taps_at_the_very_same_instant_are_heard_once(shift: RosterShift, bo: User) -> None:
    """A thumb that trembles, on a phone that sends both."""
    assert at_once(*[lambda: tap(shift, TapKind.SICK, at(13))] * 2) == ["", ""]
    assert Tap.objects.count() == 1
    assert Message.objects.filter(to=bo, body__contains="kommer ikke til vagten").count() == 1


def test_who_comes_late_is_paid_from_then_and_was_there(shift: RosterShift, elif_: EmployerContact) -> None:
    """Twenty minutes: nobody is sent away or written as missed, and the hours say what was worked."""
    tap(shift, TapKind.HERE, at(15, 50))
    with pytest.raises(MoveRefused):
        actions.say_missed(shift, by=elif_.user, now=at(16))
    tap(shift, TapKind.LEAVING, at(17, 30))
    worked = WorkedHours.objects.get()
    assert (worked.starts, worked.ends) == (15 * 60 + 50, 17 * 60 + 30)
    shift.refresh_from_db()
    assert shift.status == ShiftStatus.PLANNED


def test_the_database_itself_keeps_one_tap_of_a_kind(shift: RosterShift) -> None:
    tap(shift, TapKind.HERE, at(15, 30))
    with pytest.raises(IntegrityError), transaction.atomic():
        Tap.objects.create(shift=shift, kind=TapKind.HERE, tapped_at=at(15, 30), heard_at=at(15, 30))


def test_time_does_not_run_backwards_over_midnight(shift: RosterShift) -> None:
    """Leaving long after the end is not worked time without end: it is refused after six hours."""
    tap(shift, TapKind.HERE, at(15, 30))
    with pytest.raises(MoveRefused):
        tap(shift, TapKind.LEAVING, at(17, 30) + timedelta(hours=6, minutes=1))
    assert not WorkedHours.objects.exists()


def test_who_was_there_after_all_is_believed_when_the_network_comes_back(
    shift: RosterShift, elif_: EmployerContact, bo: User
) -> None:
    """The workplace had already said that nobody came; the tap lay in a phone without network."""
    actions.say_missed(shift, by=elif_.user, now=at(15, 50))
    tap(shift, TapKind.HERE, at(15, 40), heard=at(18))
    shift.refresh_from_db()
    assert shift.status == ShiftStatus.PLANNED
    assert Message.objects.filter(to=bo, body__contains="var der alligevel").exists()
    tap(shift, TapKind.LEAVING, at(17, 30), heard=at(18))
    assert WorkedHours.objects.exists()
