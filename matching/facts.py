"""The night's input: rows of the database become cards of the engine, in a number of queries that does not grow.

A row that cannot take part is set aside with its reason; it never stops the rest.
"""

import hashlib
import json
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from django.db.models import Count, Q

from employers.models import Post
from jobplaneten.accounts.models import Area
from jobplaneten.law.life import Elsewhere
from jobplaneten.trades import LEADS_TO
from matching.engine.allocation import Limits
from matching.engine.cards import JobCard, Span, WishCard
from matching.engine.reading import CardError, SetAside
from matching.lawful import all_jobs, lawyer
from matching.lawyer import Lawyer
from matching.models import Match, MatchStatus, MentorPace, Run, hidden_posts
from matching.promises import end_of, room_for, slow_answers
from youth.models import BlockedTime, FreeTime, Youth, YouthSkill
from youth.permissions import guardian_stop

ALIVE = (MatchStatus.PROPOSED, MatchStatus.HELD, MatchStatus.OFFERED, MatchStatus.RELEASED)
MOST_PER_SEAT = 5
NOES = frozenset({MatchStatus.REJECTED, MatchStatus.DECLINED, MatchStatus.REFUSED})


@dataclass(frozen=True, slots=True)
class Facts:
    """`order` are all youths of the night by number, also those set aside."""

    day: date
    order: tuple[int, ...]
    wishes: tuple[WishCard, ...]
    jobs: tuple[JobCard, ...]
    set_aside: tuple[SetAside, ...]
    limits: Limits
    lawyer: Lawyer = field(compare=False)

    @property
    def digest(self) -> str:
        """The same facts give the same digest on every machine and day."""
        cards = sorted([*map(as_text, self.wishes), *map(as_text, self.jobs)])
        aside = sorted((each.kind, each.id, each.reason) for each in self.set_aside)
        rooms = [sorted(room.items()) for room in (self.limits.employer_room, self.limits.mentor_room)]
        page = [str(self.day), self.order, cards, aside, rooms, self.lawyer.digest]
        return hashlib.sha256(json.dumps(page).encode()).hexdigest()


def as_text(card: WishCard | JobCard) -> str:
    columns = {name: getattr(card, name) for name in card.__slots__}
    return json.dumps(columns, sort_keys=True, default=sorted)


def read(day: date, *, run: Run) -> Facts:
    """All facts of one night. Matches that this very run has written are left out, so that a run which
    is taken up again sees what it saw the first time."""
    ledger = Ledger.of(run)
    youths = list(Youth.objects.in_the_night().prefetch_related("guardian_words").order_by("pk"))
    posts = list(Post.objects.open().select_related("employer").prefetch_related("shifts", "needs").order_by("pk"))
    elsewhere = all_jobs(youths, day)
    reader = Reader(day, ledger, elsewhere, Profiles.of([youth.pk for youth in youths]))
    reader.hidden = hidden_posts(posts)
    wishes = reader.take("youth", youths, reader.wish)
    jobs = reader.take("post", posts, reader.job)
    order = tuple(youth.pk for youth in youths)
    slow = slow_answers({post.employer_id for post in posts if post.employer_id}, end_of(day))
    asking, asked = {wish.youth for wish in wishes}, {job.post for job in jobs}
    asked_lawyer = lawyer(
        day,
        (youth for youth in youths if youth.pk in asking),
        (post for post in posts if post.pk in asked),
        elsewhere,
    )
    return Facts(day, order, wishes, jobs, tuple(reader.set_aside), limits(youths, posts, ledger, slow), asked_lawyer)


def limits(youths: Iterable[Youth], posts: Iterable[Post], ledger: "Ledger", slow: Mapping[int, int]) -> Limits:
    """How much room mentors and employers have left. Who could not be filled anyway is not named."""
    most: dict[int, int] = {}
    could, waiting = Counter[int](), Counter[int]()
    for post in posts:
        if post.employer is None:
            continue
        most[post.employer.pk] = room_for(post.employer.most_candidates, slow.get(post.employer.pk, 0))
        could[post.employer.pk] += MOST_PER_SEAT * post.seats_left
        waiting[post.employer.pk] += ledger.waiting_at.get(post.pk, 0)
    paces = MentorPace.objects.values_list("mentor", "most_waiting")
    mentors = {mentor: max(0, room - ledger.waiting_for.get(mentor, 0)) for mentor, room in paces}
    return Limits(
        employer_room={of: max(0, room - waiting[of]) for of, room in most.items() if room - waiting[of] < could[of]},
        mentor_room=mentors,
        mentors={youth.pk: youth.mentor_id for youth in youths if youth.mentor_id in mentors},
    )


@dataclass(frozen=True, slots=True)
class Ledger:
    """What earlier nights have left: pairs by youth, and how many still wait at each post and for each mentor."""

    already: Mapping[int, frozenset[int]]
    noes: Mapping[int, frozenset[int]]
    waiting_of: Mapping[int, int]
    waiting_at: Mapping[int, int]
    waiting_for: Mapping[int, int]

    @classmethod
    def of(cls, run: Run) -> "Ledger":
        others = Match.objects.exclude(status=MatchStatus.EXPIRED).exclude(Q(run=run) & ~Q(pk__in=run.kept))
        alive = others.filter(status__in=ALIVE)
        pairs = [(youth, post, status in NOES) for youth, post, status in others.values_list("youth", "post", "status")]
        return cls(
            already=grouped((youth, post) for youth, post, no in pairs if not no),
            noes=grouped((youth, post) for youth, post, no in pairs if no),
            waiting_of=dict(alive.values_list("youth").annotate(n=Count("pk"))),
            waiting_at=dict(alive.values_list("post").annotate(n=Count("pk"))),
            waiting_for=dict(alive.for_the_mentor().values_list("youth__mentor").annotate(n=Count("pk"))),
        )


