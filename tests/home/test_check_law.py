"""`manage.py check_law`: the law for those who have a file of cases and no wish to sign in."""

import io
import json
import os
import subprocess
import sys
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from django.conf import settings
from django.core.management import CommandError, call_command

EVENING = {"weekday": "fri", "start": "17:00", "end": "21:30", "day_type": "non_school"}
CASE = {
    "id": "late",
    "youth": {"age": 16, "in_compulsory_school": False},
    "job": {"tasks": ["tidying"], "shifts": [EVENING]},
}


def check(*args: str) -> Any:
    out = io.StringIO()
    call_command("check_law", *args, stdout=out)
    return json.loads(out.getvalue())


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "cases.json"
    path.write_text(json.dumps([CASE]), encoding="utf-8")
    return path


def test_a_file_is_answered_case_by_case(file: Path) -> None:
    assert check(str(file)) == [{"id": "late", "legal": True, "violations": [], "warnings": [], "findings": []}]


def test_the_law_of_another_day_can_be_asked_for(file: Path) -> None:
    (answer,) = check(str(file), "--on", "2025-06-30")
    assert (answer["legal"], answer["violations"]) == (False, ["N-YOUTH-WINDOW"])


def test_today_is_today_in_denmark(file: Path, time_machine: Any) -> None:
    time_machine.move_to(datetime(2025, 6, 30, 22, 30, tzinfo=UTC), tick=False)
    assert check(str(file))[0]["legal"]


@pytest.mark.parametrize("args", [[], ["-"]])
def test_standard_input_is_read_when_no_file_is_named(args: list[str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(json.dumps(CASE).encode())))
    assert check(*args)["id"] == "late"


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b'[{"id": "x", "job": {"salary": 1}}, {"id": "y", "job": {}, "stage": 2}]', "x: [0].job.salary: is not a"),
        (b'{"job": {"tasks": ["\xe6"]}}', "invalid"),
        (b"not json", "is not JSON"),
        (b"", "is not JSON"),
    ],
)
def test_what_cannot_be_read_is_misuse_and_prints_no_verdict(content: bytes, said: str, tmp_path: Path) -> None:
    path = tmp_path / "cases.json"
    path.write_bytes(content)
    out = io.StringIO()
    with pytest.raises(CommandError) as error:
        call_command("check_law", str(path), stdout=out)
    assert error.value.returncode == 2
    assert said in str(error.value)
    assert out.getvalue() == ""


@pytest.mark.parametrize("missing", ["nowhere.json", "."])
def test_a_file_that_is_not_there_is_misuse(missing: str, tmp_path: Path) -> None:
    with pytest.raises(CommandError) as error:
        check(str(tmp_path / missing))
    assert error.value.returncode == 2


def test_a_day_before_the_book_begins_is_misuse(file: Path) -> None:
    with pytest.raises(CommandError, match="2021-07-01") as error:
        check(str(file), "--on", "2021-06-30")
    assert error.value.returncode == 2


def test_it_runs_where_no_database_answers_and_ends_with_2_when_misused(file: Path) -> None:
    nowhere = "127.0.0.1:1"
    production = os.environ | {
        "JOBPLANETEN_MODE": "production",
        "SECRET_KEY": "x" * 60,
        "SEALING_KEYS": "x" * 43 + "=",
        "SITE_URL": "https://jobplaneten.invalid",
        "ALLOWED_HOSTS": "jobplaneten.invalid",
        "DATABASE_URL": f"postgres://nobody@{nowhere}/nothing",
        "REDIS_URL": f"redis://{nowhere}/0",
        "EMAIL_URL": "consolemail://",
        "MAIL_FROM": "hej@jobplaneten.invalid",
    }

    def run(*args: str, given: str = "") -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            [sys.executable, "manage.py", "check_law", *args],
            cwd=settings.BASE_DIR,
            env=production,
            input=given,
            capture_output=True,
            text=True,
        )

    judged, misread = run(str(file)), run("-", given='{"job": {"alone": "no"}}')
    assert (judged.returncode, json.loads(judged.stdout)[0]["id"]) == (0, "late"), judged.stderr
    assert (misread.returncode, misread.stdout) == (2, "")
    assert "job.alone: 'no' is neither true nor false" in misread.stderr
