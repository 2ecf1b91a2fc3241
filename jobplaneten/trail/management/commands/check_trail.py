import json
import sys
from typing import Any

from django.core.management.base import BaseCommand
from django.utils import timezone

from jobplaneten.trail.sealing import check_trail


class Command(BaseCommand):
    help = "Works out every seal of the trail again and prints JSON. Exit status 1 when a line is gone or changed."

    def handle(self, *args: Any, **options: Any) -> None:
        found = check_trail(timezone.now())
        self.stdout.write(json.dumps(found, indent=2))
        if found["wrong"]:
            sys.exit(1)
