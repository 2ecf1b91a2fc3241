"""All of a job but its times: what an employer can change so that the law no longer objects.

Not offered are a youth's age and school, the kind of workplace and employer, and what people vouch for: the
assessment of risks and our staff's review. Where only those are missing, the way without them is offered.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from itertools import product

from jobplaneten.law.book import BOOK, Entry, Law
from jobplaneten.law.facts import Alcohol, Config, Hire, Job, Machine, Stage, Youth
from jobplaneten.law.findings import Effect
from jobplaneten.law.judging import judge
from jobplaneten.law.rules import RULES
from jobplaneten.law.rules.alcohol import SERVING_ROOM

Fix = Callable[[Job, Entry, Law], Job]
# What is ticked before the first shift is no part of the job, so it is taken as done.
TICKED = Hire(parents_informed=True, instruction_planned=True)
MILD = "mild_unlabelled"
DANGERS = frozenset(rule.id for rule in RULES if rule.danger)


@dataclass(frozen=True, slots=True)
class Question:
    """For whom, when and how strictly a job is judged."""

    youths: Sequence[Youth]
    on: date
    stage: Stage
    config: Config

    @property
    def law(self) -> Law:
        return BOOK.on(self.on)

    def broken(self, job: Job) -> tuple[str, ...]:
        """The rules that forbid it to any of the youths, in the order in which they are asked."""
        found = (
            finding.rule
            for youth in self.youths
            for finding in judge(youth, job, self.stage, self.on, TICKED, self.config)
            if finding.effect is not Effect.WARN
        )
        return tuple(dict.fromkeys(found))

    def is_lawful(self, job: Job) -> bool:
        return not self.broken(job)


def mended(job: Job, question: Question) -> Iterator[Job]:
    """The job with each useful choice of presence and room, and with all else mended that must be.

    Of two choices of which either will do, which is nearer depends on the times: an adult may stay for the late hours.
    """
    for is_alone, alcohol in product(_presences(job, question.law), _rooms(job.alcohol)):
        found, broken = _without(replace(job, alone=is_alone, alcohol=alcohol), question, timeless, frozenset(FIXES))
        if not broken:
            yield found


def harmless(job: Job, question: Question) -> Job | None:
    """The job without its dangers, where that alone makes it lawful: small help in a private home."""
    found, broken = _without(job, question, as_it_is, DANGERS)
    return None if broken else found


def timeless(job: Job) -> Job:
    return replace(job, shifts=(), weekly_minutes=None, other_day_minutes=0, other_week_minutes=0)


def as_it_is(job: Job) -> Job:
    return job


def _without(
    job: Job, question: Question, seen: Callable[[Job], Job], rules: frozenset[str]
) -> tuple[Job, tuple[str, ...]]:
    """The job with all of `rules` mended that can be, and what is broken still."""
    while True:
        broken, mending = question.broken(seen(job)), job
        for rule in rules.intersection(broken):
            mending = FIXES[rule](mending, question.law.entries[rule], question.law)
        if mending == job:
            return job, broken
        job = mending


def _presences(job: Job, law: Law) -> tuple[bool, ...]:
    return (True, False) if job.alone and job.workplace in law.entries["ALONE-01"].words("workplaces") else (job.alone,)


def _rooms(alcohol: Alcohol) -> tuple[Alcohol, ...]:
    return (alcohol, replace(alcohol, mode="venue_back_of_house")) if alcohol.mode == SERVING_ROOM else (alcohol,)


def _with_tasks(job: Job, kept: Iterable[str]) -> Job:
    """A job without a task is none."""
    return replace(job, tasks=tuple(kept) or job.tasks)


def _light_tasks(job: Job, entry: Entry, law: Law) -> Job:
    return _with_tasks(job, (task for task in job.tasks if task in law.light_work))


def _other_tasks(job: Job, entry: Entry, law: Law) -> Job:
    return _with_tasks(job, (task for task in job.tasks if task not in entry.words("tasks")))


def _tasks_around_the_tables(job: Job, entry: Entry, law: Law) -> Job:
    watched = replace(job, alcohol=replace(job.alcohol, adult_supervision=True))
    return _with_tasks(watched, (task for task in job.tasks if task in entry.words("tasks")))


def _somebody_takes_over(job: Job, entry: Entry, law: Law) -> Job:
    return replace(job, alcohol=replace(job.alcohol, quick_help=True))


def _not_alone(job: Job, entry: Entry, law: Law) -> Job:
    return replace(job, alone=False)


def _supervised(job: Job, entry: Entry, law: Law) -> Job:
    return replace(job, adult_supervision=True)


def _allowed_machines(job: Job, entry: Entry, law: Law) -> Job:
    return _with_machines(job, lambda one: not one.operates or one.hazard in entry.words("allowed"))


def _other_machines(job: Job, entry: Entry, law: Law) -> Job:
    return _with_machines(job, lambda one: not one.operates or one.hazard not in entry.words("hazards"))


def _guarded_machines(job: Job, entry: Entry, law: Law) -> Job:
    """Far from them where a guard is not enough."""
    near = [one for one in job.machines if not one.operates and one.hazard in entry.words("hazards")]
    if not entry.figures["guard_suffices"]:
        return _with_machines(job, lambda one: one not in near)
    return replace(
        job, machines=tuple(replace(one, guarded_or_off=one.guarded_or_off or one in near) for one in job.machines)
    )


def _with_machines(job: Job, kept: Callable[[Machine], bool]) -> Job:
    return replace(job, machines=tuple(filter(kept, job.machines)))


def _milder(job: Job, entry: Entry, law: Law) -> Job:
    """Mild agents instead of dangerous ones, and none instead of mild ones."""
    return replace(job, chemicals="none" if job.chemicals == MILD else MILD)


def _lighter(job: Job, entry: Entry, law: Law) -> Job:
    return replace(job, lift_kg=law.entries["LIFT-01"].number("kg"))


def _better_surroundings(job: Job, entry: Entry, law: Law) -> Job:
    kept = tuple(condition for condition in job.environment if condition not in entry.words("conditions"))
    return replace(job, environment=kept)


FIXES: Mapping[str, Fix] = {
    "ALONE-02": _not_alone,
    "ALONE-03": _supervised,
    "TASK-LIGHT": _light_tasks,
    "TASK-IDCHECK": _somebody_takes_over,
    "PSY-01": _other_tasks,
    "ALC-02": _tasks_around_the_tables,
    "MACH-01": _allowed_machines,
    "MACH-02": _other_machines,
    "MACH-03": _other_machines,
    "MACH-04": _other_machines,
    "MACH-05": _guarded_machines,
    "CHEM-01": _milder,
    "CHEM-02": _milder,
    "CHEM-03": _milder,
    "CHEM-04": _milder,
    "LIFT-01": _lighter,
    "LIFT-02": _lighter,
    "PHYS-01": _better_surroundings,
    "PHYS-02": _better_surroundings,
    "PHYS-03": _better_surroundings,
    "PHYS-04": _better_surroundings,
    "PHYS-05": _better_surroundings,
    "PHYS-06": _better_surroundings,
}
