from jobplaneten.placements.models.papers import Paper, PaperTick, RiskPoint, shown_name
from jobplaneten.placements.models.pauses import Pause, PauseKind
from jobplaneten.placements.models.placements import EndKind, Placement, PlacementQuerySet, PlacementStatus
from jobplaneten.placements.models.terms import Side, Terms, TermsYes

__all__ = [
    "EndKind",
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
    "shown_name",
]
