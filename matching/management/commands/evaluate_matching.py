import json
from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from matching.evaluation import meetings, quality
from matching.evaluation.inventing import SIZES
from matching.evaluation.text import evaluate_text


class Command(BaseCommand):
    help = (
        "Measure how good the matching is in invented worlds whose truth is known, and print JSON (docs/matching.md)."
    )
    requires_system_checks = []

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--worlds", type=int, default=10)
        parser.add_argument("--size", choices=SIZES, default="municipality")
        parser.add_argument("--backend", choices=("auto", "plain", "scale"), default="auto")
        parser.add_argument("--speed-dating", type=Path, metavar="FILE", help="real meetings to deal out instead (CSV)")
        parser.add_argument(
            "--text", action="store_true", help="how often free text finds its occupation instead (ESCO's synonyms)"
        )

    def handle(
        self,
        *args: Any,
        worlds: int,
        size: str,
        backend: Any,
        speed_dating: Path | None,
        text: bool,
        **options: Any,
    ) -> None:
        if worlds < 1:
            raise CommandError("--worlds must be 1 or more", returncode=2)
        if text and speed_dating:
            raise CommandError("--text and --speed-dating are two evaluations: ask for one", returncode=2)
        try:
            if text:
                found = evaluate_text()
            elif speed_dating:
                found = meetings.evaluate(speed_dating, way=backend)
            else:
                found = quality.evaluate(worlds, SIZES[size], backend)
        except ImportError as error:
            raise CommandError(f"the scale extra is not installed: {error}", returncode=2) from error
        except (OSError, UnicodeDecodeError, meetings.MeetingsError) as error:
            raise CommandError(f"{speed_dating}: {error}", returncode=2) from error
        self.stdout.write(json.dumps(found, indent=2))
