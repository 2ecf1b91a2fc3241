"""A check of a workplace in words."""

from typing import Any

from django.utils.translation import gettext as _

from employers.models import Employer, VettingCheck
from employers.views.faces import day


def check_facts(check: VettingCheck) -> list[tuple[str, Any]]:
    said = [
        (_("Slået op"), check.get_seen_in_display()),
        (_("Nummer i registeret"), check.number_seen),
        (_("Navn i registeret"), check.name_seen),
        (_("Status i registeret"), check.status_seen),
        (_("Ringet op på registerets nummer"), f"{check.phone_seen}, {day(check.called_on)}"),
        (_("Talte med"), check.spoke_with),
        (_("Mødt"), f"{day(check.met_on)}, {check.met_by}" if check.met_on else ""),
        (_("Note"), check.note),
        (_("Tjekket af"), f"{check.checked_by.name}, {day(check.checked_at)}"),
        (_("Læst af"), f"{check.confirmed_by.name}, {day(check.confirmed_at)}" if check.confirmed_by else ""),
    ]
    return [(term, value) for term, value in said if value]


def checks_of(employer: Employer) -> list[list[tuple[str, Any]]]:
    """What was read by two, the newest first."""
    read = employer.checks.exclude(confirmed_at=None).select_related("checked_by", "confirmed_by")
    return [check_facts(check) for check in read.newest_first()]
