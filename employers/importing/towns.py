"""Where a job is, from a place as people write it: »Køge (Ellemarken)«, »Varde«, »hele landet«."""

import re

from jobplaneten.places import Place, by_town, local_places, postcodes

HOME = "køge"


def whereabouts(written: str) -> tuple[Place | None, float]:
    """The place and how sure that is: 1 when the whole text names it, less when only a part does.

    A part in brackets counts when it is one of our own spots or when the town before it is unknown: many
    quarters bear the name of a town elsewhere.
    """
    town, *quarters = [part.strip() for part in re.split(r"[(),/]", written) if part.strip()] or [""]
    own = [spot(quarter) for quarter in quarters] if town.lower() == HOME else []
    found = next(filter(None, [*own, named(town), *map(named, quarters)]), None)
    return found, 0.0 if found is None else 0.7 if quarters else 1.0


def named(name: str) -> Place | None:
    return by_town(name) or by_town(name.lower().replace("aa", "å")) or spot(name)


def spot(name: str) -> Place | None:
    return next((place for place in local_places().values() if begins(place.name.lower(), name.lower())), None)


def begins(name: str, wanted: str) -> bool:
    return name == wanted or name.startswith(f"{wanted} ")


def postcode_of(place: Place) -> str:
    """The place's own, or that of its town when the town has just one."""
    codes = [one.postcode for one in postcodes().values() if one.name == place.name]
    return place.postcode or (codes[0] if len(codes) == 1 else "")
