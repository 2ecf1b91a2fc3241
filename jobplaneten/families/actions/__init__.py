from jobplaneten.families.actions.answers import say, say_own_word, sign, take_signature_back
from jobplaneten.families.actions.clock import mind
from jobplaneten.families.actions.coming_in import choose_language, come_in, invite, take_back, try_code
from jobplaneten.families.actions.standing import end, make_known

__all__ = [
    "choose_language",
    "come_in",
    "end",
    "invite",
    "make_known",
    "mind",
    "say",
    "say_own_word",
    "sign",
    "take_back",
    "take_signature_back",
    "try_code",
]
