"""The same round solved by OR-tools, part of the `scale` extra: for a country."""

import numpy as np
import numpy.typing as npt
from ortools.graph.python import min_cost_flow

from matching.engine.flow import Queues, Round

Ints = npt.NDArray[np.int64]


def solve(round_: Round) -> Ints:
    """As `flow.solve`, entry by entry."""
    if not len(round_.gain):
        return np.empty(0, dtype=np.int64)
    net = _Net(round_)
    found = net.flow.solve()
    if found != net.flow.OPTIMAL:
        raise RuntimeError(f"The allocation found no answer: {found}")
    chosen: Ints = np.flatnonzero(net.flow.flows(net.pairs) > 0)
    return chosen


class _Net:
    """Source, mentors, youths, jobs, employers, sink; and a way past them all for those who get nothing."""

    def __init__(self, round_: Round) -> None:
        self.flow = min_cost_flow.SimpleMinCostFlow()
        nodes = (round_.youths, round_.jobs, len(round_.mentor_room), len(round_.employer_room))
        youth, job, mentor, employer, source = np.cumsum([0, *nodes]).tolist()
        sink = source + 1
        one = np.ones(round_.youths, dtype=np.int64)
        places = round_.of_youths or Queues(np.arange(round_.youths), one, one * 0)
        under = round_.mentor[places.job]
        self._add(np.where(under >= 0, under + mentor, source), places.job + youth, places.size, places.toll)
        self._add(source, np.arange(nodes[2]) + mentor, round_.mentor_room, 0)
        self.pairs = self._add(round_.youth + youth, round_.job + job, 1, -round_.gain)
        at = round_.employer[round_.queues.job]
        queues = round_.queues
        self._add(queues.job + job, np.where(at >= 0, at + employer, sink), queues.size, queues.toll)
        self._add(np.arange(nodes[3]) + employer, sink, round_.employer_room, 0)
        all_of_them = int(places.size.sum())
        self._add(source, np.array([sink]), all_of_them, 0)
        self.flow.set_node_supply(source, all_of_them)
        self.flow.set_node_supply(sink, -all_of_them)

    def _add(self, tail: Ints | int, head: Ints | int, room: Ints | int, cost: Ints | int) -> Ints:
        ends = np.broadcast_arrays(tail, head, room, cost)
        tails, heads, rooms, costs = (np.ascontiguousarray(each, dtype=np.int64) for each in ends)
        added: Ints = self.flow.add_arcs_with_capacity_and_unit_cost(
            tails.astype(np.int32), heads.astype(np.int32), rooms, costs
        )
        return added
