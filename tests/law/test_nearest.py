"""What would make this job lawful: the usual jobs, told as an employer reads it."""

from dataclasses import replace
from datetime import date

import pytest

from jobplaneten.law.facts import WEEKDAYS, Alcohol, Config, Job, Machine, Shift, Youth
from jobplaneten.law.judging import judge
from jobplaneten.law.nearest import Change, nearest_change
from tests.law.jobs import CHILD, CHILD_FINISHED, NOW, PUPIL, TWELVE, YOUTH, free, shop

FRIDAY_TWO_HOURS = Shift.at("fri", "16:00", "18:00")
IN_THE_BAR = Alcohol("venue_serving_room")
AT_A_RESTAURANT = replace(IN_THE_BAR, main_purpose_food=True)
BEFORE_2025 = date(2024, 6, 3)


def change_of(job: Job, *youths: Youth, on: date = NOW) -> Change:
    change = nearest_change(job, youths, on)
    assert change
    assert all(judge(youth, change.job, "post", on).legal for youth in youths)
    return change


def advice(job: Job, *youths: Youth, on: date = NOW) -> list[str]:
    return [edit.sentence for edit in change_of(job, *youths, on=on).edits]


def every(days: str, start: str, end: str) -> list[Shift]:
    return [Shift.at(day, start, end) for day in days.split()]


# ── Times ───────────────────────────────────────────────────────────────────


def test_a_cafe_that_is_open_until_21_lets_the_pupil_go_at_20() -> None:
    job = shop(Shift.at("fri", "19:00", "21:00"), workplace="cafe_no_alcohol")
    change = change_of(job, PUPIL)
    assert [edit.sentence for edit in change.edits] == ["Slut kl. 20.00 i stedet for kl. 21.00 fredag."]
    assert (change.fields, change.minutes, change.is_nearest) == ({"shifts[0].end"}, 60, True)
    assert change.edits[0].field == "shifts[0].end"
    assert change.shifts == change.job.shifts == (Shift.at("fri", "19:00", "20:00"),)


def test_three_hours_on_school_days_become_two_in_one_sentence() -> None:
    job = shop(*every("mon tue thu", "15:00", "18:00"))
    assert advice(job, CHILD) == ["Slut kl. 17.00 i stedet for kl. 18.00 mandag, tirsdag og torsdag."]


def test_six_days_a_week_become_five_and_sunday_is_the_one_to_go() -> None:
    change = change_of(shop(*every("sun mon tue wed thu fri", "15:00", "17:00")), PUPIL)
    assert [edit.sentence for edit in change.edits] == [
        "Hold mindst 2 fridage om ugen: drop vagten kl. 15.00-17.00 søndag."
    ]
    assert (change.dropped, change.shifts[0], len(change.job.shifts)) == ((0,), None, 5)


def test_seven_days_keep_two_days_off_in_a_row() -> None:
    job = shop(*every(" ".join(WEEKDAYS), "15:00", "17:00"))
    assert change_of(job, PUPIL).dropped == (5, 6)


def test_of_days_that_are_equally_near_the_two_off_lie_together() -> None:
    job = shop(*every("mon tue wed thu fri sat", "15:00", "19:00"), repeats=True)
    change = change_of(job, PUPIL)
    assert (change.dropped, len(change.fields), change.minutes) == ((0,), 5, 12 * 60)


def test_too_many_hours_in_a_school_week_are_taken_from_one_shift() -> None:
    job = shop(*every("mon tue wed thu", "15:00", "17:00"), Shift.at("sat", "10:00", "16:00", 30))
    assert advice(job, PUPIL) == ["Slut kl. 14.30 i stedet for kl. 16.00 lørdag."]


def test_a_long_saturday_gets_a_break() -> None:
    assert advice(shop(Shift.at("sat", "10:00", "16:00")), YOUTH) == ["Læg en pause på 30 minutter ind lørdag."]


def test_a_break_that_is_too_short_becomes_longer() -> None:
    assert advice(shop(Shift.at("sat", "10:00", "16:00", 15)), YOUTH) == [
        "Gør pausen 30 minutter i stedet for 15 lørdag."
    ]


