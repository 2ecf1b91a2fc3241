from matching.actions.clock import expire_stale
from matching.actions.employer import mark_seen, refuse, take
from matching.actions.guardian import hear_guardian
from matching.actions.learning import begin_with, go_back, offer, put_to_use
from matching.actions.runs import request_missed_night, request_night, request_preview, start_run
from matching.actions.staff import approve, hold, reject, take_back
from matching.actions.young import accept, decline, withdraw

__all__ = [
    "accept",
    "approve",
    "begin_with",
    "decline",
    "expire_stale",
    "go_back",
    "hear_guardian",
    "hold",
    "mark_seen",
    "offer",
    "put_to_use",
    "refuse",
    "reject",
    "request_missed_night",
    "request_night",
    "request_preview",
    "start_run",
    "take",
    "take_back",
    "withdraw",
]
