"""Where things are: postcodes, towns and well-known spots in Køge. Degrees (WGS84), never an address."""

import csv
from dataclasses import dataclass
from functools import cache
from math import asin, cos, radians, sin, sqrt
from pathlib import Path

DATA = Path(__file__).parent / "data"
EARTH_KM = 6371.0


@dataclass(frozen=True, slots=True)
class Place:
    code: str
    name: str
    postcode: str
    latitude: float
    longitude: float

    @property
    def point(self) -> tuple[float, float]:
        return self.latitude, self.longitude


def rows(name: str) -> list[dict[str, str]]:
    with (DATA / name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


@cache
def postcodes() -> dict[str, Place]:
    return {
        row["zipcode"]: Place(
            row["zipcode"], row["place"], row["zipcode"], float(row["latitude"]), float(row["longitude"])
        )
        for row in rows("postcodes_dk.csv")
    }


@cache
def towns() -> dict[str, Place]:
    """By name in lower case; the largest town where several share a name."""
    found = sorted(rows("towns_dk.csv"), key=lambda row: int(row["population"]))
    return {
        row["name"].lower(): Place(row["geonameid"], row["name"], "", float(row["latitude"]), float(row["longitude"]))
        for row in found
    }


@cache
def local_places() -> dict[str, Place]:
    return {
        row["code"]: Place(row["code"], row["name"], row["postcode"], float(row["latitude"]), float(row["longitude"]))
        for row in rows("places_koege.csv")
    }


def by_postcode(code: str) -> Place | None:
    return postcodes().get(code.strip())


def by_town(name: str) -> Place | None:
    """A town by its name, in the towns' list or as the place of a postcode; None when unknown."""
    wanted = name.strip().lower()
    if wanted in towns():
        return towns()[wanted]
    return next((place for place in postcodes().values() if place.name.lower() == wanted), None)


def kilometres(a: tuple[float, float], b: tuple[float, float]) -> float:
    """As the crow flies between two points in degrees."""
    (lat1, lon1), (lat2, lon2) = (tuple(map(radians, point)) for point in (a, b))
    half = sin((lat2 - lat1) / 2) ** 2 + cos(lat1) * cos(lat2) * sin((lon2 - lon1) / 2) ** 2
    return 2 * EARTH_KM * asin(sqrt(half))
