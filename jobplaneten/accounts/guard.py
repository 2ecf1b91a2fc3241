"""Made-up people have passwords that stand in the manual. Outside demo mode the service does not start with them."""

from typing import Any

from django.conf import settings
from django.core.checks import Error
from django.core.exceptions import ImproperlyConfigured
from django.db import connection

from jobplaneten.accounts.models import User

SENTENCE = "There are demo people in the database. Outside demo mode the service does not start with them."


def has_unwanted_demo_people() -> bool:
    """A database that has not been migrated yet holds nobody."""
    if settings.IS_DEMO or User._meta.db_table not in connection.introspection.table_names():
        return False
    return User.objects.made_up().exists()


def refuse_demo_people() -> None:
    """Called once when the web server or the worker starts; leaves no connection behind for its children."""
    try:
        if has_unwanted_demo_people():
            raise ImproperlyConfigured(SENTENCE)
    finally:
        if not connection.in_atomic_block:
            connection.close()


def check_demo_people(*, databases: Any = None, **kwargs: Any) -> list[Error]:
    if databases and has_unwanted_demo_people():
        return [Error(SENTENCE, id="accounts.E001")]
    return []
