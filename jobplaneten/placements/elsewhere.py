"""The jobs that a youth already has, as the law counts them together with another one."""

from collections.abc import Iterable
from datetime import date

from employers.lawfulness import law_job
from jobplaneten.law.period import Elsewhere
from jobplaneten.placements.models import Placement

OtherJobs = dict[int, list[tuple[int, Elsewhere]]]
"""By youth: the placement's number, and its week with its dates."""


def other_jobs(youths: Iterable[int], today: date) -> OtherJobs:
    """Every running job of these youths, in a number of queries that does not grow. A job whose first day is not
    set yet counts from the day that its post begins, or from today when that is past."""
    rows = (
        Placement.objects.running()
        .filter(youth__in=list(youths))
        .select_related("post__employer")
        .prefetch_related("post__shifts")
        .order_by("pk")
    )
    found: OtherJobs = {}
    for row in rows:
        first = row.first_day_on or max(today, row.post.starts_on or today)
        last = min(filter(None, [row.lasts_until, row.last_day_on]), default=None)
        week = Elsewhere(law_job(row.post).shifts, first, last)
        found.setdefault(row.youth_id, []).append((row.pk, week))
    return found


def jobs_beside(placement: Placement, today: date) -> tuple[Elsewhere, ...]:
    """The youth's other jobs, seen from this one."""
    jobs = other_jobs([placement.youth_id], today).get(placement.youth_id, [])
    return tuple(week for pk, week in jobs if pk != placement.pk)
