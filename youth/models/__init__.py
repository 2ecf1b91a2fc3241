from youth.models.guardians import SAID_TO_US, GuardianWord, How, Scope, WhyForThem, Word
from youth.models.invitations import InvitedBy, YouthInvitation
from youth.models.ladder import StepChange, StepMove
from youth.models.profile import BlockedTime, FreeTime, ProfileDraft, YouthSkill
from youth.models.worries import Worry
from youth.models.youths import OwnWord, ProfilePage, Protected, SchoolYear, WhyLeaving, Youth, YouthStatus

__all__ = [
    "SAID_TO_US",
    "BlockedTime",
    "FreeTime",
    "GuardianWord",
    "How",
    "InvitedBy",
    "OwnWord",
    "ProfileDraft",
    "ProfilePage",
    "Protected",
    "SchoolYear",
    "Scope",
    "StepChange",
    "StepMove",
    "WhyForThem",
    "WhyLeaving",
    "Word",
    "Worry",
    "Youth",
    "YouthInvitation",
    "YouthSkill",
    "YouthStatus",
]
