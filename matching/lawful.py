"""The law asked about one youth and one post, on the dates that are really meant."""

from collections.abc import Iterable, Mapping
from datetime import date, timedelta

from employers.lawfulness import GROUP_LABELS, law_job, sentence
from employers.models import Post
from jobplaneten.law.calendar import days_in, is_in_schooling
from jobplaneten.law.groups import group_of
from jobplaneten.law.life import Elsewhere, Life
from jobplaneten.law.many import Offer
from jobplaneten.law.pattern import Pattern
from jobplaneten.law.period import PeriodFindings, judge_period
from jobplaneten.placements.elsewhere import other_jobs
from jobplaneten.placements.models import Placement
from jobplaneten.schools.closing import Calendars
from matching.lawyer import Lawyer
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


def lawyer(
    day: date, youths: Iterable[Youth], posts: Iterable[Post], elsewhere: Mapping[int, tuple[Elsewhere, ...]]
) -> Lawyer:
    """The law for a whole night."""
    closed = Calendars().closed_for
    lives = {
        youth.pk: Life(
            youth.born_on, youth.schooling_ends_on, days_in(closed(youth.school_id)), elsewhere.get(youth.pk, ())
        )
        for youth in youths
    }
    offers = {post.pk: Offer(Pattern(law_job(post)), first_day(post, day), post.ends_on) for post in posts}
    return Lawyer(lives, offers)
