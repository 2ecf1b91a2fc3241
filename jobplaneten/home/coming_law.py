"""Whom a coming day touches: open posts and jobs by a change of law, jobs by a birthday or the end of schooling."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta

from employers.lawfulness import law_job, wanted_groups
from employers.models import Post
from jobplaneten.law.calendar import age_on, is_in_schooling
from jobplaneten.law.changes import Turn, Verdicts, groups_touched, person_touched
from jobplaneten.law.facts import Hire
from jobplaneten.law.findings import Findings
from jobplaneten.law.groups import Group, kind_of
from jobplaneten.law.life import Life
from jobplaneten.law.pattern import Pattern
from jobplaneten.law.period import judge_period, last_day
from jobplaneten.placements.models import Placement
from youth.models import Youth

ONE_DAY = timedelta(days=1)
LOOKED_AHEAD = timedelta(days=90)
FOUR_WEEKS = timedelta(days=27)
ALL_PAPERS = Hire(parents_informed=True, instruction_planned=True)


@dataclass(frozen=True, slots=True)
class TouchedPost:
    """By a change of law: the groups that the post asks for and that the two laws do not judge alike."""

    post: Post
    groups: Mapping[str, Verdicts]


@dataclass(frozen=True, slots=True)
class TouchedJob:
    """A youth's job, the day that touches it, and what is said before that day and from it on."""

    placement: Placement
    day: date
    verdicts: Verdicts


def posts_touched(posts: Iterable[Post], turn: Turn) -> list[TouchedPost]:
    """Of posts that are still there on the day; the law asks as it does when an advertisement is opened."""
    found = []
    for post in posts:
        if post.ends_on is None or post.ends_on >= turn.day:
            wanted = wanted_groups(post)
            touched = {group: said for group, said in groups_touched(law_job(post), turn).items() if group in wanted}
            found += [TouchedPost(post, touched)] if touched else []
    return found


def jobs_touched(placements: Iterable[Placement], turn: Turn, today: date) -> list[TouchedJob]:
    """Of placements that go on after the day, with every paper in place."""
    found = []
    for placement in placements:
        first, last = dates_of(placement, today)
        if last >= turn.day:
            verdicts = person_touched(life_of(placement.youth), pattern_of(placement), max(first, turn.day), last, turn)
            found += [TouchedJob(placement, turn.day, verdicts)] if verdicts.differ else []
    return found


def jobs_of_those_who_change(placements: Iterable[Placement], today: date) -> list[TouchedJob]:
    """Of youths who turn 15 or 18 or leave compulsory schooling soon; the four weeks on either side are asked about."""
    found = []
    for placement in placements:
        _first, last = dates_of(placement, today)
        for day in days_of_change(placement.youth, today):
            if day <= last:
                verdicts = Verdicts(
                    judged(placement, day - FOUR_WEEKS - ONE_DAY, day - ONE_DAY),
                    judged(placement, day, min(last, day + FOUR_WEEKS)),
                )
                found += [TouchedJob(placement, day, verdicts)] if verdicts.differ else []
    return sorted(found, key=lambda touched: (touched.day, touched.placement.pk))


def days_of_change(youth: Youth, today: date) -> Iterator[date]:
    """The days, tomorrow at the earliest, on which the law begins to see the youth as one of another group."""
    schooling_ends_on = youth.schooling_ends_on
    days = [today + timedelta(days=number) for number in range(LOOKED_AHEAD.days + 1)]
    groups = [group_on(youth, schooling_ends_on, day) for day in days]
    return (day for day, before, after in zip(days[1:], groups, groups[1:], strict=False) if before is not after)


def group_on(youth: Youth, schooling_ends_on: date | None, day: date) -> Group:
    return kind_of(age_on(youth.born_on, day), is_in_schooling(schooling_ends_on, day))


def judged(placement: Placement, first_on: date, last_on: date) -> Findings:
    youth, pattern = placement.youth, pattern_of(placement)
    found = judge_period(
        youth.born_on,
        youth.schooling_ends_on,
        pattern.job,
        first_on,
        last_on,
        stage=pattern.stage,
        hire=pattern.hire,
    )
    return Findings(tuple(found))


def life_of(youth: Youth) -> Life:
    return Life(youth.born_on, youth.schooling_ends_on)


def pattern_of(placement: Placement) -> Pattern:
    """The job as it is when every paper is in place: what is still missing is told on its own page."""
    return Pattern(replace(law_job(placement.post), risk_assessment_done=True), "hire", ALL_PAPERS)


def dates_of(placement: Placement, today: date) -> tuple[date, date]:
    first = placement.first_day_on or placement.post.starts_on or today
    last = placement.last_day_on or placement.post.ends_on
    return first, last_day(first, max(last, first) if last else None)
