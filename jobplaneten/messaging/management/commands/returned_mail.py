import sys
from typing import Any

from django.core.management.base import BaseCommand
from django.utils import timezone

from jobplaneten.messaging.bouncing import hear_returned


class Command(BaseCommand):
    help = "Reads one returned mail from standard input (a mail server's pipe), and notes whose address is dead."

    def handle(self, *args: Any, **options: Any) -> None:
        self.stdout.write(str(hear_returned(sys.stdin.buffer.read(), now=timezone.now())))
