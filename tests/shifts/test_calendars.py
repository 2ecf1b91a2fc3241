from collections.abc import Callable
from datetime import date
from typing import Any

import icalendar
import pytest
from django.test import Client

from employers.models import EmployerContact
from jobplaneten.accounts.models import User
from jobplaneten.placements.models import Placement
from jobplaneten.shifts import actions
from jobplaneten.shifts.models import CalendarLink, RosterShift
from jobplaneten.trail.models import Entry
from tests.factories import NOW
from tests.shifts.conftest import at
from youth.models import Protected, Youth

pytestmark = pytest.mark.django_db
SignIn = Callable[[User], Client]


def feed_of(person: User, client: Client, *, tells_where: bool = False) -> Any:
    token = actions.renew_link(person, tells_where=tells_where, now=NOW)
    answer = client.get(f"/kalender/{token}/vagter.ics")
    assert answer.status_code == 200
    return icalendar.Calendar.from_ical(answer.content)


def test_a_phone_fetches_the_shifts_with_the_right_clock(shift: RosterShift, client: Client) -> None:
    calendar = feed_of(shift.placement.youth.user, client)
    events = calendar.walk("VEVENT")
    assert len(events) == 4
    assert events[0]["dtstart"].dt == at(15, 30)
    assert calendar.walk("VTIMEZONE")
    assert {str(event["summary"]) for event in events} == {"Vagt"}


def test_it_says_where_only_when_one_wants_it_and_never_of_a_protected_youth(
    shift: RosterShift, client: Client, elif_: EmployerContact
) -> None:
    youth = shift.placement.youth
    named = feed_of(youth.user, client, tells_where=True).to_ical().decode()
    assert elif_.employer.name in named
    assert "Amina" in feed_of(elif_.user, client, tells_where=True).to_ical().decode()
    Youth.objects.update(protected=Protected.YES)
    assert "Amina" not in feed_of(elif_.user, client, tells_where=True).to_ical().decode()


def test_a_new_address_ends_the_old_and_only_a_digest_is_kept(shift: RosterShift, client: Client) -> None:
    person = shift.placement.youth.user
    old = actions.renew_link(person, tells_where=False, now=NOW)
    new = actions.renew_link(person, tells_where=False, now=NOW)
    assert client.get(f"/kalender/{old}/vagter.ics").status_code == 404
    assert client.get(f"/kalender/{new}/vagter.ics").status_code == 200
    actions.end_link(person, now=NOW)
    assert client.get(f"/kalender/{new}/vagter.ics").status_code == 404
    assert not CalendarLink.objects.filter(digest__in=[old, new]).exists()


def test_the_address_is_shown_once(shift: RosterShift, as_user: SignIn) -> None:
    client = as_user(shift.placement.youth.user)
    assert ".ics" in client.post("/vagter/kalender/").content.decode()
    assert ".ics" not in client.get("/vagter/kalender/").content.decode()
    client.post("/vagter/kalender/", {"move": "end"})
    assert not CalendarLink.objects.filter(ended_at=None).exists()


def test_who_lost_the_right_to_see_finds_an_empty_calendar_or_none(
    shift: RosterShift, client: Client, elif_: EmployerContact, bo: User
) -> None:
    token = actions.renew_link(elif_.user, tells_where=True, now=NOW)
    elif_.employer.vetted_until = date(2020, 1, 1)
    elif_.employer.save()
    assert b"VEVENT" not in client.get(f"/kalender/{token}/vagter.ics").content
    User.objects.filter(pk=elif_.user.pk).update(is_active=False)
    assert client.get(f"/kalender/{token}/vagter.ics").status_code == 404


def test_what_a_grown_up_s_phone_fetches_is_written_in_the_trail(shift: RosterShift, client: Client, bo: User) -> None:
    feed_of(bo, client)
    assert Entry.objects.filter(verb="read", by=bo, youth=shift.placement.youth_id).exists()


def test_a_shift_that_is_off_leaves_the_calendar(shift: RosterShift, client: Client, bo: User) -> None:
    actions.call_off(shift, reason="closed", by=bo, now=NOW)
    Placement.objects.update(last_day_on=date(2026, 12, 2))
    assert len(feed_of(shift.placement.youth.user, client).walk("VEVENT")) == 1
