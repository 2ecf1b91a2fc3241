"""The commands print JSON that holds, and say in one sentence what is wrong."""

import json
from io import StringIO
from pathlib import Path
from typing import Any

import pytest
from django.core.management import CommandError, call_command

from jobplaneten.occupations import occupations
from matching.engine.search import Pairs
from matching.evaluation import benchmark, text
from matching.evaluation.benchmark import NotAllowed, look_again
from matching.evaluation.inventing import Size, invent

MATRIX = Path(__file__).with_name("meetings.csv")


def printed(*words: str, **options: Any) -> dict[str, Any]:
    out = StringIO()
    call_command(*words, stdout=out, **options)
    found: dict[str, Any] = json.loads(out.getvalue())
    return found


def test_a_benchmark_of_a_town_says_what_came_of_it() -> None:
    found = printed("benchmark_matching", size="town", repeats=1, backend="plain")
    assert found["illegal_or_ineligible"] == 0
    assert found["most_candidates_per_seat"] == 3
    assert found["covered_of_the_most_possible"] >= 0.95
    assert set(found["seconds"]) >= {"law", "rules_and_top_20"}


def test_the_lists_alone_can_be_measured() -> None:
    found = printed("benchmark_matching", size="town", repeats=1, backend="plain", lists_only=True)
    assert found["rules_and_top_20_of_multiplication"] > 0
    assert "proposals" not in found


def test_a_proposal_that_the_law_or_a_rule_forbids_stops_a_benchmark() -> None:
    world = invent(Size(30, 30, 15), 1)
    law = world.lawfulness()
    benchmark.LOOKED_AT, before = 900, benchmark.LOOKED_AT
    everything = Pairs(*((each.ravel()) for each in benchmark.np.indices((30, 30))))
    with pytest.raises(NotAllowed, match="table"):
        look_again(world, law, everything)
    lawful = law.table[law.of_youth[everything.youth], everything.job]
    with pytest.raises(NotAllowed, match="age|step|travel"):
        look_again(world, law, Pairs(everything.youth[lawful], everything.job[lawful]))
    benchmark.LOOKED_AT = before


def test_an_evaluation_says_how_the_engine_fares() -> None:
    found = printed("evaluate_matching", worlds=1, size="town", backend="plain")
    scarce = found["scarce"]
    assert scarce["ineligible"]["high"] == 0
    assert scarce["gap_to_second_solver"]["mean"] < 1e-4
    assert found["score_change_when_who_somebody_is_flips"] == 0
    assert 0 < found["explanation_error"] < 1e-5


def test_real_meetings_are_dealt_out_with_and_without_capacity() -> None:
    found = printed("evaluate_matching", speed_dating=MATRIX, backend="plain")
    assert found["events"] == 3
    assert found["couples_more_with_capacity"] > 0.2


def test_text_is_tried_instead_and_not_together_with_meetings(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(text, "occupations", lambda: occupations()[::60])
    found = printed("evaluate_matching", text=True)
    assert found["clean"]["hit_at_5"] > found["every_word_mistyped"]["hit_at_5"] > 0
    with pytest.raises(CommandError, match="ask for one"):
        printed("evaluate_matching", text=True, speed_dating=MATRIX)


def test_a_file_of_another_form_is_named(tmp_path: Path) -> None:
    other = tmp_path / "other.csv"
    other.write_text("a,b\n1,2\n")
    with pytest.raises(CommandError, match="columns missing: dec") as found:
        printed("evaluate_matching", speed_dating=other)
    assert found.value.returncode == 2
    with pytest.raises(CommandError, match="No such file"):
        printed("evaluate_matching", speed_dating=tmp_path / "none.csv")
    with pytest.raises(CommandError, match="--worlds"):
        printed("evaluate_matching", worlds=0)
    with pytest.raises(CommandError, match="--repeats"):
        printed("benchmark_matching", repeats=0)
