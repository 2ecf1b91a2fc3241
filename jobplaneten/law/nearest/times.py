"""The week with the fewest changed times that is lawful, found exactly.

Whoever works less breaks no more rules. So a shift that changes by two fields might as well be dropped, which is one,
unless it is the only one that is left; and as few shifts are touched as there are fewest whose absence makes
the others lawful. Which of the smallest such sets, and what becomes of each shift in it, is then a matter of minutes.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from heapq import heappop, heappush
from itertools import accumulate, chain, combinations, islice
from math import inf

from jobplaneten.law.facts import SUNDAY, Shift
from jobplaneten.law.nearest.limits import DAYS_OF_WEEK, Calendar, Limits, Work
from jobplaneten.law.nearest.lonely import rebuilt
from jobplaneten.law.nearest.ways import Cost, Piece, first, length
from jobplaneten.law.week import in_order, shifts_by_day

# Every set of seven shifts is tried, and a search that goes on for longer settles for the best so far.
MOST_SETS = 128
MOST_STEPS = 150

Places = tuple[int, ...]
Cut = tuple[int, tuple[Shift, ...]]


@dataclass(frozen=True, slots=True)
class Times:
    """`shifts` are aligned with the given ones; None is dropped."""

    cost: Cost
    shifts: tuple[Shift | None, ...]
    is_nearest: bool = True


@dataclass(frozen=True, slots=True, order=True)
class Plan:
    """Which shifts stay as they are and which are cut; all others are dropped. It costs no less than `bound`."""

    bound: Cost
    kept: Places
    cut: Places

    @property
    def stay(self) -> Places:
        return self.kept + self.cut


class Timetable:
    """One week to be made lawful. Counts its steps, and settles for less than the nearest when they are too many."""

    def __init__(self, shifts: Sequence[Shift], limits: Limits, calendar: Calendar) -> None:
        self.shifts = tuple(calendar.on(one.weekday, one.start, one.end, one.break_min) for one in shifts)
        self.limits = limits
        self.pieces = tuple(Piece(shift) for shift in self.shifts)
        self.places = tuple(range(len(self.shifts)))
        self.least = [piece.least(lambda shift: limits.fits(shift, {})) for piece in self.pieces]
        self.steps = 0
        self.is_whole = True

    def nearest(self) -> Times | None:
        if self.limits.hold(self.shifts):
            return Times(Cost(0, 0), self.shifts)
        kept_sets = self._kept()
        best = self._carried_out(self._plan(kept_sets[0], ()), None)
        plans = sorted({plan for kept in kept_sets for plan in self._first_plans(kept)})
        known = set(plans)
        while plans and not (best and plans[0].bound >= best.cost) and self._may_go_on():
            plan = heappop(plans)
            best = self._carried_out(plan, best) or best
            for finer in self._with_one_more_dropped(plan):
                if finer not in known:
                    known.add(finer)
                    heappush(plans, finer)
        best = best or self._rebuilt()
        return best and Times(best.cost, best.shifts, self.is_whole)

    def _may_go_on(self) -> bool:
        self.steps += 1
        self.is_whole &= self.steps <= MOST_STEPS
        return self.is_whole

    def _kept(self) -> list[Places]:
        """The largest sets of shifts that are lawful as they are."""
        sound = [place for place in self.places if self.limits.hold([self.shifts[place]])]
        sizes = range(self._most_kept(sound), 0, -1)
        found: list[Places] = []
        for each in islice(chain.from_iterable(combinations(sound, size) for size in sizes), MOST_SETS):
            if found and len(each) < len(found[0]):
                return found
            if self.limits.hold(self.shifts[place] for place in each):
                found.append(each)
        if found or not sound:
            return found or [()]
        self.is_whole = False
        return [self._gathered(sound)]

    def _most_kept(self, sound: Iterable[int]) -> int:
        """No more than the hours of the week have room for."""
        total = accumulate(sorted(self.shifts[place].work for place in sound))
        return sum(minutes <= max(self.limits.week, self.limits.school_week) for minutes in total)

    def _gathered(self, sound: Iterable[int]) -> Places:
        """Too many to try: one shift after the other, as long as they go together."""
        kept: Places = ()
        for place in sound:
            if self.limits.hold(self.shifts[one] for one in (*kept, place)):
                kept = (*kept, place)
        return kept

    def _first_plans(self, kept: Places) -> Iterator[Plan]:
        """As little dropped as can be: what no change of one field helps, and days until enough are off."""
        may_stay = [place for place in self.places if place not in kept and self.least[place] is not None]
        always = {self.shifts[place].weekday for place in kept}
        days = sorted({self.shifts[place].weekday for place in may_stay} - always)
        surplus = max(0, len(always) + len(days) - self.limits.busy_days)
        for off in combinations(days, surplus):
            yield self._plan(kept, tuple(place for place in may_stay if self.shifts[place].weekday not in off))

    def _with_one_more_dropped(self, plan: Plan) -> Iterator[Plan]:
        for place in plan.cut:
            yield self._plan(plan.kept, tuple(one for one in plan.cut if one != place))

    def _plan(self, kept: Places, cut: Places) -> Plan:
        dropped = [place for place in self.places if place not in kept and place not in cut]
        minutes = sum(length(self.shifts[place]) for place in dropped)
        weekdays = {self.shifts[place].weekday for place in (*kept, *cut)}
        minutes += max(self._cheapest(cut), self._surplus(kept + cut))
        return Plan(Cost(len(dropped) + len(cut), minutes, len(dropped), blemishes(weekdays)), kept, cut)

    def _cheapest(self, places: Iterable[int]) -> int:
        """What the changes of these shifts cost at least."""
        return sum(self.least[place] or 0 for place in places)

    def _surplus(self, places: Places) -> int:
        """The minutes by which these shifts come to more than a week may hold."""
        stay = [self.shifts[place] for place in places]
        return sum(shift.work for shift in stay) - self.limits.cap(shift.weekday for shift in stay)

    def _carried_out(self, plan: Plan, best: Times | None) -> Times | None:
        """The cheapest of the plan if it is nearer than the best so far. Something is left to come to."""
        if not plan.stay:
            return None
        bound, allowed = plan.bound, inf
        dropping = sum(length(shift) for place, shift in enumerate(self.shifts) if place not in plan.stay)
        if best:
            is_finer = (bound.dropped, bound.blemishes) < (best.cost.dropped, best.cost.blemishes)
            allowed = best.cost.minutes - dropping - (not is_finer)
        fixed = shifts_by_day(tuple(self.shifts[place] for place in plan.kept))
        found = self._cut(fixed, plan.cut, self._surplus(plan.stay), allowed)
        if found is None:
            return None
        minutes, changed = found
        new = {place: self.shifts[place] for place in plan.kept} | dict(zip(plan.cut, changed, strict=True))
        cost = Cost(bound.fields, dropping + minutes, bound.dropped, bound.blemishes)
        return Times(cost, tuple(new.get(place) for place in self.places))

    def _cut(self, fixed: Work, todo: Places, need: int, allowed: float) -> Cut | None:
        """The cheapest change of each in `todo` that goes with `fixed`, and takes the week down by `need`."""
        if not todo:
            return 0, ()
        piece, later = self.pieces[todo[0]], todo[1:]
        room, cheapest = sum(self.pieces[place].most for place in later), self._cheapest(later)
        best: Cut | None = None
        for way in piece.ways:
            for cost, shift in way[first(way, lambda shift: self.limits.fits(shift, fixed)) :]:
                if need - cost > room:
                    continue
                if cost + max(cheapest, need - cost) > allowed or not self._may_go_on():
                    break
                weekday = shift.weekday
                together = {**fixed, weekday: in_order((*fixed.get(weekday, ()), shift))}
                rest = self._cut(together, later, need - cost, allowed - cost)
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
