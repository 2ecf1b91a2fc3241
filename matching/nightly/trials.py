"""What coordinators try out on a copy of a night: read from its record, counted, and nothing else written."""

from typing import Any

from matching.engine.change import Change
from matching.engine.record import Record, unpress
from matching.engine.what_if import try_out
from matching.models import NightRecord, Run


def figures_of(trial: Run) -> dict[str, Any]:
    return try_out(
        opened(NightRecord.objects.get(run__kind="night", run__day=trial.day)), Change.from_json(trial.change)
    )


def opened(kept: NightRecord) -> Record:
    """Raises DamagedError."""
    return unpress(bytes(kept.page), kept.sha256)
