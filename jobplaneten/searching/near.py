"""The jobs that a youth can come across: open, free, and not of a workplace that the youth has chosen away.

For each: how far it is with the youth's own means from the middle of the youth's area (never from the home), and what
speaks against it today, in plain words.
"""

from collections.abc import Callable, Collection, Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import F, Q
from django.utils.translation import gettext as _

from employers.models import Post, PostQuerySet
from matching.engine.travel import between
from matching.lawful import all_jobs, lawyer
from matching.models import Hiding
from matching.when import Stretch, free_times
from youth.models import Youth

WEEKEND = {5, 6}
FAR_AWAY = 10_000
WITHOUT_MEANS = ("walk", "bike")
"""A youth who has not said how they get about can walk and cycle."""


@dataclass(frozen=True, slots=True)
class Near:
    """`minutes` is None when the job does not say where it is. `stops` are sentences; none: nothing is in the way."""

    post: Post
    minutes: int | None
    mode: str
    stops: tuple[str, ...]

    @property
    def order(self) -> tuple[bool, int, int]:
        return bool(self.stops), FAR_AWAY if self.minutes is None else self.minutes, -self.post.pk


@dataclass(frozen=True, slots=True)
class Wanted:
    """What is searched for. `minutes` is the longest way."""

    category: str = ""
    when: str = ""
    minutes: int | None = None
    also_not_yet: bool = False

    def fits(self, near: Near, free: list[Stretch]) -> bool:
        if near.stops and not self.also_not_yet:
            return False
        if self.category and near.post.category != self.category:
            return False
        if self.minutes is not None and (near.minutes is None or near.minutes > self.minutes):
            return False
        return SUITS[self.when](times_of(near.post), free)


def times_of(post: Post) -> list[Stretch]:
    return [(shift.weekday, shift.starts, shift.ends) for shift in post.shifts.all()]


def lies_in(shift: Stretch, free: Iterable[Stretch]) -> bool:
    day, starts, ends = shift
    return any(day == on and begins <= starts and ends <= until for on, begins, until in free)


Suits = Callable[[list[Stretch], list[Stretch]], bool]
SUITS: dict[str, Suits] = {
    "": lambda times, free: True,
    "mine": lambda times, free: all(lies_in(each, free) for each in times),
    "hverdage": lambda times, free: all(day not in WEEKEND for day, _from, _to in times),
    "weekend": lambda times, free: all(day in WEEKEND for day, _from, _to in times),
}


def open_to(youth: Youth, day: date) -> PostQuerySet:
    """Posts that the youth may read of."""
    chosen_away = Hiding.objects.standing().filter(youth=youth).values("employer")
    return (
        Post.objects.open()
        .filter(Q(ends_on=None) | Q(ends_on__gt=day), seats_taken__lt=F("seats"), employer__isnull=False)
        .filter(Q(employer__paused_until=None) | Q(employer__paused_until__lt=day))
        .exclude(employer__in=chosen_away)
    )


def jobs_near(youth: Youth, day: date, posts: PostQuerySet) -> list[Near]:
    """Of these posts; what one may first, then the nearest. A constant number of questions to the database."""
    found = list(posts.select_related("employer").prefetch_related("shifts", "needs"))
    asked = lawyer(day, [youth], found, all_jobs([youth], day))
    home = (youth.area.latitude, youth.area.longitude)
    means = youth.travel_modes or WITHOUT_MEANS
    return sorted((near(youth, post, day, asked, home, means) for post in found), key=lambda each: each.order)


def near(youth: Youth, post: Post, day: date, asked: Any, home: tuple[float, float], means: Collection[str]) -> Near:
    stops = [*not_yet(youth, post, day)]
    if not stops and asked.violations(youth.pk, post.pk):
        stops.append(_("Det må du ikke endnu, siger loven"))
    if post.latitude is None or post.longitude is None:
        return Near(post, None, "", tuple(stops))
    minutes, mode, _km = between(home, (post.latitude, post.longitude), means)
    return Near(post, minutes, mode, tuple(stops))


def not_yet(youth: Youth, post: Post, day: date) -> Iterable[str]:
    age = youth.age_on(day)
    if age < post.age_from:
        yield _("Fra du er %(age)s år") % {"age": post.age_from}
    if age > post.age_to:
        yield _("Til og med %(age)s år") % {"age": post.age_to}
    steps = {youth.step, youth.step + 1} if youth.may_try_next_step else {youth.step}
    if post.steps and not steps & set(post.steps):
        yield _("Det er til trin %(step)s") % {"step": min(post.steps)}


def found_by(wanted: Wanted, jobs: Iterable[Near], youth: Youth) -> list[Near]:
    free = free_times(youth) if wanted.when == "mine" else []
    return [each for each in jobs if wanted.fits(each, free)]
