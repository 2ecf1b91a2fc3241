from dataclasses import replace
from typing import Any

import pytest

from jobplaneten.law.facts import Hire, Job, Machine, Youth
from jobplaneten.law.findings import Effect
from tests.law.jobs import (
    ADULT,
    CHILD,
    CHILD_FINISHED,
    MINORS,
    PUPIL,
    SHOP,
    YOUTH,
    ask,
    broken,
    shop,
    warned,
)

# ── machines and substances ────────────────────────────────────────────────────
HARMLESS, HAZARD = Machine("harmless", "softice"), Machine("hazard", "saw")
ASSESSED: dict[str, Any] = {"risk_assessment_done": True}
REVIEWED: dict[str, Any] = {"risk_assessment_done": True, "staff_review_ok": True}
READY = Hire(parents_informed=True, instruction_planned=True)


@pytest.mark.parametrize("youth", MINORS)
def test_a_missing_assessment_reminds_in_the_advert_and_closes_the_gate(youth: Youth) -> None:
    job = shop(machines=(HARMLESS,), chemicals="mild_unlabelled")
    assert ask(youth, job).legal
    assert warned(youth, job) == ("CHEM-02", "MACH-02")
    at_the_gate = ask(youth, job, stage="hire", hire=READY)
    assert at_the_gate.violations == ("CHEM-02", "MACH-02")
    assert {finding.effect for finding in at_the_gate} == {Effect.GATE}
    assert len(ask(youth, replace(job, **ASSESSED), stage="hire", hire=READY)) == 0


@pytest.mark.parametrize("machine", [Machine("everyday"), replace(HARMLESS, operates=False)])
def test_everyday_things_and_harmless_neighbours_ask_for_nothing(machine: Machine) -> None:
    assert len(ask(CHILD, shop(machines=(machine,)))) == 0


@pytest.mark.parametrize("youth", [CHILD, CHILD_FINISHED, PUPIL])
@pytest.mark.parametrize("machine", [HAZARD, Machine("vehicle", licence=True)])
def test_no_assessment_gives_a_pupil_a_dangerous_machine(youth: Youth, machine: Machine) -> None:
    assert broken(youth, shop(machines=(machine,), **REVIEWED)) == ("MACH-01",)


@pytest.mark.parametrize(
    ("facts", "ok"), [({}, False), (ASSESSED, False), ({"staff_review_ok": True}, False), (REVIEWED, True)]
)
def test_a_hazard_needs_both_the_assessment_and_our_review(facts: dict[str, bool], ok: bool) -> None:
    assert broken(YOUTH, shop(machines=(HAZARD,), **facts)) == (() if ok else ("MACH-03",))
    assert broken(YOUTH, shop(chemicals="hazard_labelled", **facts)) == (() if ok else ("CHEM-04",))
    vehicle = shop(machines=(Machine("vehicle", licence=True),), **facts)
    assert broken(YOUTH, vehicle) == (() if ok else ("MACH-04",))


@pytest.mark.parametrize(
    ("age", "licence", "effect"),
    [(15, True, "block"), (16, False, "block"), (16, True, "review"), (17, True, "review")],
)
def test_a_vehicle_needs_an_age_and_a_licence_before_any_review(age: int, licence: bool, effect: str) -> None:
    job = shop(machines=(Machine("vehicle", licence=licence),))
    (finding,) = ask(Youth(age, in_compulsory_school=False), job)
    assert (finding.rule, finding.effect, finding.params["machines"]) == ("MACH-04", effect, ("vehicle",))


def test_a_young_driver_is_refused_even_when_all_is_reviewed() -> None:
    job = shop(machines=(Machine("vehicle", licence=True),), **REVIEWED)
    assert broken(Youth(15, in_compulsory_school=False), job) == ("MACH-04",)


