import json
import sys
from argparse import ArgumentParser
from hashlib import sha256
from pathlib import Path
from re import fullmatch
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone

from jobplaneten.keeping.actions import forget, leave
from matching.when import local_day
from youth.models import WhyLeaving, Youth, YouthStatus


class Command(BaseCommand):
    help = "List who has been forgotten, to keep beside the backups; after a restore forget them --again FILE."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--again", metavar="FILE", help="what this command printed before, or - for standard input")

    def handle(self, *args: Any, again: str | None, **options: Any) -> None:
        if again is None:
            gone = Youth.objects.filter(status=YouthStatus.FORGOTTEN).order_by("pk")
            self.stdout.write(json.dumps([tombstone(youth) for youth in gone]))
            return
        self.stdout.write(json.dumps(forget_again(tombstones(again))))


def tombstone(youth: Youth) -> str:
    """Tells nobody who it was, and no later youth who happens to get the same number has the same."""
    return sha256(f"{youth.pk} {youth.asked_at.timestamp():.6f}".encode()).hexdigest()


def tombstones(file: str) -> set[str]:
    try:
        found = json.loads(sys.stdin.read() if file == "-" else Path(file).read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        raise CommandError(f"cannot read {file}: {type(error).__name__}", returncode=2) from error
    if not isinstance(found, list) or not all(fullmatch("[0-9a-f]{64}", str(each)) for each in found):
        raise CommandError(f"{file} is not a list of digests", returncode=2)
    return set(found)


def forget_again(gone: set[str]) -> dict[str, int]:
    """Who is in a job in the older backup leaves at once, and the clock forgets them when the job has ended."""
    now, done = timezone.now(), {"forgotten": 0, "waiting_for_a_job_to_end": 0}
    for youth in Youth.objects.exclude(status=YouthStatus.FORGOTTEN).order_by("pk"):
        if tombstone(youth) in gone:
            if youth.status != YouthStatus.LEAVING:
                youth = leave(youth, why=WhyLeaving.UNUSED, on=local_day(now), by=None, now=now)
            done["forgotten" if forget(youth, now=now) else "waiting_for_a_job_to_end"] += 1
    return done
