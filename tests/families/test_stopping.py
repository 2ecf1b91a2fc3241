"""A guardian of a minor may pause or end a job; nobody else's guardian, and nobody after the birthday."""

from datetime import timedelta
from typing import Any

import pytest
import time_machine
from django.test import Client

from employers.models import EmployerContact
from jobplaneten.accounts.models import User
from jobplaneten.families.actions import end_job, pause_job
from jobplaneten.families.models import Guardianship
from jobplaneten.messaging.models import Message
from jobplaneten.placements.models import Pause, Placement, PlacementStatus
from jobplaneten.workflow import MoveRefused
from tests.factories import NOW, TODAY, UserFactory
from youth.models import Protected, Youth

pytestmark = pytest.mark.django_db


@pytest.fixture
def running(job: Placement) -> Placement:
    Placement.objects.filter(pk=job.pk).update(status="started", first_day_on=TODAY, started_at=NOW)
    Message.objects.all().delete()
    return Placement.objects.get(pk=job.pk)


def test_a_guardian_pauses_and_ends_on_the_page_and_the_mentor_hears_at_once(
    mother: Guardianship, running: Placement, bo: User, elif_: EmployerContact, client: Client
) -> None:
    here = f"/barnets-job/{running.pk}/stop/"
    with time_machine.travel(NOW, tick=False):
        client.force_login(mother.guardian)
        assert "Hold pause" in client.get(here).content.decode()
        week = {"begins_on": str(TODAY), "until_on": str(TODAY + timedelta(days=6)), "kind": "holiday"}
        client.post(here, {"deed": "pause"} | week)
        assert Pause.objects.get().by == mother.guardian
        client.post(here, {"deed": "end", "last_day_on": str(TODAY), "kind": "worried", "words": "Kanarie"})
        assert client.post(here, {"deed": "nonsense"}).status_code == 404
    running.refresh_from_db()
    assert (running.status, running.ended_by) == (PlacementStatus.ENDED, mother.guardian)
    assert Message.objects.filter(to=bo).count() == 2
    assert not Message.objects.filter(to=elif_.user, body__icontains="bekymring").exists()


def test_who_is_no_guardian_of_the_child_today_stops_nothing(mother: Guardianship, running: Placement) -> None:
    said: dict[str, Any] = {"kind": "worried", "last_day_on": TODAY}
    with pytest.raises(MoveRefused):
        end_job(mother, running, **said, by=UserFactory(), now=NOW)
    grown = NOW + timedelta(days=5 * 366)
    with pytest.raises(MoveRefused):
        end_job(mother, running, **said, by=mother.guardian, now=grown)
    days: dict[str, Any] = {"begins_on": grown.date(), "until_on": grown.date(), "kind": "exam"}
    with pytest.raises(MoveRefused):
        pause_job(mother, running, **days, by=mother.guardian, now=grown)
    running.refresh_from_db()
    assert running.status == PlacementStatus.STARTED
    assert not Pause.objects.exists()


def test_where_a_protected_youth_works_is_told_only_to_the_parent_whom_they_live_with(
    mother: Guardianship, running: Placement, client: Client
) -> None:
    client.force_login(mother.guardian)
    here = f"/barnets-job/{running.pk}/"
    Youth.objects.filter(pk=running.youth_id).update(protected=Protected.YES)
    for lives_with, status in ((False, 404), (True, 200)):
        Guardianship.objects.filter(pk=mother.pk).update(lives_with=lives_with)
        with time_machine.travel(NOW, tick=False):
            assert client.get(here).status_code == status


def test_a_deal_that_nobody_has_written_is_not_handed_out(
    mother: Guardianship, running: Placement, client: Client
) -> None:
    running.terms.all().delete()
    client.force_login(mother.guardian)
    with time_machine.travel(NOW, tick=False):
        assert client.get(f"/barnets-job/{running.pk}/vilkaar/pdf/").status_code == 404