@pytest.mark.parametrize("youth", MINORS)
@pytest.mark.parametrize("hazard", ["hazard", "vehicle"])
def test_near_a_dangerous_machine_only_when_it_is_guarded(youth: Youth, hazard: Any) -> None:
    near = Machine(hazard, "lathe", operates=False)
    assert broken(youth, shop(machines=(near, HARMLESS))) == ("MACH-05",)
    assert broken(youth, shop(machines=(replace(near, guarded_or_off=True),))) == ()


@pytest.mark.parametrize("youth", [CHILD, CHILD_FINISHED, PUPIL])
def test_a_label_is_too_much_for_a_pupil(youth: Youth) -> None:
    assert broken(youth, shop(chemicals="hazard_labelled", **REVIEWED)) == ("CHEM-01",)


@pytest.mark.parametrize("youth", MINORS)
def test_toxic_stuff_is_for_adults(youth: Youth) -> None:
    assert broken(youth, shop(chemicals="toxic_cmr_corrosive_explosive", **REVIEWED)) == ("CHEM-03",)


# ── lifting, surroundings, gates ───────────────────────────────────────────────
@pytest.mark.parametrize("youth", MINORS)
@pytest.mark.parametrize(("kg", "rules"), [(12, ()), (12.5, ("LIFT-01",)), (25, ("LIFT-01",)), (25.5, ("LIFT-02",))])
def test_lifting_has_a_limit_and_a_ceiling(youth: Youth, kg: float, rules: tuple[str, ...]) -> None:
    assert broken(youth, shop(lift_kg=kg)) == rules


@pytest.mark.parametrize(("youth", "ok"), [(CHILD, False), (CHILD_FINISHED, False), (PUPIL, False), (YOUTH, True)])
def test_only_youths_may_lift_more_in_the_best_of_ways(youth: Youth, ok: bool) -> None:
    findings = ask(youth, shop(lift_kg=25, lift_single_optimal=True))
    assert findings.legal is ok
    assert [finding.rule for finding in findings] == ["LIFT-01"]


@pytest.mark.parametrize("youth", MINORS)
def test_pushing_has_a_guiding_figure(youth: Youth) -> None:
    assert warned(youth, shop(push_pull_kg=250)) == ()
    assert warned(youth, shop(push_pull_kg=251)) == ("LIFT-03",)


@pytest.mark.parametrize("youth", MINORS)
@pytest.mark.parametrize(
    ("condition", "rule"),
    [
        ("extreme_temperature", "PHYS-01"),
        ("harmful_noise_vibration", "PHYS-02"),
        ("ionising_radiation", "PHYS-03"),
        ("high_pressure_or_oxygen_poor", "PHYS-03"),
        ("industrial_slaughter", "PHYS-04"),
        ("wild_or_venomous_animals", "PHYS-04"),
        ("machine_paced_hazardous", "PHYS-05"),
        ("fall_or_collapse_risk", "PHYS-06"),
    ],
)
def test_dangerous_surroundings_are_for_adults(youth: Youth, condition: str, rule: str) -> None:
    assert broken(youth, shop(environment=(condition,))) == (rule,)
    assert broken(ADULT, shop(environment=(condition,))) == ()


@pytest.mark.parametrize(("youth", "gates"), [
    (CHILD, ("INSTR-01", "PARENT-01")),
    (CHILD_FINISHED, ("INSTR-01", "PARENT-01")),
    (PUPIL, ("INSTR-01", "PARENT-01")),
    (YOUTH, ("INSTR-01",)),
    (ADULT, ()),
])  # fmt: skip
def test_the_gates_are_closed_until_somebody_ticks_them(youth: Youth, gates: tuple[str, ...]) -> None:
    assert broken(youth, SHOP, stage="hire") == gates
    assert broken(youth, SHOP, stage="hire", hire=READY) == ()
    assert broken(youth, SHOP) == ()


def test_a_job_without_shifts_is_judged_for_what_it_is() -> None:
    assert broken(CHILD, Job(tasks=("welding",))) == ("TASK-LIGHT",)
    assert len(ask(CHILD, Job())) == 0
