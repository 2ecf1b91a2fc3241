"""What would make this job lawful: the nearest change, in words and ready to be applied."""

from jobplaneten.law.nearest.change import Change, Edit
from jobplaneten.law.nearest.search import nearest_change

__all__ = ["Change", "Edit", "nearest_change"]
