from jobplaneten.talking.models import RemarkStatus as S
from jobplaneten.workflow import Workflow, move

STAFF = {"mentor", "coordinator"}

REMARK = Workflow(
    "remark",
    (
        move("show", {S.HELD}, S.SHOWN, STAFF),
        move("stop", {S.HELD, S.SHOWN}, S.STOPPED, STAFF),
        move("uncover", {S.HELD, S.SHOWN}, S.SHOWN, STAFF),
    ),
)
