from jobplaneten.placements.models.before import Expectation, OwnKind, OwnPaper, Voice
from jobplaneten.placements.models.papers import Paper, PaperTick, RiskPoint, shown_name
from jobplaneten.placements.models.pauses import Pause, PauseKind
from jobplaneten.placements.models.placements import EndKind, Placement, PlacementQuerySet, PlacementStatus
from jobplaneten.placements.models.terms import Side, Terms, TermsYes

__all__ = [
    "EndKind",
    "Expectation",
    "OwnKind",
    "OwnPaper",
    "Paper",
    "PaperTick",
    "Pause",
    "PauseKind",
    "Placement",
    "PlacementQuerySet",
    "PlacementStatus",
    "RiskPoint",
    "Side",
    "Terms",
    "TermsYes",
    "Voice",
    "shown_name",
]
