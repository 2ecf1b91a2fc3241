from employers.actions.importing import import_draft
from employers.actions.posts import close, open_post, refuse_post, rework, save_post, submit
from employers.actions.seats import give_seat_back, take_seat
from employers.actions.vetting import join, refuse_employer, suspend, vet

__all__ = [
    "close",
    "give_seat_back",
    "import_draft",
    "join",
    "open_post",
    "refuse_employer",
    "refuse_post",
    "rework",
    "save_post",
    "submit",
    "suspend",
    "take_seat",
    "vet",
]