def grouped(pairs: Iterable[tuple[int, int]]) -> dict[int, frozenset[int]]:
    found: dict[int, set[int]] = {}
    for youth, post in pairs:
        found.setdefault(youth, set()).add(post)
    return {youth: frozenset(posts) for youth, posts in found.items()}


@dataclass(frozen=True, slots=True)
class Profiles:
    """The many small rows behind the youths, as plain tuples: a model for each would cost more than the search."""

    places: Mapping[int, tuple[float, float]]
    skills: Mapping[int, dict[str, int]]
    free: Mapping[int, list[Span]]
    blocked: Mapping[int, list[Span]]

    @classmethod
    def of(cls, youths: list[int]) -> "Profiles":
        skills: dict[int, dict[str, int]] = {}
        for youth, skill, level in YouthSkill.objects.filter(youth__in=youths).values_list("youth", "skill", "level"):
            skills.setdefault(youth, {})[skill] = level
        places = {area: (lat, lon) for area, lat, lon in Area.objects.values_list("pk", "latitude", "longitude")}
        return cls(places, skills, *(times_of(model, youths) for model in (FreeTime, BlockedTime)))


def times_of(model: Any, youths: list[int]) -> dict[int, list[Span]]:
    found: dict[int, list[Span]] = {}
    rows = model.objects.filter(youth__in=youths).order_by("pk")
    for youth, weekday, starts, ends in rows.values_list("youth", "weekday", "starts", "ends"):
        found.setdefault(youth, []).append((weekday, starts, ends))
    return found


class Reader:
    """Makes one card of one row; collects the rows that make none."""

    def __init__(
        self, day: date, ledger: Ledger, elsewhere: Mapping[int, tuple[Elsewhere, ...]], profiles: "Profiles"
    ) -> None:
        self.day, self.ledger, self.elsewhere, self.profiles = day, ledger, elsewhere, profiles
        self.set_aside: list[SetAside] = []
        self.hidden: Mapping[int, frozenset[int]] = {}

    def take(self, kind: str, rows: Iterable[Any], read: Any) -> tuple[Any, ...]:
        cards = []
        for row in rows:
            try:
                cards.append(read(row))
            except CardError as error:
                self.set_aside.append(SetAside(kind, row.pk, error.reason, error.detail))
            except (TypeError, ValueError, AttributeError, KeyError) as error:
                self.set_aside.append(SetAside(kind, row.pk, "malformed", type(error).__name__))
        return tuple(cards)

    def wish(self, youth: Youth) -> WishCard:
        if youth.waiting_since is None:
            raise CardError("has_job", "waiting_since")
        if guardian_stop(youth, self.day, list(youth.guardian_words.all())):
            raise CardError("guardian", "guardian_words")
        return WishCard.from_mapping(
            {
                "youth": youth.pk,
                "age": youth.age_on(self.day),
                "step": youth.step,
                "next_step_ok": youth.may_try_next_step,
                "place": self.profiles.places[youth.area_id],
                "modes": youth.travel_modes,
                "max_minutes": youth.travel_minutes,
                "free": self.profiles.free.get(youth.pk, []),
                "blocked": [*self.at_work(youth), *self.profiles.blocked.get(youth.pk, [])],
                "skills": self.profiles.skills.get(youth.pk, {}),
                "likes": youth.likes,
                "rather_not": youth.rather_nots,
                "dream": youth.dream_field,
                "earlier_no": self.ledger.noes.get(youth.pk, frozenset()),
                "hidden": self.hidden.get(youth.pk, frozenset()),
                "already": self.ledger.already.get(youth.pk, frozenset()),
                "waiting_days": max(0, (self.day - youth.waiting_since.date()).days),
                "open_proposals": self.ledger.waiting_of.get(youth.pk, 0),
            }
        )

    def at_work(self, youth: Youth) -> list[tuple[int, int, int]]:
        """Nobody is in two places at once."""
        jobs = self.elsewhere.get(youth.pk, ())
        return [(shift.weekday, shift.start, shift.end) for job in jobs for shift in job.shifts]

    def job(self, post: Post) -> JobCard:
        if not post.employer_id:
            raise CardError("employer_missing", "employer")
        if post.ends_on and post.ends_on <= self.day:
            raise CardError("over", "ends_on")
        if post.employer and post.employer.is_paused(self.day):
            raise CardError("employer_paused", "paused_until")
        return JobCard.from_mapping(
            {
                "post": post.pk,
                "employer": post.employer_id,
                "steps": list(post.steps),
                "age_min": post.age_from,
                "age_max": post.age_to,
                "place": None if post.latitude is None or post.longitude is None else (post.latitude, post.longitude),
                "shifts": [(shift.weekday, shift.starts, shift.ends) for shift in post.shifts.all()],
                "seats": post.seats_left,
                "open_candidates": self.ledger.waiting_at.get(post.pk, 0),
                "category": post.category,
                "tasks": post.chores,
                "circumstances": post.circumstances,
                "needs": {need.skill: need.level for need in post.needs.all()},
                "help": post.help,
                "field": list(LEADS_TO.get(post.category, ())),
            }
        )
