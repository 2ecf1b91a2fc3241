from matching.actions.answering import (
    leave_the_line,
    may_stand_in_line,
    nudge_the_slow,
    set_answer_days,
    stand_in_line,
    tell_the_line,
)
from matching.actions.by_hand import propose, reconsider
from matching.actions.clock import expire_stale
from matching.actions.employer import mark_seen, refuse, take
from matching.actions.guardian import hear_guardian, hear_youth, let_words_lapse, protect
from matching.actions.hiding import hide_from, show_again
from matching.actions.learning import begin_with, go_back, let_models_ship, models_ship_themselves, offer, put_to_use
from matching.actions.runs import request_missed_night, request_night, request_preview, start_run
from matching.actions.staff import approve, hold, reject, take_back, vouch
from matching.actions.steering import (
    current_change,
    resume_matching,
    set_mentor_pace,
    stop_matching,
    try_out,
    use_from_next_night,
    use_plain_nights,
)
from matching.actions.workplaces import mind_workplaces, shut_out
from matching.actions.young import accept, decline, mark_opened, withdraw

__all__ = [
    "accept",
    "approve",
    "begin_with",
    "current_change",
    "decline",
    "expire_stale",
    "go_back",
    "hear_guardian",
    "hear_youth",
    "let_words_lapse",
    "hide_from",
    "hold",
    "leave_the_line",
    "let_models_ship",
    "mark_opened",
    "mark_seen",
    "may_stand_in_line",
    "mind_workplaces",
    "models_ship_themselves",
    "nudge_the_slow",
    "offer",
    "propose",
    "protect",
    "put_to_use",
    "reconsider",
    "refuse",
    "reject",
    "request_missed_night",
    "request_night",
    "request_preview",
    "resume_matching",
    "set_answer_days",
    "set_mentor_pace",
    "show_again",
    "shut_out",
    "stand_in_line",
    "start_run",
    "stop_matching",
    "take",
    "take_back",
    "tell_the_line",
    "try_out",
    "use_from_next_night",
    "use_plain_nights",
    "vouch",
    "withdraw",
]
