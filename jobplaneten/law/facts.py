"""What the law is asked about: plain facts, with the harmless answer wherever nothing was said.

Times are minutes after midnight, lengths are minutes, weekdays 0 (Monday) to 6 (Sunday). A fact that would
*loosen* a rule (a shielded machine, a place that mainly serves food) is never assumed.
"""

from dataclasses import dataclass
from typing import Literal, Self

from jobplaneten.law.clock import minutes

Stage = Literal["post", "hire"]
DayType = Literal["schoolday", "non_school"]
WeekType = Literal["school", "schoolfree"]
WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
SATURDAY, SUNDAY = 5, 6


@dataclass(frozen=True, slots=True)
class Youth:
    """`age` in whole years on the day of the work."""

    age: int
    in_compulsory_school: bool = True


@dataclass(frozen=True, slots=True)
class Shift:
    """Work on one day, 0 <= start < end <= 1440; `break_min` is one unbroken break inside it."""

    weekday: int
    start: int
    end: int
    break_min: int = 0
    day_type: DayType | None = None
    public_holiday: bool = False

    @classmethod
    def at(
        cls,
        weekday: str,
        start: str,
        end: str,
        break_min: int = 0,
        day_type: DayType | None = None,
        public_holiday: bool = False,
    ) -> Self:
        """The shift as people write it: `Shift.at("mon", "15:30", "17:30")`."""
        return cls(WEEKDAYS.index(weekday), minutes(start), minutes(end), break_min, day_type, public_holiday)

    @property
    def work(self) -> int:
        return self.end - self.start - self.break_min

    @property
    def is_on_school_day(self) -> bool:
        """Where nobody has said so, a weekday is a school day."""
        if self.day_type is None:
            return self.weekday < SATURDAY and not self.public_holiday
        return self.day_type == "schoolday"


@dataclass(frozen=True, slots=True)
class Machine:
    """`operates` is false for a machine that the youth only works near."""

    hazard: Literal["everyday", "harmless", "hazard", "vehicle"]
    name: str = ""
    operates: bool = True
    guarded_or_off: bool = False
    licence: bool = False


@dataclass(frozen=True, slots=True)
class Alcohol:
    mode: Literal["none", "retail_checkout", "venue_serving_room", "venue_back_of_house"] = "none"
    main_purpose_food: bool = False
    adult_supervision: bool = False
    id_check_by_youth: bool = False
    quick_help: bool = False
    other_till: bool = False
    waiter_trainee_or_host_child: bool = False


@dataclass(frozen=True, slots=True)
class Job:
    """A job and its week. `repeats` says that the week comes again, so that Sunday is followed by its Monday.

    `week_type` None: a school week if any shift is on a school day. `weekly_minutes` is a stated total; when it
    differs from the sum of the shifts, the larger counts. The `other_*` minutes are worked elsewhere.
    """

    employer_type: str = "company"
    workplace: str = "generic"
    tasks: tuple[str, ...] = ()
    shifts: tuple[Shift, ...] = ()
    repeats: bool = False
    week_type: WeekType | None = None
    weekly_minutes: int | None = None
    other_day_minutes: int = 0
    other_week_minutes: int = 0
    adult_week_minutes: int | None = None
    alone: bool = False
    adult_supervision: bool = True
    violence_risk: bool = False
    guarded_mall: bool = False
    lift_kg: float = 0
    lift_single_optimal: bool = False
    push_pull_kg: float = 0
    machines: tuple[Machine, ...] = ()
    chemicals: str = "none"
    alcohol: Alcohol = Alcohol()
    environment: tuple[str, ...] = ()
    occasional: bool = False
    permit_arbejdstilsynet: bool = False
    parents_consent_letter: bool = False
    risk_assessment_done: bool = False
    staff_review_ok: bool = False
    sector_night: str | None = None


@dataclass(frozen=True, slots=True)
class Hire:
    """What a named person has ticked before the first shift."""

    parents_informed: bool = False
    instruction_planned: bool = False


@dataclass(frozen=True, slots=True)
class Config:
    """Switches for rules whose wording today is uncertain; off is the strict reading."""

    use_sector_night_extensions: bool = False
