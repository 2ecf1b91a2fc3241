"""Do the shifts fit into the week? Times are minutes of the week, Monday 00:00 = 0."""

from collections.abc import Iterable, Sequence

import numpy as np
import numpy.typing as npt

from matching.engine.cards import DAY, JobCard, Span, WishCard

Ints = npt.NDArray[np.int64]
OUTSIDE = -1


def in_week(span: Span) -> tuple[int, int]:
    weekday, start, end = span
    return weekday * DAY + start, weekday * DAY + end


def in_weeks(spans: Iterable[Span]) -> Ints:
    return np.array([in_week(span) for span in spans], dtype=np.int64).reshape(-1, 2)


def openings(free: Iterable[Span], blocked: Iterable[Span]) -> list[tuple[int, int]]:
    """Free time joined where it touches, less the blocked time, in order."""
    joined: list[tuple[int, int]] = []
    for start, end in sorted(map(in_week, free)):
        if joined and start <= joined[-1][1]:
            joined[-1] = (joined[-1][0], max(end, joined[-1][1]))
        else:
            joined.append((start, end))
    for start, end in map(in_week, blocked):
        joined = [
            part
            for low, high in joined
            for part in ((low, min(high, start)), (max(low, end), high))
            if part[0] < part[1]
        ]
    return joined


def slacks(open_times: Sequence[tuple[int, int]], shifts: Ints) -> Ints:
    """Free minutes before or after each shift, the smaller; OUTSIDE for a shift that does not fit.

    `shifts` are minutes of the week, shape (k, 2).
    """
    times = np.array(open_times, dtype=np.int64).reshape(-1, 2)
    index = np.searchsorted(times[:, 0], shifts[:, 0], side="right") - 1
    low, high = np.vstack([times, (0, -DAY)])[index].T
    found = np.minimum(shifts[:, 0] - low, high - shifts[:, 1])
    return np.where(high >= shifts[:, 1], found, OUTSIDE)


class Shifts:
    """All different shifts of many jobs, and which job has which."""

    def __init__(self, jobs: Sequence[JobCard]) -> None:
        spans = sorted({span for job in jobs for span in job.shifts})
        number = {span: index for index, span in enumerate(spans)}
        self.times = in_weeks(spans)
        self.of_job = np.zeros((len(spans), len(jobs)), dtype=np.float32)
        for column, job in enumerate(jobs):
            self.of_job[[number[span] for span in job.shifts], column] = 1

    def slacks(self, wishes: Sequence[WishCard]) -> Ints:
        """Youths by different shifts."""
        rows = [slacks(openings(wish.free, wish.blocked), self.times) for wish in wishes]
        return np.array(rows, dtype=np.int64).reshape(len(wishes), len(self.times))

    def of_each(self, jobs: Sequence[JobCard]) -> Ints:
        """For each job the numbers of its shifts, the first repeated up to the longest list."""
        rows = [np.flatnonzero(self.of_job[:, column]) for column in range(len(jobs))]
        width = max(map(len, rows), default=1)
        filled = [np.pad(row, (0, width - len(row)), mode="edge") for row in rows]
        return np.array(filled, dtype=np.int64).reshape(len(jobs), width)
