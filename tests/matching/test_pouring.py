from datetime import datetime
from typing import Any

import pytest

from matching.models import Match, Run, YouthNight
from matching.nightly import pouring
from matching.nightly.pouring import pour
from tests.factories import PostFactory, YouthFactory

pytestmark = pytest.mark.django_db
TEXT = 'tab\t "word" \\ \\N line\nøæå'
NAMES = ("youth_id", "proposed", "refused", "openings")


@pytest.fixture(params=["postgresql", "sqlite"])
def way(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """As a stream, and as SQLite takes it."""
    monkeypatch.setattr(pouring.connection, "vendor", request.param)


def nights(youths: list[Any], proposed: int) -> list[Any]:
    return [(youth.pk, proposed, {"law": n}, [{"code": TEXT}]) for n, youth in enumerate(youths)]


@pytest.mark.usefixtures("way")
def test_what_is_poured_comes_out_again_and_what_is_there_already_stays(now: datetime) -> None:
    run, youths = Run.objects.create(day=now.date(), requested_at=now), YouthFactory.create_batch(3)
    pour(YouthNight, NAMES, nights(youths[:2], 1), run_id=run.pk, set_aside=TEXT)
    pour(YouthNight, NAMES, nights(youths, 2), run_id=run.pk)
    rows = YouthNight.objects.order_by("pk").values_list("youth", "proposed", "refused", "openings", "set_aside")
    assert list(rows) == [
        (youths[0].pk, 1, {"law": 0}, [{"code": TEXT}], TEXT),
        (youths[1].pk, 1, {"law": 1}, [{"code": TEXT}], TEXT),
        (youths[2].pk, 2, {"law": 2}, [{"code": TEXT}], ""),
    ]


@pytest.mark.usefixtures("way")
def test_what_is_not_named_gets_its_default(now: datetime) -> None:
    run, youth, post = Run.objects.create(day=now.date(), requested_at=now), YouthFactory(), PostFactory()
    chances = {"want": 0.1 + 0.2, "take": 1e-300, "score": 0.5}
    pour(Match, ("youth_id", "post_id"), [(youth.pk, post.pk)], run_id=run.pk, rank=1, changed_at=now, **chances)
    match = Match.objects.get()
    assert {name: getattr(match, name) for name in chances} == chances
    assert (match.changed_at, match.status, match.contributions, match.offered_at) == (now, "proposed", [], None)


def test_nothing_is_poured_without_a_word(django_assert_num_queries: Any) -> None:
    with django_assert_num_queries(0):
        pour(YouthNight, NAMES, [])
