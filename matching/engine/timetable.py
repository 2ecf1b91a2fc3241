"""Do the shifts fit into the week? Times are minutes of the week, Monday 00:00 = 0."""

from collections.abc import Iterable, Sequence

import numpy as np
import numpy.typing as npt

from matching.engine.cards import DAY, JobCard, Span

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


def slack(open_times: Iterable[tuple[int, int]], shift: Span) -> int:
    """Free minutes before or after one shift, the smaller; OUTSIDE if it does not fit."""
    start, end = in_week(shift)
    return next((min(start - low, high - end) for low, high in open_times if low <= start and end <= high), OUTSIDE)


def slacks_of_weeks(weeks: Sequence[Sequence[tuple[int, int]]], shifts: Ints) -> Ints:
    """`slack` for the open times of many weeks and many shifts (minutes of the week, shape (k, 2)) at once."""
    far = 8 * DAY
    spans = [(far * week + low, far * week + high) for week, times in enumerate(weeks) for low, high in times]
    times = np.array([(-far, -far), *spans], dtype=np.int64)
    moved = shifts[None, :, :] + far * np.arange(len(weeks))[:, None, None]
    index = np.searchsorted(times[:, 0], moved[..., 0], side="right") - 1
    low, high = times[index, 0], times[index, 1]
    found = np.minimum(moved[..., 0] - low, high - moved[..., 1])
    return np.where(high >= moved[..., 1], found, OUTSIDE)


class Shifts:
    """All different shifts of many jobs, and which job has which."""

    def __init__(self, jobs: Sequence[JobCard]) -> None:
        spans = sorted({span for job in jobs for span in job.shifts})
        number = {span: index for index, span in enumerate(spans)}
        self.times = in_weeks(spans)
        width = max((len(job.shifts) for job in jobs), default=1)
        rows = [sorted(number[span] for span in job.shifts) for job in jobs]
        filled = [[*row, *[row[0]] * (width - len(row))] for row in rows]
        self.of_each = np.array(filled, dtype=np.int64).reshape(len(jobs), width)
        """For each job the numbers of its shifts, the first repeated up to the longest list."""
