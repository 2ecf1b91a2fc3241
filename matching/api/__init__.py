from matching.api.candidates import Candidates
from matching.api.employers import Employers
from matching.api.guardians import GuardianWords
from matching.api.matches import Matches
from matching.api.runs import Runs

__all__ = ["Candidates", "Employers", "GuardianWords", "Matches", "Runs"]
