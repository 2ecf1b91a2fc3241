"""Youths, jobs and outcomes from a file, matched by the engine: for researchers, and worlds that nobody here has seen.

The form is described in docs/matching.md. A row that cannot take part is set aside with its reason; what is wrong with
the file as a whole is an error.
"""

import json
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass, field, replace
from datetime import date, timedelta
from typing import Any

import numpy as np

from jobplaneten.chores import Chore
from jobplaneten.law.clock import clock
from jobplaneten.law.facts import WEEKDAYS, Shift
from jobplaneten.law.life import Elsewhere, Life
from jobplaneten.law.many import Offer
from jobplaneten.law.pattern import Pattern
from jobplaneten.law.reading import FormError, read_case
from matching.engine import features, reading
from matching.engine.allocation import Limits
from matching.engine.cards import JobCard, WishCard, sort_out
from matching.engine.columns import Town
from matching.engine.eligibility import Verdict, lawful, refusals
from matching.engine.night import NightPlan, Options, propose
from matching.engine.night import lawful as no_law
from matching.engine.reading import CardError, SetAside
from matching.engine.scoring import Outcome, fit_best, fit_prior
from matching.engine.weights import Scorer
from matching.lawyer import Lawyer

KNOWN = frozenset({"day", "seed", "law", "options", "youths", "jobs", "outcomes", "about"})
NUMBERS: Mapping[str, type] = {
    "per_seat": int,
    "per_youth": int,
    "list_length": int,
    "first_bonus": float,
    "fill_bonus": float,
}
ROOMS = ("employer_room", "mentor_room")
OF_YOUTHS = frozenset({"born_on", "schooling_ends_on", "closed", "elsewhere", "mentor"})
OF_JOBS = frozenset({"first_on", "last_on", "law"})
LAW_TASKS = frozenset(Chore.values) - {Chore.OTHER}
LEAVING_AGE = 16
ONE_DAY = timedelta(days=1)
DETAILED = 50_000
"""Pairs up to which each refusal is printed with its figures."""


class WorldFileError(ValueError):
    """What is wrong with the file, in words."""


