"""What a coming change of law does to jobs, tried with a change that is made up."""

from datetime import date

import pytest

from jobplaneten.law.book import BOOK
from jobplaneten.law.changes import Turn, groups_touched, person_touched, turns
from jobplaneten.law.facts import Job, Shift
from jobplaneten.law.life import Life
from jobplaneten.law.pattern import Pattern
from tests.law.coming import ANOTHER_LIST, EARLIER_EVENING, with_an_end_to_breaks, with_coming

TODAY = date(2026, 11, 23)
CHANGE = date(2027, 3, 1)
LATE = Job(tasks=("sort_goods",), shifts=(Shift.at("tue", "17:30", "19:30"),), repeats=True)


def only_turn(text: str) -> Turn:
    (turn,) = turns(with_coming(text), TODAY)
    return turn


def test_the_book_as_it_is_knows_of_no_coming_change() -> None:
    assert turns(BOOK, BOOK.changes[-1]) == ()


def test_the_changes_of_the_past_are_turns_for_whoever_asks_from_before() -> None:
    assert [turn.day for turn in turns(BOOK, date(2025, 6, 30))] == [date(2025, 7, 1), date(2026, 1, 1)]


def test_a_turn_tells_what_begins_and_what_it_replaces() -> None:
    turn = only_turn(EARLIER_EVENING)
    assert turn.day == CHANGE
    assert [entry.windows() for entry in turn.begun] == [((360, 1140),)]
    assert [entry.windows() for entry in turn.ended] == [((360, 1200),)]


def test_an_entry_that_ends_with_nothing_after_it_is_told_as_ended() -> None:
    (turn,) = turns(with_an_end_to_breaks(), TODAY)
    assert (turn.begun, [entry.rule for entry in turn.ended]) == ((), ["T-BREAK-30"])


def test_a_change_of_the_light_work_is_a_turn_too() -> None:
    turn = only_turn(ANOTHER_LIST)
    assert [entry.rule for entry in turn.begun] == ["light-work"]
    assert turn.ended == ()
    job = Job(tasks=("fold_paper_planes",), shifts=(Shift.at("tue", "15:00", "17:00"),))
    touched = groups_touched(job, turn)
    assert set(touched) == {"13-14", "15-17_in_compulsory_school"}
    assert [finding.rule for finding in touched["13-14"].lifted] == ["TASK-LIGHT"]
    assert touched["13-14"].new == ()


def test_only_the_groups_that_the_change_concerns_are_touched() -> None:
    touched = groups_touched(LATE, only_turn(EARLIER_EVENING))
    assert set(touched) == {"13-14", "15-17_in_compulsory_school"}
    verdicts = touched["13-14"]
    assert (verdicts.before.legal, verdicts.after.legal) == (True, False)
    assert [finding.rule for finding in verdicts.new] == ["N-CHILD-20-06"]
    assert verdicts.lifted == ()


def test_groups_that_nobody_asks_about_are_not_answered() -> None:
    assert set(groups_touched(LATE, only_turn(EARLIER_EVENING), {"13-14", "18"})) == {"13-14"}


def test_a_job_that_both_laws_judge_alike_is_not_touched() -> None:
    early = Job(tasks=("sort_goods",), shifts=(Shift.at("tue", "15:00", "17:00"),), repeats=True)
    unlawful = Job(tasks=("sort_goods",), shifts=(Shift.at("tue", "20:30", "21:30"),), repeats=True)
    turn = only_turn(EARLIER_EVENING)
    assert groups_touched(early, turn) == {}
    assert groups_touched(unlawful, turn) == {}


@pytest.mark.parametrize(
    ("born_on", "schooling_ends_on", "first_on", "touched"),
    [
        (date(2012, 4, 3), date(2028, 7, 31), CHANGE, True),
        (date(2009, 4, 3), None, CHANGE, False),
        (date(2009, 4, 3), date(2027, 2, 28), CHANGE, False),
        (date(2009, 4, 3), date(2027, 3, 2), CHANGE, True),
        (date(2009, 4, 3), date(2027, 3, 1), date(2027, 3, 2), False),
    ],
)
def test_a_placement_is_touched_as_long_as_the_youth_is_one_whom_the_rule_binds(
    born_on: date, schooling_ends_on: date | None, first_on: date, touched: bool
) -> None:
    life = Life(born_on, schooling_ends_on)
    verdicts = person_touched(life, Pattern(LATE), first_on, date(2027, 6, 1), only_turn(EARLIER_EVENING))
    assert verdicts.differ is touched
    assert [finding.rule for finding in verdicts.new] == (["N-CHILD-20-06"] if touched else [])


def test_a_period_without_a_shift_is_never_touched() -> None:
    verdicts = person_touched(Life(date(2012, 4, 3), None), Pattern(LATE), CHANGE, CHANGE, only_turn(EARLIER_EVENING))
    assert not verdicts.differ
