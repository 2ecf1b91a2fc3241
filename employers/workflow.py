from employers.models import EmployerStatus as E
from employers.models import PostStatus as P
from employers.models import Standing as C
from jobplaneten.workflow import Workflow, move

EMPLOYER = Workflow(
    "employer",
    (
        move("vet", {E.APPLIED, E.REFUSED, E.SUSPENDED, E.EXPIRED, E.VETTED}, E.VETTED, {"coordinator", "mentor"}),
        move("refuse", {E.APPLIED, E.EXPIRED}, E.REFUSED, {"coordinator"}),
        move("expire", {E.VETTED}, E.EXPIRED, {"clock"}),
        move("suspend", {E.VETTED}, E.SUSPENDED, {"coordinator"}),
    ),
)

POST = Workflow(
    "post",
    (
        move("submit", {P.DRAFT, P.REFUSED}, P.SUBMITTED, {"employer", "coordinator"}),
        move("open", {P.SUBMITTED}, P.OPEN, {"coordinator"}),
        move("refuse", {P.SUBMITTED}, P.REFUSED, {"coordinator"}),
        move("rework", {P.SUBMITTED, P.OPEN, P.REFUSED, P.CLOSED}, P.DRAFT, {"employer", "coordinator"}),
        move("fill", {P.OPEN}, P.FILLED, {"clock"}),
        move("reopen", {P.FILLED}, P.OPEN, {"clock"}),
        move("close", {P.DRAFT, P.SUBMITTED, P.OPEN, P.FILLED, P.REFUSED}, P.CLOSED, {"employer", "coordinator"}),
    ),
)

# The roles are those at the workplace; coordinators help a place whose administrator has gone.
CONTACT = Workflow(
    "contact",
    (
        move("make_administrator", {C.COLLEAGUE}, C.ADMINISTRATOR, {"administrator", "coordinator"}),
        move("make_colleague", {C.ADMINISTRATOR}, C.COLLEAGUE, {"administrator"}),
        move("let_in_again", {C.ASLEEP, C.OUT}, C.COLLEAGUE, {"administrator"}),
        move("put_out", {C.ADMINISTRATOR, C.COLLEAGUE, C.ASLEEP}, C.OUT, {"administrator", "coordinator"}),
        move("fall_asleep", {C.ADMINISTRATOR, C.COLLEAGUE}, C.ASLEEP, {"clock"}),
    ),
)
