from jobplaneten.families.models.guardians import EndedWhy, Guardian, Guardianship, Question, Relation, View
from jobplaneten.families.models.invitations import Invitation, Way

__all__ = ["EndedWhy", "Guardian", "Guardianship", "Invitation", "Question", "Relation", "View", "Way"]
