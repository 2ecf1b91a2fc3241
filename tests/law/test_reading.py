import copy
from typing import Any

import pytest

from jobplaneten.law.facts import Alcohol, Config, Hire, Job, Machine, Shift, Youth
from jobplaneten.law.reading import FormError, read_case
from jobplaneten.law.reporting import report
from tests.law.jobs import NOW

FORM: dict[str, Any] = {
    "id": "x",
    "title": "told, not judged",
    "youth": {"age": 16, "in_compulsory_school": False},
    "stage": "hire",
    "hire": {"parents_informed": True, "instruction_planned": True},
    "config": {"use_sector_night_extensions": True},
    "job": {
        "employer_type": "association",
        "workplace": "bakery",
        "tasks": ["tidying"],
        "shifts": [
            {
                "weekday": "sun",
                "start": "04:00",
                "end": "24:00",
                "break_min": 30,
                "day_type": "non_school",
                "public_holiday": True,
            }
        ],
        "week_type": "schoolfree",
        "weekly_hours": 19.5,
        "other_employer_hours_week": 1.5,
        "other_employer_hours_same_day": 1,
        "adult_normal_week_hours": 37,
        "sector_night": "bakery",
        "lift_kg": 2.5,
        "machines": [{"name": "oven", "hazard": "harmless", "operates": False, "guarded_or_off": True}],
        "alcohol": {"mode": "retail_checkout", "quick_help": True},
        "environment": ["extreme_temperature"],
    },
}


def changed(path: str, value: Any) -> dict[str, Any]:
    """The form with one value set, by a path such as "job.shifts.0.start"."""
    form = copy.deepcopy(FORM)
    *way, last = path.split(".")
    part: Any = form
    for step in way:
        part = part[int(step) if step.isdigit() else step]
    part[last] = value
    return form


def test_a_case_becomes_facts_in_minutes() -> None:
    case = read_case(FORM)
    assert case.youth == Youth(16, in_compulsory_school=False)
    assert (case.stage, case.hire, case.config) == ("hire", Hire(True, True), Config(True))
    assert case.job == Job(
        employer_type="association",
        workplace="bakery",
        tasks=("tidying",),
        shifts=(Shift(6, 240, 1440, 30, "non_school", True),),
        week_type="schoolfree",
        weekly_minutes=1170,
        other_week_minutes=90,
        other_day_minutes=60,
        adult_week_minutes=2220,
        sector_night="bakery",
        lift_kg=2.5,
        machines=(Machine("harmless", "oven", operates=False, guarded_or_off=True),),
        alcohol=Alcohol("retail_checkout", quick_help=True),
        environment=("extreme_temperature",),
    )


def test_what_is_not_said_is_harmless() -> None:
    case = read_case({"job": {}})
    assert case.job == Job()
    assert (case.id, case.youth, case.stage, case.hire, case.config) == ("", None, "post", Hire(), Config())


def test_a_youth_of_whom_nothing_is_known_goes_to_school() -> None:
    case = read_case({"youth": {"age": 15}, "job": {}})
    assert case.youth == Youth(15, in_compulsory_school=True)


@pytest.mark.parametrize(
    "field", ["job.week_type", "job.weekly_hours", "job.adult_normal_week_hours", "job.sector_night"]
)
def test_what_may_be_unknown_may_be_null(field: str) -> None:
    read_case(changed(field, None))


