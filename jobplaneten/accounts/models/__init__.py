from jobplaneten.accounts.models.people import Role, User
from jobplaneten.accounts.models.programme import Area, Step

__all__ = ["Area", "Role", "Step", "User"]
