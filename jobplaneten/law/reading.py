"""The case form, as JSON reads it, into facts. What is not in the form is an error that names it."""

import json
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from reprlib import repr as short
from typing import Any

from jobplaneten.law.clock import minutes
from jobplaneten.law.facts import WEEKDAYS, Alcohol, Config, Hire, Job, Machine, Shift, Stage, Youth

EMPLOYER_TYPES = frozenset({"company", "association", "housing_association", "private_household"})
WORKPLACES = frozenset({
    "generic", "farm", "supermarket", "factory", "laundry", "office", "library", "stable", "daycare", "care_home",
    "sports_club", "event", "museum", "ice_cream_shop", "workshop", "cafe_no_alcohol", "housing_estate", "canteen",
    "restaurant", "shop", "warehouse", "film", "camp", "bar", "bakery", "kiosk", "grillbar", "bakery_shop",
    "service_station", "shop_isolated",
})  # fmt: skip
CHEMICALS = frozenset({"none", "mild_unlabelled", "hazard_labelled", "toxic_cmr_corrosive_explosive"})
ALCOHOL_MODES = frozenset({"none", "retail_checkout", "venue_serving_room", "venue_back_of_house"})
HAZARDS = frozenset({"everyday", "harmless", "hazard", "vehicle"})
CONDITIONS = frozenset({
    "extreme_temperature", "harmful_noise_vibration", "ionising_radiation", "high_pressure_or_oxygen_poor",
    "industrial_slaughter", "wild_or_venomous_animals", "machine_paced_hazardous", "fall_or_collapse_risk",
})  # fmt: skip
NIGHT_TRADES = frozenset({"hotel_restaurant_culture", "bakery", "stable", "newspaper_delivery"})
DAY_TYPES = frozenset({"schoolday", "non_school"})
WEEK_TYPES = frozenset({"school", "schoolfree"})
STAGES = frozenset({"post", "hire"})
OLDEST, DAY_HOURS, WEEK_HOURS, HEAVIEST_KG = 120, 24, 7 * 24, 100_000

Read = Callable[[Any, str], Any]
# A field's name in the form: its name among the facts, and how to read it.
Readers = Mapping[str, tuple[str, Read]]


@dataclass(frozen=True, slots=True)
class Problem:
    """`field` is a path, such as "job.shifts[0].start"; `case` the id of the case that it stands in."""

    field: str
    text: str
    case: str = ""

    def __str__(self) -> str:
        return ": ".join(filter(None, (self.case, self.field, self.text)))


class FormError(ValueError):
    """Everything in what was sent that the form does not know."""

    def __init__(self, *problems: Problem) -> None:
        super().__init__("\n".join(map(str, problems)))
        self.problems = problems


def wrong(field: str, text: str) -> FormError:
    return FormError(Problem(field, text))


@dataclass(frozen=True, slots=True)
class Case:
    """`youth` is None for a post that is to be judged for all four groups."""

    job: Job
    id: str = ""
    youth: Youth | None = None
    stage: Stage = "post"
    hire: Hire = Hire()
    config: Config = Config()


def read_case(form: Any, path: str = "") -> Case:
    """One case (with a youth) or one post (without), found at `path`. Raises FormError with all that is wrong."""
    case: Case = _part(Case, CASE, required=("job",), ignored=ABOUT_A_CASE)(form, path)
    return case


def read_all(reads: Iterable[Callable[[], Any]]) -> list[Any]:
    """What each of them reads, or one FormError with the problems of all."""
    found: list[Any] = []
    problems: list[Problem] = []
    for read in reads:
        try:
            found.append(read())
        except FormError as error:
            problems += error.problems
    if problems:
        raise FormError(*problems)
    return found


def at(path: str, name: str) -> str:
    """A name that is no plain word is written as JSON writes it: it may be empty, or hold half a letter."""
    shown = name if name.isidentifier() else json.dumps(name)
    return f"{path}.{shown}" if path else shown


def _part(
    make: Callable[..., Any], readers: Readers, required: Sequence[str] = (), ignored: frozenset[str] = frozenset()
) -> Read:
    def read(value: Any, path: str) -> Any:
        if not isinstance(value, Mapping):
            raise wrong(path or "case", "is not an object")
        said = [partial(_field, readers, name, one, path) for name, one in value.items() if name not in ignored]
        missing = [partial(_missing, at(path, name)) for name in required if name not in value]
        return make(**dict(read_all([*said, *missing])))

    return read


def _field(readers: Readers, name: str, value: Any, path: str) -> tuple[str, Any]:
    """The field's name among the facts, and what it says."""
    if name not in readers:
        raise wrong(at(path, name), "is not a field of the form")
    attribute, read = readers[name]
    return attribute, read(value, at(path, name))


def _missing(path: str) -> Any:
    raise wrong(path, "is missing")


def _many(read_one: Read) -> Read:
    def read(value: Any, path: str) -> Any:
        if not isinstance(value, list):
            raise wrong(path, "is not a list")
        return tuple(read_all(partial(read_one, one, f"{path}[{place}]") for place, one in enumerate(value)))

    return read


def _one_of(words: frozenset[str]) -> Read:
    def read(value: Any, path: str) -> Any:
        if not isinstance(value, str) or value not in words:
            raise wrong(path, f"{short(value)} is none of {', '.join(sorted(words))}")
        return value

    return read


