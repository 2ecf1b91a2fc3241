"""The door opens ever more slowly for somebody who guesses, but it is never locked.

Each login and each address has a count. The first tries are free; after that every try that is let
through closes the door for a pause that doubles up to a cap, so that nobody can shut another out for good.
"""

from dataclasses import dataclass
from datetime import datetime
from hashlib import sha256

from django.core.cache import cache
from django.utils.translation import ngettext

REMEMBER_SECONDS = 60 * 60


@dataclass(frozen=True, slots=True)
class Door:
    """A school or a club shares one address, so an address has more free tries than a login."""

    name: str
    free_tries: int
    longest_pause: int

    def key(self, who: str) -> str:
        return f"door:{self.name}:{sha256(who.encode()).hexdigest()[:32]}"

    def pause(self, tries: int) -> int:
        too_many = tries - self.free_tries
        return min(2 ** min(too_many, 10), self.longest_pause) if too_many >= 0 else 0


LOGIN = Door("login", free_tries=4, longest_pause=60)
ADDRESS = Door("address", free_tries=30, longest_pause=60)
JOIN = Door("join", free_tries=30, longest_pause=60)
OUTSIDE = Door("outside", free_tries=30, longest_pause=60)
PASSKEY = Door("passkey", free_tries=30, longest_pause=60)


def knock(login: str, address: str, *, now: datetime) -> int:
    """Seconds to wait; 0 when this try may go on. Of several who knock at once, one is let through."""
    doors = ((LOGIN, LOGIN.key(login)), (ADDRESS, ADDRESS.key(address)))
    wait = max(seconds_left(key, now) for _door, key in doors)
    return wait or max(step_up(door, key, now) for door, key in doors)


def knock_as_newcomer(address: str, *, now: datetime) -> int:
    """Seconds to wait: a class may join in one lesson, but nobody fills the queue or tries out numbers."""
    return knock_at(JOIN, address, now=now)


def knock_at(door: Door, who: str, *, now: datetime) -> int:
    key = door.key(who)
    return seconds_left(key, now) or step_up(door, key, now)


def please_wait(seconds: int) -> str:
    sentence = ngettext(
        "Der har været mange forsøg. Vent %(wait)s sekund, og prøv igen.",
        "Der har været mange forsøg. Vent %(wait)s sekunder, og prøv igen.",
        seconds,
    )
    return sentence % {"wait": seconds}


def seconds_left(key: str, now: datetime) -> int:
    opens_at = cache.get(f"{key}:shut")
    return max(1, round(opens_at - now.timestamp())) if opens_at else 0


def step_up(door: Door, key: str, now: datetime) -> int:
    cache.add(key, 0, REMEMBER_SECONDS)
    pause = door.pause(cache.incr(key))
    if not pause or cache.add(f"{key}:shut", now.timestamp() + pause, pause):
        return 0
    return seconds_left(key, now) or 1


def welcome(login: str) -> None:
    """The right password was given: the login's count starts again. The address keeps its own."""
    key = LOGIN.key(login)
    cache.delete_many([key, f"{key}:shut"])
