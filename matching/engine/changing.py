"""A change put upon the cards, the weights and the caps of a night."""

from collections.abc import Iterable, Mapping
from dataclasses import replace

from matching.engine.allocation import Limits
from matching.engine.cards import DAY, JobCard, WishCard
from matching.engine.change import ALL, MOST_SEATS, NEXT, Change
from matching.engine.features import NAMES
from matching.engine.weights import LARGEST, Scorer, Side

EVERY_STEP = frozenset({1, 2, 3, 4})
YOUNGEST, OLDEST = 1, 99


def wishes_under(change: Change, wishes: Iterable[WishCard]) -> tuple[WishCard, ...]:
    def one(wish: WishCard) -> WishCard:
        minutes = min(DAY, max(0, wish.max_minutes + change.minutes))
        return replace(wish, max_minutes=minutes, next_step_ok=wish.next_step_ok or change.steps == NEXT)

    return tuple(map(one, wishes)) if change.minutes or change.steps == NEXT else tuple(wishes)


def jobs_under(change: Change, jobs: Iterable[JobCard]) -> tuple[JobCard, ...]:
    def one(job: JobCard) -> JobCard:
        if change.steps == ALL:
            job = replace(job, steps=job.steps | EVERY_STEP)
        if change.ages:
            job = replace(job, age_min=YOUNGEST, age_max=OLDEST)
        if change.seats and change.concerns(job.post, job.category):
            job = replace(job, seats=min(MOST_SEATS, max(0, job.seats + change.seats)))
        return job

    return tuple(map(one, jobs))


def scorer_under(change: Change, scorer: Scorer) -> Scorer:
    if change.factor == 1 or change.feature not in NAMES:
        return scorer
    place = NAMES.index(change.feature)
    return replace(
        scorer, want=louder(scorer.want, place, change.factor), take=louder(scorer.take, place, change.factor)
    )


def louder(side: Side, place: int, factor: float) -> Side:
    table = tuple(max(-LARGEST, min(LARGEST, points * factor)) for points in side.tables[place])
    return replace(side, tables=(*side.tables[:place], table, *side.tables[place + 1 :]))


def limits_under(change: Change, limits: Limits, mentors: Mapping[int, int]) -> Limits:
    """`mentors` says whose each youth is."""
    caps = {name: getattr(change, name) for name in ("per_seat", "per_youth", "first_bonus")}
    limits = replace(limits, **{name: value for name, value in caps.items() if value is not None})
    if change.mentor_room is None:
        return limits
    own = limits.mentor_room
    room = {mentor: min(change.mentor_room, own.get(mentor, change.mentor_room)) for mentor in mentors.values()}
    return replace(limits, mentors=dict(mentors), mentor_room=room)
