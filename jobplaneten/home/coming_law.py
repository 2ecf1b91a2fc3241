"""Whom a coming day touches: open posts and jobs by a change of law, jobs by a birthday or the end of schooling."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta

from employers.lawfulness import law_job, wanted_groups
from employers.models import Post
from jobplaneten.law.calendar import Ranges, age_on, days_in, is_in_schooling
from jobplaneten.law.changes import Turn, Verdicts, groups_touched, person_touched
from jobplaneten.law.facts import Hire
from jobplaneten.law.findings import Findings
from jobplaneten.law.groups import Group, kind_of
from jobplaneten.law.life import Elsewhere, Life
from jobplaneten.law.pattern import Pattern
from jobplaneten.law.period import judge_period, last_day
from jobplaneten.placements.elsewhere import other_jobs
from jobplaneten.placements.models import Placement
from jobplaneten.schools.closing import Calendars
from youth.models import Youth

ONE_DAY = timedelta(days=1)
LOOKED_AHEAD = timedelta(days=90)
FOUR_WEEKS = timedelta(days=28)
ALL_PAPERS = Hire(parents_informed=True, instruction_planned=True)


@dataclass(frozen=True, slots=True)
class TouchedPost:
    """By a change of law: the groups that the post asks for and that the two laws do not judge alike."""

    post: Post
    groups: Mapping[str, Verdicts]


@dataclass(frozen=True, slots=True)
class AtWork:
    """A youth's job as the law sees it, on its dates, with the school's closed days and the youth's other jobs."""

    placement: Placement
    pattern: Pattern
    first_on: date
    last_on: date
    closed: Ranges
    elsewhere: tuple[Elsewhere, ...]

    @property
    def youth(self) -> Youth:
        return self.placement.youth

    def judge(self, first_on: date, last_on: date) -> Findings:
        found = judge_period(
            self.youth.born_on,
            self.youth.schooling_ends_on,
            self.pattern.job,
            first_on,
            last_on,
            self.closed,
            stage=self.pattern.stage,
            hire=self.pattern.hire,
            elsewhere=self.elsewhere,
        )
        return Findings(tuple(found))


@dataclass(frozen=True, slots=True)
class TouchedJob:
    """A youth's job, the day that touches it, and what is said before that day and from it on."""

    placement: Placement
    day: date
    verdicts: Verdicts


def at_work(placements: Iterable[Placement], today: date) -> list[AtWork]:
    """In a number of queries that does not grow."""
    rows, calendars = list(placements), Calendars()
    jobs = other_jobs({row.youth_id for row in rows}, today)
    return [job_of(row, calendars.closed_for(row.youth.school_id), jobs[row.youth_id]) for row in rows]


def job_of(placement: Placement, closed: Ranges, jobs: list[tuple[int, Elsewhere]]) -> AtWork:
    """The job as it is when every paper is in place: what is still missing is told on its own page."""
    pattern = Pattern(replace(law_job(placement.post), risk_assessment_done=True), "hire", ALL_PAPERS)
    dates = next(week for pk, week in jobs if pk == placement.pk)
    last = last_day(dates.first_on, dates.last_on and max(dates.first_on, dates.last_on))
    beside = tuple(week for pk, week in jobs if pk != placement.pk)
    return AtWork(placement, pattern, dates.first_on, last, closed, beside)


def posts_touched(posts: Iterable[Post], turn: Turn) -> list[TouchedPost]:
    """Of posts that are still there on the day; the law asks as it does when an advertisement is opened."""
    found = []
    for post in posts:
        if post.ends_on is None or post.ends_on >= turn.day:
            touched = groups_touched(law_job(post), turn, wanted_groups(post))
            found += [TouchedPost(post, touched)] if touched else []
    return found


def jobs_touched(jobs: Iterable[AtWork], turn: Turn) -> list[TouchedJob]:
    """Of those that go on after the day."""
    found = []
    for job in jobs:
        if job.last_on >= turn.day:
            youth = job.youth
            life = Life(youth.born_on, youth.schooling_ends_on, days_in(job.closed), job.elsewhere)
            verdicts = person_touched(life, job.pattern, max(job.first_on, turn.day), job.last_on, turn)
            found += [TouchedJob(job.placement, turn.day, verdicts)] if verdicts.differ else []
    return found


def jobs_of_those_who_change(jobs: Iterable[AtWork], today: date) -> list[TouchedJob]:
    """Of youths who turn 15 or 18 or leave compulsory schooling soon; the four weeks on either side are asked about."""
    found = []
    for job in jobs:
        for day in days_of_change(job.youth, today):
            if day <= job.last_on:
                before = job.judge(day - FOUR_WEEKS, day - ONE_DAY)
                verdicts = Verdicts(before, job.judge(day, min(job.last_on, day + FOUR_WEEKS - ONE_DAY)))
                found += [TouchedJob(job.placement, day, verdicts)] if verdicts.differ else []
    return sorted(found, key=lambda touched: (touched.day, touched.placement.pk))


def days_of_change(youth: Youth, today: date) -> Iterator[date]:
    """The days, tomorrow at the earliest, on which the law begins to see the youth as one of another group."""
    schooling_ends_on = youth.schooling_ends_on
    days = [today + timedelta(days=number) for number in range(LOOKED_AHEAD.days + 1)]
    groups = [group_on(youth, schooling_ends_on, day) for day in days]
    return (day for day, before, after in zip(days[1:], groups, groups[1:], strict=False) if before is not after)


def group_on(youth: Youth, schooling_ends_on: date | None, day: date) -> Group:
    return kind_of(age_on(youth.born_on, day), is_in_schooling(schooling_ends_on, day))
