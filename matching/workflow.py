from jobplaneten.workflow import Workflow, move
from matching.models import MatchStatus as S
from matching.models import ModelStatus as M

STAFF = {"mentor", "coordinator"}

MATCH = Workflow(
    "match",
    (
        move("approve", {S.PROPOSED, S.HELD}, S.OFFERED, STAFF),
        move("hold", {S.PROPOSED}, S.HELD, STAFF),
        move("reject", {S.PROPOSED, S.HELD}, S.REJECTED, STAFF),
        move("reconsider", {S.REJECTED}, S.PROPOSED, STAFF),
        move("accept", {S.OFFERED}, S.RELEASED, {"youth"}),
        move("decline", {S.OFFERED}, S.DECLINED, {"youth"}),
        move("withdraw", {S.RELEASED}, S.DECLINED, {"youth"}),
        move("take", {S.RELEASED}, S.AGREED, {"employer"}),
        move("refuse", {S.RELEASED}, S.REFUSED, {"employer"}),
        move("take_back", {S.OFFERED, S.RELEASED}, S.REJECTED, STAFF),
        move("expire", {S.PROPOSED, S.HELD, S.OFFERED, S.RELEASED}, S.EXPIRED, {"clock"}),
    ),
)

MODEL = Workflow(
    "model",
    (
        move("put_to_use", {M.OFFERED}, M.RUNNING, {"coordinator"}),
        move("ship", {M.OFFERED}, M.RUNNING, {"clock"}),
        move("go_back", {M.RETIRED}, M.RUNNING, {"coordinator"}),
        move("retire", {M.OFFERED, M.RUNNING}, M.RETIRED, {"clock"}),
    ),
)
