from typing import Any

from django.core.management.base import BaseCommand
from django.db import transaction

from jobplaneten.accounts.models import Authenticator


class Command(BaseCommand):
    help = "Seals the secrets of authenticator apps with the first of SEALING_KEYS, so that the others can go."

    @transaction.atomic
    def handle(self, *args: Any, **options: Any) -> None:
        apps = Authenticator.objects.select_for_update().order_by("pk")
        for app in apps:
            app.save(update_fields=["secret"])
        self.stdout.write(f"{len(apps)} secrets are sealed with the first key.")
