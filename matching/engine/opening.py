"""What would open most for a youth: one change at a time, and exactly how many more jobs it would make possible.

| code      | value                                    | the change                                            |
|-----------|------------------------------------------|-------------------------------------------------------|
| minutes   | minutes more (a multiple of FIVE)        | a longer way                                          |
| mode      | "walk", "bike" or "bus"                  | one more means of transport                           |
| free      | weekday (0 is Monday)                    | free in AFTERNOON too, on Saturday and Sunday in DAY  |
| blocked   | "weekday start end", in minutes          | one blocked time given up                             |
| next_step |                                          | the mentor's tick for the step above                  |

Everything else stays as it is: the law, the seats, earlier answers. `changed` makes the card that the count is true
of; a property test asks the plain rules about every pair of it.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

import numpy as np
import numpy.typing as npt

from matching.engine import timetable, travel
from matching.engine.cards import DAY, JobCard, Span, WishCard

Bools = npt.NDArray[np.bool_]
Ints = npt.NDArray[np.int64]
Value = int | str

FIVE = 5
FARTHEST = 60
"""Minutes more that anybody is asked for."""
AFTERNOON = (14 * 60, 20 * 60)
WEEKEND = (9 * 60, 17 * 60)
SATURDAY = 5
ANYHOW = np.array([[wait, 60 / pace] for wait, pace in travel.PACE.values()])
"""All means of transport at once."""
ORDER = ("minutes", "mode", "free", "blocked", "next_step")


@dataclass(frozen=True, slots=True)
class Opening:
    """`jobs` is how many more jobs there would be; `km` how much longer the way may be, 0.0 for other changes."""

    code: str
    value: Value
    jobs: int
    km: float = 0.0

    def to_json(self) -> dict[str, Value | float]:
        return {"code": self.code, "value": self.value, "jobs": self.jobs, "km": self.km}


def changed(wish: WishCard, opening: Opening) -> WishCard:
    """The card after the change."""
    if opening.code == "minutes":
        return replace(wish, max_minutes=wish.max_minutes + int(opening.value))
    if opening.code == "mode":
        return replace(wish, modes=wish.modes | {str(opening.value)})
    if opening.code == "free":
        return replace(wish, free=(*wish.free, whole_day(int(opening.value))))
    if opening.code == "blocked":
        return replace(wish, blocked=tuple(span for span in wish.blocked if in_text(span) != opening.value))
    return replace(wish, next_step_ok=True)


def in_text(span: Span) -> str:
    return " ".join(map(str, span))


def whole_day(weekday: int) -> Span:
    return (weekday, *(AFTERNOON if weekday < SATURDAY else WEEKEND))


class Jobs:
    """The jobs of a night as columns, asked about one youth after the other."""

    def __init__(self, jobs: Sequence[JobCard]) -> None:
        self.post = np.array([job.post for job in jobs], dtype=np.int64)
        self.place = travel.directions(jobs)
        self.ages = np.array([(job.age_min, job.age_max) for job in jobs], dtype=np.int64).reshape(-1, 2)
        self.steps = np.array([sum(1 << step for step in job.steps) for job in jobs], dtype=np.int64)
        self.has_seats = np.array([job.seats > 0 for job in jobs], dtype=np.bool_)
        self.shifts = timetable.Shifts(jobs)

    def openings(self, wish: WishCard, lawful: Bools, *, most: int = 3) -> tuple[Opening, ...]:
        """The changes that open most, the greatest first. `lawful` (jobs,) is what the law says of this youth."""
        if not len(self.post):
            return ()
        return tuple(sorted(self._found(wish, lawful), key=rank)[:most])

    def _found(self, wish: WishCard, lawful: Bools) -> Iterator[Opening]:
        fixed = lawful & self.has_seats & ~np.isin(self.post, [*wish.earlier_no, *wish.already, *wish.hidden])
        right_age: Bools = (self.ages[:, 0] <= wish.age) & (wish.age <= self.ages[:, 1])
        fitting = np.flatnonzero(fixed & right_age & (self._steps(wish.step) | self._steps(wish.step + 1)))
        km = travel.kilometres(travel.directions([wish]), self.place[fitting])
        ever = travel.minutes(ANYHOW, km) <= wish.max_minutes + FARTHEST
        fitting, km = fitting[ever], km[ever]
        if not len(fitting):
            return
        own, above = self._steps(wish.step)[fitting], self._steps(wish.step + 1)[fitting]
        step = own | above if wish.next_step_ok else own
        way = travel.minutes(travel.paces([wish]), km)
        near = way <= wish.max_minutes
        weeks, names = variants(wish)
        in_time = self._in_time(weeks, fitting)
        now = step & near & in_time[0]
        yield from farther(wish, way[step & in_time[0] & ~near])
        for mode in sorted(travel.PACE.keys() - wish.modes):
            quicker = travel.minutes(travel.paces([replace(wish, modes=wish.modes | {mode})]), km) <= wish.max_minutes
            yield from some("mode", mode, step & in_time[0] & quicker & ~now)
        for (code, value), fits in zip(names, in_time[1:], strict=True):
            yield from some(code, value, step & near & fits & ~now)
        if not wish.next_step_ok:
            yield from some("next_step", 0, (own | above) & near & in_time[0] & ~now)

    def _steps(self, step: int) -> Bools:
        found: Bools = self.steps >> step & 1 == 1
        return found

    def _in_time(self, weeks: Sequence[Sequence[tuple[int, int]]], jobs: Ints) -> Bools:
        """(weeks, jobs): whether all shifts of the job lie in the free time."""
        shifts = self.shifts.of_each[jobs]
        asked, place = np.unique(shifts, return_inverse=True)
        fits = timetable.slacks_of_weeks(weeks, self.shifts.times[asked]) >= 0
        return np.asarray(fits[:, place.reshape(shifts.shape)].all(axis=2), dtype=np.bool_)


def variants(wish: WishCard) -> tuple[list[list[tuple[int, int]]], list[tuple[str, Value]]]:
    """The week as it is, then with one change each, and the names of the changes."""
    names: list[tuple[str, Value]] = [("free", weekday) for weekday in range(7)]
    names += [("blocked", text) for text in dict.fromkeys(map(in_text, wish.blocked))]
    cards = [wish, *(changed(wish, Opening(code, value, 0)) for code, value in names)]
    return [timetable.openings(card.free, card.blocked) for card in cards], names


def some(code: str, value: Value, opened: Bools) -> Iterator[Opening]:
    count = int(opened.sum())
    if count:
        yield Opening(code, value, count)


def farther(wish: WishCard, way: Ints) -> Iterator[Opening]:
    """The least that opens a job, and what opens most within FARTHEST if that is more."""
    more = np.sort(-(-(way - wish.max_minutes) // FIVE) * FIVE)
    more = more[(more <= FARTHEST) & (wish.max_minutes + more <= DAY)]
    if not len(more):
        return
    pace = max(travel.PACE[mode][1] for mode in wish.modes)
    for minutes in dict.fromkeys((int(more[0]), int(more[-1]))):
        count = int((more <= minutes).sum())
        yield Opening("minutes", minutes, count, round(minutes * pace / 60, 1))


def rank(opening: Opening) -> tuple[int, int, int, str]:
    """Most jobs first; of equal ones what asks least."""
    size = int(opening.value) if opening.code == "minutes" else 0
    return -opening.jobs, ORDER.index(opening.code), size, str(opening.value)


def openings(
    wishes: Iterable[WishCard], jobs: Sequence[JobCard], lawful: Mapping[int, Bools], *, most: int = 3
) -> dict[int, tuple[Opening, ...]]:
    """By youth. `lawful` holds a row over the jobs for each youth."""
    columns = Jobs(jobs)
    return {wish.youth: columns.openings(wish, lawful[wish.youth], most=most) for wish in wishes}
