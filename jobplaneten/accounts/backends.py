from typing import Any

import phonenumbers
from django.contrib.auth.backends import BaseBackend
from django.contrib.auth.hashers import make_password
from django.http import HttpRequest

from jobplaneten.accounts.models import User


def as_login(typed: str) -> str:
    """How a login is stored: e-mail in lower case, a Danish mobile number as +45…, whatever the spacing."""
    typed = typed.strip()
    if "@" in typed:
        return typed.lower()
    try:
        number = phonenumbers.parse(typed, "DK")
    except phonenumbers.NumberParseException:
        return typed.lower()
    if not phonenumbers.is_valid_number(number):
        return typed.lower()
    return phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.E164)


class LoginBackend(BaseBackend):
    """Mobile number or e-mail, and a password. What a person may see is asked of `visible_to`, not here."""

    def authenticate(
        self, request: HttpRequest | None, username: str = "", password: str = "", **kwargs: Any
    ) -> User | None:
        user = User.objects.filter(login=as_login(username)).first()
        if user is None:
            make_password(password)
            return None
        return user if user.check_password(password) and user.is_active else None

    def get_user(self, user_id: int) -> User | None:
        return User.objects.active().filter(pk=user_id).first()
