"""What else is offered beside the nearest change: weeks that keep more of the hours."""

from jobplaneten.law.facts import Job, Shift, Youth
from jobplaneten.law.judging import judge
from jobplaneten.law.nearest import changes
from tests.law.jobs import NOW, PUPIL, TWELVE, YOUTH, shop


def offers(job: Job, youth: Youth) -> list[list[str]]:
    found = changes(job, [youth], NOW)
    assert all(judge(youth, change.job, "post", NOW).legal for change in found)
    assert [change.is_nearest for change in found] == [True, *[False] * (len(found) - 1)]
    return [[edit.sentence for edit in change.edits] for change in found]


def test_a_monday_that_is_too_long_may_move_or_be_split() -> None:
    assert offers(shop(Shift.at("mon", "15:00", "18:00")), PUPIL) == [
        ["Slut kl. 17.00 i stedet for kl. 18.00 mandag."],
        ["Flyt vagten kl. 15.00-18.00 fra mandag til lørdag."],
        ["Del vagten mandag op: kl. 15.00-17.00 mandag og kl. 15.00-16.00 tirsdag."],
    ]


def test_an_evening_that_is_too_late_may_lie_earlier() -> None:
    assert offers(shop(Shift.at("sat", "17:00", "21:00")), PUPIL)[:2] == [
        ["Slut kl. 20.00 i stedet for kl. 21.00 lørdag."],
        ["Arbejd kl. 16.00-20.00 i stedet for kl. 17.00-21.00 lørdag."],
    ]


def test_three_days_that_are_too_long_give_one_more_day() -> None:
    job = shop(*(Shift.at(day, "15:00", "18:00") for day in ("mon", "tue", "wed")))
    assert offers(job, PUPIL) == [
        ["Slut kl. 17.00 i stedet for kl. 18.00 mandag, tirsdag og onsdag."],
        [
            "Slut kl. 17.00 i stedet for kl. 18.00 mandag, tirsdag og onsdag.",
            "Læg en vagt ind kl. 15.00-18.00 lørdag.",
        ],
    ]


def test_a_new_shift_on_a_school_day_lies_where_school_is_known_to_be_out() -> None:
    for change in changes(shop(Shift.at("sat", "06:00", "19:30")), [PUPIL], NOW):
        assert all(shift.weekday >= 5 for shift in change.job.shifts)


def test_a_new_shift_is_told_by_its_place_among_the_added() -> None:
    *_others, last = changes(shop(*(Shift.at(day, "15:00", "18:00") for day in ("mon", "tue", "wed"))), [PUPIL], NOW)
    assert last.added == (Shift.at("sat", "15:00", "18:00"),)
    assert last.edits[-1].field == "shifts[+0]"
    assert last.job.shifts == (*last.shifts, *last.added)
    assert last.minutes == 180


def test_nothing_is_offered_that_wins_no_time_worth_coming_for() -> None:
    job = shop(*(Shift.at(day, "15:00", "17:00") for day in ("mon", "tue", "wed", "thu", "fri", "sun")))
    assert len(changes(job, [PUPIL], NOW)) == 1


def test_a_change_that_loses_no_hours_comes_alone() -> None:
    assert offers(shop(lift_kg=20), YOUTH) == [["Lad den unge højst løfte 12 kg i stedet for 20 kg."]]


def test_nothing_is_offered_where_nothing_helps_or_nothing_is_wrong() -> None:
    assert changes(shop(), [TWELVE], NOW) == ()
    assert changes(shop(), [PUPIL], NOW) == ()
