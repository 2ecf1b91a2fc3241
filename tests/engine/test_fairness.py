"""Who gets what: the figures of a night by group, and what may be told of them."""

import json
import math
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from matching.engine.fairness import (
    COVERAGE,
    EXPOSURE,
    FEWEST,
    LIMIT,
    MEASURES,
    YOUTH_YES,
    Count,
    Person,
    Share,
    Tally,
    hidden,
    newcombe,
    report,
    wilson,
)

shares = st.integers(1, 400).flatmap(lambda of: st.builds(Share, st.integers(0, of), st.just(of), st.just(float(of))))
groups = st.sampled_from("abcd")
counts = st.integers(0, 6).flatmap(lambda of: st.builds(Count, st.integers(0, of), st.just(of)))
people = st.lists(
    st.builds(
        Person,
        groups=st.fixed_dictionaries({"area": groups}),
        could=st.just(True),
        proposals=st.integers(0, 3),
        score=st.floats(0, 3),
        counts=st.fixed_dictionaries({COVERAGE: st.builds(Count, st.integers(0, 1), st.just(1)), YOUTH_YES: counts}),
    ),
    max_size=60,
)


def crowd(area: str, count: int, *, reached: int, proposals: int = 1) -> list[Person]:
    return [
        Person({"area": area}, True, proposals * (n < reached), 0.5, {COVERAGE: Count(int(n < reached), 1)})
        for n in range(count)
    ]


def test_wilsons_interval_is_that_of_the_books() -> None:
    """Newcombe's own example of 1998: 81 of 263."""
    assert wilson(81 / 263, 263) == pytest.approx((0.2553, 0.3662), abs=5e-5)
    assert wilson(0.0, 0) == (0.0, 1.0)


def test_the_interval_of_a_difference_is_that_of_the_books() -> None:
    """Newcombe's table II: 56/70 - 48/80, by method 10."""
    gap = newcombe(Share(56, 70, 70), Share(48, 80, 80))
    assert tuple(gap) == pytest.approx((0.2, 0.0524, 0.3339), abs=5e-5)


@given(shares, shares)
def test_intervals_hold_their_figure_and_turn_with_the_question(one: Share, other: Share) -> None:
    low, high = one.interval
    assert 0 <= low <= one.rate <= high <= 1
    gap, back = newcombe(one, other), newcombe(other, one)
    assert -1 - 1e-9 <= gap.low <= gap.gap <= gap.high <= 1 + 1e-9
    assert tuple(back) == pytest.approx((-gap.gap, -gap.high, -gap.low))
    assert gap.is_alarming == back.is_alarming


@given(st.lists(st.integers(1, 5), min_size=1, max_size=40))
def test_many_answers_of_one_youth_are_worth_no_more_than_all_and_no_less_than_one(of: list[int]) -> None:
    share = Tally.over(Count(0, each) for each in of).share
    assert 1 - 1e-9 <= share.effective <= share.of + 1e-9
    assert share.effective <= len(of) + 1e-9


@given(st.dictionaries(groups, st.integers(0, 12)))
def test_nobody_can_work_out_a_small_group_from_what_is_shown(sizes: dict[str, int]) -> None:
    out = hidden(sizes)
    shown = {group: size for group, size in sizes.items() if group not in out and size}
    assert all(size >= FEWEST for size in shown.values())
    rest = [size for group, size in sizes.items() if group in out]
    if shown and rest:
        assert len(rest) >= 2
        assert sum(rest) >= FEWEST


@given(people)
def test_every_figure_of_a_report_stands_on_five_youths_at_least(found: list[Person]) -> None:
    told: dict[str, Any] = report(found, ["area"])
    assert json.loads(json.dumps(told)) == told
    for row in (row for table in told["tables"] for row in table["rows"]):
        own = [person for person in found if person.groups["area"] == row["group"]]
        for measure in MEASURES:
            behind = own if measure == EXPOSURE else [each for each in own if each.count(measure).of]
            assert row[measure] is None or len(behind) >= FEWEST
        assert row["youths"] is None or row["youths"] == len(own) >= FEWEST
        assert row["score"] is None or sum(1 for each in own if each.proposals) >= FEWEST


@given(people)
def test_an_alarm_is_a_difference_that_is_surely_beyond_the_limit(found: list[Person]) -> None:
    for alarm in report(found, ["area"])["alarms"]:
        gap, low, high = alarm["gap"]
        assert low > LIMIT - 1e-4 or high < -LIMIT + 1e-4
        assert math.isclose(gap, alarm["rate"] - alarm["others"], abs_tol=2e-4)


def rows_of(found: list[Person]) -> list[dict[str, Any]]:
    return [row for table in report(found, ["area"])["tables"] for row in table["rows"]]


@given(people, st.randoms())
def test_the_order_of_the_youths_changes_nothing(found: list[Person], chance: Any) -> None:
    mixed = list(found)
    chance.shuffle(mixed)
    assert [row | {"score": None} for row in rows_of(mixed)] == [row | {"score": None} for row in rows_of(found)]


def test_a_group_that_is_left_behind_sounds_the_alarm_once() -> None:
    told = report([*crowd("a", 60, reached=30), *crowd("b", 60, reached=58)], ["area"])
    assert {(alarm["group"], alarm["measure"]) for alarm in told["alarms"]} == {("a", COVERAGE), ("a", EXPOSURE)}
    assert told["alarms"][0]["gap"][2] < -LIMIT


def test_of_three_groups_the_one_that_gets_more_is_named_too_and_last() -> None:
    town = [*crowd("a", 90, reached=40), *crowd("b", 90, reached=40), *crowd("c", 90, reached=89)]
    alarms = [each for each in report(town, ["area"])["alarms"] if each["measure"] == COVERAGE]
    assert alarms[-1]["group"] == "c"
    assert alarms[-1]["gap"][0] > 0 > alarms[0]["gap"][0]


@pytest.mark.parametrize(("count", "reached"), [(8, 6), (200, 196)])
def test_a_difference_that_may_be_chance_or_is_below_the_limit_sounds_none(count: int, reached: int) -> None:
    assert not report([*crowd("a", count, reached=reached), *crowd("b", count, reached=count)], ["area"])["alarms"]


def test_when_one_group_is_hidden_the_next_smallest_is_too() -> None:
    told = report([*crowd("a", 4, reached=4), *crowd("b", 9, reached=3), *crowd("c", 30, reached=20)], ["area"])
    assert [row["youths"] for row in told["tables"][0]["rows"]] == [None, None, 30]
    assert [row[COVERAGE] is None for row in told["tables"][0]["rows"]] == [True, True, False]


def test_of_whom_a_group_is_not_known_nothing_is_told() -> None:
    told = report([Person({}, could=True, proposals=1, score=0.5)] * 9, ["area", "gender"])
    assert told == {"tables": [], "alarms": []}


def test_a_group_that_is_everybody_is_held_against_nobody() -> None:
    row = report(crowd("a", 20, reached=10), ["area"])["tables"][0]["rows"][0]
    assert row[COVERAGE]["rate"] == 0.5
    assert (row[COVERAGE]["gap"], row[EXPOSURE]["gap"]) == (None, None)


def test_exposure_sets_the_share_of_proposals_beside_the_share_of_youths() -> None:
    told = report([*crowd("a", 30, reached=30, proposals=3), *crowd("b", 60, reached=60)], ["area"])
    own = told["tables"][0]["rows"][0][EXPOSURE]
    assert (own["yes"], own["of"], own["rate"], own["others"]) == (90, 150, 0.6, 0.3333)
