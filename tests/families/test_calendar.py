from collections.abc import Callable
from datetime import date

import icalendar
import pytest
from django.test import Client
from time_machine import TimeMachineFixture

from jobplaneten.accounts.models import User
from jobplaneten.families.models import Guardian, Guardianship
from jobplaneten.placements.models import Placement
from jobplaneten.shifts.actions import plan_job, renew_link
from jobplaneten.shifts.feeds import workplace_of
from jobplaneten.shifts.models import RosterShift
from jobplaneten.trail.models import Entry
from tests.factories import NOW
from youth.models import Protected, Youth

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def that_day(time_machine: TimeMachineFixture) -> None:
    time_machine.move_to(NOW)


@pytest.fixture
def shift(job: Placement) -> RosterShift:
    Placement.objects.update(status="started", first_day_on=NOW.date(), started_at=NOW)
    plan_job(job.pk, now=NOW)
    return RosterShift.objects.in_order()[0]


def summaries(guardian: User, client: Client, *, tells_where: bool = False) -> set[str]:
    token = renew_link(guardian, tells_where=tells_where, now=NOW)
    answer = client.get(f"/kalender/{token}/mine-boern.ics")
    assert answer.status_code == 200
    return {str(event["summary"]) for event in icalendar.Calendar.from_ical(answer.content).walk("VEVENT")}


def test_a_parent_s_phone_fetches_the_child_s_shifts_in_the_parent_s_words(
    shift: RosterShift, mother: Guardianship, client: Client
) -> None:
    assert summaries(mother.guardian, client) == {"Vagt"}
    workplace = workplace_of(shift)
    assert summaries(mother.guardian, client, tells_where=True) == {f"Amina på vagt: {workplace}"}
    Guardian.objects.update(language="en")
    assert summaries(mother.guardian, client, tells_where=True) == {f"Amina at work: {workplace}"}
    assert Entry.objects.filter(verb="read", kind="rostershift", by=mother.guardian).exists()


def test_the_calendar_is_made_on_a_page_and_its_address_is_shown_once(
    shift: RosterShift, mother: Guardianship, as_user: Callable[[User], Client]
) -> None:
    client = as_user(mother.guardian)
    assert "/mine-boern/kalender/" in client.get(f"/mine-boern/{mother.pk}/").content.decode()
    assert "mine-boern.ics" in client.post("/mine-boern/kalender/").content.decode()
    assert "mine-boern.ics" not in client.get("/mine-boern/kalender/").content.decode()


def test_who_may_not_hear_of_the_job_finds_an_empty_calendar(
    shift: RosterShift, mother: Guardianship, client: Client
) -> None:
    Youth.objects.update(protected=Protected.YES)
    Guardianship.objects.update(lives_with=True)
    assert summaries(mother.guardian, client, tells_where=True) == {"Vagt"}
    Guardianship.objects.update(lives_with=False)
    assert summaries(mother.guardian, client) == set()
    Youth.objects.update(protected=Protected.NO, born_on=date(2000, 1, 1))
    assert summaries(mother.guardian, client) == set()


def test_neither_address_serves_the_other_s_people(
    shift: RosterShift, mother: Guardianship, amina: Youth, client: Client
) -> None:
    of_mother = renew_link(mother.guardian, tells_where=True, now=NOW)
    of_youth = renew_link(amina.user, tells_where=True, now=NOW)
    assert client.get(f"/kalender/{of_mother}/vagter.ics").status_code == 404
    assert client.get(f"/kalender/{of_youth}/mine-boern.ics").status_code == 404
    Guardianship.objects.update(ended_at=NOW, ended_why="mistake")
    assert summaries(mother.guardian, client) == set()
