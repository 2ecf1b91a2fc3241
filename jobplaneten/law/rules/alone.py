"""Who is there with the young person."""

from jobplaneten.law.book import Entry
from jobplaneten.law.clock import danish, danish_span
from jobplaneten.law.facts import SATURDAY
from jobplaneten.law.findings import Finding
from jobplaneten.law.groups import MINORS
from jobplaneten.law.rules.rule import per_day, per_person
from jobplaneten.law.week import Day, Person, Terms, Week


@per_day("ALONE-01", MINORS)
def not_alone_in_the_kiosk(day: Day, week: Week, entry: Entry) -> Finding | None:
    """In kiosks and the like an adult is there in the evening, and on free days from the early afternoon."""
    if not week.job.alone or week.job.workplace not in entry.words("workplaces"):
        return None
    earliest, latest = entry.number("earliest"), entry.number(_latest(day, week))
    if earliest <= day.start and day.end <= latest:
        return None
    return entry.finding(
        figure=danish_span(day.start, day.end),
        limit=danish_span(earliest, latest),
        day=day.name,
        earliest=danish(earliest),
        latest=danish(latest),
    )


@per_person("ALONE-02", MINORS, danger=True)
def not_alone_with_violence(person: Person, terms: Terms, entry: Entry) -> Finding | None:
    """Nobody under 18 is alone where violence is a particular risk."""
    return entry.finding() if terms.job.alone and terms.job.violence_risk else None


@per_person("ALONE-03", MINORS)
def an_adult_keeps_an_eye(person: Person, terms: Terms, entry: Entry) -> Finding | None:
    """An adult who knows the work supervises it."""
    return None if terms.job.adult_supervision else entry.finding()


def _latest(day: Day, week: Week) -> str:
    if week.job.guarded_mall:
        return "mall_latest"
    return "weekend_latest" if day.weekday >= SATURDAY or day.is_public_holiday else "weekday_latest"
