from collections import ChainMap
from pathlib import Path

from django.conf import settings

from tests.house.sight import BESIDE, all_beside


def test_rows_of_people_are_fetched_through_their_line_of_sight_wherever_somebody_looks() -> None:
    assert all_beside(Path(settings.BASE_DIR)) == dict(ChainMap(*BESIDE.values()))
