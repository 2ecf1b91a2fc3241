from jobplaneten.following.actions.answers import (
    add_line,
    assess,
    check_in,
    show_assessment,
    show_to_youth,
    workplace_answers,
)
from jobplaneten.following.actions.clock import mind
from jobplaneten.following.actions.journal import write_journal
from jobplaneten.following.actions.near_misses import answer_near_miss, tell_near_miss
from jobplaneten.following.actions.points import save_point

__all__ = [
    "add_line",
    "answer_near_miss",
    "assess",
    "check_in",
    "mind",
    "save_point",
    "show_assessment",
    "show_to_youth",
    "tell_near_miss",
    "workplace_answers",
    "write_journal",
]
