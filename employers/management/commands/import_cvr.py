import sys
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.utils import timezone

from employers.importing.register import read_register


class Command(BaseCommand):
    help = "Read a CSV file of the business register: number;name;address;phone;status. Ends with 1 if lines broke."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("file", type=Path)

    def handle(self, *args: Any, file: Path, **options: Any) -> None:
        try:
            with file.open(encoding="utf-8-sig", newline="") as lines:
                outcome = read_register(lines, now=timezone.now())
        except (OSError, UnicodeDecodeError) as error:
            raise CommandError(f"{file} cannot be read as UTF-8: {type(error).__name__}", returncode=2) from error
        self.stdout.write(f"{outcome.read} read, {outcome.broken} broken")
        if outcome.broken:
            sys.exit(1)
