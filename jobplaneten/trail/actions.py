from collections.abc import Iterable
from datetime import datetime
from typing import Any

from django.db.models import Model

from jobplaneten.trail.models import Entry


def record(verb: str, thing: Model, *, by: Any, now: datetime, youth: int | None = None, **detail: Any) -> Entry:
    """Write one line. Call it inside the transaction of the deed, so both stand or fall."""
    return Entry.objects.create(
        at=now, by=by, verb=verb, kind=thing._meta.model_name or "", key=thing.pk, youth=youth, detail=detail
    )


def record_reads(kind: str, keys_and_youths: Iterable[tuple[int, int]], *, by: Any, now: datetime) -> None:
    """An adult has seen a minor's data: one line for each youth on the page, in one insert."""
    Entry.objects.bulk_create(
        Entry(at=now, by=by, verb="read", kind=kind, key=key, youth=youth) for key, youth in keys_and_youths
    )
