"""Pay measured against the agreement that the employer follows. What nobody has read is unknown, never guessed."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum
from itertools import groupby
from typing import Any

from django.utils import formats
from django.utils.translation import gettext as _

from employers.models import Post, WageRate


class PayStatus(StrEnum):
    BELOW = "below"
    AT_LEAST = "at_least"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class PayVerdict:
    """The pay of one age on one day. All about the rate is None or "" when there is none to measure by."""

    age: int
    on: date
    status: PayStatus
    agreement: str = ""
    rate: Decimal | None = None
    valid_from: date | None = None
    source: str = ""
    source_date: str = ""


def pay_words(post: Post, on: date) -> list[PayVerdict]:
    """Every age of the post's band on its first day, or on `on` if later; then the ages that a coming rate is for."""
    first = first_day(post, on)
    rates = rates_of(post)
    found = [verdict(post, age, first, rates) for age in ages(post)]
    return found + [verdict(post, age, day, rates) for age, day in coming(post, first, rates)]


def first_day(post: Post, on: date) -> date:
    return max(on, post.starts_on or on)


def ages(post: Post) -> range:
    return range(post.age_from, post.age_to + 1)


def rates_of(post: Post) -> list[WageRate]:
    return list(post.agreement.rates.all()) if post.agreement else []


def coming(post: Post, first: date, rates: Iterable[WageRate]) -> Iterator[tuple[int, date]]:
    """The age and the day of each rate that begins while the job goes on."""
    days = sorted({rate.valid_from for rate in rates if first < rate.valid_from <= (post.ends_on or date.max)})
    for day in days:
        begun = [rate for rate in rates if rate.valid_from == day]
        yield from ((age, day) for age in ages(post) if any(rate.holds(age, day) for rate in begun))


def verdict(post: Post, age: int, day: date, rates: Iterable[WageRate]) -> PayVerdict:
    held = next((rate for rate in rates if rate.holds(age, day)), None)
    name = post.agreement.name if post.agreement else ""
    if held is None:
        return PayVerdict(age, day, PayStatus.UNKNOWN, agreement=name)
    return PayVerdict(
        age=age,
        on=day,
        status=status_of(post.pay_hour, held.rate),
        agreement=name,
        rate=held.rate,
        valid_from=held.valid_from,
        source=held.source_url,
        source_date=held.source_date,
    )


def status_of(pay: Decimal | None, rate: Decimal) -> PayStatus:
    if pay is None:
        return PayStatus.UNKNOWN
    return PayStatus.BELOW if pay < rate else PayStatus.AT_LEAST


def why_underpaid(post: Post, on: date) -> list[str]:
    """Why the post may not be sent or opened: below the employer's own agreement from its first day."""
    first = first_day(post, on)
    return [line["text"] for line in lines(post, on) if line["status"] == PayStatus.BELOW and line["on"] == first]


# ── in Danish ───────────────────────────────────────────────────────────────
def told(post: Post, on: date) -> dict[str, Any]:
    """The pay as a page shows it: the agreement's name and one line for the ages that share an answer."""
    return {"agreement": post.agreement, "lines": lines(post, on)}


def lines(post: Post, on: date) -> list[dict[str, Any]]:
    if post.agreement is None:
        unknown = _("Ukendt: der er ikke valgt en overenskomst, så vi kan ikke måle lønnen.")
        return [{"status": PayStatus.UNKNOWN, "on": on, "text": unknown}]
    first = first_day(post, on)
    together = groupby(pay_words(post, on), key=lambda one: (one.on, one.status, one.rate, one.valid_from, one.source))
    return [line(post, first, list(same)) for _key, same in together]


def line(post: Post, first: date, same: list[PayVerdict]) -> dict[str, Any]:
    one = same[0]
    who = aged(one.age, same[-1].age)
    text = words(post, one, who, is_coming=one.on > first)
    return {
        "status": one.status,
        "on": one.on,
        "is_coming": one.on > first,
        "text": text,
        "source": one.source,
        "source_date": one.source_date,
    }


def words(post: Post, one: PayVerdict, who: str, *, is_coming: bool) -> str:
    if one.rate is None or one.valid_from is None:
        return _("Ukendt: vi har ingen sats for %(who)s den %(day)s i »%(agreement)s«.") % {
            "who": who,
            "day": day_words(one.on),
            "agreement": one.agreement,
        }
    said = {"rate": kroner(one.rate), "who": who, "day": day_words(one.valid_from)}
    if post.pay_hour is None:
        return _("Overenskomsten siger %(rate)s kr. for %(who)s fra %(day)s. Skriv lønnen, så måler vi den.") % said
    said["pay"] = kroner(post.pay_hour)
    if one.status == PayStatus.AT_LEAST:
        return _("Lønnen er %(pay)s kr., og overenskomsten siger %(rate)s kr. for %(who)s fra %(day)s.") % said
    if is_coming:
        return _("Sæt lønnen op i tide: overenskomsten siger %(rate)s kr. for %(who)s fra %(day)s.") % said
    return _("Lønnen er %(pay)s kr., men overenskomsten siger %(rate)s kr. for %(who)s fra %(day)s.") % said


def aged(youngest: int, oldest: int) -> str:
    span = str(youngest) if youngest == oldest else f"{youngest}-{oldest}"
    return _("%(ages)s-årige") % {"ages": span}


def kroner(amount: Decimal) -> str:
    return str(formats.number_format(amount, 0 if amount == int(amount) else 2))


def day_words(day: date) -> str:
    return str(formats.date_format(day, "j. F Y"))
