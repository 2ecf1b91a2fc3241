"""Which day may be the first: one with a shift, on which nothing is missing and from which the law allows it all."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date, timedelta

from django.utils import formats
from django.utils.translation import gettext as _

from employers.lawfulness import law_job, sentence
from employers.models import Post
from jobplaneten.law.calendar import is_in_schooling
from jobplaneten.law.groups import kind_of
from jobplaneten.law.period import PeriodFindings, judge_period
from jobplaneten.placements import papers
from jobplaneten.placements.elsewhere import jobs_beside
from jobplaneten.placements.models import Placement
from jobplaneten.schools.closing import closed_for
from jobplaneten.trades import Weekday
from youth.models import Youth
from youth.permissions import parents_stop

ONE_DAY = timedelta(days=1)
TWO_WEEKS = timedelta(days=14)
AskFrom = Callable[[date], PeriodFindings]


def why_not_start(placement: Placement, first_day_on: date, today: date) -> str:
    """Why the job cannot begin on that day, in Danish; "" when the way is free."""
    if absent := papers.missing(placement, today):
        return _("Der mangler flueben ved: %(papers)s.") % {"papers": papers.words(absent)}
    return (
        parents_stop(placement.youth, first_day_on)
        or why_no_shift(placement.post, first_day_on)
        or why_unlawful(placement, first_day_on, today)
    )


def why_no_shift(post: Post, day: date) -> str:
    if post.ends_on and day > post.ends_on:
        return _("Jobbet er slut før den dag.")
    weekdays = shift_weekdays(post)
    if day.weekday() in weekdays:
        return ""
    if not weekdays:
        return _("Jobbet har ingen vagter.")
    names = [str(Weekday(weekday).label).lower() for weekday in weekdays]
    return _("Jobbet har vagter %(days)s. Vælg en af de dage.") % {"days": _and(names)}


def shift_weekdays(post: Post) -> list[int]:
    return sorted({shift.weekday for shift in post.shifts.all()})


def asker(placement: Placement, today: date, until: date | None = None) -> AskFrom:
    """The law asked about this very youth in this job from any day, beside the other jobs, with what is ticked."""
    youth, post = placement.youth, placement.post
    hire, is_assessed = papers.hire_of(placement, today)
    job, closed = replace(law_job(post), risk_assessment_done=is_assessed), closed_for(youth.school)
    elsewhere = jobs_beside(placement, today)

    def ask(day: date) -> PeriodFindings:
        return judge_period(
            youth.born_on,
            youth.schooling_ends_on,
            job,
            day,
            until or placement.lasts_until,
            closed,
            stage="hire",
            hire=hire,
            elsewhere=elsewhere,
        )

    return ask


def why_unlawful(placement: Placement, first_day_on: date, today: date) -> str:
    """Only staff read this: the reasons may count the youth's other jobs, and the way out may tell a birthday."""
    ask = asker(placement, today)
    findings = ask(first_day_on)
    if findings.legal:
        return ""
    reasons = dict.fromkeys(sentence(each) for each in findings if each.rule in findings.violations)
    said = [_("Loven siger nej: %(why)s") % {"why": " ".join(reasons)}]
    if findings.jointly:
        said.append(_("Det gælder for alle den unges job lagt sammen."))
    if day := first_lawful_day(placement.post, first_day_on, ask):
        words = {
            "day": formats.date_format(day, "l j. F Y"),
            "because": because(placement.youth, first_day_on, day),
        }
        said.append(_("Fra %(day)s er det lovligt%(because)s.") % words)
    return " ".join(said)


def why_not_until(placement: Placement, starts_on: date, ends_on: date | None, today: date) -> str:
    """Why terms cannot run until that day. A workplace writes them, so only what this job breaks by itself is told."""
    if ends_on is None or placement.lasts_until is None or ends_on <= placement.lasts_until:
        return ""
    findings = asker(placement, today, ends_on)(max(starts_on, today))
    reasons = dict.fromkeys(sentence(each) for each in findings if each.rule in findings.own.violations)
    if reasons:
        return _("Loven siger nej: %(why)s") % {"why": " ".join(reasons)}
    return "" if findings.legal else _("Det kan ikke lade sig gøre så længe. Ring til mentoren.")


def first_lawful_day(post: Post, after: date, ask: AskFrom) -> date | None:
    """The first shift day from `after` on from which the law allows the job; None when there is none.

    A later start leaves every later week as it is, so none helps before the last unlawful week.
    """
    if post.ends_on and after > post.ends_on:
        return None
    unlawful = [monday for week in ask(after).weeks if not week.findings.legal for monday in week.mondays]
    start = max(after, max(unlawful, default=after))
    return next((day for day in shift_days(post, start, start + TWO_WEEKS) if ask(day).legal), None)


def shift_days(post: Post, first: date, last: date) -> Iterator[date]:
    weekdays, until = shift_weekdays(post), min(last, post.ends_on or last)
    day = first
    while day <= until:
        if day.weekday() in weekdays:
            yield day
        day += ONE_DAY


def because(youth: Youth, before: date, day: date) -> str:
    """What the law sees otherwise in the youth's life on the later day."""
    was_in_school, is_in_school = (is_in_schooling(youth.schooling_ends_on, each) for each in (before, day))
    age = youth.age_on(day)
    if was_in_school and not is_in_school:
        return _(", for så er %(name)s færdig med skolen") % {"name": youth.first_name}
    if kind_of(youth.age_on(before), was_in_school) != kind_of(age, is_in_school):
        return _(", for så er %(name)s fyldt %(age)s år") % {"name": youth.first_name, "age": age}
    return ""


def _and(names: list[str]) -> str:
    *others, last = names
    return _("%(others)s og %(last)s") % {"others": ", ".join(others), "last": last} if others else last