@dataclass(slots=True)
class WorldFile:
    """What a file says, row by row."""

    day: date
    seed: int
    has_law: bool
    options: Options
    wishes: list[WishCard] = field(default_factory=list)
    jobs: list[JobCard] = field(default_factory=list)
    lives: dict[int, Life] = field(default_factory=dict)
    offers: dict[int, Offer] = field(default_factory=dict)
    outcomes: list[Outcome] = field(default_factory=list)
    set_aside: list[SetAside] = field(default_factory=list)
    unknown: set[str] = field(default_factory=set)

    def take(self, kind: str, rows: Iterable[Any], read: Callable[[Any], None]) -> None:
        for place, row in enumerate(rows):
            try:
                read(row)
            except (CardError, FormError, TypeError, ValueError, AttributeError, KeyError, OverflowError) as error:
                named = row.get(kind) if isinstance(row, Mapping) else None
                number = named if isinstance(named, int) and not isinstance(named, bool) else place
                known = error if isinstance(error, CardError) else CardError("malformed", str(error))
                self.set_aside.append(SetAside(kind, number, known.reason, known.detail[:200]))

    def wish(self, row: Mapping[str, Any]) -> None:
        elsewhere = tuple(map(self._elsewhere, row.get("elsewhere", ())))
        working = [(s.weekday, s.start, s.end) for job in elsewhere if job.lasts(self.day) for s in job.shifts]
        born = self._born(row)
        age = self.day.year - born.year - ((self.day.month, self.day.day) < (born.month, born.day))
        card = WishCard.from_mapping({**row, "age": age, "blocked": [*row.get("blocked", ()), *working]})
        ends = (
            date.fromisoformat(row["schooling_ends_on"]) if row.get("schooling_ends_on") else school_leaving_day(born)
        )
        closed = frozenset(map(date.fromisoformat, row.get("closed", ())))
        self.lives[card.youth] = Life(born, ends, closed, elsewhere)
        self.wishes.append(card)
        self._note("youths", row, WishCard, OF_YOUTHS)

    def _born(self, row: Mapping[str, Any]) -> date:
        """Who only says an age has a birthday on the day of the night."""
        if "born_on" in row:
            return date.fromisoformat(row["born_on"])
        if "age" not in row:
            raise CardError("age_missing", "age")
        age = reading.value_of("age", row["age"])
        if not isinstance(age, int) or not 0 < age < 100:
            raise CardError("age_absurd", "age")
        day = self.day - ONE_DAY if (self.day.month, self.day.day) == (2, 29) else self.day
        return day.replace(year=day.year - age)

    def _elsewhere(self, row: Mapping[str, Any]) -> Elsewhere:
        shifts = tuple(Shift(*span) for span in reading.spans(row["shifts"]))
        first, last = row.get("first_on"), row.get("last_on")
        return Elsewhere(
            shifts, date.fromisoformat(first) if first else self.day, date.fromisoformat(last) if last else None
        )

    def job(self, row: Mapping[str, Any]) -> None:
        card = JobCard.from_mapping(row)
        first = max(self.day + ONE_DAY, date.fromisoformat(row["first_on"]) if row.get("first_on") else self.day)
        last = date.fromisoformat(row["last_on"]) if row.get("last_on") else None
        if last and last < first:
            raise CardError("over", "last_on")
        job = replace(read_case({"job": law_form(card, row.get("law"))}).job, repeats=True)
        self.offers[card.post] = Offer(Pattern(job), first, last)
        self.jobs.append(card)
        self._note("jobs", row, JobCard, OF_JOBS)

    def _note(self, kind: str, row: Mapping[str, Any], card: type[Any], more: frozenset[str]) -> None:
        self.unknown |= {f"{kind}.{name}" for name in set(row) - set(card.__slots__) - more}

    def outcome(self, row: Mapping[str, Any]) -> None:
        wanted, taken = row["wanted"], row.get("taken")
        if not isinstance(wanted, bool) or taken not in (True, False, None):
            raise CardError("malformed", "wanted, taken")
        self.outcomes.append(Outcome(self._codes(row), wanted, taken if wanted else None))

    def _codes(self, row: Mapping[str, Any]) -> tuple[int, ...]:
        if "codes" in row:
            codes = tuple(int(row["codes"][name]) for name in features.NAMES)
            if any(not 0 <= code <= top for code, top in zip(codes, features.TOPS.tolist(), strict=True)):
                raise CardError("malformed", "codes")
            return codes
        wish = next((each for each in self.wishes if each.youth == row["youth"]), None)
        job = next((each for each in self.jobs if each.post == row["post"]), None)
        if wish is None or job is None:
            raise CardError("unknown_pair", f"{row['youth']}, {row['post']}")
        zero = np.zeros(1, dtype=np.int64)
        return tuple(features.codes(Town.of([wish], [job]), zero, zero)[0].tolist())


def school_leaving_day(born: date) -> date:
    """Ten years of schooling from the year one becomes six: what holds of whom nothing else is said."""
    return date(born.year + LEAVING_AGE, 7, 31)


def law_form(card: JobCard, said: Mapping[str, Any] | None) -> dict[str, Any]:
    """The job as `check_law` reads it. What is not said is harmless: then times and known tasks are judged."""
    shifts = [{"weekday": WEEKDAYS[day], "start": clock(start), "end": clock(end)} for day, start, end in card.shifts]
    known: dict[str, Any] = {"tasks": sorted(card.tasks & LAW_TASKS), "shifts": shifts}
    return known if said is None else {**known, **dict(said)}


def read(text: str, today: date) -> WorldFile:
    """Raises WorldFileError."""
    form = _object(text)
    if unknown := sorted(set(form) - KNOWN):
        raise WorldFileError(f"not fields of the form: {', '.join(unknown)}")
    lists = {name: form.get(name, []) for name in ("youths", "jobs", "outcomes")}
    if wrong := [name for name, rows in lists.items() if not isinstance(rows, list)]:
        raise WorldFileError(f"not a list: {', '.join(wrong)}")
    found = _begun(form, lists["youths"], today)
    found.take("youth", lists["youths"], found.wish)
    found.take("post", lists["jobs"], found.job)
    found.take("outcome", lists["outcomes"], found.outcome)
    return found


def _object(text: str) -> dict[str, Any]:
    try:
        form = json.loads(text)
    except (ValueError, RecursionError) as error:
        raise WorldFileError(f"not JSON: {error}") from None
    if not isinstance(form, dict):
        raise WorldFileError('not an object with "youths" and "jobs"')
    return form


