from jobplaneten.placements.models import PlacementStatus as S
from jobplaneten.workflow import Workflow, move

STAFF = {"mentor", "coordinator"}

PLACEMENT = Workflow(
    "placement",
    (
        move("start", {S.PAPERS}, S.STARTED, STAFF),
        move("cancel", {S.PAPERS}, S.CANCELLED, STAFF | {"employer", "youth"}),
        move("end", {S.STARTED}, S.ENDED, STAFF | {"employer", "youth"}),
    ),
)
