"""A night is kept whole, and comes out the same again from its record alone."""

import hashlib
import json
import zlib
from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime
from io import StringIO
from typing import Any

import pytest
from django.core.management import CommandError, call_command
from django.db import transaction
from django.db.models import QuerySet

from employers.models import Post
from matching import actions
from matching.actions.steering import settle
from matching.engine.change import Change
from matching.engine.record import DamagedError, Outcome, press, run_again, unpress
from matching.engine.shelf import seal
from matching.engine.weights import Scorer
from matching.models import Decision, Match, ModelStatus, ModelVersion, NightIsWritten, NightRecord, RunStatus
from matching.nightly import carry
from matching.nightly.trials import opened
from tests.factories import TODAY
from tests.matching.test_nightly import night_of
from youth.models import Youth, YouthStatus

pytestmark = pytest.mark.django_db

Clock = Callable[[], datetime]


def replayed(day: Any = TODAY) -> tuple[dict[str, Any], int]:
    out = StringIO()
    try:
        call_command("replay_night", str(day), stdout=out)
    except SystemExit as end:
        return json.loads(out.getvalue()), int(end.code or 0)
    return json.loads(out.getvalue()), 0


def refused(day: str) -> str:
    with pytest.raises(CommandError) as refusal:
        call_command("replay_night", day, stdout=StringIO())
    assert refusal.value.returncode == 2
    return str(refusal.value)


def overwrite(**fields: Any) -> None:
    """Past the record's own door, as somebody with the database's password could."""
    QuerySet.update(NightRecord.objects.all(), **fields)


def test_a_night_leaves_one_record_with_all_that_it_proposed(town: list[Youth], clock: Clock) -> None:
    run = night_of(clock)
    record = opened(run.record)
    written = set(Match.objects.values_list("youth", "post", "rank", "score"))
    assert {(youth, post, rank, score) for youth, post, rank, _w, _t, score in record.outcome.proposals} == written
    assert (record.model, record.seed, record.day) == (run.engine_version, run.seed, TODAY.isoformat())
    assert record.mentors == {youth.pk: youth.mentor_id for youth in town}


def test_a_record_holds_no_name_and_no_address(town: list[Youth], clock: Clock) -> None:
    page = str(opened(night_of(clock).record))
    assert not [word for word in ("Amina", "Hussein", "Prøveparken", "2012") if word in page]


def test_a_night_comes_out_the_same_from_its_record(town: list[Youth], clock: Clock) -> None:
    night_of(clock)
    found, status = replayed()
    assert (found["same"], found["differences"], status) == (True, [], 0)
    assert found["proposals"] == Match.objects.count() > 0


def test_a_night_comes_out_the_same_when_the_town_has_moved_on(town: list[Youth], clock: Clock, now: datetime) -> None:
    night_of(clock)
    match = Match.objects.earliest("pk")
    actions.reject(match, reason="too_far", by=match.youth.mentor, now=now)
    Youth.objects.update(status=YouthStatus.PAUSED, travel_minutes=1, born_on=date(2000, 1, 1))
    Post.objects.update(status="closed", seats=1)
    ModelVersion.objects.update(status=ModelStatus.RETIRED, ended_at=now)
    actions.begin_with(**seal(Scorer.written())._asdict(), now=now)
    settle(Change(per_youth=1), by=None, now=now)
    found, status = replayed()
    assert (found["same"], status) == (True, 0)
    assert found["decisions"] == [{"move": "reject", "reason": "too_far", "count": 1}]


def test_a_night_that_comes_out_otherwise_is_told_pair_by_pair(town: list[Youth], clock: Clock) -> None:
    record = opened(night_of(clock).record)
    youth, post, rank, *chances = record.outcome.proposals[0]
    rows = ((youth, post, rank + 1, *chances), *record.outcome.proposals[1:])
    page, sha256 = press(replace_outcome(record, rows))
    overwrite(page=page, sha256=sha256)
    found, status = replayed()
    assert (found["same"], status) == (False, 1)
    assert found["differences"] == [{"youth": youth, "post": post, "then": rank + 1, "now": rank}]


def replace_outcome(record: Any, rows: Any) -> Any:
    return replace(record, outcome=replace(record.outcome, proposals=tuple(rows)))


def test_a_night_that_never_was_and_a_day_that_is_none_are_told(db: None) -> None:
    assert refused("2026-11-23") == "There is no record of a night of 2026-11-23."
    assert refused("yesterday") == "yesterday is not a date such as 2026-11-23."


@pytest.mark.parametrize(
    "spoil",
    [lambda page: page[:-1], lambda page: b"", lambda page: bytes([page[0] ^ 1]) + page[1:]],
    ids=["shorter", "empty", "one bit"],
)
def test_a_damaged_record_is_told_and_never_run(spoil: Any, town: list[Youth], clock: Clock) -> None:
    overwrite(page=spoil(bytes(night_of(clock).record.page)))
    assert "damaged" in refused(str(TODAY))


def test_a_well_sealed_page_that_nobody_can_read_is_damaged_too() -> None:
    for text in ("[]", '{"form": 99}', '{"form": 1}', "no json"):
        page = zlib.compress(text.encode())
        with pytest.raises(DamagedError):
            unpress(page, hashlib.sha256(page).hexdigest())


def test_a_record_is_never_changed_and_never_removed(town: list[Youth], clock: Clock) -> None:
    kept = night_of(clock).record
    before = bytes(kept.page)
    for attempt in (
        kept.save,
        kept.delete,
        NightRecord.objects.all().delete,
        lambda: NightRecord.objects.update(sha256=""),
        lambda: NightRecord.objects.bulk_update([kept], ["sha256"]),
    ):
        with pytest.raises(NightIsWritten), transaction.atomic():
            attempt()
    assert bytes(NightRecord.objects.get().page) == before


def test_a_night_is_done_and_on_record_or_neither(
    town: list[Youth], clock: Clock, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*args: Any) -> Any:
        raise OSError("no space")

    monkeypatch.setattr(carry, "press", full)
    run = night_of(clock)
    assert run.status == RunStatus.RUNNING
    assert not NightRecord.objects.exists()
    assert not Decision.objects.exists()


def test_press_and_unpress_keep_every_bit(town: list[Youth], clock: Clock) -> None:
    record = opened(night_of(clock).record)
    page, sha256 = press(record)
    assert press(unpress(page, sha256)) == (page, sha256)
    assert Outcome.of(run_again(record)) == record.outcome
