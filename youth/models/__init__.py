from youth.models.guardians import SAID_TO_US, GuardianWord, How, Scope, WhyForThem, Word
from youth.models.invitations import InvitedBy, YouthInvitation
from youth.models.ladder import StepChange, StepMove
from youth.models.profile import BlockedTime, FreeTime, ProfileDraft, YouthSkill
from youth.models.standing_in import StandIn, looked_after_by
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
    "StandIn",
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
    "looked_after_by",
]
