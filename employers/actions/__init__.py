from employers.actions.checking import check, confirm, expire, expired_by, remind_of_renewal
from employers.actions.colleagues import (
    come_in_as_colleague,
    hand_over,
    invite_colleague,
    let_the_idle_sleep,
    move_colleague,
    take_colleague_invitation_back,
    try_colleague_code,
)
from employers.actions.importing import import_draft
from employers.actions.pace import set_pace
from employers.actions.posts import close, open_post, refuse_post, rework, save_post, submit
from employers.actions.reports import handle_report, report_job
from employers.actions.seats import give_seat_back, take_seat
from employers.actions.vetting import join, refuse_employer, suspend
from employers.actions.wages import add_agreement, add_rate, end_rate, save_agreement, strike_rate

__all__ = [
    "add_agreement",
    "add_rate",
    "check",
    "close",
    "come_in_as_colleague",
    "confirm",
    "end_rate",
    "expire",
    "expired_by",
    "give_seat_back",
    "hand_over",
    "handle_report",
    "import_draft",
    "invite_colleague",
    "join",
    "let_the_idle_sleep",
    "move_colleague",
    "open_post",
    "refuse_employer",
    "refuse_post",
    "remind_of_renewal",
    "report_job",
    "rework",
    "save_agreement",
    "save_post",
    "set_pace",
    "strike_rate",
    "submit",
    "suspend",
    "take_colleague_invitation_back",
    "take_seat",
    "try_colleague_code",
]
