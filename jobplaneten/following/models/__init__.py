from jobplaneten.following.models.assessments import Assessment, Voice
from jobplaneten.following.models.follow_ups import Answer, FollowUp, Mood, StillWorking
from jobplaneten.following.models.journal import JournalEntry
from jobplaneten.following.models.near_misses import NearMiss
from jobplaneten.following.models.points import FollowPoint

__all__ = [
    "Answer",
    "Assessment",
    "FollowPoint",
    "FollowUp",
    "JournalEntry",
    "Mood",
    "NearMiss",
    "StillWorking",
    "Voice",
]
