from pathlib import Path

import pytest
from django.conf import settings
from django.core.management import call_command

from jobplaneten.accounts.models import User
from tests.api.conftest import Call

WRITTEN = Path(settings.BASE_DIR) / "docs" / "openapi.yaml"


def test_the_written_description_is_up_to_date_and_without_a_doubt(tmp_path: Path) -> None:
    """Write it anew with: manage.py spectacular --validate --fail-on-warn --file docs/openapi.yaml"""
    made = tmp_path / "openapi.yaml"
    call_command("spectacular", "--validate", "--fail-on-warn", "--file", str(made))
    assert made.read_text() == WRITTEN.read_text()


@pytest.mark.django_db
def test_the_description_is_for_people_who_have_signed_in(api: Call, bo: User) -> None:
    assert api().get("/api/v1/schema/").status_code == 401
    answer = api(bo).get("/api/v1/schema/?format=json")
    assert "/api/v1/matches/{id}/approve/" in answer.json()["paths"]


@pytest.mark.django_db
def test_the_page_about_the_api_asks_to_sign_in_and_needs_no_script_of_its_own(api: Call, bo: User) -> None:
    assert api().get("/api/v1/docs/")["location"] == "/log-ind/?next=/api/v1/docs/"
    page = api(bo).get("/api/v1/docs/")
    assert "default-src 'self'" in page["content-security-policy"]
    assert "unsafe" not in page["content-security-policy"]
    assert b"<style" not in page.content
    assert b"<script>" not in page.content
    assert b"SwaggerUIBundle" in api(bo).get("/api/v1/docs/?script=").content


@pytest.mark.django_db
def test_those_who_may_have_a_key_find_the_page_from_their_account(api: Call, bo: User) -> None:
    assert b'href="/api/v1/docs/"' in api(bo).get("/konto/").content
