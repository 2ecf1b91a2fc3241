from jobplaneten.placements.models import PlacementStatus as S
from jobplaneten.workflow import Workflow, move

STAFF = {"mentor", "coordinator"}
EVERYBODY = STAFF | {"employer", "youth", "guardian"}

# Before the first day a job is cancelled, after it the job ends, and only before it a tick is taken back, which
# opens the papers again: which day it is, the actions ask. Guardians sign again when a running job has changed.
PLACEMENT = Workflow(
    "placement",
    (
        move("tick", {S.PAPERS}, S.PAPERS, STAFF | {"employer", "guardian"}),
        move("sign_again", {S.STARTED}, S.STARTED, {"guardian"}),
        move("take_back", {S.PAPERS, S.STARTED}, S.PAPERS, STAFF | {"employer", "guardian"}),
        move("remind", {S.PAPERS}, S.PAPERS, STAFF),
        move("start", {S.PAPERS}, S.STARTED, STAFF),
        move("expect", {S.PAPERS}, S.PAPERS, {"employer", "youth"}),
        move("expect_again", {S.STARTED}, S.STARTED, {"employer", "youth"}),
        move("write_terms", {S.PAPERS}, S.PAPERS, STAFF | {"employer"}),
        move("amend_terms", {S.STARTED}, S.STARTED, STAFF | {"employer"}),
        move("agree", {S.PAPERS}, S.PAPERS, EVERYBODY),
        move("agree_again", {S.STARTED}, S.STARTED, EVERYBODY),
        move("cancel", {S.PAPERS, S.STARTED}, S.CANCELLED, EVERYBODY),
        move("pause", {S.STARTED}, S.STARTED, EVERYBODY),
        move("resume", {S.STARTED}, S.STARTED, EVERYBODY),
        move("give_notice", {S.STARTED}, S.STARTED, EVERYBODY),
        move("end", {S.STARTED}, S.ENDED, EVERYBODY),
    ),
)
