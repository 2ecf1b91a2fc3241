from datetime import datetime
from typing import Any

import pytest

from matching.models import Run, YouthNight
from matching.nightly import pouring
from matching.nightly.pouring import pour
from tests.factories import YouthFactory

pytestmark = pytest.mark.django_db
TEXT = 'tab\t "word" \\ \\N line\nøæå'


@pytest.fixture(params=["postgresql", "sqlite"])
def way(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """As a stream, and as SQLite takes it."""
    monkeypatch.setattr(pouring.connection, "vendor", request.param)


def nights(run: Run, youths: list[Any], proposed: int) -> list[YouthNight]:
    return [
        YouthNight(run=run, youth=youth, proposed=proposed, refused={"law": n}, set_aside="", openings=[{"code": TEXT}])
        for n, youth in enumerate(youths)
    ]


@pytest.mark.usefixtures("way")
def test_what_is_poured_comes_out_again_and_what_is_there_already_stays(now: datetime) -> None:
    run, youths = Run.objects.create(day=now.date(), requested_at=now), YouthFactory.create_batch(3)
    pour(YouthNight, nights(run, youths[:2], 1))
    pour(YouthNight, nights(run, youths, 2))
    rows = YouthNight.objects.order_by("pk").values_list("youth", "proposed", "refused", "openings")
    assert list(rows) == [
        (youths[0].pk, 1, {"law": 0}, [{"code": TEXT}]),
        (youths[1].pk, 1, {"law": 1}, [{"code": TEXT}]),
        (youths[2].pk, 2, {"law": 2}, [{"code": TEXT}]),
    ]


def test_nothing_is_poured_without_a_word(django_assert_num_queries: Any) -> None:
    with django_assert_num_queries(0):
        pour(YouthNight, [])
