"""All that the law says about the times of one job, for everybody in a group at once: the strictest of each limit."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import product

from jobplaneten.law.book import Entry, Law
from jobplaneten.law.clock import DAY
from jobplaneten.law.facts import SATURDAY, SUNDAY, Config, Job, Shift, Youth
from jobplaneten.law.groups import Group, kind_of
from jobplaneten.law.rules import rules_that_bind
from jobplaneten.law.rules.alcohol import SERVING_ROOM
from jobplaneten.law.rules.hours import longest_unbroken
from jobplaneten.law.week import in_order, shifts_by_day

DAYS_OF_WEEK = 7
# More minutes than any job has, where nothing binds: shifts may lie on top of each other.
NO_LIMIT = 10**6
Windows = frozenset[tuple[int, int]]
Work = Mapping[int, tuple[Shift, ...]]
Entries = Mapping[str, Entry]
SCHOOL_DAY, FREE_DAY = ("T-DAY-SCHOOL-2",), ("T-DAY-FREE-7", "T-DAY-FREE-8", "T-DAY-8")
SCHOOL_WEEK, ANY_WEEK = ("T-WEEK-SCHOOL-12",), ("T-WEEK-FREE-35", "T-WEEK-FREE-40", "T-WEEK-40")
REST = ("R-REST-14", "R-REST-12")


@dataclass(frozen=True, slots=True)
class Calendar:
    """Which days are school days and holidays, as the given shifts tell; a change of times changes neither.

    Dropping the last shift on a school day does not close the school, so a school week stays one.
    """

    school: frozenset[int]
    holidays: frozenset[int]
    is_school_week: bool

    @classmethod
    def of(cls, job: Job) -> "Calendar":
        used = {shift.weekday for shift in job.shifts}
        school = {shift.weekday for shift in job.shifts if shift.is_on_school_day}
        unused = set(range(SATURDAY)) - used
        return cls(
            school=frozenset(school | unused),
            holidays=frozenset(shift.weekday for shift in job.shifts if shift.public_holiday),
            is_school_week=bool(school) or job.week_type == "school",
        )

    def on(self, weekday: int, start: int, end: int, break_min: int = 0) -> Shift:
        """A shift on a day whose nature is written out."""
        kind = "schoolday" if weekday in self.school else "non_school"
        return Shift(weekday, start, end, break_min, kind, weekday in self.holidays)  # type: ignore[arg-type]

    def hold(self, job: Job) -> Job:
        """The job in this calendar's week, so that it is not judged more mildly for having fewer shifts."""
        shifts = tuple(self.on(one.weekday, one.start, one.end, one.break_min) for one in job.shifts)
        return replace(job, shifts=shifts, week_type="school" if self.is_school_week else job.week_type)


@dataclass(frozen=True, slots=True)
class Limits:
    """By weekday where days differ. `day`, `week` and `school_week` are what is left beside work elsewhere."""

    windows: tuple[Windows, ...]
    day: tuple[int, ...]
    week: int
    school_week: int
    school: frozenset[int]
    is_school_week: bool
    span: int
    rest: int
    busy_days: int
    unbroken: int
    pause: int
    repeats: bool

    def hold(self, shifts: Iterable[Shift]) -> bool:
        """Are these times lawful?"""
        days = shifts_by_day(tuple(shifts))
        total = sum(shift.work for same_day in days.values() for shift in same_day)
        return total <= self.cap(days) and self.hold_days(days)

    def cap(self, weekdays: Iterable[int]) -> int:
        is_school_week = self.is_school_week or not self.school.isdisjoint(weekdays)
        return self.school_week if is_school_week else self.week

    def hold_days(self, days: Work) -> bool:
        """All but the hours of the week."""
        return len(days) <= self.busy_days and all(
            self.hold_day(weekday, shifts) and self._rested(weekday, days) for weekday, shifts in days.items()
        )

    def fits(self, shift: Shift, days: Work) -> bool:
        """Is it lawful on its day, and beside the day before and the day after? Those are taken for lawful."""
        weekday = shift.weekday
        together = {**days, weekday: in_order((*days.get(weekday, ()), shift))}
        return (
            self.hold_day(weekday, together[weekday])
            and self._rested(weekday, together)
            and self._rested((weekday - 1) % DAYS_OF_WEEK, together)
        )

    def hold_day(self, weekday: int, shifts: tuple[Shift, ...]) -> bool:
        start, end = shifts[0].start, max(shift.end for shift in shifts)
        return (
            end - start <= self.span
            and any(earliest <= start and end <= latest for earliest, latest in self.windows[weekday])
            and sum(shift.work for shift in shifts) <= self.day[weekday]
            and longest_unbroken(shifts, self.pause) <= self.unbroken
        )

    def _rested(self, weekday: int, days: Work) -> bool:
        today, tomorrow = days.get(weekday), days.get((weekday + 1) % DAYS_OF_WEEK)
        if not today or not tomorrow or (weekday == SUNDAY and not self.repeats):
            return True
        return DAY - max(shift.end for shift in today) + tomorrow[0].start >= self.rest


