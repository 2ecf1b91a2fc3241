"""The engine's codes as Danish sentences, in three voices: to the youth, to the employer, to the mentor."""

from matching.wording.answers import kind_words
from matching.wording.features import FEATURES, points_in_words
from matching.wording.openings import blocked_in_text, ways
from matching.wording.reasons import why_for_employers, why_for_mentors, why_for_youths
from matching.wording.refusals import aside_in_words, refusals_in_words, runs_refusals, trouble_in_words

__all__ = [
    "FEATURES",
    "aside_in_words",
    "blocked_in_text",
    "kind_words",
    "points_in_words",
    "refusals_in_words",
    "runs_refusals",
    "trouble_in_words",
    "why_for_employers",
    "why_for_mentors",
    "why_for_youths",
    "ways",
]
