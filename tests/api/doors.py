"""Who gets what at every door of the API: the status of an empty request, in the order of `world.ACTORS`.

401 asks to sign in, 404 is "there is no such thing for you", 403 "not with your role", 400 "say more", 409 "not now".
"""

from typing import Any

from tests.house.world import World

OF_THE_ROOM = {
    "agreement": "agreement", "area": "area", "youth": "amina", "wish": "amina", "employer": "employer", "post": "post",
    "run": "run", "match": "match", "candidate": "card", "placement": "placement",
}  # fmt: skip
OTHERWISE = {
    "post youth-let-in": "waiting",
    "post youth-turn-away": "waiting",
    "post post-submit": "draft",
    "post match-take-back": "offered",
    "post law-judge": "400 400 400 400 400 400 400 400 400 400 400 400 400 400",
    "post match-accept": "offered",
    "post match-decline": "offered",
    "post match-withdraw": "released",
}


def things(world: World, door: str) -> dict[str, Any]:
    """What the address of a door needs to point at Amina's things."""
    room, _dash, rest = door.split()[1].partition("-")
    if room == "guardian_word":
        return {"youth": world.amina.pk} | (
            {"pk": world.amina.guardian_words.earliest("pk").pk} if rest == "detail" else {}
        )
    if rest in ("list", "suggest") or door in ("post run-start", "post law-judge"):
        return {}
    if room == "step":
        return {"number": 1}
    return {"pk": getattr(world, OTHERWISE.get(door, OF_THE_ROOM[room])).pk}


