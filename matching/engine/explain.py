"""Why a proposal was made: points from the tables, and reasons in three voices.

A *contribution* is what one feature of the pair adds to each logit, less what it adds on average
over all jobs the youth could have. Base plus all contributions is the logit.

A *reason* is a code with its figures; whoever shows it makes the sentence.

| code                | figures                                            | youth | employer | mentor |
|---------------------|----------------------------------------------------|-------|----------|--------|
| tasks_liked         | codes                                              | yes   |          | yes    |
| circumstances_liked | codes                                              | yes   |          | yes    |
| dream_field         | field                                              | yes   |          | yes    |
| skills_met          | skills, levels (the youth's own)                   | yes   | yes      | yes    |
| skills_to_learn     | skills, levels (wanted by the job)                 | yes   | yes      | yes    |
| timetable           | shifts, minutes (a week); slack not to employers   | yes   | yes      | yes    |
| travel              | minutes, mode                                      | near  |          | yes    |
| help                | help, wanted (0-3, wanted by the step)             | enough|          | yes    |
| regular             |                                                    | yes   |          | yes    |
| next_step           | step (the one above the youth's)                   | yes   |          | yes    |
| rather_nots         | codes                                              |       |          | yes    |

near: at most NEAR minutes. enough: no less help than wanted. Each reason carries the points
(logits of both sides together) of its features: what helped most stands first. The employer's
are 0: an employer reads competences and needs, never points, wishes, way, step or help.
`skills` and `levels` run side by side; `slack` is the least free time around a shift, minutes.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any, Self

import numpy as np
import numpy.typing as npt

from matching.engine import timetable, travel
from matching.engine.cards import JobCard, WishCard
from matching.engine.compiled import UNIT, Compiled
from matching.engine.eligibility import Figure
from matching.engine.features import NAMES, help_wanted

Ints = npt.NDArray[np.int64]
Floats = npt.NDArray[np.float64]

NEAR = 20
BEHIND: Mapping[str, tuple[str, ...]] = {
    "tasks_liked": ("tasks_liked",),
    "circumstances_liked": ("circumstances_liked",),
    "dream_field": ("dream_field",),
    "skills_met": ("skills_met", "skills_above"),
    "skills_to_learn": ("skills_short", "skills_missing"),
    "timetable": ("slack", "more_shifts"),
    "travel": ("travel",),
    "help": ("help", "help_short"),
    "regular": ("regular",),
    "next_step": ("next_step",),
    "rather_nots": ("rather_nots",),
}
"""Which features each reason speaks for."""
EMPLOYERS = frozenset({"skills_met", "skills_to_learn", "timetable"})


@dataclass(frozen=True, slots=True)
class Contribution:
    feature: str
    code: int
    want: float
    take: float

    def to_json(self) -> dict[str, Any]:
        return {"feature": self.feature, "code": self.code, "want": self.want, "take": self.take}


@dataclass(frozen=True, slots=True)
class Reason:
    code: str
    figures: Mapping[str, Figure] = field(default_factory=dict)
    points: float = 0.0

    def to_json(self) -> dict[str, Any]:
        return {"code": self.code, "figures": dict(self.figures), "points": self.points}


@dataclass(frozen=True, slots=True)
class Reasons:
    youth: tuple[Reason, ...]
    employer: tuple[Reason, ...]
    mentor: tuple[Reason, ...]

    def to_json(self) -> dict[str, Any]:
        voices = {"youth": self.youth, "employer": self.employer, "mentor": self.mentor}
        return {voice: [reason.to_json() for reason in said] for voice, said in voices.items()}


@dataclass(frozen=True, slots=True, eq=False)
class Points:
    """Points of many pairs relative to each youth's mean, and the bases. Shapes (n, features), (n,)."""

    want: Floats
    take: Floats
    base_want: Floats
    base_take: Floats

    @classmethod
    def of(cls, weights: Compiled, codes: Ints, sums: Ints, eligible: Ints) -> Self:
        """Of pairs with these `codes` (n, features). `sums` (2, n, features) are the points of all the jobs that
        the youth of each pair could have, and `eligible` (n,) how many those are."""
        mean = sums * UNIT / np.maximum(eligible, 1)[:, None]
        want, take = weights.points(codes) * UNIT - mean
        base_want, base_take = weights.intercepts[:, None] * UNIT + mean.sum(axis=2)
        return cls(want, take, base_want, base_take)

    def contributions(self, pair: int, codes: Ints) -> tuple[Contribution, ...]:
        rows = zip(NAMES, codes.tolist(), self.want[pair].tolist(), self.take[pair].tolist(), strict=True)
        return tuple(Contribution(*row) for row in rows)


def reasons(wish: WishCard, job: JobCard, contributions: Sequence[Contribution] = ()) -> Reasons:
    """The reasons of one eligible pair; without contributions their points are 0."""
    points = {each.feature: each.want + each.take for each in contributions}
    minutes, mode, _ = travel.way(wish, job)
    hidden = {
        "rather_nots": True,
        "travel": minutes > NEAR,
        "help": job.help < help_wanted(wish.step),
    }
    found = [
        Reason(code, figures, round(sum(points.get(name, 0.0) for name in BEHIND[code]), 6))
        for code, figures in _figures(wish, job, {"minutes": minutes, "mode": mode}).items()
    ]
    found.sort(key=lambda reason: -reason.points)
    return Reasons(
        youth=tuple(reason for reason in found if not hidden.get(reason.code, False)),
        employer=tuple(_for_employer(reason) for reason in found if reason.code in EMPLOYERS),
        mentor=tuple(found),
    )


def _figures(wish: WishCard, job: JobCard, way: Mapping[str, Figure]) -> dict[str, Mapping[str, Figure]]:
    tasks = job.tasks | {job.category}
    met = {code: wish.skills[code] for code, n in job.needs.items() if wish.skills.get(code, 0) >= n}
    learn = {code: level for code, level in job.needs.items() if code not in met}
    every: dict[str, Mapping[str, Figure] | None] = {
        "tasks_liked": _codes(wish.likes & tasks),
        "circumstances_liked": _codes(wish.likes & job.circumstances),
        "dream_field": {"field": wish.dream} if wish.dream in job.field else None,
        "skills_met": _levels(met),
        "skills_to_learn": _levels(learn),
        "timetable": _times(wish, job),
        "travel": way,
        "help": {"help": job.help, "wanted": help_wanted(wish.step)},
        "regular": {} if len({start for _, start, _ in job.shifts}) == 1 else None,
        "next_step": None if wish.step in job.steps else {"step": wish.step + 1},
        "rather_nots": _codes(wish.rather_not & (tasks | job.circumstances)),
    }
    return {code: figures for code, figures in every.items() if figures is not None}


def _codes(codes: frozenset[str]) -> Mapping[str, Figure] | None:
    return {"codes": tuple(sorted(codes))} if codes else None


def _levels(skills: Mapping[str, int]) -> Mapping[str, Figure] | None:
    if not skills:
        return None
    names = tuple(sorted(skills))
    return {"skills": names, "levels": tuple(skills[name] for name in names)}


def _times(wish: WishCard, job: JobCard) -> Mapping[str, Figure]:
    open_times = timetable.openings(wish.free, wish.blocked)
    slack = min(timetable.slack(open_times, shift) for shift in job.shifts)
    minutes = sum(end - start for _, start, end in job.shifts)
    return {"shifts": len(job.shifts), "minutes": minutes, "slack": slack}


def _for_employer(reason: Reason) -> Reason:
    shown = {name: figure for name, figure in reason.figures.items() if name != "slack"}
    return replace(reason, figures=shown, points=0.0)
