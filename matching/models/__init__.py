from matching.models.answering import EMPLOYER_DAYS, LONGEST_DAYS, YOUTH_DAYS, AnswerSetting, WaitingPlace
from matching.models.cards import CandidateCard
from matching.models.hiding import Hiding, hidden_posts
from matching.models.matches import Decision, Match, MatchQuerySet, MatchStatus, NoReason
from matching.models.parts import NightPart, PartKind
from matching.models.records import NightIsWritten, NightRecord
from matching.models.runs import Run, RunKind, RunStatus, YouthNight
from matching.models.steering import LearningSetting, MatchStop, MentorPace, NightSetting
from matching.models.versions import ModelStatus, ModelVersion, ModelVersionQuerySet

__all__ = [
    "EMPLOYER_DAYS",
    "LONGEST_DAYS",
    "YOUTH_DAYS",
    "AnswerSetting",
    "CandidateCard",
    "Decision",
    "Hiding",
    "LearningSetting",
    "Match",
    "MatchQuerySet",
    "MatchStatus",
    "MatchStop",
    "MentorPace",
    "ModelStatus",
    "ModelVersion",
    "ModelVersionQuerySet",
    "NightIsWritten",
    "NightPart",
    "NightRecord",
    "NightSetting",
    "NoReason",
    "PartKind",
    "Run",
    "RunKind",
    "RunStatus",
    "WaitingPlace",
    "YouthNight",
    "hidden_posts",
]