def test_who_works_late_begins_later_the_next_day() -> None:
    job = shop(Shift.at("fri", "19:00", "22:00"), Shift.at("sat", "09:00", "11:30"))
    assert advice(job, YOUTH) == ["Begynd kl. 10.00 i stedet for kl. 09.00 lørdag."]


def test_a_shift_that_has_no_lawful_hour_is_dropped_where_others_are_left() -> None:
    job = shop(FRIDAY_TWO_HOURS, Shift.at("sat", "20:00", "22:00"))
    change = change_of(job, PUPIL)
    assert [edit.sentence for edit in change.edits] == ["Drop vagten kl. 20.00-22.00 lørdag."]
    assert change.shifts == (FRIDAY_TWO_HOURS, None)


def test_the_only_shift_keeps_its_length_at_the_nearest_lawful_hours() -> None:
    change = change_of(shop(Shift.at("sat", "20:30", "22:30")), PUPIL)
    assert [edit.sentence for edit in change.edits] == ["Arbejd kl. 18.00-20.00 i stedet for kl. 20.30-22.30 lørdag."]
    assert change.minutes == 120


def test_the_only_shift_goes_to_another_day_when_its_own_is_full_of_other_work() -> None:
    change = change_of(shop(Shift.at("mon", "15:00", "17:00"), other_day_minutes=120), PUPIL)
    assert [edit.sentence for edit in change.edits] == ["Flyt vagten kl. 15.00-17.00 fra mandag til lørdag."]
    assert change.fields == {"shifts[0].weekday"}


def test_the_only_shift_may_need_another_day_and_other_hours() -> None:
    job = shop(Shift.at("mon", "20:00", "22:00"), other_day_minutes=120)
    assert advice(job, PUPIL) == ["Flyt vagten kl. 20.00-22.00 mandag til kl. 18.00-20.00 lørdag."]


def test_two_shifts_without_a_lawful_hour_leave_one_elsewhere() -> None:
    change = change_of(shop(Shift.at("fri", "20:00", "22:00"), Shift.at("sat", "20:00", "22:00")), PUPIL)
    assert len(change.dropped) == 1
    assert len(change.fields) == 3


def test_no_change_of_times_helps_a_week_that_is_full_of_other_work() -> None:
    assert nearest_change(shop(other_week_minutes=12 * 60), [PUPIL], NOW) is None


def test_times_off_the_quarter_are_rounded_to_the_lawful_side() -> None:
    change = change_of(shop(Shift(1, 15 * 60, 18 * 60 + 10)), PUPIL)
    assert change.shifts == (Shift(1, 15 * 60, 17 * 60),)
    assert change.minutes == 70


def test_dropping_the_school_days_does_not_close_the_school() -> None:
    job = shop(Shift.at("mon", "20:00", "22:00"), *every("sat sun", "08:00", "15:00"))
    change = change_of(job, PUPIL)
    assert sum(shift.work for shift in change.job.shifts) <= 12 * 60


def test_a_stated_total_follows_the_shifts() -> None:
    job = shop(Shift.at("fri", "15:00", "18:00"), weekly_minutes=180)
    change = change_of(job, PUPIL)
    assert (change.job.weekly_minutes, change.fields) == (120, {"shifts[0].end"})


def test_a_stated_total_beyond_the_shifts_goes_down_to_what_a_week_holds() -> None:
    change = change_of(shop(weekly_minutes=15 * 60), PUPIL)
    assert change.job.weekly_minutes == 12 * 60
    assert [edit.sentence for edit in change.edits] == ["Sæt ugens timer ned fra 15 til 12."]


def test_holidays_and_free_weeks_stay_what_they_are() -> None:
    change = change_of(shop(free("mon", "10:00", "19:30", 30), week_type="schoolfree"), PUPIL)
    assert change.shifts == (free("mon", "10:00", "18:30", 30),)


def test_adults_in_the_trade_have_a_shorter_week() -> None:
    job = shop(Shift.at("sat", "10:00", "14:00"), adult_week_minutes=180)
    assert advice(job, YOUTH) == ["Slut kl. 13.00 i stedet for kl. 14.00 lørdag."]


