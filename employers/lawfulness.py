"""What the law says about a post, and what a post still lacks. The figures themselves live in jobplaneten.law."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Any

from django.utils.functional import Promise
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from employers.models import Alcohol, Danger, EmployerKind, Machines, Post, Shift, Workplace
from jobplaneten.chores import Chore
from jobplaneten.law import facts
from jobplaneten.law.calendar import is_school_day
from jobplaneten.law.facts import SUNDAY
from jobplaneten.law.findings import Effect, Finding, Findings
from jobplaneten.law.judging import judge_groups
from jobplaneten.law.nearest import Edit
from jobplaneten.schools.closing import municipal_closed
from jobplaneten.trades import Help

GROUP_LABELS: dict[str, Promise] = {
    "13-14": _("13-14 år"),
    "15-17_in_compulsory_school": _("15-17 år, går i skole"),
    "15-17_finished": _("15-17 år, færdig med 9. klasse"),
    "18": _("18 år"),
}
GROUP_AGES = {
    "13-14": range(13, 15),
    "15-17_in_compulsory_school": range(15, 18),
    "15-17_finished": range(15, 18),
    "18": range(18, 19),
}
TAG_LABELS: dict[str, Any] = (
    dict(Danger.choices) | dict(Machines.choices) | dict(Workplace.choices) | dict(Chore.choices)
)
TAG_LABELS[Chore.OTHER] = _("opgaver, der ikke står på listen")
# The employer says "Restaurant" or "Bar": only the former counts as a place that lives from serving food.
SERVES_MAINLY_FOOD = {Workplace.RESTAURANT, Workplace.CANTEEN}
# Whoever sits at a till that sells alcohol has to ask customers for their age.
TILLS = {Chore.LIGHT_CHECKOUT, Chore.CHECKOUT_BELT, Chore.CHECKOUT_FULL, Chore.HEAVY_CHECKOUT}
NEEDED: dict[str, Promise] = {
    "employer": _("arbejdsplads"),
    "title": _("overskrift"),
    "category": _("slags job"),
    "workplace": _("hvor det foregår"),
    "chores": _("opgaver"),
    "steps": _("trin"),
    "help": _("hvor meget hjælp der er"),
    "adult_on_site": _("den voksne på stedet"),
    "shifts": _("vagter"),
    "starts_on": _("første dag"),
    "postcode": _("postnummer"),
    "place": _("sted"),
    "pay_hour": _("løn i timen"),
}


def law_job(post: Post, shifts: Iterable[Shift] | None = None) -> facts.Job:
    """The post as the law sees it. Give `shifts` for a post that is not saved yet."""
    rows = post.shifts.all() if shifts is None else shifts
    return facts.Job(
        employer_type=employer_type(post),
        workplace=post.workplace or Workplace.GENERIC.value,
        tasks=tuple(post.chores),
        shifts=tuple(facts.Shift(row.weekday, row.starts, row.ends, row.break_minutes) for row in rows),
        repeats=True,
        alone=post.is_alone,
        violence_risk=Danger.VIOLENCE in post.dangers,
        adult_supervision=post.help != Help.LITTLE or bool(post.adult_on_site),
        lift_kg=post.lift_kg or 0,
        machines=() if post.machines == Machines.NONE else (facts.Machine(post.machines),),  # type: ignore[arg-type]
        chemicals=post.chemicals,
        alcohol=facts.Alcohol(
            post.alcohol,  # type: ignore[arg-type]
            main_purpose_food=post.workplace in SERVES_MAINLY_FOOD,
            adult_supervision=post.help is not None and post.help >= Help.CLOSE,
            id_check_by_youth=post.alcohol == Alcohol.CHECKOUT and not TILLS.isdisjoint(post.chores),
            quick_help=post.has_quick_help,
        ),
        environment=tuple(danger for danger in post.dangers if danger != Danger.VIOLENCE),
    )


def employer_type(post: Post) -> str:
    kind = post.employer.kind if post.employer else EmployerKind.COMPANY
    return "company" if kind == EmployerKind.MUNICIPALITY else str(kind)


def judge_post(
    post: Post, on: date, shifts: Iterable[Shift] | None = None, stage: facts.Stage = "post"
) -> dict[str, Findings]:
    """The verdict for each of the four groups by the law of the day that the job begins, or of `on` if later."""
    return judge_groups(dated_job(post, shifts), first_day(post, on), stage)


def first_day(post: Post, on: date) -> date:
    return max(on, post.starts_on or on)


def dated_job(post: Post, shifts: Iterable[Shift] | None = None) -> facts.Job:
    """The post as the law sees it at its own time of the year: in the holidays no weekday is a school day."""
    job = law_job(post, shifts)
    if not lies_in_holidays(post):
        return job
    free = tuple(replace(shift, day_type="non_school") for shift in job.shifts)
    return replace(job, shifts=free, week_type="schoolfree")


def lies_in_holidays(post: Post) -> bool:
    """Whole weeks count: one school day makes a school week, also before the first shift or after the last."""
    if post.starts_on is None or post.ends_on is None or post.ends_on < post.starts_on:
        return False
    closed = municipal_closed()
    monday = post.starts_on - timedelta(days=post.starts_on.weekday())
    days = (post.ends_on - monday).days + SUNDAY - post.ends_on.weekday() + 1
    return not any(is_school_day(monday + timedelta(days=number), closed) for number in range(days))


def wanted_groups(post: Post) -> set[str]:
    """The groups with an age inside the band that the post asks for."""
    band = range(post.age_from, post.age_to + 1)
    return {group for group, ages in GROUP_AGES.items() if set(ages) & set(band)}


def lawful_groups(post: Post, on: date) -> set[str]:
    """Those of the wanted groups that may have the job."""
    verdicts = judge_post(post, on)
    return {group for group in wanted_groups(post) if verdicts[group].legal}


def sentence(said: Finding | Edit) -> str:
    """In the reader's language, with the labels of tags in place of their codes."""
    words = {name: spoken(value) for name, value in said.params.items()}
    return gettext(said.template).format(**words)


