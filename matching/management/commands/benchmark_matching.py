import json
from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from matching.evaluation.benchmark import benchmark
from matching.evaluation.inventing import SIZES


class Command(BaseCommand):
    help = "Match an invented world, and print as JSON how fast it went and what came of it (docs/matching.md)."
    requires_system_checks = []

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--size", choices=SIZES, default="town")
        parser.add_argument("--repeats", type=int, default=5, help="times that search and multiplication take turns")
        parser.add_argument("--backend", choices=("auto", "plain", "scale"), default="auto")
        parser.add_argument("--seed", type=int, default=1)
        parser.add_argument("--lists-only", action="store_true", help="leave out the allocation")

    def handle(
        self, *args: Any, size: str, repeats: int, backend: Any, seed: int, lists_only: bool, **options: Any
    ) -> None:
        if repeats < 1:
            raise CommandError("--repeats must be 1 or more", returncode=2)
        try:
            found = benchmark(size, repeats=repeats, way=backend, seed=seed, lists_only=lists_only)
        except ImportError as error:
            raise CommandError(f"the scale extra is not installed: {error}", returncode=2) from error
        self.stdout.write(json.dumps(found, indent=2))
