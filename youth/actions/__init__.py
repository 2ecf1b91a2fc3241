from youth.actions.guardians import write_guardian_word, write_own_word
from youth.actions.inviting import come_in, invite, take_invitation_back, try_code
from youth.actions.joining import hand_over, join, let_in, turn_away
from youth.actions.ladder import Grounds, advance, allow_next_step, move_back, pause, resume
from youth.actions.profile import save_draft, save_page
from youth.actions.protection import confirm_clearing, propose_clearing, protect, say_not_protected
from youth.actions.standing_in import end_stand_in, stand_in
from youth.actions.together import Outcome, give_on, let_stand_in, together, write_to
from youth.actions.work import got_a_job, lost_the_job, want_another_job
from youth.actions.worries import note_worry

__all__ = [
    "Grounds",
    "Outcome",
    "advance",
    "allow_next_step",
    "come_in",
    "confirm_clearing",
    "end_stand_in",
    "give_on",
    "got_a_job",
    "hand_over",
    "invite",
    "join",
    "let_in",
    "let_stand_in",
    "lost_the_job",
    "move_back",
    "note_worry",
    "pause",
    "propose_clearing",
    "protect",
    "resume",
    "save_draft",
    "save_page",
    "say_not_protected",
    "stand_in",
    "take_invitation_back",
    "together",
    "try_code",
    "turn_away",
    "want_another_job",
    "write_guardian_word",
    "write_own_word",
    "write_to",
]
