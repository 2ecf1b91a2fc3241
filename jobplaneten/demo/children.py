"""The two processes beside the run command: one worker with beat, one web server."""

import contextlib
import os
import signal
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from pathlib import Path

STOP_SECONDS = 20


class ChildDied(Exception):
    """One of the two processes ended by itself."""


def worker_command(var: Path) -> list[str]:
    beat = ["--beat", "--schedule", str(var / "beat-schedule")]
    quiet = ["--quiet", "--loglevel", "warning"]
    python = [sys.executable, "-W", "ignore:You're running the worker", "-m", "celery"]
    return [*python, *quiet[:1], "-A", "worker.app", "worker", "-c", "1", *beat, *quiet[1:]]


def web_command(address: str) -> list[str]:
    tuning = ["--threads", "4", "--log-level", "warning", "--no-control-socket"]
    return [sys.executable, "-m", "gunicorn", "jobplaneten.wsgi", "--bind", address, *tuning]


@contextlib.contextmanager
def running(*commands: list[str]) -> Iterator[list[subprocess.Popen[bytes]]]:
    """Start the children; whatever happens, stop them and wait."""
    children: list[subprocess.Popen[bytes]] = []
    try:
        for command in commands:
            children.append(spawn(command))
        yield children
    finally:
        stop(children)


def spawn(command: list[str]) -> subprocess.Popen[bytes]:
    """What a child says goes to standard error: standard output belongs to the counts."""
    return subprocess.Popen(command, stdin=subprocess.DEVNULL, stdout=sys.stderr, start_new_session=True)


def stop(children: list[subprocess.Popen[bytes]]) -> None:
    for child in children:
        if child.poll() is None:
            child.send_signal(signal.SIGTERM)
    deadline = time.monotonic() + STOP_SECONDS
    for child in children:
        try:
            child.wait(max(0.1, deadline - time.monotonic()))
        except subprocess.TimeoutExpired:
            os.killpg(child.pid, signal.SIGKILL)
            child.wait()


def check_alive(children: list[subprocess.Popen[bytes]]) -> None:
    for child in children:
        if child.poll() is not None:
            raise ChildDied(f"{child.args!r} ended with status {child.returncode}")


def answers(url: str) -> bool:
    try:
        with urllib.request.urlopen(url, timeout=5) as response:
            return int(response.status) == 200
    except (urllib.error.URLError, OSError):
        return False


def is_free(host: str, port: int) -> bool:
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        return probe.connect_ex((host, port)) != 0
