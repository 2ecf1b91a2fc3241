"""Seals over the trail, so that whoever changes it behind the database's back is found out.

A seal is a SHA-256 over the lines since the last one and over that one's seal. Whoever keeps the newest seal in another
place can prove the whole trail up to it.
"""

import hashlib
import json
from collections.abc import Iterable
from datetime import UTC, datetime, timedelta
from typing import Any

from django.db import transaction

from jobplaneten.trail.models import Entry, Seal

KEPT_FOR = timedelta(days=5 * 365 + 2)
"""The database lets go of lines older than five years, and of no others."""
AGED_AFTER = timedelta(days=5 * 365)
"""A seal is made within a day of its lines."""
SETTLED_AFTER = timedelta(hours=1)
"""No deed takes so long, so no line with a lower number can still be under way."""
COLUMNS = ("pk", "at", "by", "verb", "kind", "key", "youth", "detail")


@transaction.atomic
def seal_trail(now: datetime) -> Seal | None:
    """Over all lines that have settled. None when there is nothing new. The lock lets one sealer in at a time."""
    before = Seal.objects.select_for_update().order_by("-last").first()
    ahead = Entry.objects.filter(pk__gt=before.last if before else 0)
    last = ahead.filter(at__lt=now - SETTLED_AFTER).order_by("-pk").values_list("pk", flat=True).first()
    if last is None:
        return None
    lines = list(ahead.filter(pk__lte=last).order_by("pk").values_list(*COLUMNS))
    sha256 = sealed(before.sha256 if before else "", lines)
    return Seal.objects.create(first=lines[0][0], last=last, count=len(lines), sha256=sha256, at=now)


def sealed(before: str, lines: Iterable[tuple[Any, ...]]) -> str:
    found = hashlib.sha256(before.encode())
    for pk, at, *rest in lines:
        line = json.dumps([pk, at.astimezone(UTC).isoformat(), *rest], sort_keys=True, ensure_ascii=False)
        found.update(line.encode() + b"\n")
    return found.hexdigest()


def check_trail(now: datetime) -> dict[str, Any]:
    """Every seal worked out again. `wrong` names those that do not fit what stands in the trail, by their last line.

    `aged` seals cover lines whose time is up; they are believed, and hold up the ones that follow.
    """
    before, wrong, aged, lines = "", [], 0, 0
    for seal in Seal.objects.order_by("last"):
        if seal.at < now - AGED_AFTER:
            aged += 1
        else:
            rows = Entry.objects.filter(pk__gte=seal.first, pk__lte=seal.last).order_by("pk")
            found = list(rows.values_list(*COLUMNS))
            lines += len(found)
            if len(found) != seal.count or sealed(before, found) != seal.sha256:
                wrong.append(seal.last)
        before = seal.sha256
    newest = Seal.objects.order_by("-last").values_list("last", "sha256").first()
    return {
        "seals": Seal.objects.count(),
        "aged": aged,
        "lines": lines,
        "unsealed": Entry.objects.filter(pk__gt=newest[0] if newest else 0).count(),
        "newest": newest[1] if newest else "",
        "wrong": wrong,
    }
