import json
import sys
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.utils import timezone

from employers.importing.reading import import_file
from employers.importing.report import Report


class Command(BaseCommand):
    help = "Read job posts, one JSON object a line, as drafts that a coordinator completes. Ends with 1 if lines broke."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("file", type=Path, help="a file in the form of jobposts.jsonl")
        parser.add_argument("--json", action="store_true", help="print the report as one JSON object")

    def handle(self, *args: Any, file: Path, json: bool, **options: Any) -> None:
        report = self.read(file, is_quiet=json)
        self.stdout.write(as_text(report) if json else report.summary)
        if report.counts["broken"]:
            sys.exit(1)

    def read(self, file: Path, *, is_quiet: bool) -> Report:
        report = Report()
        try:
            with file.open("rb") as lines:
                for outcome in import_file(lines, now=timezone.now()):
                    report.outcomes.append(outcome)
                    if not is_quiet:
                        self.stdout.write(str(outcome))
        except OSError as error:
            raise CommandError(f"{file} cannot be read: {error.strerror}", returncode=2) from error
        return report


def as_text(report: Report) -> str:
    return json.dumps(report.as_json(), ensure_ascii=False, indent=2)
