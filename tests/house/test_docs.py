from io import StringIO
from pathlib import Path

import pytest
from django.conf import settings
from django.core.management import call_command

from jobplaneten.home.written_docs import PAGES

DOCS = Path(settings.BASE_DIR) / "docs"


@pytest.mark.parametrize("name", PAGES)
def test_a_page_that_is_made_from_the_code_is_up_to_date(name: str) -> None:
    """Write them anew with: manage.py write_docs"""
    assert (DOCS / name).read_text(encoding="utf-8") == PAGES[name]()


@pytest.mark.django_db
def test_no_migration_is_missing() -> None:
    call_command("makemigrations", "--check", "--dry-run", stdout=StringIO())
