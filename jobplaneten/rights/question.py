"""A question as the law takes it: a youth, and a job of one task and one shift."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from employers.lawfulness import SERVES_MAINLY_FOOD, TILLS
from employers.models import Alcohol, Chemicals, Machines, Workplace
from jobplaneten.chores import Chore
from jobplaneten.law import Job, Machine, Shift, Youth, facts

SATURDAY = facts.SATURDAY
Facts = Mapping[str, str]

# Some tasks say by themselves what is used; nobody should have to know that it counts as a machine.
IMPLIED: dict[str, Facts] = {
    Chore.CHECKOUT_BELT: {"machines": Machines.HARMLESS},
    Chore.SOFTICE: {"machines": Machines.HARMLESS},
    Chore.DISHWASH_MACHINE: {"machines": Machines.HARMLESS},
    Chore.SMALL_SCREWDRIVER: {"machines": Machines.HARMLESS},
    Chore.HEDGE_MOTOR: {"machines": Machines.HAZARD},
    Chore.SOLDERING: {"machines": Machines.HAZARD},
    Chore.WELDING: {"machines": Machines.HAZARD},
    Chore.MOW_RIDE_ON: {"machines": Machines.VEHICLE},
    Chore.DISINFECT: {"chemicals": Chemicals.MILD},
    Chore.SERVE_DRINKS: {"alcohol": Alcohol.SERVING},
    Chore.MIX_COCKTAILS: {"alcohol": Alcohol.SERVING},
}
# The mildest first: of what the task implies and what is said, the stricter counts.
SCALES: Mapping[str, list[str]] = {
    "machines": list(Machines.values),
    "chemicals": list(Chemicals.values),
    "alcohol": [str(mode) for mode in (Alcohol.NONE, Alcohol.BACK, Alcohol.CHECKOUT, Alcohol.SERVING)],
}


@dataclass(frozen=True, slots=True)
class Question:
    youth: Youth
    job: Job

    @property
    def task(self) -> str:
        return self.job.tasks[0]

    @property
    def shift(self) -> Shift:
        return self.job.shifts[0]

    @property
    def implied(self) -> Facts:
        return IMPLIED.get(self.task, {})


def question_of(youth: Youth, said: Mapping[str, Any], *, is_ordinary: bool, is_holidays: bool) -> Question:
    """`said` are the answers of the form; what was left alone counts as harmless."""
    pupil = youth.in_compulsory_school
    at_school = pupil and is_ordinary and said["day"] < SATURDAY
    shift = Shift(
        said["day"], said["start"], said["end"], said.get("pause") or 0, "schoolday" if at_school else "non_school"
    )
    place = said.get("place") or Workplace.GENERIC.value
    machines = _strictest("machines", said)
    job = Job(
        workplace=place,
        tasks=(said["task"],),
        shifts=(shift,),
        week_type="schoolfree" if is_holidays or not pupil else "school",
        other_week_minutes=int((said.get("other_hours") or 0) * 60),
        alone=bool(said.get("alone")),
        lift_kg=said.get("kilos") or 0,
        machines=() if machines == Machines.NONE else (Machine(machines),),  # type: ignore[arg-type]
        chemicals=_strictest("chemicals", said),
        alcohol=_alcohol(said, place),
    )
    return Question(youth, job)


def _alcohol(said: Mapping[str, Any], place: str) -> facts.Alcohol:
    mode = _strictest("alcohol", said)
    return facts.Alcohol(
        mode,  # type: ignore[arg-type]
        main_purpose_food=place in SERVES_MAINLY_FOOD,
        adult_supervision=bool(said.get("helped")),
        id_check_by_youth=mode == Alcohol.CHECKOUT and said["task"] in TILLS,
        quick_help=bool(said.get("helped")),
    )


def _strictest(name: str, said: Mapping[str, Any]) -> str:
    scale = SCALES[name]
    told = said.get(name) or scale[0]
    implied = IMPLIED.get(said["task"], {}).get(name, scale[0])
    return str(max(told, implied, key=scale.index))
