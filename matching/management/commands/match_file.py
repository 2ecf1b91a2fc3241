import json
import sys
from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone

from matching.evaluation.worldfile import WorldFileError, answer, read

MISUSED = 2


class Command(BaseCommand):
    help = "Match the youths and jobs of a file (docs/matching.md says its form), and print JSON."
    requires_system_checks = []

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("file", nargs="?", default="-", help="a JSON file; '-' or nothing is standard input")
        parser.add_argument("--refusals", choices=("auto", "all", "counts"), default="auto")

    def handle(self, *args: Any, file: str, refusals: str, **options: Any) -> None:
        try:
            raw = sys.stdin.buffer.read() if file == "-" else Path(file).read_bytes()
            found = answer(read(raw.decode("utf-8-sig"), timezone.localdate()), refusals)
        except (WorldFileError, OSError, UnicodeDecodeError) as error:
            raise CommandError(f"{file}: {error}", returncode=MISUSED) from error
        self.stdout.write(json.dumps(found, ensure_ascii=False, indent=1))
