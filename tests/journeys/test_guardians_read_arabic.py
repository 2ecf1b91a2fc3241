"""The pages of a guardian on a phone, from right to left: nothing scrolls sideways, nothing is too small to hit."""

import pytest
from playwright.sync_api import Page
from pytest_django.live_server_helper import LiveServer

from jobplaneten.families.models import Guardian
from tests.house.world import World, build
from tests.journeys.conftest import PHONE, OpenPage
from tests.journeys.test_every_page import come_in, shape_faults


@pytest.fixture
def world(transactional_db: None, factories_day: None) -> World:
    return build()


@pytest.fixture
def page(open_page: OpenPage) -> Page:
    return open_page(PHONE)


def test_no_page_of_a_guardian_is_too_wide_in_arabic(world: World, page: Page, live_server: LiveServer) -> None:
    come_in(page, world, "guardian", live_server)
    Guardian.objects.update(language="ar")
    child, job = f"/mine-boern/{world.guardianship.pk}/", f"/barnets-job/{world.placement.pk}/"
    faults = []
    for path in ("/", child, job, "/beskeder/", f"/foraelder/{world.invitation.token}/"):
        page.goto(path)
        assert page.locator("html").get_attribute("dir") == "rtl"
        faults += [f"{path}: {fault}" for fault in shape_faults(page)]
    assert faults == []
