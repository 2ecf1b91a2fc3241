"""Jobs and matches in the words and shapes that the templates show."""

from collections.abc import Iterable
from datetime import date
from typing import Any

from django.urls import reverse
from django.utils import formats
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from employers.models import Post
from jobplaneten.chores import Chore
from jobplaneten.trades import Weekday
from matching.models import Match, MatchStatus
from matching.when import clock, in_words

TO_YOUTHS = {
    MatchStatus.OFFERED: (gettext_lazy("Venter på dit svar"), "wait"),
    MatchStatus.RELEASED: (gettext_lazy("Du har sagt ja"), "good"),
    MatchStatus.AGREED: (gettext_lazy("Du fik jobbet"), "good"),
    MatchStatus.DECLINED: (gettext_lazy("Du sagde nej tak"), "neutral"),
    MatchStatus.REFUSED: (gettext_lazy("Det blev ikke denne gang"), "neutral"),
    MatchStatus.REJECTED: (gettext_lazy("Taget tilbage"), "neutral"),
    MatchStatus.EXPIRED: (gettext_lazy("Ikke aktuelt længere"), "neutral"),
}
TO_STAFF = {
    MatchStatus.PROPOSED: "wait",
    MatchStatus.HELD: "neutral",
    MatchStatus.OFFERED: "wait",
    MatchStatus.RELEASED: "wait",
    MatchStatus.AGREED: "good",
}


def offer_cards(matches: Iterable[Match]) -> list[dict[str, Any]]:
    return [
        {
            "title": match.post.title,
            "url": reverse("matching:offer", args=[match.pk]),
            "meta": [employer_name(match.post), match.post.place, *shift_lines(match.post)[:2]],
            "badge": TO_YOUTHS[MatchStatus(match.status)][0],
            "tone": TO_YOUTHS[MatchStatus(match.status)][1],
            "icon": icon(match.post),
        }
        for match in matches
    ]


def icon(post: Post) -> str:
    return f"kind-{post.category}" if post.category else "job"


def employer_name(post: Post) -> str:
    return post.employer.name if post.employer else ""


def shift_lines(post: Post) -> list[str]:
    return in_words((shift.weekday, shift.starts, shift.ends) for shift in post.shifts.all())


def job_facts(post: Post, *, names_the_adult: bool = True) -> list[tuple[str, Any]]:
    facts = [
        (_("Hvor"), ", ".join(filter(None, [employer_name(post), post.place, post.postcode]))),
        (_("Hvornår"), ", ".join(shift_lines(post))),
        (_("Hvor længe"), period(post.starts_on, post.ends_on)),
        (_("Opgaver"), chores(post)),
        (_("Hjælp"), post.get_help_display() if post.help is not None else ""),
        (_("Den voksne på stedet"), post.adult_on_site if names_the_adult else ""),
        (_("Løn"), pay(post)),
    ]
    return [(term, value) for term, value in facts if value]


def chores(post: Post) -> str:
    labels = dict(Chore.choices)
    return ", ".join(str(labels.get(chore, chore)) for chore in post.chores if chore != Chore.OTHER)


def pay(post: Post) -> str:
    if post.pay_hour is None:
        return ""
    ore = 0 if post.pay_hour == int(post.pay_hour) else 2
    return _("%(kroner)s kr. i timen") % {"kroner": formats.number_format(post.pay_hour, ore)}


def period(starts_on: date | None, ends_on: date | None) -> str:
    if starts_on is None:
        return ""
    words = {"from": formats.date_format(starts_on, "j. F Y")}
    if ends_on is None:
        return _("Fra %(from)s") % words
    words["to"] = formats.date_format(ends_on, "j. F Y")
    return _("%(from)s til %(to)s") % words


def week_days(stretches: Iterable[Iterable[int]]) -> list[tuple[Any, list[str]]]:
    """Every day of the week with its times, for the part that draws a week."""
    times: dict[int, list[str]] = {}
    for weekday, starts, ends in sorted(tuple(each) for each in stretches):
        times.setdefault(weekday, []).append(f"{clock(starts)}–{clock(ends)}")
    return [(day.label, times.get(day.value, [])) for day in Weekday]
