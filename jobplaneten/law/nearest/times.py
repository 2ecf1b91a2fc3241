"""The week with the fewest changed times that is lawful, found exactly.

Whoever works less breaks no more rules. So a shift that changes by two fields might as well be dropped, which is one,
unless it is the only one that is left; and as few shifts are touched as there are fewest whose absence makes
the others lawful. Which of the smallest such sets, and what becomes of each shift in it, is then a matter of minutes.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import chain, combinations, islice
from math import inf

from jobplaneten.law.facts import SUNDAY, Shift
from jobplaneten.law.nearest.limits import DAYS_OF_WEEK, Calendar, Limits
from jobplaneten.law.nearest.lonely import rebuilt
from jobplaneten.law.nearest.ways import Cost, Piece, first, length
from jobplaneten.law.week import shifts_by_day

MOST_SETS = 1000
MOST_PLANS = 2000
MOST_STEPS = 300

Places = tuple[int, ...]
Cut = tuple[int, tuple[Shift, ...]]


@dataclass(frozen=True, slots=True)
class Times:
    """`shifts` are aligned with the given ones; None is dropped."""

    cost: Cost
    shifts: tuple[Shift | None, ...]
    is_nearest: bool = True


@dataclass(frozen=True, slots=True)
class Plan:
    """Which shifts stay as they are and which are cut; all others are dropped. It costs no less than `bound`."""

    bound: Cost
    kept: Places
    cut: Places
    need: int


class Timetable:
    """One week to be made lawful. Counts its steps, and settles for less than the nearest when they are too many."""

    def __init__(self, shifts: Sequence[Shift], limits: Limits, calendar: Calendar) -> None:
        self.shifts = tuple(calendar.on(one.weekday, one.start, one.end, one.break_min) for one in shifts)
        self.limits = limits
        self.pieces = tuple(Piece(shift) for shift in self.shifts)
        self.places = tuple(range(len(self.shifts)))
        self.least = [piece.least(self._holds_alone) for piece in self.pieces]
        self.steps = 0
        self.is_whole = True

    def nearest(self) -> Times | None:
        if self.limits.hold(self.shifts):
            return Times(Cost(0, 0), self.shifts)
        best: Times | None = None
        for plan in self._plans():
            if best and plan.bound >= best.cost:
                break
            best = self._carried_out(plan, best) or best
        best = best or self._rebuilt()
        return best and Times(best.cost, best.shifts, self.is_whole)

    def _plans(self) -> list[Plan]:
        plans = chain.from_iterable(self._with_drops(kept) for kept in self._kept())
        found = list(islice(plans, MOST_PLANS))
        self.is_whole &= len(found) < MOST_PLANS
        return sorted(found, key=lambda plan: plan.bound)

    def _holds_alone(self, shift: Shift) -> bool:
        return self.limits.hold_day(shift.weekday, (shift,))

    def _cheapest(self, places: Iterable[int]) -> int:
        """What the changes of these shifts cost at least."""
        return sum(self.least[place] or 0 for place in places)

    def _kept(self) -> list[Places]:
        """The largest sets of shifts that are lawful as they are."""
        sound = [place for place in self.places if self.limits.hold([self.shifts[place]])]
        sizes = range(len(sound), 0, -1)
        tried = islice(((size, each) for size in sizes for each in combinations(sound, size)), MOST_SETS)
        found: list[Places] = []
        for size, each in tried:
            if found and size < len(found[0]):
                return found
            if self.limits.hold(self.shifts[place] for place in each):
                found.append(each)
        if found or not sound:
            return found or [()]
        self.is_whole = False
        return [self._gathered(sound)]

    def _gathered(self, sound: Iterable[int]) -> Places:
        """Too many to try: one shift after the other, as long as they go together."""
        kept: Places = ()
        for place in sound:
            if self.limits.hold(self.shifts[one] for one in (*kept, place)):
                kept = (*kept, place)
        return kept

    def _with_drops(self, kept: Places) -> Iterator[Plan]:
        """Every choice of what to drop among those that must change; something is left to come to."""
        touched = [place for place in self.places if place not in kept]
        may_stay = [place for place in touched if self.least[place] is not None]
        for size in range(len(may_stay), -1 if kept else 0, -1):
            for cut in combinations(may_stay, size):
                plan = self._plan(kept, cut, len(touched))
                if plan:
                    yield plan

    def _plan(self, kept: Places, cut: Places, fields: int) -> Plan | None:
        weekdays = {self.shifts[place].weekday for place in (*kept, *cut)}
        if len(weekdays) > self.limits.busy_days:
            return None
        need = sum(self.shifts[place].work for place in (*kept, *cut)) - self.limits.cap(weekdays)
        if need > sum(self.pieces[place].most for place in cut):
            return None
        dropped = [place for place in self.places if place not in kept and place not in cut]
        minutes = sum(length(self.shifts[place]) for place in dropped) + max(self._cheapest(cut), need)
        return Plan(Cost(fields, minutes, len(dropped), blemishes(weekdays)), kept, cut, need)

    def _carried_out(self, plan: Plan, best: Times | None) -> Times | None:
        """The cheapest of the plan if it is nearer than the best so far."""
        bound = plan.bound
        dropping = sum(length(shift) for place, shift in enumerate(self.shifts) if place not in plan.kept + plan.cut)
        fixed = tuple(self.shifts[place] for place in plan.kept)
        allowed = inf
        if best:
            is_finer = (bound.dropped, bound.blemishes) < (best.cost.dropped, best.cost.blemishes)
            allowed = best.cost.minutes - dropping - (not is_finer)
        found = self._cut(fixed, plan.cut, plan.need, allowed)
        if found is None:
            return None
        minutes, changed = found
        new = dict(zip((*plan.kept, *plan.cut), (*fixed, *changed), strict=True))
        cost = Cost(bound.fields, dropping + minutes, bound.dropped, bound.blemishes)
        return Times(cost, tuple(new.get(place) for place in self.places))

    def _cut(self, fixed: tuple[Shift, ...], todo: Places, need: int, allowed: float) -> Cut | None:
        """The cheapest change of each in `todo` that goes with `fixed`, and takes the week down by `need`."""
        if not todo:
            return 0, ()
        piece, later = self.pieces[todo[0]], todo[1:]
        room, cheapest = sum(self.pieces[place].most for place in later), self._cheapest(later)
        best: Cut | None = None
        for way in piece.ways:
            lawful = first(way, lambda shift: self.limits.hold_days(shifts_by_day((*fixed, shift))))
            for cost, shift in way[lawful:]:
                if need - cost > room:
                    continue
                if cost + max(cheapest, need - cost) > allowed:
                    break
                self.steps += 1
                if self.steps > MOST_STEPS:
                    self.is_whole = False
                    return best
                rest = self._cut((*fixed, shift), later, need - cost, allowed - cost)
                if rest:
                    best = cost + rest[0], (shift, *rest[1])
                    allowed = best[0] - 1
        return best

    def _rebuilt(self) -> Times | None:
        """Nothing less helps: one shift is left, and lies elsewhere."""
        options = [
            (Cost(len(self.shifts) - 1 + fields, minutes + self._all_but(place)), place, shift)
            for place in self.places
            for fields, minutes, shift in rebuilt(self.shifts[place], self.limits)
        ]
        if not options:
            return None
        cost, kept, new = min(options, key=lambda option: option[0])
        return Times(cost, tuple(new if place == kept else None for place in self.places))

    def _all_but(self, kept: int) -> int:
        return sum(length(shift) for place, shift in enumerate(self.shifts) if place != kept)


def blemishes(weekdays: Iterable[int]) -> int:
    """What the law would rather see otherwise: Sunday worked, and no two days off in a row."""
    busy = set(weekdays)
    in_a_row = any({day, (day + 1) % DAYS_OF_WEEK}.isdisjoint(busy) for day in range(DAYS_OF_WEEK))
    return (SUNDAY in busy) + (not in_a_row)
