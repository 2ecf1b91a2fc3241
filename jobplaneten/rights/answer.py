"""The answer to "Må jeg det?": what `judge` says, in four kinds, with every reason and what would help."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from django.utils.translation import gettext as _

from employers.lawfulness import GROUP_LABELS, TILLS, sentence, spoken
from jobplaneten.chores import Chore
from jobplaneten.law import BOOK, Effect, Finding, Findings, Youth, group_of, judge
from jobplaneten.law.groups import ADULT_FROM, CHILD_FROM, POST_GROUPS, Group, kind_of
from jobplaneten.law.nearest import Change, nearest_change
from jobplaneten.rights.limits import Limit, entries_for, limits_for
from jobplaneten.rights.question import Question
from jobplaneten.rights.words import Said, of_entry, of_finding

SMALL = {"alone", "adult_supervision", "alcohol.adult_supervision", "alcohol.quick_help", "shifts[0].break"}
"""What may change with the same task at the same time: then the answer is "yes, if"."""

SCHOOL, FREE = ("T-DAY-SCHOOL-2",), ("T-DAY-FREE-7", "T-DAY-FREE-8", "T-DAY-8")
SCHOOL_WEEK, FREE_WEEK = ("T-WEEK-SCHOOL-12",), ("T-WEEK-FREE-35", "T-WEEK-FREE-40", "T-WEEK-40")
WINDOWS = ("N-CHILD-20-06", "N-YOUTH-WINDOW")


class Kind(StrEnum):
    YES = "yes"
    NO = "no"
    IF = "if"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Answer:
    """`mended` is what to ask instead, as values of the form; empty where the form cannot say it."""

    kind: Kind
    reasons: list[Said]
    remedy: list[str]
    mended: dict[str, str]
    minded: list[Said]
    later: str
    limits: list[Limit]


def answer(question: Question, on: date) -> Answer:
    at_hire = judge(question.youth, question.job, "hire", on)
    stops = [one for one in judge(question.youth, question.job, "post", on) if one.effect is not Effect.WARN]
    change = nearest_change(question.job, [question.youth], on) if stops else None
    if change and not keeps_the_task(change, question):
        change = None
    kind = kind_of_answer(question, stops, change)
    is_minor = CHILD_FROM <= question.youth.age < ADULT_FROM
    return Answer(
        kind=kind,
        reasons=list(dict.fromkeys(of_finding(one, on) for one in stops)) or list(held(question, on)),
        remedy=[sentence(edit) for edit in change.edits] if change else [],
        mended=as_asked(change) if change else {},
        minded=[] if kind == Kind.NO else list(dict.fromkeys(minded(question, at_hire, stops, on))),
        later=later(question, on) if kind == Kind.NO and not change else "",
        limits=limits_for(legal_group(question.youth), on) if is_minor else [],
    )


def kind_of_answer(question: Question, stops: list[Finding], change: Change | None) -> Kind:
    """Where we do not know, or the only rule in the way is doubted, we do not say no."""
    if question.youth.age >= ADULT_FROM:
        return Kind.YES
    if question.task == Chore.OTHER and all(one.rule == "TASK-LIGHT" for one in stops):
        return Kind.UNKNOWN
    if not stops:
        return Kind.YES
    if all(one.confidence == "low" for one in stops):
        return Kind.UNKNOWN
    if all(one.effect is Effect.REVIEW for one in stops) or (change and change.fields <= SMALL):
        return Kind.IF
    return Kind.NO


def minded(question: Question, at_hire: Findings, stops: list[Finding], on: date) -> Iterator[Said]:
    """Warnings, what must be in place before the first shift, and at a till that customers may be asked their age."""
    broken = {one.rule for one in stops}
    yield from (of_finding(one, on) for one in at_hire if one.rule not in broken)
    entry = entries_for(legal_group(question.youth), on).get("TASK-IDCHECK")
    if entry and question.task in TILLS and entry.rule not in broken:
        yield of_entry(entry)


def keeps_the_task(change: Change, question: Question) -> bool:
    """The same task on one shift, with what the task cannot be done without."""
    new, old = change.job, question.job
    used = {name: getattr(new, name) == getattr(old, name) for name in ("machines", "chemicals")}
    used["alcohol"] = new.alcohol.mode == old.alcohol.mode
    return new.tasks == old.tasks and len(new.shifts) == 1 and all(used[name] for name in question.implied)


def as_asked(change: Change) -> dict[str, str]:
    shift = change.job.shifts[0]
    time = {
        "day": str(shift.weekday),
        "start": f"{shift.start // 60:02}:{shift.start % 60:02}",
        "end": f"{shift.end // 60 % 24:02}:{shift.end % 60:02}",
        "pause": str(shift.break_min),
    }
    if all(field.startswith("shifts[0].") for field in change.fields):
        return time
    if not all(field in SMALL or field.startswith("shifts[0].") for field in change.fields):
        return {}
    helped = {"helped": "on"} if any(field.startswith("alcohol.") for field in change.fields) else {}
    return {**time, **helped, **({"alone": ""} if "alone" in change.fields else {})}


def held(question: Question, on: date) -> Iterator[Said]:
    """The rules that the job keeps, so that a yes has its reasons too."""
    group = legal_group(question.youth)
    if group == Group.ADULT:
        yield of_entry(BOOK.on(on).entries["SCOPE-05"])
        return
    entries = entries_for(group, on)
    if "TASK-LIGHT" in entries:
        yield from light(question.task, on)
    day = SCHOOL if question.shift.is_on_school_day else FREE
    week = SCHOOL_WEEK if question.job.week_type == "school" else FREE_WEEK
    yield from (of_entry(entries[rule]) for rule in (*day, *week, *WINDOWS) if rule in entries)


def light(task: str, on: date) -> Iterator[Said]:
    """The newest entry that counts the task as light work."""
    found = [entry for entry in BOOK.light_work if entry.in_force_from <= on and task in entry.words("tags")]
    for entry in found[-1:]:
        yield of_entry(entry, _("”%(task)s” er let arbejde. Det må man.") % {"task": spoken(task)})


def later(question: Question, on: date) -> str:
    """The next group that may, if any may before it is grown up."""
    if question.youth.age < CHILD_FROM:
        return _("Når du er fyldt %(age)s år, kan du få et job.") % {"age": CHILD_FROM}
    groups = list(POST_GROUPS)
    for group in groups[groups.index(group_of(question.youth.age, question.youth.in_compulsory_school)) + 1 :]:
        if judge(Youth(*POST_GROUPS[group]), question.job, "post", on).legal:
            return _("Det må man, når man er: %(group)s.") % {"group": GROUP_LABELS[group]}
    return ""


def legal_group(youth: Youth) -> Group:
    return kind_of(youth.age, youth.in_compulsory_school)
