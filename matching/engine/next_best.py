"""What came next for each youth: the best jobs of the list that were not proposed, and what was full for each.

| code     | full                                                         |
|----------|--------------------------------------------------------------|
| job      | the job has as many candidates as it may have                |
| employer | the employer has as many as it can answer now                |
| mentor   | the mentor has as many waiting as he or she can read         |
| youth    | the youth has as many proposals as anybody may have          |

Where nothing was full, the town as a whole got more out of another way of dealing out.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Self

import numpy as np
import numpy.typing as npt

from matching.engine.allocation import Limits
from matching.engine.columns import Town
from matching.engine.search import Lists

Ints = npt.NDArray[np.int64]
Floats = npt.NDArray[np.float64]
Bools = npt.NDArray[np.bool_]

MOST = 5
FULL = ("job", "employer", "mentor", "youth")


@dataclass(frozen=True, slots=True, eq=False)
class NextBest:
    """Rows by the numbers of youths, each one's best first; `full` (rows, FULL)."""

    youth: Ints
    post: Ints
    score: Floats
    full: Bools

    @classmethod
    def left_by(cls, town: Town, lists: Lists, limits: Limits, chosen: Ints) -> Self:
        """`chosen` are positions in the lists."""
        left = np.setdiff1d(np.arange(len(lists.youth)), chosen)
        place = np.arange(len(left)) - np.searchsorted(lists.youth[left], lists.youth[left])
        left = left[place < MOST]
        youth, job = lists.youth[left], lists.job[left]
        of_youth, of_job = lists.youth[chosen], lists.job[chosen]
        youths, jobs = town.youths, town.jobs
        mentor = np.array([limits.mentors.get(number, -1) for number in youths.id.tolist()], dtype=np.int64)
        open_to_youth = youths.open + np.bincount(of_youth, minlength=len(youths.id))
        open_to_job = jobs.open + np.bincount(of_job, minlength=len(jobs.id))
        full = [
            (open_to_job >= limits.per_seat * jobs.seats)[job],
            np.isin(jobs.employer[job], full_groups(jobs.employer[of_job], limits.employer_room)),
            np.isin(mentor[youth], full_groups(mentor[of_youth], limits.mentor_room)),
            (open_to_youth >= limits.per_youth)[youth],
        ]
        rows = np.argsort(youths.id[youth], kind="stable")
        return cls(youths.id[youth][rows], jobs.id[job][rows], lists.score[left][rows], np.stack(full, axis=1)[rows])

    def by_youth(self) -> dict[int, list[dict[str, Any]]]:
        """As it is kept: the post, its score, and the codes of what was full."""
        found: dict[int, list[dict[str, Any]]] = {}
        columns = (self.youth.tolist(), self.post.tolist(), self.score.tolist(), self.full.tolist())
        for youth, post, score, full in zip(*columns, strict=True):
            codes = [code for code, is_full in zip(FULL, full, strict=True) if is_full]
            found.setdefault(youth, []).append({"post": post, "score": round(score, 6), "full": codes})
        return found


def full_groups(given: Ints, room: Mapping[int, int]) -> list[int]:
    """Those who got all that they had room for."""
    got = dict(zip(*(column.tolist() for column in np.unique(given, return_counts=True)), strict=True))
    return [group for group, places in room.items() if got.get(group, 0) >= places]
