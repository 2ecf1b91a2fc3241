"""The law asked about one youth and one post, on the dates that are really meant."""

import hashlib
from collections.abc import Iterable, Mapping, Sequence
from datetime import date, timedelta

import numpy as np
import numpy.typing as npt

from employers.lawfulness import GROUP_LABELS, law_job, sentence
from employers.models import Post
from jobplaneten.law.calendar import days_in, is_in_schooling
from jobplaneten.law.groups import group_of
from jobplaneten.law.life import Elsewhere, Life
from jobplaneten.law.many import Bench, Offer
from jobplaneten.law.pattern import Pattern
from jobplaneten.law.period import PeriodFindings, judge_period
from jobplaneten.placements.elsewhere import other_jobs
from jobplaneten.placements.models import Placement
from jobplaneten.schools.closing import Calendars
from matching.engine.cards import JobCard, WishCard
from matching.engine.columns import Lawfulness
from youth.models import Youth

ONE_DAY = timedelta(days=1)


def group(youth: Youth, day: date) -> str:
    return group_of(youth.age_on(day), is_in_schooling(youth.schooling_ends_on, day))


def age_group_words(youth: Youth, day: date) -> str:
    """The age as an employer reads it: a group, never a date or a class."""
    return str(GROUP_LABELS[group(youth, day)])


def first_day(post: Post, day: date) -> date:
    """The earliest first day of a job that is agreed on `day`."""
    return max(day + ONE_DAY, post.starts_on or day)


def judge(youth: Youth, post: Post, day: date) -> PeriodFindings:
    """This youth in this job from its first day to its last, beside the jobs that the youth has already."""
    return judge_period(
        youth.born_on,
        youth.schooling_ends_on,
        law_job(post),
        first_day(post, day),
        post.ends_on,
        Calendars().closed_for(youth.school_id),
        elsewhere=beside(youth, post, day),
    )


def beside(youth: Youth, post: Post, day: date) -> list[Elsewhere]:
    """The youth's running jobs but for this very one."""
    own = set(Placement.objects.running().filter(youth=youth, post=post).values_list("pk", flat=True))
    return [job for placement, job in other_jobs([youth.pk], day).get(youth.pk, []) if placement not in own]


def all_jobs(youths: Iterable[Youth], day: date) -> dict[int, tuple[Elsewhere, ...]]:
    """The running jobs of each of many youths."""
    found = other_jobs([youth.pk for youth in youths], day)
    return {youth: tuple(job for _placement, job in jobs) for youth, jobs in found.items()}


def sentences(findings: PeriodFindings, *, blocking: bool) -> list[str]:
    """In Danish, each once: what forbids the job, or what to mind."""
    broken = findings.violations
    return list(dict.fromkeys(sentence(each) for each in findings if (each.rule in broken) == blocking))


class Lawyer:
    """The law for a whole night: every pair that its cards can make, judged in the fast form."""

    def __init__(
        self, day: date, youths: Iterable[Youth], posts: Iterable[Post], elsewhere: Mapping[int, tuple[Elsewhere, ...]]
    ) -> None:
        closed = Calendars().closed_for
        self.lives = {
            youth.pk: Life(
                youth.born_on,
                youth.schooling_ends_on,
                days_in(closed(youth.school_id)),
                elsewhere.get(youth.pk, ()),
            )
            for youth in youths
        }
        self.offers = {post.pk: Offer(Pattern(law_job(post)), first_day(post, day), post.ends_on) for post in posts}
        self.bench = Bench(list(self.lives.values()), list(self.offers.values()))
        self.place = {pk: place for place, pk in enumerate(self.lives)}
        self.column = {pk: column for column, pk in enumerate(self.offers)}

    @property
    def digest(self) -> str:
        """All that the answers depend on beside the law itself."""
        lives = [
            (pk, life.born_on, life.schooling_ends_on, sorted(life.closed), life.elsewhere)
            for pk, life in self.lives.items()
        ]
        return hashlib.sha256(repr((lives, self.offers)).encode()).hexdigest()

    def lawfulness(self, wishes: Sequence[WishCard], jobs: Sequence[JobCard]) -> Lawfulness:
        """The answer for all pairs of these cards: youths to whom the law says the same are a class."""
        columns = [unpacked(self.bench.lawful(self.column[job.post]), len(self.lives)) for job in jobs]
        everybody = np.array(columns, dtype=np.bool_).reshape(len(jobs), len(self.lives)).T
        asked = everybody[[self.place[wish.youth] for wish in wishes]].reshape(len(wishes), len(jobs))
        table, of_youth = np.unique(asked, axis=0, return_inverse=True)
        return Lawfulness(of_youth.reshape(-1), table)

    def violations(self, youth: int, post: int) -> tuple[str, ...]:
        """The rules that forbid this very youth the job on its real dates."""
        return self.bench.violations(self.place[youth], self.column[post])


def unpacked(bits: int, width: int) -> npt.NDArray[np.uint8]:
    whole = np.frombuffer(bits.to_bytes(-(-width // 8), "little"), dtype=np.uint8)
    return np.unpackbits(whole, count=width, bitorder="little")
