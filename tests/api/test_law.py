"""The law as a service: open to everybody, patient with nobody, and without a memory."""

import json
import logging
from typing import Any

import pytest
from django.core.cache import cache
from rest_framework.throttling import SimpleRateThrottle

from jobplaneten.accounts.models import User
from jobplaneten.home.api import MOST_BYTES
from jobplaneten.home.law_form import ALCOHOL, CASE, EXAMPLE, FORM, JOB, MACHINE, SHIFT
from jobplaneten.law import reading
from jobplaneten.law.documents import KNOWN
from tests.api.conftest import Call
from tests.home.test_check_law import CASE as LATE
from tests.home.test_check_law import check

JUDGE = "/api/v1/law/judge"


@pytest.mark.parametrize("path", [JUDGE, f"{JUDGE}/"])
def test_a_stranger_gets_the_verdict(api: Call, path: str) -> None:
    answer = api().post(path, EXAMPLE)
    assert answer.status_code == 200
    said = answer.json()
    assert (said["id"], said["legal"], said["violations"]) == ("kiosk", False, ["T-DAY-SCHOOL-2"])
    assert said["findings"][0]["why"] == "På en skoledag må man højst arbejde 2 timer, men mandag er der 3 timer."


def test_the_answer_is_that_of_the_command(api: Call, tmp_path: Any) -> None:
    form = {"cases": [EXAMPLE, LATE], "post_matrix": [{"id": "post", "job": LATE["job"]}], "meta": {}}
    file = tmp_path / "cases.json"
    file.write_text(json.dumps(form))
    assert api().post(JUDGE, form).json() == check(str(file))


def test_another_day_can_be_asked_for(api: Call) -> None:
    assert api().post(JUDGE, LATE).json()["legal"]
    assert api().post(f"{JUDGE}?on=2025-06-30", LATE).json()["violations"] == ["N-YOUTH-WINDOW"]
    for day in ("2021-06-30", "in May", ""):
        answer = api().post(f"{JUDGE}?on={day}", LATE)
        assert (answer.status_code, list(answer.json())) == (400, ["on"])


def test_what_is_wrong_is_told_by_path(api: Call) -> None:
    answer = api().post(JUDGE, [{"job": {"salary": 1, "alone": "no"}}])
    assert answer.status_code == 400
    assert answer.json() == {
        "[0].job.salary": ["is not a field of the form"],
        "[0].job.alone": ["'no' is neither true nor false"],
    }


@pytest.mark.parametrize("body", [b"", b"{", b"\xff", b"NaN", b"[" * 100_000])
def test_junk_is_refused_kindly(api: Call, body: bytes) -> None:
    answer = api().generic("POST", JUDGE, body, content_type="application/json")
    assert (answer.status_code, list(answer.json())) == (400, ["case"])


def test_only_json_is_read(api: Call) -> None:
    assert api().post(JUDGE, "job=1", content_type="application/x-www-form-urlencoded").status_code == 415
    assert api().get(JUDGE).status_code == 405


def test_there_is_an_end_to_what_one_may_send(api: Call) -> None:
    assert len(api().post(JUDGE, [LATE] * 100).json()) == 100
    assert api().post(JUDGE, [LATE] * 101).json() == {"case": ["101 cases are too many at once"]}
    just_enough = json.dumps(EXAMPLE).encode().ljust(MOST_BYTES)
    assert api().generic("POST", JUDGE, just_enough, content_type="application/json").status_code == 200
    assert api().generic("POST", JUDGE, just_enough + b" ", content_type="application/json").status_code == 413


def test_an_address_has_to_wait_its_turn_and_others_have_not(api: Call, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(SimpleRateThrottle, "THROTTLE_RATES", {"law": "2/min"})
    answers = [api().post(JUDGE, EXAMPLE, REMOTE_ADDR="192.0.2.1").status_code for _ in range(3)]
    assert answers == [200, 200, 429]
    assert api().post(JUDGE, EXAMPLE, REMOTE_ADDR="192.0.2.2").status_code == 200


def test_nothing_is_kept_and_nothing_is_written_down(
    api: Call, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    """No database is asked (there is none here); an address is not to be found in the counts, nor in the log."""
    keys: list[str] = []

    def remember(key: str, *args: Any) -> None:
        keys.append(key)

    monkeypatch.setattr(cache, "set", remember)
    with caplog.at_level(logging.DEBUG):
        api().post(JUDGE, EXAMPLE, REMOTE_ADDR="192.0.2.77")
        api().post(JUDGE, {"secret": "Amina"}, REMOTE_ADDR="192.0.2.77")
    assert len(keys) == 2
    for said in (*keys, caplog.text):
        assert "192.0.2.77" not in said
        assert "Amina" not in said


@pytest.mark.django_db
def test_who_is_signed_in_is_nobody_here(api: Call, bo: User) -> None:
    client = api(bo)
    client.handler.enforce_csrf_checks = True
    assert client.post(JUDGE, EXAMPLE, HTTP_AUTHORIZATION="Token nonsense").status_code == 200


def test_the_description_knows_the_fields_of_the_form() -> None:
    for described, read in ((JOB, reading.JOB), (SHIFT, reading.SHIFT), (MACHINE, reading.MACHINE)):
        assert set(described["properties"]) == set(read)
    assert set(ALCOHOL["properties"]) == set(reading.ALCOHOL)
    assert set(CASE["properties"]) == set(reading.CASE) | reading.ABOUT_A_CASE
    for name, parts in (("youth", reading.YOUTH), ("hire", reading.HIRE), ("config", reading.CONFIG)):
        assert set(CASE["properties"][name]["properties"]) == set(parts)
    assert set(FORM["oneOf"][2]["properties"]) == KNOWN
