from jobplaneten.families.actions.answers import say, say_own_word, sign, take_signature_back
from jobplaneten.families.actions.clock import mind
from jobplaneten.families.actions.coming_in import choose_language, come_in, invite, take_back, try_code
from jobplaneten.families.actions.standing import end, make_known
from jobplaneten.families.actions.stopping import cancel_job, end_job, pause_job

__all__ = [
    "cancel_job",
    "choose_language",
    "come_in",
    "end",
    "end_job",
    "invite",
    "make_known",
    "mind",
    "pause_job",
    "say",
    "say_own_word",
    "sign",
    "take_back",
    "take_signature_back",
    "try_code",
]
