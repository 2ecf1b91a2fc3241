import json
import sys
from datetime import date
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.db.models import Count

from matching.engine.record import DamagedError, Outcome, Record, differences, engine_version, run_again
from matching.models import Decision, NightRecord, Run
from matching.nightly.trials import opened


class Command(BaseCommand):
    help = (
        "Run a night again from its record alone and say whether it comes out the same. "
        "Prints JSON; ends with 0, with 1 when something differs, with 2 when there is nothing to run."
    )

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("day", help="the date of the night, for example 2026-11-23")

    def handle(self, *args: Any, day: str, **options: Any) -> None:
        kept = find(day)
        try:
            record = opened(kept)
            again = Outcome.of(run_again(record))
        except (DamagedError, ValueError, KeyError, TypeError, IndexError) as error:
            raise CommandError(f"The record of the night of {day} is damaged: {error}.", returncode=2) from error
        found = answer(kept.run, record, again)
        self.stdout.write(json.dumps(found, ensure_ascii=False, indent=2))
        if not found["same"]:
            sys.exit(1)


def find(day: str) -> NightRecord:
    try:
        kept = NightRecord.objects.select_related("run").filter(run__in=Run.objects.nights(), run__day=as_date(day))
        return kept.get()
    except NightRecord.DoesNotExist:
        raise CommandError(f"There is no record of a night of {day}.", returncode=2) from None


def as_date(day: str) -> date:
    try:
        return date.fromisoformat(day)
    except ValueError:
        raise CommandError(f"{day} is not a date such as 2026-11-23.", returncode=2) from None


def answer(run: Run, record: Record, again: Outcome) -> dict[str, Any]:
    """Numbers only. Same means the same pairs at the same ranks with the same chances."""
    then = record.outcome
    decided = Decision.objects.filter(match__run=run).values_list("move", "reason").annotate(n=Count("pk"))
    return {
        "same": then == again,
        "day": record.day,
        "model": record.model,
        "seed": record.seed,
        "input_digest": run.input_digest,
        "engine": {"then": record.engine, "now": engine_version()},
        "youths": len(record.wishes),
        "posts": len(record.jobs),
        "proposals": len(again.proposals),
        "differences": differences(then, again),
        "decisions": [
            {"move": move, "reason": reason, "count": n} for move, reason, n in decided.order_by("move", "reason")
        ],
    }
