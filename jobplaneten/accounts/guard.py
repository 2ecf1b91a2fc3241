"""What stops the start: made-up people, whose passwords stand in the manual, and keys that do not open our secrets."""

from typing import Any

from django.conf import settings
from django.core.checks import Error
from django.core.exceptions import ImproperlyConfigured
from django.db import connection
from django.db.models import TextField
from django.db.models.functions import Cast

from jobplaneten.accounts.models import Authenticator, User
from jobplaneten.accounts.sealing import BEGINS, opens

SENTENCE = "There are demo people in the database. Outside demo mode the service does not start with them."


OTHER_KEYS = "SEALING_KEYS does not open what is in the database. The service does not start with other keys."


def has_unwanted_demo_people() -> bool:
    """A database that has not been migrated yet holds nobody."""
    if settings.IS_DEMO or User._meta.db_table not in connection.introspection.table_names():
        return False
    return User.objects.made_up().exists()


def has_other_sealing_keys() -> bool:
    """With them nobody's app would ever fit again, so it is better not to begin."""
    if Authenticator._meta.db_table not in connection.introspection.table_names():
        return False
    kept = Authenticator.objects.order_by("pk").annotate(as_kept=Cast("secret", TextField()))
    sealed = kept.filter(as_kept__startswith=BEGINS).values_list("as_kept", flat=True).first()
    return sealed is not None and not opens(sealed)


def refuse_unsafe_start() -> None:
    """Called once when the web server or the worker starts; leaves no connection behind for its children."""
    try:
        if has_unwanted_demo_people():
            raise ImproperlyConfigured(SENTENCE)
        if has_other_sealing_keys():
            raise ImproperlyConfigured(OTHER_KEYS)
    finally:
        if not connection.in_atomic_block:
            connection.close()


def check_start(*, databases: Any = None, **kwargs: Any) -> list[Error]:
    if databases and has_unwanted_demo_people():
        return [Error(SENTENCE, id="accounts.E001")]
    if databases and has_other_sealing_keys():
        return [Error(OTHER_KEYS, id="accounts.E002")]
    return []