def test_a_trade_that_the_switch_opens_may_work_later() -> None:
    job = shop(Shift.at("fri", "20:00", "23:30"), sector_night="hotel_restaurant_culture", lift_kg=20)
    change = nearest_change(job, [YOUTH], NOW, config=Config(use_sector_night_extensions=True))
    assert change
    assert change.fields == {"lift_kg"}


def test_a_week_with_more_shifts_than_can_be_tried_is_made_lawful_all_the_same() -> None:
    job = shop(*every(" ".join(WEEKDAYS * 3), "12:00", "13:00"))
    change = change_of(job, PUPIL)
    assert not change.is_nearest
    assert change.job.shifts


# ── Circumstances ───────────────────────────────────────────────────────────


def test_alone_in_a_kiosk_in_the_evening_wants_an_adult() -> None:
    job = shop(Shift.at("fri", "17:00", "19:00"), workplace="kiosk", alone=True)
    change = change_of(job, PUPIL)
    assert [edit.sentence for edit in change.edits] == ["Lad en voksen være på stedet hele tiden."]
    assert (change.job.alone, change.minutes, change.shifts) == (False, 0, job.shifts)


def test_an_end_that_must_come_earlier_anyway_is_less_than_an_adult_besides() -> None:
    job = shop(Shift.at("sat", "12:00", "21:00"), workplace="kiosk", alone=True)
    assert advice(job, PUPIL) == ["Slut kl. 14.00 i stedet for kl. 21.00 lørdag."]


def test_a_guarded_mall_leaves_whoever_is_alone_the_evening() -> None:
    job = shop(Shift.at("sat", "18:00", "20:30"), workplace="kiosk", alone=True, guarded_mall=True, violence_risk=True)
    assert change_of(job, YOUTH).fields == {"alone"}


@pytest.mark.parametrize(
    ("facts", "youth", "said"),
    [
        ({"alone": True, "violence_risk": True}, YOUTH, "Lad en voksen være på stedet hele tiden."),
        ({"adult_supervision": False}, YOUTH, "Lad en voksen, der kender arbejdet, holde øje og hjælpe."),
        ({"lift_kg": 20}, YOUTH, "Lad den unge højst løfte 12 kg i stedet for 20 kg."),
        ({"lift_kg": 30.5}, YOUTH, "Lad den unge højst løfte 12 kg i stedet for 30,5 kg."),
        ({"tasks": ("welding", "tidying", "painting")}, PUPIL, "Lad andre tage sig af: welding og painting."),
        ({"tasks": ("guard_duty", "tidying")}, YOUTH, "Lad andre tage sig af: guard_duty."),
        ({"machines": (Machine("hazard", "sav"),)}, PUPIL, "Lad andre bruge: sav."),
        ({"machines": (Machine("hazard", "sav"), Machine("everyday"))}, YOUTH, "Lad andre bruge: sav."),
        ({"machines": (Machine("vehicle"),)}, YOUTH, "Lad andre bruge: vehicle."),
        (
            {"machines": (Machine("hazard", "sav", operates=False),)},
            CHILD,
            "Skærm eller sluk, når den unge er tæt på: sav.",
        ),
        ({"chemicals": "hazard_labelled"}, PUPIL, "Brug kun milde midler uden faremærke."),
        ({"chemicals": "toxic_cmr_corrosive_explosive"}, YOUTH, "Brug kun milde midler uden faremærke."),
        (
            {"environment": ("harmful_noise_vibration", "fall_or_collapse_risk")},
            YOUTH,
            "Sørg for, at den unge slipper for: harmful_noise_vibration og fall_or_collapse_risk.",
        ),
        (
            {"alcohol": Alcohol("retail_checkout", id_check_by_youth=True)},
            PUPIL,
            "Lad en kollega være klar til straks at tage over, når kunders alder skal tjekkes.",
        ),
        (
            {"alcohol": IN_THE_BAR},
            PUPIL,
            "Lad den unge arbejde i køkkenet i stedet for i lokalet, hvor der serveres alkohol.",
        ),
        (
            {"alcohol": AT_A_RESTAURANT, "tasks": ("set_tables",)},
            YOUTH,
            "Lad en voksen holde øje i lokalet, hvor der serveres alkohol.",
        ),
    ],
)  # fmt: skip
def test_one_circumstance_is_changed_and_nothing_else(facts: dict[str, object], youth: Youth, said: str) -> None:
    change = change_of(shop(**facts), youth)
    assert [edit.sentence for edit in change.edits] == [said]
    assert (len(change.fields), change.minutes) == (1, 0)


