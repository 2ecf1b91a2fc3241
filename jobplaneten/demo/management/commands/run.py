import json
import os
import signal
import time
from pathlib import Path
from types import FrameType
from typing import Any

from django.conf import settings
from django.core.management import call_command
from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.utils import timezone

from jobplaneten.accounts.models import User
from jobplaneten.demo.children import ChildDied, answers, check_alive, is_free, running, web_command, worker_command
from jobplaneten.demo.people import SIGN_IN
from jobplaneten.demo.story import live_a_season
from matching.actions import request_night
from matching.models import Run, RunStatus
from matching.when import local_day

PATIENCE_SECONDS = 180


class Command(BaseCommand):
    help = "Run the whole service on this machine: web, worker, clock – and a match night through the worker."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--once", action="store_true", help="end after the night and print its counts as JSON")
        parser.add_argument("--host", default=os.environ.get("HOST", "127.0.0.1"))
        parser.add_argument("--port", type=int, default=int(os.environ.get("PORT", "8000")))

    def handle(self, *args: Any, once: bool, host: str, port: int, **options: Any) -> None:
        if not is_free(host, port):
            raise CommandError(f"Port {port} is taken by another program. Try another: make run PORT={port + 1}")
        for ask in (signal.SIGINT, signal.SIGTERM):
            signal.signal(ask, stop_politely)
        self.prepare()
        url = f"http://{host}:{port}"
        try:
            with running(worker_command(Path(settings.VAR_DIR)), web_command(f"{host}:{port}")) as children:
                self.wait_for_web(url, children)
                run = self.wait_for_night(children)
                if once:
                    self.stdout.write(json.dumps(counts(run), ensure_ascii=False))
                    return
                self.say_where_to_look(url, run)
                while True:
                    check_alive(children)
                    time.sleep(1)
        except KeyboardInterrupt:
            self.say("\nStopped.")
        except ChildDied as error:
            raise CommandError(str(error)) from error

    def say(self, text: str) -> None:
        self.stderr.write(text, ending="\n")

    def prepare(self) -> None:
        self.say("Preparing the database and the static files …")
        call_command("migrate", verbosity=0, interactive=False)
        call_command("collectstatic", verbosity=0, interactive=False)
        if settings.IS_DEMO and not User.objects.exists():
            self.say("Seeding the demo town: a season is lived through the real actions …")
            live_a_season(now=timezone.now())

    def wait_for_web(self, url: str, children: list[Any]) -> None:
        deadline = time.monotonic() + PATIENCE_SECONDS
        while not answers(f"{url}/sundhed/"):
            check_alive(children)
            if time.monotonic() > deadline:
                raise CommandError("The web server does not answer.")
            time.sleep(0.2)

    def wait_for_night(self, children: list[Any]) -> Run:
        """Ask for tonight's run and let the worker find it; the row says when it is done."""
        now = timezone.now()
        run, _made = request_night(local_day(now), by=None, now=now)
        self.say(f"The match night of {run.day} goes through the worker …")
        deadline = time.monotonic() + PATIENCE_SECONDS
        while run.status in {RunStatus.REQUESTED, RunStatus.RUNNING}:
            check_alive(children)
            if time.monotonic() > deadline:
                raise CommandError("The worker did not finish the night in time; it will be taken up again.")
            time.sleep(0.2)
            run.refresh_from_db()
        return run

    def say_where_to_look(self, url: str, run: Run) -> None:
        self.say(f"\nJobplaneten runs at {url}  (Ctrl-C stops it)\n")
        self.say("Last night: " + json.dumps(counts(run), ensure_ascii=False))
        if settings.IS_DEMO and User.objects.filter(is_demo=True).exists():
            self.say("\nSign in as (made-up people, demo mode only):")
            for who, login, password in SIGN_IN:
                self.say(f"  {who:<44} {login:<28} {password}")
            self.say(f"\nMentors and coordinators are asked for a code as well. It stands at {url}/beskeder/sendt/")


def counts(run: Run) -> dict[str, Any]:
    return {"day": run.day.isoformat(), "status": run.status, **run.counts}


def stop_politely(_signal: int, _frame: FrameType | None) -> None:
    """Once: a second Ctrl-C must not cut the stopping of the children short.

    Set by hand, because a shell that starts a job in the background lets it ignore Ctrl-C.
    """
    for ask in (signal.SIGINT, signal.SIGTERM):
        signal.signal(ask, signal.SIG_IGN)
    raise KeyboardInterrupt