@pytest.mark.parametrize(
    ("path", "value", "named"),
    [
        ("colour", "red", "colour"),
        ("youth.name", "Amina", "youth.name"),
        ("job.salary", 100, "job.salary"),
        ("job.shifts.0.begins", "15:00", "job.shifts[0].begins"),
        ("job.machines.0.colour", "red", "job.machines[0].colour"),
        ("stage", "later", "stage"),
        ("id", 7, "id"),
        ("youth", None, "youth"),
        ("youth.age", "13", "youth.age"),
        ("youth.age", 13.5, "youth.age"),
        ("youth.age", True, "youth.age"),
        ("youth.age", -1, "youth.age"),
        ("youth.age", 121, "youth.age"),
        ("youth.in_compulsory_school", "yes", "youth.in_compulsory_school"),
        ("job.workplace", "moon", "job.workplace"),
        ("job.workplace", ["bar"], "job.workplace"),
        ("job.employer_type", "king", "job.employer_type"),
        ("job.tasks", "tidying", "job.tasks"),
        ("job.tasks", [1], "job.tasks[0]"),
        ("job.shifts.0.weekday", "monday", "job.shifts[0].weekday"),
        ("job.shifts.0.day_type", "holiday", "job.shifts[0].day_type"),
        ("job.shifts.0.start", "4:00", "job.shifts[0].start"),
        ("job.shifts.0.start", "04:60", "job.shifts[0].start"),
        ("job.shifts.0.start", 400, "job.shifts[0].start"),
        ("job.shifts.0.end", "24:01", "job.shifts[0].end"),
        ("job.shifts.0.end", "04:00", "job.shifts[0].end"),
        ("job.shifts.0.end", "03:00", "job.shifts[0].end"),
        ("job.shifts.0.break_min", 1200, "job.shifts[0].break_min"),
        ("job.shifts.0.break_min", -5, "job.shifts[0].break_min"),
        ("job.shifts.0.break_min", 7.5, "job.shifts[0].break_min"),
        ("job.weekly_hours", "12", "job.weekly_hours"),
        ("job.weekly_hours", -1, "job.weekly_hours"),
        ("job.lift_kg", float("nan"), "job.lift_kg"),
        ("job.lift_kg", float("inf"), "job.lift_kg"),
        ("job.lift_kg", True, "job.lift_kg"),
        ("job.lift_kg", 100001, "job.lift_kg"),
        ("job.lift_kg", 10**400, "job.lift_kg"),
        ("job.weekly_hours", 168.5, "job.weekly_hours"),
        ("job.weekly_hours", 1e308, "job.weekly_hours"),
        ("job.adult_normal_week_hours", 169, "job.adult_normal_week_hours"),
        ("job.other_employer_hours_week", 169, "job.other_employer_hours_week"),
        ("job.other_employer_hours_same_day", 25, "job.other_employer_hours_same_day"),
        ("id", "half a \ud800", "id"),
        ("job.tasks", ["\udfff"], "job.tasks[0]"),
        ("job.machines.0.name", "\ud83d", "job.machines[0].name"),
        ("job.shifts.0.start", "\ud83d", "job.shifts[0].start"),
        ("job.alone", 1, "job.alone"),
        ("job.machines.0.hazard", "sharp", "job.machines[0].hazard"),
        ("job.chemicals", "all", "job.chemicals"),
        ("job.alcohol", "none", "job.alcohol"),
        ("job.alcohol.mode", "bar", "job.alcohol.mode"),
        ("job.environment", ["cold"], "job.environment[0]"),
        ("job.sector_night", "disco", "job.sector_night"),
        ("job.week_type", "free", "job.week_type"),
        ("hire.ready", True, "hire.ready"),
        ("config.strict", True, "config.strict"),
    ],
)
def test_an_unknown_field_or_value_is_an_error_that_names_it(path: str, value: Any, named: str) -> None:
    with pytest.raises(FormError) as error:
        read_case(changed(path, value))
    (problem,) = error.value.problems
    assert problem.field == named
    assert str(error.value) == f"{named}: {problem.text}"


@pytest.mark.parametrize(
    ("form", "named"),
    [
        ({"youth": {"age": 13}}, "job"),
        ({"youth": {}, "job": {}}, "youth.age"),
        ({"job": {"shifts": [{"start": "10:00", "end": "11:00"}]}}, "job.shifts[0].weekday"),
        ({"job": {"machines": [{"name": "saw"}]}}, "job.machines[0].hazard"),
        ([], "case"),
    ],
)
def test_a_missing_part_is_an_error_that_names_it(form: Any, named: str) -> None:
    with pytest.raises(FormError) as error:
        read_case(form)
    assert [problem.field for problem in error.value.problems] == [named]


def test_a_shift_without_a_day_type_is_on_a_school_day_unless_there_can_be_none() -> None:
    def day(weekday: str, **facts: Any) -> bool:
        shift = {"weekday": weekday, "start": "10:00", "end": "11:00", **facts}
        return read_case({"job": {"shifts": [shift]}}).job.shifts[0].is_on_school_day

    assert day("fri")
    assert not day("sat")
    assert not day("fri", public_holiday=True)
    assert day("sat", day_type="schoolday")
    assert not day("fri", day_type="non_school")


def test_a_report_carries_the_figure_the_limit_and_the_source() -> None:
    job = {"tasks": ["tidying"], "shifts": [{"weekday": "mon", "start": "15:00", "end": "18:00"}]}
    answer = report({"id": "a", "youth": {"age": 13}, "job": job}, NOW)
    assert answer == {
        "id": "a",
        "legal": False,
        "violations": ["T-DAY-SCHOOL-2"],
        "warnings": [],
        "findings": [
            {
                "rule": "T-DAY-SCHOOL-2",
                "effect": "block",
                "figure": 3.0,
                "limit": 2.0,
                "unit": "h/day",
                "why": "På en skoledag må man højst arbejde 2 timer, men mandag er der 3 timer.",
                "source": "https://www.retsinformation.dk/eli/lta/2025/1108",
                "in_force_from": "2021-07-01",
                "confidence": "high",
            }
        ],
    }
