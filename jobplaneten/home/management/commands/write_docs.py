from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand

from jobplaneten.home import written_docs


class Command(BaseCommand):
    help = "Write the pages of docs/ that are made from the code."

    def handle(self, *args: Any, **options: Any) -> None:
        for name, page in written_docs.PAGES.items():
            (Path(settings.BASE_DIR) / "docs" / name).write_text(page(), encoding="utf-8")
            self.stdout.write(f"{name} written")
