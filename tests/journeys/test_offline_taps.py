"""At work in a cellar: the page opens without network, the thumb counts, and it is heard once when there is network."""

from datetime import timedelta

import pytest
from django.test import Client
from django.utils import timezone
from playwright.sync_api import Page, expect
from pytest_django.live_server_helper import LiveServer

from jobplaneten.placements.models import Placement
from jobplaneten.shifts.models import RosterShift, Tap
from tests.factories import PostFactory
from tests.journeys.conftest import PHONE, OpenPage
from youth.models import Youth

A_BUSY_MACHINE = 20_000
pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def shift(amina: Youth) -> RosterShift:
    """By the real clock, for it is the phone that says when: begun half an hour ago."""
    now = timezone.localtime()
    minute = now.hour * 60 + now.minute
    job = Placement.objects.create(
        youth=amina,
        post=PostFactory(starts_on=now.date() - timedelta(days=9), ends_on=None),
        agreed_at=now,
        status="started",
        started_at=now,
        first_day_on=now.date() - timedelta(days=7),
        first_name="Amina",
    )
    starts, ends = max(0, minute - 30), min(1440, minute + 90)
    return RosterShift.objects.create(placement=job, day=now.date(), starts=starts, ends=ends)


@pytest.fixture
def page(open_page: OpenPage, shift: RosterShift, live_server: LiveServer) -> Page:
    client = Client()
    client.force_login(shift.placement.youth.user)
    page = open_page(PHONE)
    page.context.add_cookies(
        [{"name": "sessionid", "value": client.cookies["sessionid"].value, "url": live_server.url}]
    )
    return page


def test_a_tap_without_network_is_heard_once_when_there_is_network(
    page: Page, shift: RosterShift, console: list[str]
) -> None:
    page.goto(f"/vagter/{shift.pk}/")
    page.evaluate("navigator.serviceWorker.ready")
    page.reload()
    page.context.set_offline(True)
    page.reload()
    page.get_by_role("button", name="Jeg er her").click()
    expect(page.get_by_role("status").filter(has_text="Gemt på telefonen")).to_be_visible()
    assert not Tap.objects.exists()
    page.reload()
    console.clear()
    page.context.set_offline(False)
    expect(page.get_by_text("Er her", exact=True)).to_be_visible(timeout=A_BUSY_MACHINE)
    assert Tap.objects.count() == 1
    assert page.evaluate("localStorage.getItem('shift-taps')") == "[]"
