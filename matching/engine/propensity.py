"""How likely the night's seed was to give what it gave.

The seed decides only where worth and waiting time are equal. For certain they are between twins: youths whose cards
differ in nothing but the number (and for whom the law says the same), likewise jobs. Each pair out of a set of twin
youths and a set of twin jobs had the same chance, so what was proposed among them, over all such pairs, is the
chance of each; 1.0 where neither has a twin. Two approximations: how many among the twins came is taken as certain,
and pairs that differ and yet come out equal are counted as if no toss had decided.
"""

from collections import Counter
from collections.abc import Callable, Hashable, Mapping
from dataclasses import fields
from operator import attrgetter
from typing import Any

import numpy as np

from matching.engine.cards import JobCard, WishCard
from matching.engine.record import Record

Pair = tuple[int, int]


def all_but(kind: type[Any], *names: str) -> Callable[[Any], Hashable]:
    return attrgetter(*(field.name for field in fields(kind) if field.name not in names))


OF_YOUTHS = all_but(WishCard, "youth", "skills")
OF_JOBS = all_but(JobCard, "post", "needs")


def chances(night: Record) -> dict[Pair, float]:
    """By youth and post, for all proposals of the night."""
    youths, posts = twin_youths(night), twin_jobs(night)
    sizes, widths = Counter(youths.values()), Counter(posts.values())
    pairs = [(row[0], row[1]) for row in night.outcome.proposals]
    came = Counter((youths[youth], posts[post]) for youth, post in pairs)
    return {
        (youth, post): came[youths[youth], posts[post]] / (sizes[youths[youth]] * widths[posts[post]])
        for youth, post in pairs
    }


def twin_youths(night: Record) -> dict[int, Hashable]:
    """The set of twins that each youth belongs to. Caps for mentors make whose one is count too."""
    law = dict(zip(night.law.youths, night.law.said.of_youth.tolist(), strict=True))
    limits = night.options.limits
    whose = limits.mentors if limits.mentor_room else {}
    return {
        wish.youth: (OF_YOUTHS(wish), plain(wish.skills), law.get(wish.youth), whose.get(wish.youth))
        for wish in night.wishes
    }


def twin_jobs(night: Record) -> dict[int, Hashable]:
    columns = np.packbits(night.law.said.table, axis=0)
    law = {post: columns[:, place].tobytes() for place, post in enumerate(night.law.posts)}
    return {job.post: (OF_JOBS(job), plain(job.needs), law.get(job.post)) for job in night.jobs}


def plain(levels: Mapping[str, int]) -> Hashable:
    return tuple(sorted(levels.items()))
