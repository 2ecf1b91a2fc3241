"""What must be read again, and yet not be readable in the database or a backup of it.

The keys come from the environment. The first one seals, all of them open: a new key is put first, `manage.py
reseal_secrets` goes through the rows, and then the old one can go.
"""

from typing import Any

from cryptography.fernet import Fernet, InvalidToken, MultiFernet
from django.conf import settings
from django.db import models

BEGINS = "gAAAA"
"""Every envelope; a secret as it was kept before there were envelopes never does."""


def keys() -> MultiFernet:
    return MultiFernet([Fernet(key) for key in settings.SEALING_KEYS])


def seal(words: str) -> str:
    return keys().encrypt(words.encode()).decode()


def unseal(sealed: str) -> str:
    return keys().decrypt(sealed.encode()).decode()


def opens(sealed: str) -> bool:
    try:
        unseal(sealed)
    except InvalidToken:
        return False
    return True


class SealedField(models.TextField):
    """Text for the code, a sealed envelope for the database. It cannot be searched for."""

    def from_db_value(self, value: str | None, *_where: Any) -> str | None:
        return None if value is None else unseal(value)

    def get_prep_value(self, value: Any) -> Any:
        return None if value is None else seal(str(value))
