"""The law asked about one youth and one post, on the dates that are really meant."""

import hashlib
from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from typing import NamedTuple

from employers.lawfulness import GROUP_LABELS, law_job, sentence
from employers.models import Post
from jobplaneten.law.facts import Job
from jobplaneten.law.groups import group_of
from jobplaneten.law.period import PeriodFindings, judge_period
from matching.engine.cards import JobCard, WishCard
from youth.models import Youth

ONE_DAY = timedelta(days=1)
ONE_YEAR = timedelta(days=365)
FIRST_WEEKS = timedelta(days=14)


def is_in_schooling(youth: Youth, day: date) -> bool:
    return youth.schooling_ends_on is not None and day <= youth.schooling_ends_on


def group(youth: Youth, day: date) -> str:
    return group_of(youth.age_on(day), is_in_schooling(youth, day))


def age_group_words(youth: Youth, day: date) -> str:
    """The age as an employer reads it: a group, never a date or a class."""
    return str(GROUP_LABELS[group(youth, day)])


def first_day(post: Post, day: date) -> date:
    """The earliest first day of a job that is agreed on `day`."""
    return max(day + ONE_DAY, post.starts_on or day)


def judge(youth: Youth, post: Post, day: date) -> PeriodFindings:
    """This youth in this job from its first day to its last."""
    return judge_period(youth.born_on, youth.schooling_ends_on, law_job(post), first_day(post, day), post.ends_on)


def sentences(findings: PeriodFindings, *, blocking: bool) -> list[str]:
    """In Danish, each once: what forbids the job, or what to mind."""
    broken = findings.violations
    return list(dict.fromkeys(sentence(each) for each in findings if (each.rule in broken) == blocking))


class Lawyer:
    """The law for a whole night: each question that is really different is asked once."""

    def __init__(self, day: date, youths: Iterable[Youth], posts: Iterable[Post]) -> None:
        self.day = day
        self.youths = {youth.pk: youth for youth in youths}
        self.posts = {post.pk: post for post in posts}
        self.jobs: dict[int, Job] = {}
        self.answers: dict[Question, tuple[str, ...]] = {}

    @property
    def digest(self) -> str:
        """All that the answers depend on beside the day and the law itself."""
        youths = [(youth.pk, youth.born_on, youth.schooling_ends_on) for youth in self.youths.values()]
        posts = [(post.pk, self.job(post), post.starts_on, post.ends_on) for post in self.posts.values()]
        return hashlib.sha256(repr((youths, posts)).encode()).hexdigest()

    def job(self, post: Post) -> Job:
        if post.pk not in self.jobs:
            self.jobs[post.pk] = law_job(post)
        return self.jobs[post.pk]

    def group(self, youth: Youth) -> str:
        return group(youth, self.day)

    def verdict(self, wish: WishCard, job: JobCard) -> tuple[str, ...]:
        """The rules that forbid this very youth the job on its real dates; asked of pairs that all else allows.

        What is forbidden in the first weeks is forbidden: most of the unlawful is found there, in questions
        that many youths share. Only what passes is asked about to the last day.
        """
        youth, post = self.youths[wish.youth], self.posts[job.post]
        first = first_day(post, self.day)
        last = post.ends_on or first + ONE_YEAR
        return self.answer(youth, post, first, min(last, first + FIRST_WEEKS)) or self.answer(youth, post, first, last)

    def answer(self, youth: Youth, post: Post, first: date, last: date) -> tuple[str, ...]:
        job = self.job(post)
        question = question_of(youth, job, first, last)
        if question not in self.answers:
            self.answers[question] = judge_period(youth.born_on, youth.schooling_ends_on, job, first, last).violations
        return self.answers[question]


class Question(NamedTuple):
    """Youths of the same age and schooling all through the dates are one question."""

    job: Job
    dates: tuple[date, date]
    age: int
    birthdays: tuple[date, ...]
    schooling_ends_on: date | None


def question_of(youth: Youth, job: Job, first: date, last: date) -> Question:
    schooling = youth.schooling_ends_on
    is_over = schooling is None or schooling < first
    return Question(
        job=job,
        dates=(first, last),
        age=youth.age_on(first),
        birthdays=tuple(birthdays(youth, first, last)),
        schooling_ends_on=None if schooling is None or is_over else min(schooling, last),
    )


def birthdays(youth: Youth, first: date, last: date) -> Iterator[date]:
    """The days inside the period on which the youth gets a year older."""
    for year in range(first.year, last.year + 1):
        age = year - youth.born_on.year
        turning = next(day for day in around_birthday(youth.born_on, year) if youth.age_on(day) == age)
        if first < turning <= last:
            yield turning


def around_birthday(born_on: date, year: int) -> Iterator[date]:
    eve = date(year, born_on.month, min(born_on.day, 28))
    return (eve + number * ONE_DAY for number in range(4))
