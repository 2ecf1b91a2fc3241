import json
import sys
from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone

from jobplaneten.keeping.actions import forget, leave
from jobplaneten.trail.models import Entry
from matching.when import local_day
from youth.models import WhyLeaving, Youth, YouthStatus


class Command(BaseCommand):
    help = "List who has been forgotten, to keep beside the backups; after a restore forget them --again FILE."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--again", metavar="FILE", help="what this command printed before, or - for standard input")

    def handle(self, *args: Any, again: str | None, **options: Any) -> None:
        if again is None:
            told = Entry.objects.filter(kind="youth", verb="forget").order_by("pk").values_list("key", flat=True)
            self.stdout.write(json.dumps(list(told)))
            return
        self.stdout.write(json.dumps({"forgotten": forget_again(numbers(again))}))


def numbers(file: str) -> list[int]:
    try:
        found = json.loads(sys.stdin.read() if file == "-" else Path(file).read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        raise CommandError(f"cannot read {file}: {type(error).__name__}", returncode=2) from error
    if not isinstance(found, list) or not all(type(each) is int for each in found):
        raise CommandError(f"{file} is not a list of numbers", returncode=2)
    return found


def forget_again(keys: list[int]) -> int:
    now, count = timezone.now(), 0
    for youth in Youth.objects.filter(pk__in=keys).exclude(status=YouthStatus.FORGOTTEN).order_by("pk"):
        if youth.status != YouthStatus.LEAVING:
            youth = leave(youth, why=WhyLeaving.UNUSED, on=local_day(now), by=None, now=now)
        count += forget(youth, now=now)
    return count
