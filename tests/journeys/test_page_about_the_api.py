"""The page that describes the API is drawn by somebody else's script; it lives under our own content policy."""

from collections.abc import Callable
from pathlib import Path

import pytest
from django.test import Client
from playwright.sync_api import Page, expect
from pytest_django.live_server_helper import LiveServer

from jobplaneten.accounts.models import Role
from tests.factories import UserFactory


@pytest.mark.django_db(transaction=True)
def test_the_page_about_the_api_is_drawn_and_tries_things_out(
    desktop: Page, live_server: LiveServer, shot: Callable[..., Path]
) -> None:
    client = Client()
    client.force_login(UserFactory(role=Role.MENTOR))
    session = {"name": "sessionid", "value": client.cookies["sessionid"].value, "url": live_server.url}
    desktop.context.add_cookies([session])  # type: ignore[list-item]
    desktop.goto("/api/v1/docs/")
    expect(desktop.get_by_role("heading", name="Jobplaneten")).to_be_visible()
    steps = desktop.locator("#operations-steps-steps_list")
    steps.get_by_role("button").first.click()
    steps.get_by_role("button", name="Try it out").click()
    with desktop.expect_response("**/api/v1/steps/**") as answered:
        steps.get_by_role("button", name="Execute").click()
    assert answered.value.status == 200
    shot("api", of=desktop)
