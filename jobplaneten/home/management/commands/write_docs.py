from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand

from jobplaneten.home.workflow_docs import page


class Command(BaseCommand):
    help = "Write the pages of docs/ that are made from the code."

    def handle(self, *args: Any, **options: Any) -> None:
        path = Path(settings.BASE_DIR) / "docs" / "workflows.md"
        path.write_text(page(), encoding="utf-8")
        self.stdout.write(f"{path.name} written")
