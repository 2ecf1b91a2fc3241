from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import PurePath

from django.utils.translation import gettext as _

from jobplaneten.schools.models import LONGEST

BIGGEST = 200_000
MOST_ROWS = 500
NAME_LENGTH = 80


class FileError(ValueError):
    """The file as a whole cannot be used; the words are for whoever sent it."""


@dataclass(frozen=True, slots=True)
class Line:
    """One event or row of the file: where it stands, and its days, or else what is wrong with it."""

    place: str
    name: str
    first: date | None = None
    last: date | None = None
    problem: str = ""


@dataclass(frozen=True, slots=True)
class Reading:
    """What can be taken, in order and each once, and what cannot and why."""

    rows: tuple[tuple[date, date, str], ...]
    unclear: tuple[Line, ...]


def read(name: str, content: bytes) -> Reading:
    """A .csv or .ics file of at most BIGGEST bytes. Raises FileError."""
    from jobplaneten.schools.reading import csv_file, ics_file  # noqa: PLC0415

    if len(content) > BIGGEST:
        raise FileError(_("Filen er for stor. En kalender fylder sjældent mere end nogle få kilobyte."))
    ending = PurePath(name).suffix.lower()
    if ending not in {".csv", ".txt", ".ics"}:
        raise FileError(_("Vi kan læse kalenderfiler (.ics) og regneark gemt som .csv. Gem filen sådan, og prøv igen."))
    if b"\x00" in content[:4000]:
        raise FileError(_("Det er ikke en tekstfil. Gem den som .csv eller .ics, og prøv igen."))
    lines = ics_file.lines(content) if ending == ".ics" else csv_file.lines(content)
    return sorted_out(lines)


def sorted_out(lines: Iterator[Line]) -> Reading:
    rows: dict[tuple[date, date], str] = {}
    unclear = []
    for number, line in enumerate(lines):
        if number >= MOST_ROWS:
            raise FileError(_("Der er mere end %(most)d linjer i filen. Er det den rigtige?") % {"most": MOST_ROWS})
        checked = checked_line(line)
        if checked.problem or checked.first is None or checked.last is None:
            unclear.append(checked)
        else:
            rows.setdefault((checked.first, checked.last), checked.name[:NAME_LENGTH] or _("Fri"))
    if not rows and not unclear:
        raise FileError(_("Der er ingen dage i filen."))
    return Reading(tuple((first, last, name) for (first, last), name in sorted(rows.items())), tuple(unclear))


def checked_line(line: Line) -> Line:
    if line.problem or line.first is None or line.last is None:
        return line
    if line.last < line.first:
        return Line(line.place, line.name, problem=_("Den sidste dag ligger før den første."))
    if line.last - line.first > LONGEST:
        return Line(line.place, line.name, problem=_("Det er mere end 100 dage. Er årstallet rigtigt?"))
    return line
