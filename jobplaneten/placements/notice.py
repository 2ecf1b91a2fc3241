"""How long before the last day somebody must say so: what was agreed, and the floor that the law puts under it.

No law gives everybody a notice. Who sells, serves customers or works in an office for more than eight hours a week on
average comes under the act on salaried employees, which does; for all others it is what terms and agreement say.
"""

from calendar import monthrange
from dataclasses import dataclass
from datetime import date, timedelta

from django.utils.translation import gettext as _

from jobplaneten.placements.gates import weekly_minutes
from jobplaneten.placements.models import Placement
from jobplaneten.trades import Category

SALARIED_SOURCE = "https://www.retsinformation.dk/eli/lta/2017/1002"
SALARIED_OVER_MINUTES_A_WEEK = 8 * 60
SALARIED_WORK = frozenset({Category.SHOP, Category.OFFICE})
TRIAL_NOTICE_DAYS = 14
EMPLOYER_MONTHS = ((5, 1), (33, 3))
"""Employed for less than so many months when the notice runs out, the employer owes so many months."""
EMPLOYER_MONTHS_AFTER = 4
YOUTH_MONTHS = 1


@dataclass(frozen=True, slots=True)
class Deal:
    """What the terms say: days of notice by each side, and the last day of the trial period."""

    youth_days: int = 0
    employer_days: int = 0
    trial_until: date | None = None


@dataclass(frozen=True, slots=True)
class Notice:
    """The first day that may be the last, how long that is in words, and whether the law asks for it."""

    earliest_on: date
    words: str
    is_by_law: bool
    is_trial: bool


def notice_of(placement: Placement, side: str, said_on: date, deal: Deal | None = None) -> Notice:
    """`side` is "employer", or whoever speaks for the youth. A job with an end date needs no notice for that day."""
    deal = deal or Deal()
    is_trial = deal.trial_until is not None and said_on <= deal.trial_until
    agreed = deal.employer_days if side == "employer" else deal.youth_days
    by_deal = said_on + timedelta(days=agreed)
    by_law, law_words = floor_of(placement, side, said_on, is_trial=is_trial)
    is_law = by_law > by_deal
    earliest, words = (by_law, law_words) if is_law else (by_deal, days_words(agreed))
    if placement.lasts_until:
        earliest = min(earliest, max(placement.lasts_until, said_on))
    return Notice(earliest, words, is_law, is_trial)


def days_words(days: int) -> str:
    if not days:
        return _("ingen bestemt tid")
    if days % 7:
        return _("%(days)s dage") % {"days": days}
    weeks = days // 7
    return _("%(weeks)s uger") % {"weeks": weeks} if weeks > 1 else _("en uge")


def is_salaried(placement: Placement) -> bool:
    post = placement.post
    return post.category in SALARIED_WORK and weekly_minutes(post) > SALARIED_OVER_MINUTES_A_WEEK


def floor_of(placement: Placement, side: str, said_on: date, *, is_trial: bool) -> tuple[date, str]:
    first = placement.first_day_on
    if first is None or not is_salaried(placement):
        return said_on, ""
    if is_trial:
        days = TRIAL_NOTICE_DAYS if side == "employer" else 0
        return said_on + timedelta(days=days), days_words(days)
    months = employer_months(first, said_on) if side == "employer" else YOUTH_MONTHS
    words = _("%(months)s måned til udgangen af en måned") if months == 1 else _("%(months)s måneder til månedens slut")
    return end_of_month(said_on, months), words % {"months": months}


def employer_months(first: date, said_on: date) -> int:
    for employed, months in EMPLOYER_MONTHS:
        if end_of_month(said_on, months) <= month_later(first, employed):
            return months
    return EMPLOYER_MONTHS_AFTER


def month_later(day: date, months: int) -> date:
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def end_of_month(said_on: date, months: int) -> date:
    """A month's notice is given before a month begins, and runs to its end."""
    later = month_later(said_on.replace(day=1), months)
    return date(later.year, later.month, monthrange(later.year, later.month)[1])
