from matching.models.cards import CandidateCard
from matching.models.matches import Decision, Match, MatchStatus, NoReason
from matching.models.runs import Run, RunKind, RunStatus, YouthNight

__all__ = [
    "CandidateCard",
    "Decision",
    "Match",
    "MatchStatus",
    "NoReason",
    "Run",
    "RunKind",
    "RunStatus",
    "YouthNight",
]
