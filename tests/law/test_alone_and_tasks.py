from dataclasses import replace

import pytest

from jobplaneten.law.facts import Alcohol, Config, Job, Shift, Youth
from tests.law.jobs import (
    ADULT,
    CHILD,
    CHILD_FINISHED,
    MINORS,
    PUPIL,
    YOUTH,
    ask,
    broken,
    free,
    shop,
)


# ── who is there ───────────────────────────────────────────────────────────────
@pytest.mark.parametrize("workplace", ["bakery_shop", "grillbar", "kiosk", "service_station", "shop_isolated"])
@pytest.mark.parametrize(
    ("weekday", "start", "end", "ok"),
    [
        ("fri", "06:00", "08:00", True),
        ("fri", "05:59", "08:00", False),
        ("fri", "16:00", "18:00", True),
        ("fri", "16:00", "18:01", False),
        ("sat", "12:00", "14:00", True),
        ("sat", "12:00", "14:01", False),
        ("sun", "12:00", "14:01", False),
    ],
)
def test_nobody_is_alone_in_the_evening_of_a_kiosk(
    workplace: str, weekday: str, start: str, end: str, ok: bool
) -> None:
    job = shop(free(weekday, start, end), workplace=workplace, alone=True)
    assert ("ALONE-01" not in broken(YOUTH, job)) is ok
    assert "ALONE-01" not in broken(YOUTH, replace(job, alone=False))
    assert "ALONE-01" not in broken(YOUTH, replace(job, workplace="shop"))


def test_a_public_holiday_is_a_sunday_in_the_kiosk() -> None:
    shift = Shift.at("thu", "12:00", "15:00", 0, "non_school", public_holiday=True)
    assert broken(YOUTH, shop(shift, workplace="kiosk", alone=True)) == ("ALONE-01",)


@pytest.mark.parametrize("weekday", ["fri", "sat"])
def test_a_guarded_mall_is_safe_until_20(weekday: str) -> None:
    job = shop(free(weekday, "18:00", "20:00"), workplace="kiosk", alone=True, guarded_mall=True)
    assert broken(YOUTH, job) == ()
    assert broken(YOUTH, replace(job, shifts=(free(weekday, "18:00", "20:01"),))) == ("ALONE-01",)
    assert "ALONE-01" in broken(YOUTH, replace(job, shifts=(free(weekday, "05:00", "07:00"),)))


@pytest.mark.parametrize("youth", MINORS)
def test_violence_and_being_alone_do_not_go_together(youth: Youth) -> None:
    assert broken(youth, shop(alone=True, violence_risk=True)) == ("ALONE-02",)
    assert broken(youth, shop(violence_risk=True)) == ()
    assert broken(youth, shop(alone=True)) == ()


@pytest.mark.parametrize("youth", MINORS)
def test_an_adult_keeps_an_eye_on_everyone_under_18(youth: Youth) -> None:
    assert broken(youth, shop(adult_supervision=False)) == ("ALONE-03",)


# ── tasks ──────────────────────────────────────────────────────────────────────
def test_heavy_tasks_are_all_named() -> None:
    findings = ask(PUPIL, shop(tasks=("welding", "tidying", "juggling")))
    (finding,) = findings
    assert finding.params["tasks"] == ("juggling", "welding")
    assert "juggling, welding" in finding.sentence
    assert broken(CHILD_FINISHED, shop(tasks=("welding",))) == ("TASK-LIGHT",)
    assert broken(YOUTH, shop(tasks=("welding",))) == ()


@pytest.mark.parametrize(
    ("alcohol", "ok"),
    [
        (Alcohol("retail_checkout", id_check_by_youth=True), False),
        (Alcohol(id_check_by_youth=True), False),
        (Alcohol("retail_checkout", id_check_by_youth=True, quick_help=True), True),
        (Alcohol("retail_checkout", id_check_by_youth=True, other_till=True), True),
        (Alcohol("retail_checkout"), True),
    ],
)
def test_someone_else_can_take_over_when_age_is_checked(alcohol: Alcohol, ok: bool) -> None:
    assert broken(PUPIL, shop(alcohol=alcohol)) == (() if ok else ("TASK-IDCHECK",))
    assert broken(YOUTH, shop(alcohol=alcohol)) == ()


@pytest.mark.parametrize("task", ["cash_transport", "guard_duty"])
def test_cash_and_guard_duty_are_for_adults(task: str) -> None:
    assert broken(YOUTH, shop(tasks=(task, "tidying"))) == ("PSY-01",)
    assert broken(ADULT, shop(tasks=(task,))) == ()


# ── alcohol ────────────────────────────────────────────────────────────────────
SERVING = Alcohol("venue_serving_room", main_purpose_food=True, adult_supervision=True)


def restaurant(*shifts: Shift, alcohol: Alcohol = SERVING, tasks: tuple[str, ...] = ("set_tables",)) -> Job:
    return shop(*shifts, workplace="restaurant", alcohol=alcohol, tasks=tasks)


@pytest.mark.parametrize("youth", [CHILD, CHILD_FINISHED, PUPIL])
def test_the_serving_room_is_closed_to_children_and_pupils_but_not_the_kitchen(youth: Youth) -> None:
    assert broken(youth, restaurant()) == ("ALC-01",)
    assert broken(youth, restaurant(alcohol=Alcohol("venue_back_of_house"), tasks=("dishwash_hand",))) == ()


@pytest.mark.parametrize(
    "task", ["serve_drinks", "serve_food", "clear_tables", "set_tables", "light_cleaning", "take_orders"]
)
def test_the_tasks_around_the_tables_are_open_to_youths(task: str) -> None:
    assert broken(YOUTH, restaurant(tasks=(task,))) == ()


def test_each_reason_of_the_serving_room_is_told() -> None:
    job = restaurant(
        free("sat", "21:00", "22:01"), alcohol=Alcohol("venue_serving_room"), tasks=("cloakroom", "set_tables")
    )
    findings = ask(YOUTH, job)
    assert findings.violations == ("ALC-02",)
    assert len(findings) == 4
    assert len({finding.template for finding in findings}) == 4


def test_the_serving_room_opens_at_six_and_closes_at_22() -> None:
    assert broken(YOUTH, restaurant(free("sat", "06:00", "08:00"), free("mon", "20:00", "22:00"))) == ()
    assert broken(YOUTH, restaurant(free("mon", "20:00", "22:01"))) == ("ALC-02",)


def test_behind_the_serving_room_only_the_working_hours_count() -> None:
    assert broken(YOUTH, restaurant(free("mon", "20:00", "23:00"), alcohol=Alcohol("venue_back_of_house"))) == ()


def test_trainees_are_free_of_the_serving_rules_until_midnight() -> None:
    trainee = Alcohol("venue_serving_room", waiter_trainee_or_host_child=True)
    switch = Config(use_sector_night_extensions=True)
    late = replace(
        restaurant(free("sat", "20:00", "24:00"), alcohol=trainee, tasks=("mix_cocktails",)),
        sector_night="hotel_restaurant_culture",
    )
    assert broken(YOUTH, late, config=switch) == ()
    early = replace(late, shifts=(free("sat", "05:59", "08:00"),), sector_night="bakery")
    assert broken(YOUTH, early, config=switch) == ("ALC-03",)
    assert broken(YOUTH, replace(early, alcohol=replace(trainee, mode="none")), config=switch) == ()
