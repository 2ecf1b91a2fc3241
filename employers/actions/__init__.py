from employers.actions.checking import check, confirm, expire, expired_by, remind_of_renewal
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
    "confirm",
    "end_rate",
    "expire",
    "expired_by",
    "give_seat_back",
    "handle_report",
    "import_draft",
    "join",
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
    "take_seat",
]
