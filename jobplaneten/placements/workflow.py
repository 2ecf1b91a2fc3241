from jobplaneten.placements.models import PlacementStatus as S
from jobplaneten.workflow import Workflow, move

STAFF = {"mentor", "coordinator"}
EVERYBODY = STAFF | {"employer", "youth"}

# Before the first day a job is cancelled, after it the job ends: which day it is, the actions ask.
PLACEMENT = Workflow(
    "placement",
    (
        move("tick", {S.PAPERS}, S.PAPERS, STAFF | {"employer"}),
        move("start", {S.PAPERS}, S.STARTED, STAFF),
        move("cancel", {S.PAPERS, S.STARTED}, S.CANCELLED, EVERYBODY),
        move("end", {S.STARTED}, S.ENDED, EVERYBODY),
    ),
)
