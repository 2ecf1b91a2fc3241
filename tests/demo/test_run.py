"""The README's other promise: `manage.py run --once`, on SQLite and a folder, in a process of its own."""

import json
import os
import signal
import socket
import sqlite3
import subprocess
import sys
from collections import Counter
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
from django.conf import settings

from jobplaneten.demo.people import SIGN_IN


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def environment(var: Path) -> dict[str, str]:
    """As a newcomer has it: nothing of the tests' servers."""
    kept = {name: value for name, value in os.environ.items() if not name.endswith("_URL")}
    return {**kept, "JOBPLANETEN_MODE": "demo", "JOBPLANETEN_VAR": str(var)}


def command(*arguments: str) -> list[str]:
    return [sys.executable, str(Path(settings.BASE_DIR) / "manage.py"), "run", "--port", str(free_port()), *arguments]


@pytest.fixture(scope="module")
def town(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, dict[str, Any]]:
    var = tmp_path_factory.mktemp("town")
    done = subprocess.run(command("--once"), env=environment(var), capture_output=True, timeout=300, check=False)
    assert done.returncode == 0, done.stderr.decode()[-2000:]
    return var, json.loads(done.stdout)


def column(var: Path, query: str) -> Counter[Any]:
    with closing(sqlite3.connect(var / "jobplaneten.sqlite3")) as ledger:
        return Counter(value for (value,) in ledger.execute(query))


def test_the_night_goes_through_the_worker_and_its_counts_are_printed(town: tuple[Path, dict[str, Any]]) -> None:
    var, counts = town
    assert counts["status"] == "done"
    assert counts["seen"] > 50
    assert counts["proposed"] > 0
    assert {"age", "step", "timetable"} <= set(counts["refused"])
    assert counts["seconds"] >= 0
    holders = column(var, "SELECT holder FROM matching_run ORDER BY day DESC LIMIT 1")
    assert "the demo town" not in holders


def test_the_season_leaves_something_true_for_every_page(town: tuple[Path, dict[str, Any]]) -> None:
    var, _counts = town
    matches = column(var, "SELECT status FROM matching_match")
    assert set(matches) >= {"proposed", "offered", "released", "agreed", "declined", "refused", "rejected"}
    assert set(column(var, "SELECT status FROM placements_placement")) == {"papers", "started", "ended"}
    assert set(column(var, "SELECT status FROM employers_post")) >= {"draft", "submitted", "open", "filled", "refused"}
    assert column(var, "SELECT status FROM youth_youth")["waiting"] == 2
    assert column(var, "SELECT status FROM employers_employer")["applied"] == 2
    assert set(column(var, "SELECT step FROM youth_youth")) == {1, 2, 3, 4}


def test_everybody_in_the_demo_town_is_marked_as_made_up(town: tuple[Path, dict[str, Any]]) -> None:
    var, _counts = town
    assert set(column(var, "SELECT is_demo FROM accounts_user")) == {1}
    logins = column(var, "SELECT login FROM accounts_user")
    assert all(login.endswith(".invalid") for login in logins)
    assert {login for _who, login, _password in SIGN_IN} <= set(logins)


@pytest.mark.faults
def test_a_date_that_has_run_is_not_run_again(town: tuple[Path, dict[str, Any]]) -> None:
    var, counts = town
    before = column(var, "SELECT status FROM matching_match")
    again = subprocess.run(
        command("--once"), env=environment(var), capture_output=True, timeout=120, check=True, text=True
    )
    assert json.loads(again.stdout) == counts
    assert column(var, "SELECT status FROM matching_match") == before


@pytest.mark.faults
def test_ctrl_c_stops_web_and_worker_cleanly(town: tuple[Path, dict[str, Any]]) -> None:
    var, _counts = town
    running = subprocess.Popen(
        command(), env=environment(var), stderr=subprocess.PIPE, stdout=subprocess.DEVNULL, text=True
    )
    assert running.stderr is not None
    seen = ""
    for line in running.stderr:
        seen += line
        if SIGN_IN[-1][1] in line:
            break
    assert all(login in seen for _who, login, _password in SIGN_IN)
    running.send_signal(signal.SIGINT)
    running.send_signal(signal.SIGINT)
    rest = running.communicate(timeout=60)[1]
    assert running.returncode == 0, rest
    assert "Traceback" not in rest
