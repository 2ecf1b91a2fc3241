"""Which of the two ways to search and to solve: numpy and HiGHS, or (the `scale` extra) numba and OR-tools.

Both give the same answers, entry by entry; the second carries a country.
"""

from importlib.util import find_spec
from typing import Literal, NamedTuple, Protocol

import numpy as np
import numpy.typing as npt

from matching.engine import flow, search
from matching.engine.columns import Town
from matching.engine.compiled import Compiled
from matching.engine.flow import Round
from matching.engine.search import Lists

Ints = npt.NDArray[np.int64]
Name = Literal["auto", "plain", "scale"]


class Search(Protocol):
    def __call__(self, town: Town, weights: Compiled, *, length: int, seed: int, points: bool = True) -> Lists: ...


class Solve(Protocol):
    def __call__(self, round_: Round) -> Ints: ...


class Backend(NamedTuple):
    name: str
    search: Search
    solve: Solve


def has_scale() -> bool:
    return find_spec("numba") is not None and find_spec("ortools") is not None


def backend(name: Name = "auto") -> Backend:
    """Raises ImportError where `scale` is asked for and not installed."""
    if name == "plain" or (name == "auto" and not has_scale()):
        return Backend("plain", search.search, flow.solve)
    from matching.engine import flow_compiled, search_compiled  # noqa: PLC0415  half a second each, and not everywhere

    return Backend("scale", search_compiled.search, flow_compiled.solve)
