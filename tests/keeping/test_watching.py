"""Whoever reads about far more youths than usual is asked about it."""

from datetime import datetime, timedelta

import pytest
from django.test import Client

from jobplaneten.accounts.models import Area, Role, User
from jobplaneten.keeping.models import UnusualReading
from jobplaneten.keeping.watching import LIMITS, settle_reading, usual_day, watch_reading
from jobplaneten.messaging.models import Message
from jobplaneten.trail.actions import record_reads
from jobplaneten.workflow import MoveRefused
from tests.factories import NOW, UserFactory
from youth.models import Youth

MANY = LIMITS[Role.MENTOR].hour + 1


def read(by: User, amina: Youth, count: int, at: datetime = NOW) -> None:
    """Amina, and others of whom only the number matters."""
    keys = [amina.pk, *range(10**6, 10**6 + count - 1)]
    record_reads("youth", [(key, key) for key in keys], by=by, now=at)


@pytest.mark.django_db
def test_a_busy_hour_is_nothing_special_and_one_more_is(amina: Youth, bo: User, dorte: User) -> None:
    read(bo, amina, MANY - 1)
    read(bo, amina, MANY - 1)
    assert watch_reading(NOW) == []
    read(bo, amina, MANY)
    (found,) = watch_reading(NOW)
    assert (found.reader, found.hours, found.youths) == (bo, 1, MANY)
    message = Message.objects.get(to=dorte)
    assert "Bo" not in message.subject + message.body
    assert watch_reading(NOW + timedelta(minutes=10)) == []


@pytest.mark.django_db
def test_who_reads_much_every_day_may_do_so_and_not_twice_as_much(amina: Youth, bo: User, dorte: User) -> None:
    day = LIMITS[Role.MENTOR].day
    for days in range(2, 6):
        for hours in range(3):
            spread = [10**6 + number for number in range(hours, day, 3)]
            record_reads(
                "youth", [(key, key) for key in spread], by=bo, now=NOW - timedelta(days=days, hours=2 * hours)
            )
    assert usual_day(bo, NOW) == day

    def in_pieces(count: int) -> None:
        for hour in range(1, 8):
            keys = [2 * 10**6 + number for number in range(hour, count, 7)]
            record_reads("youth", [(key, key) for key in keys], by=bo, now=NOW - timedelta(hours=2 * hour))

    in_pieces(2 * day)
    assert watch_reading(NOW) == []
    in_pieces(2 * day + 9)
    assert [(each.hours, each.usual) for each in watch_reading(NOW)] == [(24, day)]


@pytest.mark.django_db
def test_a_youth_who_reads_about_him_or_herself_is_never_an_alarm(amina: Youth) -> None:
    read(amina.user, amina, 900)
    assert watch_reading(NOW) == []


@pytest.mark.django_db
def test_what_a_coordinator_reads_another_looks_at_and_nobody_of_another_town(
    amina: Youth, area: Area, dorte: User, client: Client
) -> None:
    other = UserFactory(role=Role.COORDINATOR, name="Ditte", areas=[area])
    far = UserFactory(role=Role.COORDINATOR, name="Far")
    read(dorte, amina, LIMITS[Role.COORDINATOR].hour + 1)
    (found,) = watch_reading(NOW)
    assert set(Message.objects.values_list("to__name", flat=True)) == {"Ditte"}
    seen = {who: UnusualReading.objects.visible_to(who).count() for who in (dorte, other, far)}
    assert seen == {dorte: 0, other: 1, far: 0}
    client.force_login(dorte)
    assert client.post(f"/usaedvanlig-laesning/{found.pk}/set/", {"note": "Det var mig."}).status_code == 404


@pytest.mark.django_db
def test_where_nobody_else_coordinates_who_runs_the_service_is_told(amina: Youth, dorte: User) -> None:
    runs = UserFactory(role=Role.COORDINATOR, name="Drift", is_superuser=True)
    read(dorte, amina, LIMITS[Role.COORDINATOR].hour + 1)
    watch_reading(NOW)
    assert list(Message.objects.values_list("to__name", flat=True)) == ["Drift"]
    assert UnusualReading.objects.visible_to(runs).count() == 1


@pytest.mark.django_db
def test_a_coordinator_asks_and_writes_down_what_it_was(amina: Youth, bo: User, dorte: User, client: Client) -> None:
    read(bo, amina, MANY)
    (found,) = watch_reading(NOW)
    client.force_login(dorte)
    assert client.get("/").context["next"].url == "/usaedvanlig-laesning/"
    page = client.get("/usaedvanlig-laesning/").content.decode()
    assert "Bo" in page
    assert f"Læste om {MANY} forskellige unge på en time." in page
    client.post(f"/usaedvanlig-laesning/{found.pk}/set/", {"note": ""})
    assert UnusualReading.objects.open().exists()
    client.post(f"/usaedvanlig-laesning/{found.pk}/set/", {"note": "Bo talte alle op til årsmødet."})
    found.refresh_from_db()
    assert (found.settled_by, found.note) == (dorte, "Bo talte alle op til årsmødet.")
    assert "årsmødet" in client.get("/usaedvanlig-laesning/").content.decode()
    with pytest.raises(MoveRefused):
        settle_reading(found, note="Igen", by=dorte, now=NOW)
