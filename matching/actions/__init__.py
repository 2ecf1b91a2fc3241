from matching.actions.clock import expire_stale
from matching.actions.employer import mark_seen, refuse, take
from matching.actions.guardian import hear_guardian
from matching.actions.runs import request_missed_night, request_night, request_preview, start_run
from matching.actions.staff import approve, hold, reject, take_back
from matching.actions.young import accept, decline, withdraw

__all__ = [
    "accept",
    "approve",
    "decline",
    "expire_stale",
    "hear_guardian",
    "hold",
    "mark_seen",
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