# Columns:  anonymous waiting amina other bo carla dorte far elin rival unvetted guardian stranger estranged
DOORS = {
    "get agreement-detail": "401 404 404 404 200 200 200 200 200 200 200 404 404 404",
    "get agreement-list": "401 403 403 403 200 200 200 200 200 200 200 403 403 403",
    "get area-detail": "401 200 200 200 200 200 200 200 200 200 200 200 200 200",
    "get area-list": "401 200 200 200 200 200 200 200 200 200 200 200 200 200",
    "get candidate-detail": "401 404 404 404 404 404 404 404 200 404 404 404 404 404",
    "get candidate-list": "401 403 403 403 403 403 403 403 200 200 200 403 403 403",
    "post candidate-refuse": "401 404 404 404 404 404 404 404 400 404 404 404 404 404",
    "post candidate-take": "401 404 404 404 404 404 404 404 200 404 404 404 404 404",
    "get employer-detail": "401 404 404 404 200 200 200 200 200 404 404 404 404 404",
    "get employer-list": "401 403 403 403 200 200 200 200 200 200 200 403 403 403",
    "post employer-check": "401 404 404 404 403 403 400 400 403 404 404 404 404 404",
    "post employer-refuse": "401 404 404 404 403 403 400 400 403 404 404 404 404 404",
    "post employer-suspend": "401 404 404 404 403 403 400 400 403 404 404 404 404 404",
    "post employer-vet": "401 404 404 404 409 409 409 409 403 404 404 404 404 404",
    "get guardian_word-detail": "401 404 404 404 200 404 200 404 404 404 404 404 404 404",
    "get guardian_word-list": "401 403 403 403 200 404 200 404 403 403 403 403 403 403",
    "post guardian_word-list": "401 403 403 403 400 404 400 404 403 403 403 403 403 403",
    "post law-judge": "400 400 400 400 400 400 400 400 400 400 400 400 400 400",
    "post match-accept": "401 404 200 404 403 404 403 404 404 404 404 404 404 404",
    "post match-approve": "401 404 404 404 400 404 400 404 404 404 404 404 404 404",
    "post match-decline": "401 404 400 404 403 404 403 404 404 404 404 404 404 404",
    "get match-detail": "401 404 404 404 200 404 200 404 404 404 404 404 404 404",
    "post match-hold": "401 404 404 404 200 404 200 404 404 404 404 404 404 404",
    "get match-list": "401 200 200 200 200 200 200 200 403 403 403 403 403 403",
    "post match-reject": "401 404 404 404 400 404 400 404 404 404 404 404 404 404",
    "post match-take-back": "401 404 403 404 400 404 400 404 404 404 404 404 404 404",
    "post match-vouch": "401 404 404 404 409 404 409 404 404 404 404 404 404 404",
    "post match-withdraw": "401 404 400 404 403 404 403 404 404 404 404 404 404 404",
    "post placement-cancel": "401 404 400 404 400 404 400 404 400 404 404 404 404 404",
    "get placement-detail": "401 404 200 404 200 404 200 404 200 404 404 404 404 404",
    "post placement-end": "401 404 400 404 400 404 400 404 400 404 404 404 404 404",
    "get placement-list": "401 200 200 200 200 200 200 200 200 200 200 403 403 403",
    "post placement-pause": "401 404 400 404 400 404 400 404 400 404 404 404 404 404",
    "post placement-remind": "401 404 403 404 200 404 200 404 403 404 404 404 404 404",
    "post placement-resume": "401 404 409 404 409 404 409 404 409 404 404 404 404 404",
    "post placement-start": "401 404 403 404 400 404 400 404 403 404 404 404 404 404",
    "post placement-take-back": "401 404 403 404 400 404 400 404 400 404 404 404 404 404",
    "post placement-tick": "401 404 403 404 400 404 400 404 400 404 404 404 404 404",
    "post post-close": "401 404 404 404 403 403 200 200 200 404 404 404 404 404",
    "get post-detail": "401 404 404 404 200 200 200 200 200 404 404 404 404 404",
    "patch post-detail": "401 404 404 404 403 403 400 400 400 404 404 404 404 404",
    "get post-list": "401 403 403 403 200 200 200 200 200 200 200 403 403 403",
    "post post-list": "401 403 403 403 403 403 400 400 400 400 400 403 403 403",
    "post post-open": "401 404 404 404 403 403 409 409 403 404 404 404 404 404",
    "post post-refuse": "401 404 404 404 403 403 400 400 403 404 404 404 404 404",
    "post post-suggest": "401 403 403 403 403 403 400 400 400 400 400 403 403 403",
    "post post-rework": "401 404 404 404 403 403 200 200 200 404 404 404 404 404",
    "post post-submit": "401 404 404 404 404 404 200 200 200 404 404 404 404 404",
    "get run-detail": "401 404 404 404 404 404 200 200 404 404 404 404 404 404",
    "get run-list": "401 403 403 403 403 403 200 200 403 403 403 403 403 403",
    "post run-start": "401 403 403 403 403 403 201 201 403 403 403 403 403 403",
    "get step-detail": "401 200 200 200 200 200 200 200 200 200 200 200 200 200",
    "patch step-detail": "401 403 403 403 403 403 400 400 403 403 403 403 403 403",
    "get step-list": "401 200 200 200 200 200 200 200 200 200 200 200 200 200",
    "post wish-suggest": "401 400 400 400 403 403 403 403 403 403 403 403 403 403",
    "get wish-detail": "401 404 200 404 200 404 200 404 404 404 404 404 404 404",
    "patch wish-detail": "401 404 400 404 403 404 403 404 404 404 404 404 404 404",
    "get wish-list": "401 200 200 200 200 200 200 200 403 403 403 403 403 403",
    "get youth-detail": "401 404 200 404 200 404 200 404 404 404 404 404 404 404",
    "post youth-hand-over": "401 404 403 404 403 404 400 404 404 404 404 404 404 404",
    "post youth-another-job": "401 404 403 404 403 404 403 404 404 404 404 404 404 404",
    "post youth-let-in": "401 404 404 404 400 404 400 404 404 404 404 404 404 404",
    "get youth-list": "401 200 200 200 200 200 200 200 403 403 403 403 403 403",
    "post youth-next-step": "401 404 403 404 400 404 400 404 404 404 404 404 404 404",
    "post youth-pause": "401 404 403 404 400 404 400 404 404 404 404 404 404 404",
    "post youth-resume": "401 404 403 404 400 404 400 404 404 404 404 404 404 404",
    "post youth-step": "401 404 403 404 400 404 400 404 404 404 404 404 404 404",
    "post youth-turn-away": "401 404 404 404 400 404 400 404 404 404 404 404 404 404",
}