def test_the_kitchen_is_nearer_than_three_changes_in_the_serving_room() -> None:
    job = shop(Shift.at("fri", "20:00", "22:30"), tasks=("set_tables", "mix_cocktails"), alcohol=AT_A_RESTAURANT)
    assert change_of(job, YOUTH).fields == {"alcohol.mode"}


def test_a_supervised_serving_room_closes_at_22_or_the_youth_goes_to_the_kitchen() -> None:
    alcohol = replace(AT_A_RESTAURANT, adult_supervision=True)
    job = shop(Shift.at("fri", "20:00", "22:30"), tasks=("set_tables",), alcohol=alcohol)
    assert change_of(job, YOUTH).fields == {"alcohol.mode"}


def test_a_trainee_waiter_stays_until_the_night() -> None:
    alcohol = replace(IN_THE_BAR, waiter_trainee_or_host_child=True)
    job = shop(Shift.at("fri", "19:00", "23:30"), tasks=("set_tables",), alcohol=alcohol)
    assert advice(job, YOUTH) == ["Slut kl. 23.00 i stedet for kl. 23.30 fredag."]


def test_a_job_of_which_no_task_is_light_cannot_be_mended_for_a_pupil() -> None:
    assert nearest_change(shop(tasks=("welding",)), [PUPIL], NOW) is None


def test_no_change_makes_anybody_old_enough() -> None:
    assert nearest_change(shop(), [TWELVE], NOW) is None


def test_help_in_a_private_home_now_and_then_only_needs_to_be_harmless() -> None:
    job = shop(Shift.at("sat", "20:00", "21:00"), employer_type="private_household", occasional=True, lift_kg=20)
    assert change_of(job, PUPIL).fields == {"lift_kg"}


def test_before_2025_a_guard_was_not_enough_and_mild_agents_were_too_much() -> None:
    job = shop(machines=(Machine("hazard", "sav", operates=False),), chemicals="mild_unlabelled")
    assert advice(job, PUPIL, on=BEFORE_2025) == ["Lad andre bruge: sav.", "Lad andre bruge de kemiske midler."]


def test_at_hire_what_nobody_has_assessed_is_left_to_others_and_the_ticks_are_taken_as_given() -> None:
    job = shop(machines=(Machine("harmless", "ovn"),), chemicals="mild_unlabelled")
    change = nearest_change(job, [CHILD], NOW, stage="hire")
    assert change
    assert change.fields == {"machines", "chemicals"}
    assert nearest_change(shop(), [CHILD], NOW, stage="hire") is None


# ── Groups ──────────────────────────────────────────────────────────────────


def test_one_change_serves_all_the_groups_that_are_asked_about() -> None:
    job = shop(Shift.at("sat", "12:00", "22:00", 30), tasks=("tidying", "mix_cocktails"))
    assert change_of(job, YOUTH).job.tasks == job.tasks
    assert change_of(job, CHILD_FINISHED, YOUTH).shifts == (Shift.at("sat", "12:00", "19:30", 30),)


def test_a_lawful_job_needs_no_change() -> None:
    assert nearest_change(shop(), [CHILD, PUPIL, YOUTH], NOW) is None


def test_a_job_without_youths_or_shifts_needs_no_other_times() -> None:
    assert nearest_change(shop(lift_kg=99), [], NOW) is None
    assert change_of(replace(shop(), shifts=(), lift_kg=99), PUPIL).fields == {"lift_kg"}
