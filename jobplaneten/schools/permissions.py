from jobplaneten.accounts.models import User


def may_see_calendar(user: User) -> bool:
    return user.is_staff


def may_keep_calendar(user: User) -> bool:
    """School days decide what is lawful, so they are the coordinators' to write."""
    return user.is_coordinator
