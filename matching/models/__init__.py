from matching.models.cards import CandidateCard
from matching.models.matches import Decision, Match, MatchQuerySet, MatchStatus, NoReason
from matching.models.runs import Run, RunKind, RunStatus, YouthNight

__all__ = [
    "CandidateCard",
    "Decision",
    "Match",
    "MatchQuerySet",
    "MatchStatus",
    "NoReason",
    "Run",
    "RunKind",
    "RunStatus",
    "YouthNight",
]
