from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.db import transaction
from django.utils import timezone

from jobplaneten.accounts import factors
from jobplaneten.accounts.actions import log_out_everywhere
from jobplaneten.accounts.backends import as_login
from jobplaneten.accounts.models import User


class Command(BaseCommand):
    help = "For a coordinator whose phone and recovery codes are lost: the app is set up anew at the next log-in."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("login", help="mobile number or e-mail address")

    @transaction.atomic
    def handle(self, *args: Any, login: str, **options: Any) -> None:
        user = User.objects.filter(login=as_login(login)).first()
        if user is None:
            raise CommandError("Nobody signs in with that.")
        now = timezone.now()
        log_out_everywhere(user, by=None, now=now)
        factors.forget(user, by=None, now=now)
        self.stdout.write(f"{user} is signed out everywhere and sets the app up at the next log-in.")