def limits_of(job: Job, youths: Iterable[Youth], law: Law, config: Config, calendar: Calendar) -> Limits:
    """The figures of the book for all who are bound by it; nothing binds where nobody is."""
    groups = {kind_of(youth.age, youth.in_compulsory_school) for youth in youths}
    bound = [_entries(law, group) for group in sorted(groups)]
    clocks = [_windows(job, entries, law, config, calendar) for entries in bound]
    days = [
        [_least(entries, FREE_DAY, NO_LIMIT), _least(entries, (*SCHOOL_DAY, *FREE_DAY), NO_LIMIT)] for entries in bound
    ]
    free, school = (min((both[which] for both in days), default=NO_LIMIT) for which in (0, 1))
    weeks = [min(_least(entries, ANY_WEEK, NO_LIMIT), _norm(job, entries)) for entries in bound]
    school_weeks = [
        min(each, _least(entries, SCHOOL_WEEK, NO_LIMIT)) for each, entries in zip(weeks, bound, strict=True)
    ]
    elsewhere = max(job.other_week_minutes, job.other_day_minutes)
    rest = max((entries[rule].minutes() for entries in bound for rule in REST if rule in entries), default=0)
    breaks = [entries["T-BREAK-30"] for entries in bound if "T-BREAK-30" in entries]
    off = [entries["R-DAYSOFF-2"].number("days") for entries in bound if "R-DAYSOFF-2" in entries]
    return Limits(
        windows=tuple(_shared([clock[weekday] for clock in clocks]) for weekday in range(DAYS_OF_WEEK)),
        day=tuple(
            (school if weekday in calendar.school else free) - job.other_day_minutes for weekday in range(DAYS_OF_WEEK)
        ),
        week=min(weeks, default=NO_LIMIT) - elsewhere,
        school_week=min(school_weeks, default=NO_LIMIT) - elsewhere,
        school=calendar.school,
        is_school_week=calendar.is_school_week,
        span=DAY - rest,
        rest=rest,
        busy_days=DAYS_OF_WEEK - max(off, default=0),
        unbroken=min((entry.minutes("after_hours") for entry in breaks), default=NO_LIMIT),
        pause=max((entry.number("minutes") for entry in breaks), default=0),
        repeats=job.repeats,
    )


def _entries(law: Law, group: Group) -> Entries:
    return {rule.id: entry for rule, entry in rules_that_bind(law, frozenset({group}))}


def _least(entries: Entries, rules: tuple[str, ...], otherwise: int) -> int:
    return min((entries[rule].minutes() for rule in rules if rule in entries), default=otherwise)


def _norm(job: Job, entries: Entries) -> int:
    norm = job.adult_week_minutes
    return NO_LIMIT if norm is None or "T-ADULT-CAP" not in entries else norm


def _windows(job: Job, entries: Entries, law: Law, config: Config, calendar: Calendar) -> list[Windows]:
    """Whatever binds must leave the day inside one of its windows."""
    everyday: list[Windows] = []
    if "N-CHILD-20-06" in entries:
        everyday.append(frozenset(entries["N-CHILD-20-06"].windows()))
    if "N-YOUTH-WINDOW" in entries:
        trade = config.use_sector_night_extensions and job.sector_night
        more = law.entries["N-SECTOR-EXT"].windows(trade) if trade else ()
        everyday.append(frozenset(entries["N-YOUTH-WINDOW"].windows() + more))
    if "N-ABS-24-04" in entries:
        everyday.append(frozenset({(entries["N-ABS-24-04"].number("latest"), DAY)}))
    serving = "ALC-03" if job.alcohol.waiter_trainee_or_host_child else "ALC-02"
    if job.alcohol.mode == SERVING_ROOM and serving in entries:
        everyday.append(frozenset(entries[serving].windows()))
    common = _shared(everyday)
    alone = entries.get("ALONE-01")
    if not alone or not job.alone or job.workplace not in alone.words("workplaces"):
        return [common] * DAYS_OF_WEEK
    return [_shared([common, _alone(job, alone, weekday, calendar)]) for weekday in range(DAYS_OF_WEEK)]


def _alone(job: Job, entry: Entry, weekday: int, calendar: Calendar) -> Windows:
    weekend = weekday >= SATURDAY or weekday in calendar.holidays
    latest = "mall_latest" if job.guarded_mall else "weekend_latest" if weekend else "weekday_latest"
    return frozenset({(entry.number("earliest"), entry.number(latest))})


def _shared(all_windows: Sequence[Windows]) -> Windows:
    """The windows that lie in one of each of the given."""
    combined = ((max(one[0] for one in each), min(one[1] for one in each)) for each in product(*all_windows) if each)
    return frozenset(combined) or frozenset({(0, DAY)})
