from jobplaneten.steps.models.learnt import LearntPaper, PaperKind
from jobplaneten.steps.models.rules import StepRule
from jobplaneten.steps.models.talks import ProposalStatus, StepProposal, StepTalk

__all__ = ["LearntPaper", "PaperKind", "ProposalStatus", "StepProposal", "StepRule", "StepTalk"]
