from getpass import getpass
from typing import Any

from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError
from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.db import transaction
from django.utils import timezone

from jobplaneten.accounts.backends import as_login
from jobplaneten.accounts.models import Area, Role, User
from jobplaneten.trail.actions import record


class Command(BaseCommand):
    help = "Make the first coordinator, who answers for every area. Asks for the password; there is no default."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("login", help="mobile number or e-mail address")
        parser.add_argument("name")

    @transaction.atomic
    def handle(self, *args: Any, login: str, name: str, **options: Any) -> None:
        login = as_login(login)
        if User.objects.filter(login=login).exists():
            raise CommandError("Somebody signs in with that already.")
        user = User(login=login, name=name, role=Role.COORDINATOR, email=login if "@" in login else "")
        user.set_password(self.ask_password(user))
        user.save()
        user.areas.set(Area.objects.all())
        record("add", user, by=None, now=timezone.now())
        self.stdout.write(f"{user} is a coordinator of {user.areas.count()} areas.")

    def ask_password(self, user: User) -> str:
        password = getpass("Password: ")
        if password != getpass("Password again: "):
            raise CommandError("The two passwords differ.")
        try:
            validate_password(password, user)
        except ValidationError as error:
            raise CommandError(" ".join(error.messages)) from error
        return password
