import json
from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand
from django.utils import timezone

from jobplaneten.keeping.retention import keep_house, what_is_due


class Command(BaseCommand):
    help = "Tell, forget and delete what has been kept long enough; with --dry-run only count it. Prints JSON."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--dry-run", action="store_true", help="change nothing")

    def handle(self, *args: Any, dry_run: bool, **options: Any) -> None:
        found = (what_is_due if dry_run else keep_house)(timezone.now())
        self.stdout.write(json.dumps(found, indent=2, sort_keys=True))
