from dataclasses import replace
from typing import Any

import pytest

from jobplaneten.law.facts import Config, Hire, Machine, Shift, Youth
from jobplaneten.law.findings import Findings
from jobplaneten.law.groups import POST_GROUPS, group_of, kind_of
from jobplaneten.law.judging import judge_groups
from tests.law.jobs import (
    ADULT,
    CHILD,
    MINORS,
    NOW,
    TWELVE,
    YOUTH,
    ask,
    broken,
    shop,
    warned,
)


# ── groups ─────────────────────────────────────────────────────────────────────
@pytest.mark.parametrize(
    ("age", "in_school", "kind", "group"),
    [
        (12, True, "U13", "under_13"),
        (13, True, "A", "13-14"),
        (14, False, "A2", "13-14"),
        (15, True, "B", "15-17_in_compulsory_school"),
        (15, False, "C", "15-17_finished"),
        (17, True, "B", "15-17_in_compulsory_school"),
        (17, False, "C", "15-17_finished"),
        (18, True, "18", "18"),
        (18, False, "18", "18"),
    ],
)
def test_age_and_schooling_make_the_group(age: int, in_school: bool, kind: str, group: str) -> None:
    assert kind_of(age, in_school) == kind
    assert group_of(age, in_school) == group


def test_a_post_is_judged_for_the_youngest_of_each_group() -> None:
    groups = judge_groups(shop(machines=(Machine("vehicle", licence=True),)), NOW)
    assert list(groups) == list(POST_GROUPS)
    assert groups["15-17_finished"].violations == ("MACH-04",)
    assert groups["18"].legal


def test_a_post_may_be_judged_at_the_gate_and_with_a_switch_open() -> None:
    baker = shop(Shift.at("sat", "04:00", "06:00"), sector_night="bakery")
    open_, ready = Config(use_sector_night_extensions=True), Hire(parents_informed=True, instruction_planned=True)
    assert judge_groups(baker, NOW)["15-17_finished"].violations == ("N-YOUTH-WINDOW",)
    assert judge_groups(baker, NOW, config=open_)["15-17_finished"].legal
    assert judge_groups(shop(), NOW)["13-14"].legal
    assert judge_groups(shop(), NOW, "hire")["13-14"].violations == ("INSTR-01", "PARENT-01")
    assert judge_groups(shop(), NOW, "hire", ready)["13-14"].legal


def test_findings_are_counted_and_ordered_as_the_rules_are_asked() -> None:
    findings = ask(CHILD, shop(Shift.at("mon", "18:00", "21:00"), lift_kg=13))
    assert len(findings) == 3
    assert [finding.rule for finding in findings] == ["T-DAY-SCHOOL-2", "N-CHILD-20-06", "LIFT-01"]
    assert Findings().legal


# ── scope ──────────────────────────────────────────────────────────────────────
PRIVATE: dict[str, Any] = {"employer_type": "private_household", "occasional": True}


@pytest.mark.parametrize("youth", [TWELVE, *MINORS])
def test_a_hand_now_and_then_in_a_private_home_is_free_of_the_hours(youth: Youth) -> None:
    findings = ask(youth, shop(Shift.at("mon", "19:00", "22:30"), adult_supervision=False, **PRIVATE))
    assert (findings.violations, findings.warnings) == ((), ("SCOPE-03",))


@pytest.mark.parametrize("youth", [TWELVE, *MINORS])
@pytest.mark.parametrize(
    "harm",
    [
        {"machines": (Machine("hazard"),)},
        {"machines": (Machine("hazard", operates=False),)},
        {"chemicals": "hazard_labelled"},
        {"chemicals": "toxic_cmr_corrosive_explosive"},
        {"environment": ("fall_or_collapse_risk",)},
        {"lift_kg": 13},
        {"alone": True, "violence_risk": True},
        {"tasks": ("guard_duty",)},
    ],
)
def test_harmful_work_is_covered_in_a_private_home_too(youth: Youth, harm: dict[str, Any]) -> None:
    findings = ask(youth, shop(**PRIVATE, **harm))
    assert findings.warnings == ()
    assert not findings.legal


def test_a_lift_that_only_asks_for_care_is_not_harmful() -> None:
    assert warned(YOUTH, shop(lift_kg=20, lift_single_optimal=True, **PRIVATE)) == ("SCOPE-03",)


def test_a_task_nobody_has_classified_is_not_known_to_be_harmless_to_a_child() -> None:
    odd = shop(tasks=("juggling",), **PRIVATE)
    assert broken(CHILD, odd) == ("TASK-LIGHT",)
    assert broken(TWELVE, odd) == ("SCOPE-01",)
    assert warned(YOUTH, odd) == ("SCOPE-03",)


def test_a_job_every_week_in_a_private_home_is_a_job() -> None:
    assert broken(TWELVE, shop(employer_type="private_household")) == ("SCOPE-01",)
    assert broken(TWELVE, shop(occasional=True)) == ("SCOPE-01",)


def test_adults_are_outside_even_in_a_private_home() -> None:
    assert len(ask(ADULT, shop(**PRIVATE))) == 0


def test_a_permit_covers_the_performance_and_nothing_else() -> None:
    both = shop(tasks=("cultural_performance", "tidying"))
    assert broken(TWELVE, both) == ("SCOPE-01", "SCOPE-02")
    assert broken(TWELVE, replace(both, permit_arbejdstilsynet=True)) == ("SCOPE-01",)
    assert broken(TWELVE, replace(both, tasks=())) == ("SCOPE-01",)


def test_of_those_under_13_nothing_else_is_asked() -> None:
    terrible = shop(Shift.at("mon", "01:00", "23:00"), lift_kg=99, adult_supervision=False)
    assert broken(TWELVE, terrible, stage="hire") == ("SCOPE-01",)


@pytest.mark.parametrize("letter", [True, False])
def test_no_letter_from_the_parents_lifts_a_limit(letter: bool) -> None:
    assert broken(CHILD, shop(Shift.at("mon", "15:00", "18:00"), parents_consent_letter=letter)) == ("T-DAY-SCHOOL-2",)
