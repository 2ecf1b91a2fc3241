"""How long the way is: as the crow flies, a detour on top, and a pace for each means of transport.

Only additions, multiplications and square roots touch a pair, so one pair and a whole block give
the same bits on every machine.
"""

import math
from collections.abc import Collection

import numpy as np
import numpy.typing as npt

from matching.engine.cards import JobCard, Place, WishCard
from matching.engine.reading import CardError

Floats = npt.NDArray[np.float64]
Ints = npt.NDArray[np.int64]

EARTH_KM = 6371.0
DETOUR = 1.3
PACE: dict[str, tuple[float, float]] = {"walk": (0.0, 5.0), "bike": (0.0, 14.0), "bus": (8.0, 18.0)}
"""Minutes of waiting, kilometres per hour."""
NEVER = 1e6


def directions(cards: Collection[WishCard] | Collection[JobCard]) -> Floats:
    """Each card's place as a unit vector from the middle of the earth, shape (n, 3)."""
    rows = [_direction(card.place) for card in cards]
    return np.array(rows, dtype=np.float64).reshape(-1, 3)


def _direction(place: Place | None) -> tuple[float, float, float]:
    if place is None:
        raise CardError("place_missing", "place")
    latitude, longitude = map(math.radians, place)
    across = math.cos(latitude)
    return across * math.cos(longitude), across * math.sin(longitude), math.sin(latitude)


def vectors(places: Floats) -> Floats:
    """Unit vectors of latitudes and longitudes in radians, shape (n, 2)."""
    across = np.cos(places[:, 0])
    return np.column_stack([across * np.cos(places[:, 1]), across * np.sin(places[:, 1]), np.sin(places[:, 0])])


def kilometres(here: Floats, there: Floats) -> Floats:
    """The haversine distance times the detour; shapes broadcast over the last axis of 3.

    The arc is the first two terms of its series: right to a millimetre within 300 km, and too
    short but still far beyond anybody's reach on the other side of the earth.
    """
    step = here - there
    x, y, z = step[..., 0], step[..., 1], step[..., 2]
    half = np.sqrt(x * x + y * y + z * z) / 2
    arc: Floats = half + half * half * half / 6
    return arc * (2 * EARTH_KM * DETOUR)


def paces(wishes: Collection[WishCard]) -> Floats:
    """Waiting and minutes per kilometre by means of transport, shape (n, modes, 2)."""
    rows = [
        [(wait, 60 / pace) if mode in wish.modes else (NEVER, 0.0) for mode, (wait, pace) in PACE.items()]
        for wish in wishes
    ]
    return np.array(rows, dtype=np.float64).reshape(-1, len(PACE), 2)


def minutes(pace: Floats, km: Floats) -> Ints:
    """Whole minutes by the quickest of a youth's own means. `pace` is (..., modes, 2)."""
    ways = [pace[..., mode, 0] + km * pace[..., mode, 1] for mode in range(len(PACE))]
    quickest: Floats = np.minimum.reduce(ways)
    return np.ceil(quickest).astype(np.int64)


def reach(pace: Floats, limit: npt.NDArray[np.int32]) -> Floats:
    """How far in a straight line, in radii of the earth, nothing lies within `limit` minutes beyond. Shape (n,)."""
    known = pace[..., 1] > 0
    km = np.where(known, (limit[:, None] - pace[..., 0]) / np.where(known, pace[..., 1], 1.0), 0.0).max(axis=1)
    found: Floats = np.clip(km / (EARTH_KM * DETOUR), 0.0, 2.0) + 1e-9
    return found


def farthest(limit: int) -> float:
    """As `reach`, for anybody at all."""
    km = limit / 60 * max(pace for _, pace in PACE.values())
    return min(2.0, km / (EARTH_KM * DETOUR)) + 1e-9


def way(wish: WishCard, job: JobCard) -> tuple[int, str, float]:
    """Minutes, the quickest means of transport, and kilometres from a youth to a job: one pair, in plain steps."""
    return between(wish.place, job.place, wish.modes)


def between(home: Place | None, there: Place | None, modes: Collection[str]) -> tuple[int, str, float]:
    """The same for two places, each as degrees of latitude and longitude, and the means that one has."""
    (x, y, z), (a, b, c) = _direction(home), _direction(there)
    half = math.sqrt((x - a) * (x - a) + (y - b) * (y - b) + (z - c) * (z - c)) / 2
    km = (half + half * half * half / 6) * (2 * EARTH_KM * DETOUR)
    ways = {mode: (wait + km * (60 / pace)) if mode in modes else NEVER for mode, (wait, pace) in PACE.items()}
    quickest = min(ways, key=lambda mode: ways[mode])
    return math.ceil(ways[quickest]), quickest, round(km, 1)
