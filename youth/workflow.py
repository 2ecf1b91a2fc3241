from jobplaneten.workflow import Workflow, move
from youth.models import YouthStatus as S

STAFF = {"mentor", "coordinator"}

YOUTH = Workflow(
    "youth",
    (
        move("let_in", {S.WAITING}, S.ACTIVE, STAFF),
        move("turn_away", {S.WAITING}, S.CLOSED, STAFF),
        move("change_step", {S.ACTIVE}, S.ACTIVE, STAFF),
        move("pause", {S.ACTIVE}, S.PAUSED, STAFF),
        move("resume", {S.PAUSED}, S.ACTIVE, STAFF),
    ),
)