def spoken(value: str | tuple[str, ...]) -> str:
    if isinstance(value, str):
        return str(TAG_LABELS.get(value) or (gettext(value) if value else ""))
    *others, last = [spoken(one).lower() for one in value]
    return _("%(others)s og %(last)s") % {"others": ", ".join(others), "last": last} if others else last


@dataclass(frozen=True, slots=True)
class Reason:
    """A finding as a page says it: where it is written, whether its reading is settled, and of how many days more."""

    words: str
    source: str
    is_sure: bool
    more: int


def verdicts(post: Post, on: date, shifts: Iterable[Shift] | None = None) -> list[dict[str, Any]]:
    """The four groups as a page shows them: whether they may, why not, what to mind and what comes first.

    None before there is a task and a time: a job without either is lawful for all and true for none.
    """
    weekly = list(post.shifts.all()) if shifts is None and post.pk else list(shifts or [])
    if not post.chores or not weekly:
        return []
    wanted, at_hire = wanted_groups(post), judge_post(post, on, weekly, "hire")
    return [
        {
            "group": group,
            "label": GROUP_LABELS[group],
            "is_legal": findings.legal,
            "is_wanted": group in wanted,
            "reasons": reasons(findings, Effect.BLOCK, Effect.REVIEW),
            "cautions": reasons(at_hire[group], Effect.WARN),
            "gates": reasons(at_hire[group], Effect.GATE),
        }
        for group, findings in judge_post(post, on, weekly).items()
    ]


def reasons(findings: Findings, *effects: Effect) -> list[Reason]:
    """One for each rule and wording: what a rule says of Monday, it need not say again of Tuesday."""
    together: dict[tuple[str, str], list[Finding]] = {}
    for one in findings:
        if one.effect in effects:
            together.setdefault((one.rule, one.template), []).append(one)
    return [
        Reason(sentence(first), first.source, first.confidence == "high", len(others))
        for first, *others in together.values()
    ]


def missing_fields(post: Post, shifts: Iterable[Shift] | None = None) -> list[tuple[str, Promise]]:
    """What must be filled in before the post can be sent: the form's field and its Danish name."""
    weekly = (post.pk and post.shifts.exists()) if shifts is None else list(shifts)
    said: Mapping[str, Any] = {
        "employer": post.employer_id,
        "steps": post.steps,
        "help": post.help is not None,
        "shifts": weekly,
    }
    missing = [(field, label) for field, label in NEEDED.items() if not said.get(field, getattr(post, field, None))]
    if Chore.OTHER in post.chores and not post.text:
        missing.append(("text", _("fortæl om de andre opgaver")))
    return missing
