"""The schools and their holidays: made up, and saying so. The real calendar is for coordinators to write."""

from datetime import date

from jobplaneten.demo.town import Town
from jobplaneten.schools.actions import import_days, save_school
from jobplaneten.schools.models import School
from jobplaneten.schools.years import begin_of, summer_begins

MADE_UP = "opdigtet til demo"
SCHOOLS = (("Demoskolen ved Stranden", True), ("Demoskolen ved Åen", True), ("Den Lille Demo-Friskole", False))


def open_schools(town: Town) -> None:
    by, now = town.coordinator, town.at(80)
    for name, follows in SCHOOLS:
        school = save_school(School(name=name, follows_municipality=follows), by=by, now=now)
        town.schools.append(school)
        if not follows:
            import_days(holidays_of(town, later=1), school=school, source=MADE_UP, by=by, now=now)
    import_days(holidays_of(town), school=None, source=MADE_UP, by=by, now=now)


def holidays_of(town: Town, later: int = 0) -> list[tuple[date, date, str]]:
    """One school year as such years usually look; a free school takes its winter holiday a week `later`."""
    autumn = begin_of(town.today).year
    spring = autumn + 1
    winter = date.fromisocalendar(spring, 7 + later, 1)
    return [
        (date.fromisocalendar(autumn, 42, 1), date.fromisocalendar(autumn, 42, 5), "Efterårsferie"),
        (date(autumn, 12, 21), date(spring, 1, 2), "Juleferie"),
        (winter, date.fromordinal(winter.toordinal() + 4), "Vinterferie"),
        (summer_begins(spring), date(spring, 8, 8), "Sommerferie"),
    ]
