"""What each finding tells: the figure that broke the rule, the limit, and the whole sentence with both in it.

told.txt holds the findings of the jobs below, one a line and in their order, to be read by people.
"""

from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from jobplaneten.law.facts import Alcohol, Job, Machine, Shift, Stage, Youth
from jobplaneten.law.rules import RULES
from tests.law.jobs import CHILD, CHILD_FINISHED, NOW, PUPIL, TWELVE, YOUTH, ask, free, shop, week

LINES = (Path(__file__).parent / "told.txt").read_text(encoding="utf-8").splitlines()
BEFORE_2025, BEFORE_2026 = date(2024, 12, 31), date(2025, 12, 31)
SERVING = Alcohol("venue_serving_room", main_purpose_food=True, adult_supervision=True)


def restaurant(*shifts: Shift, tasks: tuple[str, ...] = ("set_tables",), **alcohol: Any) -> Job:
    return shop(*shifts, workplace="restaurant", tasks=tasks, alcohol=replace(SERVING, **alcohol))


def kiosk(*shifts: Shift, **facts: Any) -> Job:
    return shop(*shifts, workplace="kiosk", alone=True, **facts)


def using(*machines: Machine) -> Job:
    return shop(machines=machines)


SAW, OVEN, TRACTOR = Machine("hazard", "sav"), Machine("harmless", "ovn"), Machine("vehicle", "traktor")
NEAR_SAW, NEAR_TRUCK = replace(SAW, operates=False), Machine("vehicle", operates=False)
MORE = [free("sat", "08:00", "11:00"), free("sat", "12:00", "17:00")]
JOBS: list[tuple[str, Youth, Job, date]] = [
    ("SCOPE-01", TWELVE, shop(), NOW),
    ("SCOPE-02", TWELVE, shop(tasks=("cultural_performance",)), NOW),
    ("SCOPE-03", CHILD, shop(employer_type="private_household", occasional=True), NOW),
    ("T-DAY-SCHOOL-2", PUPIL, shop(Shift.at("mon", "15:00", "18:00")), NOW),
    ("T-DAY-FREE-7", CHILD, shop(free("tue", "09:00", "17:00", 30)), NOW),
    ("T-DAY-FREE-8", PUPIL, shop(free("wed", "09:00", "18:00", 30)), NOW),
    ("T-DAY-8", YOUTH, shop(free("thu", "09:00", "18:00", 30)), NOW),
    ("T-WEEK-SCHOOL-12", PUPIL, shop(free("sat", "09:00", "11:00"), week_type="school", other_week_minutes=615), NOW),
    (
        "T-WEEK-FREE-35",
        CHILD,
        shop(free("sat", "09:00", "11:00"), week_type="schoolfree", other_week_minutes=1981),
        NOW,
    ),
    (
        "T-WEEK-FREE-40",
        PUPIL,
        shop(free("sat", "09:00", "11:00"), week_type="schoolfree", other_week_minutes=2310),
        NOW,
    ),
    ("T-WEEK-40", YOUTH, shop(free("sat", "09:00", "11:00"), other_week_minutes=2310), NOW),
    ("T-ADULT-CAP", YOUTH, shop(adult_week_minutes=90), NOW),
    ("T-BREAK-30", YOUTH, shop(free("fri", "09:00", "13:31")), NOW),
    ("T-CONTIG", CHILD_FINISHED, shop(*MORE[:1], free("sat", "12:00", "16:00")), NOW),
    ("T-CONTIG", YOUTH, shop(*MORE), NOW),
    ("N-CHILD-20-06", CHILD, shop(free("sun", "19:00", "20:30")), NOW),
    ("N-YOUTH-WINDOW", YOUTH, shop(free("fri", "21:00", "23:30")), NOW),
    ("N-ABS-24-04", YOUTH, shop(free("fri", "03:00", "05:00")), NOW),
    ("R-REST-14", CHILD, shop(free("mon", "18:00", "19:00"), free("tue", "08:00", "09:00")), NOW),
    ("R-DAYSOFF-2", YOUTH, shop(*week("15:00", "17:00", "mon tue wed thu fri sat")), NOW),
    ("R-DAYSOFF-CONSEC", YOUTH, shop(*week("15:00", "17:00", "mon wed thu fri sat")), NOW),
    ("R-SUNDAY", YOUTH, shop(free("sun", "12:00", "14:00")), NOW),
    ("R-REST-12", YOUTH, shop(free("wed", "15:00", "22:00", 30), free("thu", "09:30", "11:00")), NOW),
    ("ALONE-01", YOUTH, kiosk(free("fri", "17:00", "19:00")), NOW),
    ("ALONE-01", YOUTH, kiosk(free("sat", "13:00", "15:00")), NOW),
    ("ALONE-01", YOUTH, kiosk(free("sat", "19:00", "20:30"), guarded_mall=True), NOW),
    ("ALONE-02", YOUTH, shop(alone=True, violence_risk=True), NOW),
    ("ALONE-03", YOUTH, shop(adult_supervision=False), NOW),
    ("TASK-LIGHT", CHILD, shop(tasks=("welding", "tidying", "juggling")), NOW),
    ("TASK-IDCHECK", CHILD, shop(alcohol=Alcohol("retail_checkout", id_check_by_youth=True)), NOW),
    ("PSY-01", YOUTH, shop(tasks=("guard_duty", "cash_transport")), NOW),
    ("ALC-01", CHILD, restaurant(), NOW),
    ("ALC-02", YOUTH, restaurant(main_purpose_food=False), NOW),
    ("ALC-02", YOUTH, restaurant(adult_supervision=False), NOW),
    ("ALC-02", YOUTH, restaurant(tasks=("set_tables", "mix_cocktails", "cloakroom")), NOW),
    ("ALC-02", YOUTH, restaurant(free("fri", "21:00", "22:30")), NOW),
    ("N-YOUTH-WINDOW", YOUTH, restaurant(free("fri", "05:00", "07:00"), waiter_trainee_or_host_child=True), NOW),
    ("ALC-03", YOUTH, restaurant(free("fri", "05:00", "07:00"), waiter_trainee_or_host_child=True), NOW),
    ("MACH-01", CHILD, using(SAW, OVEN, TRACTOR), NOW),
    ("MACH-02", CHILD, using(SAW, OVEN, TRACTOR), NOW),
    ("MACH-02", CHILD, using(OVEN, replace(OVEN, name="")), NOW),
    ("MACH-03", YOUTH, using(SAW, OVEN), NOW),
    ("MACH-04", YOUTH, using(replace(TRACTOR, licence=True)), NOW),
    ("MACH-04", YOUTH, using(TRACTOR), NOW),
    ("MACH-05", YOUTH, using(NEAR_SAW, NEAR_TRUCK), NOW),
    ("CHEM-01", CHILD, shop(chemicals="hazard_labelled"), NOW),
    ("CHEM-02", CHILD, shop(chemicals="mild_unlabelled"), NOW),
    ("CHEM-03", YOUTH, shop(chemicals="toxic_cmr_corrosive_explosive"), NOW),
    ("CHEM-04", YOUTH, shop(chemicals="hazard_labelled"), NOW),
    ("LIFT-01", PUPIL, shop(lift_kg=12.5), NOW),
    ("LIFT-01", YOUTH, shop(lift_kg=20, lift_single_optimal=True), NOW),
    ("LIFT-02", YOUTH, shop(lift_kg=26), NOW),
    ("LIFT-03", YOUTH, shop(push_pull_kg=300), NOW),
    ("PHYS-01", YOUTH, shop(environment=("extreme_temperature",)), NOW),
    ("PHYS-02", YOUTH, shop(environment=("harmful_noise_vibration",)), NOW),
    ("PHYS-03", YOUTH, shop(environment=("ionising_radiation", "high_pressure_or_oxygen_poor")), NOW),
    ("PHYS-04", YOUTH, shop(environment=("industrial_slaughter",)), NOW),
    ("PHYS-05", YOUTH, shop(environment=("machine_paced_hazardous",)), NOW),
    ("PHYS-06", YOUTH, shop(environment=("fall_or_collapse_risk",)), NOW),
    ("N-YOUTH-WINDOW", YOUTH, shop(free("fri", "19:00", "20:30")), date(2025, 6, 30)),
    ("MACH-03", YOUTH, using(SAW), BEFORE_2026),
    ("MACH-05", YOUTH, using(replace(NEAR_SAW, guarded_or_off=True)), BEFORE_2025),
    ("CHEM-04", YOUTH, shop(chemicals="hazard_labelled"), BEFORE_2026),
    ("SCOPE-02", TWELVE, shop(tasks=("cultural_performance",)), BEFORE_2025),
]
AT_THE_GATE: list[tuple[str, Youth, Job]] = [
    ("MACH-02", YOUTH, using(OVEN)),
    ("CHEM-02", YOUTH, shop(chemicals="mild_unlabelled")),
    ("PARENT-01", CHILD, shop()),
    ("INSTR-01", YOUTH, shop()),
]
ASKED: list[tuple[str, Youth, Job, date, Stage]] = [
    *((rule, youth, job, on, "post") for rule, youth, job, on in JOBS),
    *((rule, youth, job, NOW, "hire") for rule, youth, job in AT_THE_GATE),
]


@pytest.mark.parametrize(
    ("asked", "line"),
    list(zip(ASKED, LINES, strict=True)),
    ids=[f"{line.split()[0]}-{place}" for place, line in enumerate(LINES)],
)
def test_a_finding_tells_figure_limit_and_sentence(asked: tuple[str, Youth, Job, date, Stage], line: str) -> None:
    rule, youth, job, on, stage = asked
    (told,) = (
        f"{one.rule} | {one.effect} | {one.figure} | {one.limit} {one.unit} | {one.sentence}"
        for one in ask(youth, job, on, stage=stage)
        if one.rule == rule
    )
    assert told == line


def test_every_rule_has_been_told() -> None:
    assert {line.split()[0] for line in LINES} == {rule.id for rule in RULES} | {"SCOPE-03"}