def _or_none(read_one: Read) -> Read:
    return lambda value, path: None if value is None else read_one(value, path)


def _text(value: Any, path: str) -> str:
    if not isinstance(value, str):
        raise wrong(path, f"{short(value)} is not a text")
    if any("\ud800" <= letter <= "\udfff" for letter in value):
        raise wrong(path, f"{short(value)} holds half a letter")
    return value


def _switch(value: Any, path: str) -> bool:
    if not isinstance(value, bool):
        raise wrong(path, f"{short(value)} is neither true nor false")
    return value


def _number(most: float) -> Read:
    def read(value: Any, path: str) -> float:
        if isinstance(value, bool) or not isinstance(value, int | float) or not 0 <= value <= most:
            raise wrong(path, f"{short(value)} is not a number from 0 to {most}")
        return value

    return read


def _whole(value: Any, path: str) -> int:
    if isinstance(value, bool) or not isinstance(value, int) or value < 0:
        raise wrong(path, f"{short(value)} is not a whole number from 0 up")
    return value


def _age(value: Any, path: str) -> int:
    if (age := _whole(value, path)) > OLDEST:
        raise wrong(path, f"{short(value)} is no age")
    return age


def _hours(most: int) -> Read:
    return lambda value, path: round(_number(most)(value, path) * 60)


def _time(value: Any, path: str) -> int:
    try:
        return minutes(_text(value, path))
    except FormError:
        raise
    except ValueError:
        raise wrong(path, f'{short(value)} is not a time such as "15:30"') from None


def _weekday(value: Any, path: str) -> int:
    return WEEKDAYS.index(_one_of(frozenset(WEEKDAYS))(value, path))


def _shift(value: Any, path: str) -> Shift:
    shift: Shift = _part(Shift, SHIFT, required=("weekday", "start", "end"))(value, path)
    if shift.start >= shift.end:
        raise wrong(at(path, "end"), "is not after the start")
    if shift.work <= 0:
        raise wrong(at(path, "break_min"), "leaves no work in the shift")
    return shift


def _same(*names: str, read: Read) -> Readers:
    return {name: (name, read) for name in names}


SHIFT: Readers = {
    "weekday": ("weekday", _weekday),
    **_same("start", "end", read=_time),
    "break_min": ("break_min", _whole),
    "day_type": ("day_type", _one_of(DAY_TYPES)),
    "public_holiday": ("public_holiday", _switch),
}
MACHINE: Readers = {
    "name": ("name", _text),
    "hazard": ("hazard", _one_of(HAZARDS)),
    **_same("operates", "guarded_or_off", "licence", read=_switch),
}
ALCOHOL: Readers = {
    "mode": ("mode", _one_of(ALCOHOL_MODES)),
    **_same("main_purpose_food", "adult_supervision", "id_check_by_youth", "quick_help", "other_till", read=_switch),
    "waiter_trainee_or_host_child": ("waiter_trainee_or_host_child", _switch),
}
JOB: Readers = {
    "employer_type": ("employer_type", _one_of(EMPLOYER_TYPES)),
    "workplace": ("workplace", _one_of(WORKPLACES)),
    "tasks": ("tasks", _many(_text)),
    "shifts": ("shifts", _many(_shift)),
    "week_type": ("week_type", _or_none(_one_of(WEEK_TYPES))),
    "weekly_hours": ("weekly_minutes", _or_none(_hours(WEEK_HOURS))),
    "other_employer_hours_week": ("other_week_minutes", _hours(WEEK_HOURS)),
    "other_employer_hours_same_day": ("other_day_minutes", _hours(DAY_HOURS)),
    "adult_normal_week_hours": ("adult_week_minutes", _or_none(_hours(WEEK_HOURS))),
    **_same("alone", "adult_supervision", "violence_risk", "guarded_mall", "lift_single_optimal", read=_switch),
    **_same("occasional", "permit_arbejdstilsynet", "parents_consent_letter", read=_switch),
    **_same("risk_assessment_done", "staff_review_ok", read=_switch),
    **_same("lift_kg", "push_pull_kg", read=_number(HEAVIEST_KG)),
    "machines": ("machines", _many(_part(Machine, MACHINE, required=("hazard",)))),
    "chemicals": ("chemicals", _one_of(CHEMICALS)),
    "alcohol": ("alcohol", _part(Alcohol, ALCOHOL)),
    "environment": ("environment", _many(_one_of(CONDITIONS))),
    "sector_night": ("sector_night", _or_none(_one_of(NIGHT_TRADES))),
}
YOUTH: Readers = {"age": ("age", _age), "in_compulsory_school": ("in_compulsory_school", _switch)}
HIRE: Readers = _same("parents_informed", "instruction_planned", read=_switch)
CONFIG: Readers = _same("use_sector_night_extensions", read=_switch)
CASE: Readers = {
    "id": ("id", _text),
    "stage": ("stage", _one_of(STAGES)),
    "youth": ("youth", _part(Youth, YOUTH, required=("age",))),
    "job": ("job", _part(Job, JOB)),
    "hire": ("hire", _part(Hire, HIRE)),
    "config": ("config", _part(Config, CONFIG)),
}
ABOUT_A_CASE = frozenset({"title", "expected", "basis", "source", "source_date", "confidence", "note"})
