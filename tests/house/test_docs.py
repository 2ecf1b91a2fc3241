from io import StringIO
from pathlib import Path

import pytest
from django.conf import settings
from django.core.management import call_command

from jobplaneten.home.workflow_docs import page

DOCS = Path(settings.BASE_DIR) / "docs"


def test_the_page_of_workflows_is_up_to_date() -> None:
    assert (DOCS / "workflows.md").read_text(encoding="utf-8") == page()


@pytest.mark.django_db
def test_no_migration_is_missing() -> None:
    call_command("makemigrations", "--check", "--dry-run", stdout=StringIO())
