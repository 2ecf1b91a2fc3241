from django.http import HttpRequest

from jobplaneten.accounts.models import User


class SignedIn(HttpRequest):
    """What a view gets behind the log-in."""

    user: User
