"""Doors at which whoever has been away a quarter of an hour says once more who they are: who knocks, and how."""

from django.urls import resolve, reverse

from tests.house.doors import DOORS
from tests.house.world import World

ASKS_AGAIN = {
    "accounts:ask_new_passkey": ("bo", "post"),
    "accounts:person_second": ("dorte", "post"),
    "accounts:make_key": ("bo", "post"),
    "accounts:passkeys": ("amina", "get"),
    "accounts:person_close": ("dorte", "post"),
    "accounts:person_new": ("dorte", "get"),
    "accounts:person_open": ("dorte", "post"),
    "accounts:person_password": ("dorte", "post"),
    "accounts:remove_passkey": ("amina", "post"),
    "accounts:tie_municipality": ("bo", "post"),
    "accounts:untie_municipality": ("bo", "post"),
    "families:end": ("bo", "post"),
    "families:invite": ("bo", "get"),
    "families:make_known": ("bo", "post"),
    "keeping:machine": ("amina", "get"),
    "keeping:page": ("amina", "get"),
    "matching:approve": ("bo", "post"),
    "matching:vouch": ("dorte", "post"),
    "youth:hand_over": ("bo", "post"),
    "youth:new_password": ("bo", "post"),
}


def place_of(name: str, world: World) -> tuple[str, str]:
    view = resolve(reverse(name, kwargs=world.kwargs(name))).func
    return f"{view.__module__.replace('.', '/')}.py", view.__name__


def places(world: World) -> dict[tuple[str, str], str]:
    return {place_of(name, world): name for name in DOORS}
