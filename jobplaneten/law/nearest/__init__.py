"""What would make this job lawful: the nearest change, in words and ready to be applied."""

from jobplaneten.law.nearest.change import Change, Edit
from jobplaneten.law.nearest.search import changes, nearest_change

__all__ = ["Change", "Edit", "changes", "nearest_change"]
