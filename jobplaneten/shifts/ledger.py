"""Hours of a month: what was worked, what is agreed, and about how much it pays."""

import csv
import io
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date, timedelta
from decimal import Decimal
from typing import Any

from django.utils import formats
from django.utils.translation import gettext as _

from jobplaneten.law.clock import danish
from jobplaneten.shifts.models import HoursState, RosterShift

HOLIDAY_PAY = Decimal("0.125")
"""Ferieloven (lov nr. 152, 2024): 12.5 % of the pay, for whoever is paid by the hour."""
ORE = Decimal("0.01")
FORMULA = ("=", "+", "-", "@", "\t", "\r")


@dataclass
class Month:
    """All minutes are of shifts that were worked. `unpaid` are those of jobs that have no wage written."""

    first: date
    rows: list[RosterShift] = field(default_factory=list)
    minutes: int = 0
    agreed: int = 0
    pay: Decimal = Decimal(0)
    unpaid: int = 0

    @property
    def last(self) -> date:
        return next_month(self.first) - timedelta(days=1)

    @property
    def holiday_pay(self) -> Decimal:
        return (self.pay * HOLIDAY_PAY).quantize(ORE)

    @property
    def name(self) -> str:
        return formats.date_format(self.first, "F Y")


def next_month(first: date) -> date:
    return (first.replace(day=1) + timedelta(days=32)).replace(day=1)


def month_at(text: str, today: date) -> date:
    """The first day of "2026-11"; of this month for anything else."""
    try:
        year, number = text.split("-")
        return date(min(2100, max(2020, int(year))), int(number), 1)
    except ValueError:
        return today.replace(day=1)


def month_of(user: Any, first: date) -> Month:
    """Everything that the person may see of a month, in a number of questions that does not grow."""
    found = Month(first)
    rows = (
        RosterShift.objects.visible_to(user)
        .filter(day__gte=first, day__lt=next_month(first), worked__isnull=False)
        .select_related("worked", "placement__youth", "placement__post__employer")
    )
    for row in rows.in_order():
        found.rows.append(row)
        worked = row.worked
        found.minutes += worked.minutes
        found.agreed += worked.minutes if worked.state == HoursState.AGREED else 0
        wage = row.placement.post.pay_hour
        if wage is None:
            found.unpaid += worked.minutes
        else:
            found.pay += (wage * worked.minutes / 60).quantize(ORE)
    return found


def as_csv(month: Month) -> str:
    """For a spreadsheet or the payroll: semicolons and decimal commas, as Danish programs read them."""
    page = io.StringIO()
    writer = csv.writer(page, delimiter=";", lineterminator="\r\n")
    writer.writerow([_("Dato"), _("Navn"), _("Job"), _("Fra"), _("Til"), _("Pause, min."), _("Timer"), _("Status")])
    for row in month.rows:
        worked = row.worked
        writer.writerow(
            harmless(
                [
                    row.day.isoformat(),
                    row.placement.first_name,
                    row.placement.post.title,
                    danish(worked.starts),
                    danish(worked.ends),
                    worked.break_minutes,
                    f"{worked.minutes / 60:.2f}".replace(".", ","),
                    worked.get_state_display(),
                ]
            )
        )
    return "\ufeff" + page.getvalue()


def harmless(cells: Iterable[Any]) -> list[str]:
    """A cell that a spreadsheet would take for a formula is made a text."""
    return [f"'{text}" if (text := str(cell)).startswith(FORMULA) else text for cell in cells]
