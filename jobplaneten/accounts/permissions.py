from jobplaneten.accounts.models import User


def may_use_api(user: User) -> bool:
    """Adults may let their own programs in. A youth has no use for a key that can be lost."""
    return user.is_staff or user.is_employer


def may_run_programme(user: User) -> bool:
    return user.is_coordinator


def needs_second_factor(user: User) -> bool:
    """Whoever sees many young people at once; a password alone does not open for them."""
    return user.is_staff or user.is_superuser


def may_take_codes(user: User) -> bool:
    """By SMS, to the number that they sign in with. Without a password of their own they cannot do without."""
    return (user.is_youth or user.is_guardian) and user.login.startswith("+") and user.has_usable_password()


def may_get_codes(user: User) -> bool:
    """Comes in by SMS as things stand."""
    return (user.is_youth or user.is_guardian) and user.login.startswith("+") and user.takes_codes
