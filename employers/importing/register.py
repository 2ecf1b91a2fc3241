"""A file from the business register, made into rows: number;name;address;phone;status, with or without a heading.

There is no line to the register itself. Whoever runs the programme fetches a file and reads it in.
"""

import csv
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from stdnum.dk import cvr as cvr_number

from employers.models import RegisterEntry

MOST_AT_ONCE = 500


@dataclass(slots=True)
class Outcome:
    read: int = 0
    broken: int = 0


def read_register(lines: Iterable[str], *, now: datetime) -> Outcome:
    """The newest file counts: a number that was there before is written anew."""
    outcome, rows = Outcome(), {}
    for cells in csv.reader(lines, delimiter=";"):
        cells = [cell.strip() for cell in cells]
        if len(cells) != 5 or not cvr_number.is_valid(cells[0]) or not cells[1]:
            outcome.broken += any(cells) and any(letter.isdigit() for letter in cells[0])
            continue
        rows[cells[0]] = RegisterEntry(
            cvr=cells[0],
            name=cells[1][:160],
            address=cells[2][:200],
            phone=cells[3][:20],
            status=cells[4][:40],
            read_at=now,
        )
        outcome.read += 1
    RegisterEntry.objects.bulk_create(
        rows.values(),
        MOST_AT_ONCE,
        update_conflicts=True,
        unique_fields=["cvr"],
        update_fields=["name", "address", "phone", "status", "read_at"],
    )
    return outcome
