from youth.models.guardians import GuardianWord, How, Word
from youth.models.ladder import StepChange, StepMove
from youth.models.profile import BlockedTime, FreeTime, ProfileDraft, YouthSkill
from youth.models.youths import ProfilePage, SchoolYear, Youth, YouthStatus

__all__ = [
    "BlockedTime",
    "FreeTime",
    "GuardianWord",
    "How",
    "ProfileDraft",
    "ProfilePage",
    "SchoolYear",
    "StepChange",
    "StepMove",
    "Word",
    "Youth",
    "YouthSkill",
    "YouthStatus",
]