def _begun(form: Mapping[str, Any], youths: Sequence[Any], today: date) -> WorldFile:
    try:
        day = date.fromisoformat(form["day"]) if "day" in form else today
    except (TypeError, ValueError):
        raise WorldFileError(f"day: {form['day']!r} is not a date such as 2026-11-23") from None
    seed, law = form.get("seed", 1), form.get("law", "full")
    if isinstance(seed, bool) or not isinstance(seed, int):
        raise WorldFileError("seed: not a whole number")
    if law not in ("full", "none"):
        raise WorldFileError('law: neither "full" nor "none"')
    return WorldFile(day, seed, law == "full", _options(form.get("options", {}), youths))


def _options(said: Any, youths: Sequence[Any]) -> Options:
    known = (*NUMBERS, *ROOMS)
    if not isinstance(said, Mapping):
        raise WorldFileError("options: not an object")
    if unknown := sorted(set(said) - set(known)):
        raise WorldFileError(f"options: {', '.join(unknown)}; known are {', '.join(known)}")
    mentors = {row["youth"]: row["mentor"] for row in youths if _has(row, "youth", "mentor")}
    try:
        rooms = [{int(key): int(room) for key, room in said.get(name, {}).items()} for name in ROOMS]
        numbers = {name: _number(said[name], kind, name) for name, kind in NUMBERS.items() if name in said}
    except (TypeError, ValueError, AttributeError) as error:
        raise WorldFileError(f"options: {error}") from None
    length = numbers.pop("list_length", Options().list_length)
    return Options(replace(Limits(**numbers), employer_room=rooms[0], mentor_room=rooms[1], mentors=mentors), length)


def _has(row: Any, *names: str) -> bool:
    return isinstance(row, Mapping) and all(name in row for name in names)


def _number(value: Any, kind: type, name: str) -> Any:
    if isinstance(value, bool) or not isinstance(value, int | float) or not 0 <= value <= 1000 or kind(value) != value:
        raise ValueError(f"{name}: {value!r} is not a number that it can be")
    return kind(value)


def answer(world: WorldFile, detail: str = "auto") -> dict[str, Any]:
    """What the engine makes of it. `detail` is auto, all or counts: whether each refusal is told with its figures."""
    lawyer = Lawyer(world.lives, world.offers)
    scorer = fit_best(world.outcomes, world.seed) if world.outcomes else fit_prior(world.seed)
    law = lawyer.lawfulness if world.has_law else no_law
    plan = propose(world.wishes, world.jobs, scorer=scorer, seed=world.seed, law=law, options=world.options)
    verdict: Verdict = (lambda wish, job: lawyer.violations(wish.youth, job.post)) if world.has_law else lawful
    is_detailed = detail == "all" or (detail == "auto" and len(world.wishes) * len(world.jobs) <= DETAILED)
    return {
        "day": world.day.isoformat(),
        "seed": world.seed,
        "model": model(scorer),
        "proposals": [asdict(proposal) for proposal in plan.proposals],
        "youths": list(_youths(plan)),
        "refused": dict(plan.refused),
        "refusals": _refusals(world, verdict) if is_detailed else None,
        "crowded": {str(post): price for post, price in plan.prices.items()},
        "set_aside": [asdict(each) for each in (*world.set_aside, *plan.set_aside)],
        "unknown_fields": sorted(world.unknown),
        "seconds": round(plan.seconds, 4),
    }


def model(scorer: Scorer) -> dict[str, Any]:
    said = scorer.to_json()
    return {"origin": said["origin"], "outcomes": said["outcomes"], "want": said["want"], "take": said["take"]}


def _youths(plan: NightPlan) -> Iterator[dict[str, Any]]:
    proposed = Counter(each.youth for each in plan.proposals)
    for youth, eligible in plan.eligible.items():
        yield {
            "youth": youth,
            "eligible": eligible,
            "proposed": proposed[youth],
            "refused": dict(plan.per_youth[youth]),
        }


def _refusals(world: WorldFile, verdict: Verdict) -> list[dict[str, Any]]:
    wishes, _ = sort_out("youth", world.wishes)
    jobs, _ = sort_out("post", world.jobs)
    found = (refusals(wish, job, verdict) for wish in wishes for job in jobs)
    return [asdict(each) for every in found for each in every]
