"""Worried about a youth: the way to the municipality, and no word about why."""

import pytest
from django.conf import settings
from django.test import Client

from jobplaneten.accounts.models import User
from jobplaneten.keeping.everything import everything
from jobplaneten.trail.models import Entry
from tests.factories import NOW
from youth.actions import note_worry
from youth.models import Worry, Youth


@pytest.mark.django_db
def test_the_page_leads_to_the_municipality_and_keeps_a_day_and_a_name(amina: Youth, bo: User, as_user) -> None:
    client: Client = as_user(bo)
    address = f"/unge/{amina.pk}/bekymret/"
    assert address in client.get(f"/unge/{amina.pk}/").content.decode()
    page = client.get(address).content.decode()
    assert settings.WORRY_PAGE in page
    assert "<textarea" not in page
    assert 'type="text"' not in page
    for _time in range(2):
        client.post(address, {"note": "Amina har blå mærker"})
    row = Worry.objects.get()
    assert (row.youth, row.by) == (amina, bo)
    assert {field.name for field in Worry._meta.get_fields()} == {"id", "youth", "by", "on"}
    assert "Bo" in client.get(address).content.decode()


@pytest.mark.django_db
def test_it_is_in_nothing_that_the_youth_takes_home(amina: Youth, bo: User) -> None:
    before = str(everything(amina))
    note_worry(amina, by=bo, now=NOW)
    assert str(everything(amina)) == before
    assert Entry.objects.get(verb="worry").youth is None


@pytest.mark.django_db
def test_only_who_answers_for_the_youth_sees_that_it_was_done(amina: Youth, bo: User, dorte: User, carla: User) -> None:
    note_worry(amina, by=bo, now=NOW)
    seen = {who: Worry.objects.visible_to(who).count() for who in (bo, dorte, carla, amina.user)}
    assert seen == {bo: 1, dorte: 1, carla: 0, amina.user: 0}
