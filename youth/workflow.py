from jobplaneten.workflow import Workflow, move
from youth.models import YouthStatus as S

STAY = {S.ACTIVE: "stay", S.WAITING: "stay_in_line", S.PAUSED: "stay_paused", S.CLOSED: "stay_closed"}
"""Back to where one was before asking to be forgotten."""
STAFF = {"mentor", "coordinator"}

YOUTH = Workflow(
    "youth",
    (
        move("let_in", {S.WAITING}, S.ACTIVE, STAFF),
        move("turn_away", {S.WAITING}, S.CLOSED, STAFF),
        move("change_step", {S.ACTIVE}, S.ACTIVE, STAFF),
        move("pause", {S.ACTIVE}, S.PAUSED, STAFF),
        move("resume", {S.PAUSED}, S.ACTIVE, STAFF),
        move("leave", {S.WAITING, S.ACTIVE, S.PAUSED, S.CLOSED}, S.LEAVING, {"youth", "clock"}),
        move("stay", {S.LEAVING}, S.ACTIVE, {"youth"}),
        move("stay_in_line", {S.LEAVING}, S.WAITING, {"youth"}),
        move("stay_paused", {S.LEAVING}, S.PAUSED, {"youth"}),
        move("stay_closed", {S.LEAVING}, S.CLOSED, {"youth"}),
        move("forget", {S.LEAVING}, S.FORGOTTEN, {"clock"}),
    ),
)
