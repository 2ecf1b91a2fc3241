from jobplaneten.placements.actions.before import expect, say_own_paper
from jobplaneten.placements.actions.beginnings import begin, start
from jobplaneten.placements.actions.endings import cancel, close_what_is_over, end, find_new
from jobplaneten.placements.actions.pauses import halt, pause, resume
from jobplaneten.placements.actions.terms import agree, write_terms
from jobplaneten.placements.actions.ticks import remind, take_back, tick

__all__ = [
    "agree",
    "begin",
    "cancel",
    "close_what_is_over",
    "end",
    "expect",
    "find_new",
    "halt",
    "pause",
    "remind",
    "resume",
    "say_own_paper",
    "start",
    "take_back",
    "tick",
    "write_terms",
]
