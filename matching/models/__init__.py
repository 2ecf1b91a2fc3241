from matching.models.cards import CandidateCard
from matching.models.matches import Decision, Match, MatchQuerySet, MatchStatus, NoReason
from matching.models.runs import Run, RunKind, RunStatus, YouthNight
from matching.models.versions import ModelStatus, ModelVersion, ModelVersionQuerySet

__all__ = [
    "CandidateCard",
    "Decision",
    "Match",
    "MatchQuerySet",
    "MatchStatus",
    "ModelStatus",
    "ModelVersion",
    "ModelVersionQuerySet",
    "NoReason",
    "Run",
    "RunKind",
    "RunStatus",
    "YouthNight",
]
