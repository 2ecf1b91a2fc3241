import json
import sys
from argparse import ArgumentParser
from datetime import date
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone

from jobplaneten.law import NoLawForDayError
from jobplaneten.law.documents import read_document
from jobplaneten.law.reading import FormError
from jobplaneten.law.reporting import report_document

MISUSED = 2


class Command(BaseCommand):
    help = "Judge cases of the law's form (docs/api.md) and print the verdicts as JSON."
    requires_system_checks = []

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("file", nargs="?", default="-", help="a JSON file; '-' or nothing is standard input")
        parser.add_argument("--on", type=date.fromisoformat, metavar="YYYY-MM-DD", help="the day of the law; today")

    def handle(self, *args: Any, file: str, on: date | None, **options: Any) -> None:
        try:
            answer = report_document(read_document(text_of(file)), on or timezone.localdate())
        except (FormError, NoLawForDayError) as error:
            raise CommandError(str(error), returncode=MISUSED) from error
        except (OSError, UnicodeDecodeError) as error:
            raise CommandError(f"{file}: {error}", returncode=MISUSED) from error
        self.stdout.write(json.dumps(answer, ensure_ascii=False, indent=2))


def text_of(file: str) -> str:
    raw = sys.stdin.buffer.read() if file == "-" else Path(file).read_bytes()
    return raw.decode("utf-8-sig")
