"""Compares two jobs, and says in words what has changed from one to the other."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from jobplaneten.law.clock import danish, danish_number, danish_span, hours
from jobplaneten.law.facts import Job, Machine, Shift
from jobplaneten.law.findings import Words
from jobplaneten.law.nearest.change import Edit
from jobplaneten.law.nearest.wording import SENTENCES
from jobplaneten.law.wording import WEEKDAYS

ON_OFF = ("alone", "adult_supervision")
SERVING = ("mode", "adult_supervision", "quick_help")
Said = tuple[str, tuple[str, ...], Words]


def edits(old: Job, new: Job, shifts: Sequence[Shift | None], added: Sequence[Shift], rest: int) -> tuple[Edit, ...]:
    """What is about people and places first, then the times in the order of the week. `rest`: days off to be won."""
    return (*_of_facts(old, new), *_of_times(old, new, shifts, added, rest))


def _edit(fields: str | tuple[str, ...], wording: str, **params: str | tuple[str, ...]) -> Edit:
    return Edit((fields,) if isinstance(fields, str) else fields, SENTENCES[wording], params)


def _of_facts(old: Job, new: Job) -> Iterator[Edit]:
    yield from (_edit(name, name) for name in ON_OFF if getattr(old, name) != getattr(new, name))
    was, now = old.alcohol, new.alcohol
    yield from (
        _edit(f"alcohol.{name}", f"alcohol.{name}") for name in SERVING if getattr(was, name) != getattr(now, name)
    )
    if old.tasks != new.tasks:
        yield _edit("tasks", "tasks", tasks=_gone(old.tasks, new.tasks))
    yield from _of_machines(old, new)
    if old.chemicals != new.chemicals:
        yield _edit("chemicals", "chemicals" if new.chemicals == "none" else "mild chemicals")
    if old.lift_kg != new.lift_kg:
        yield _edit("lift_kg", "lift_kg", old=danish_number(old.lift_kg), new=danish_number(new.lift_kg))
    if old.environment != new.environment:
        yield _edit("environment", "environment", conditions=_gone(old.environment, new.environment))


def _gone(old: Sequence[str], new: Sequence[str]) -> tuple[str, ...]:
    return tuple(one for one in old if one not in new)


def _of_machines(old: Job, new: Job) -> Iterator[Edit]:
    known = {_without_guard(one) for one in new.machines}
    dropped = [one for one in old.machines if _without_guard(one) not in known]
    guarded = [one for one in old.machines if _without_guard(one) in known and one not in new.machines]
    if dropped:
        yield _edit("machines", "machines", machines=_names(dropped))
    if guarded:
        yield _edit("machines", "guarded", machines=_names(guarded))


def _without_guard(machine: Machine) -> tuple[str, str, bool]:
    return machine.hazard, machine.name, machine.operates


def _names(machines: Sequence[Machine]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(one.name or one.hazard for one in machines))


def _of_times(old: Job, new: Job, shifts: Sequence[Shift | None], added: Sequence[Shift], rest: int) -> Iterator[Edit]:
    by_weekday = sorted(range(len(shifts)), key=lambda place: (old.shifts[place].weekday, old.shifts[place].start))
    split = _split_off(old.shifts, shifts, added)
    if split:
        yield _split(*split, added[0])
    elsewhere = [place for place in by_weekday if not split or place != split[0]]
    said = [one for place in elsewhere for one in _of_shift(place, old.shifts[place], shifts[place], rest)]
    said += [_of_added(number, one) for number, one in enumerate(added) if not split]
    yield from _joined(said)
    stated, sums = old.weekly_minutes or 0, sum(one.work for one in old.shifts)
    if new.weekly_minutes is not None and new.weekly_minutes != stated > sums:
        yield _edit(
            "weekly_minutes",
            "weekly_minutes",
            old=danish_number(hours(stated)),
            new=danish_number(hours(new.weekly_minutes)),
        )


def _split_off(old: Sequence[Shift], new: Sequence[Shift | None], added: Sequence[Shift]) -> tuple[int, Shift] | None:
    """The shift of which a part has become the only new shift, if that is what has happened."""
    if len(added) != 1:
        return None
    parts = (
        (place, now)
        for place, (was, now) in enumerate(zip(old, new, strict=True))
        if now and replace(now, end=was.end) == was and was.work - now.work == added[0].work
    )
    return next(parts, None)


def _split(place: int, left: Shift, new: Shift) -> Edit:
    return _edit(
        (f"shifts[{place}].end", "shifts[+0]"),
        "split",
        from_day=WEEKDAYS[left.weekday],
        first=danish_span(left.start, left.end),
        second=danish_span(new.start, new.end),
        days=(WEEKDAYS[new.weekday],),
    )


def _of_added(number: int, new: Shift) -> Said:
    return "added", (f"shifts[+{number}]",), {"new": danish_span(new.start, new.end), "days": (WEEKDAYS[new.weekday],)}


def _joined(said: Sequence[Said]) -> Iterator[Edit]:
    """The same edit on several days becomes one sentence."""
    together: dict[tuple[object, ...], list[Said]] = {}
    for one in said:
        wording, _fields, params = one
        alike = (wording, *(value for name, value in params.items() if name != "days"))
        together.setdefault(alike, []).append(one)
    for same in together.values():
        wording, _fields, params = same[0]
        days = tuple(dict.fromkeys(day for _wording, _fields, each in same for day in each["days"]))
        fields = tuple(field for _wording, fields, _params in same for field in fields)
        yield _edit(fields, wording, **{**params, "days": days})


def _of_shift(place: int, old: Shift, new: Shift | None, rest: int) -> Iterator[Said]:
    path, span = f"shifts[{place}]", danish_span(old.start, old.end)
    day = {"days": (WEEKDAYS[old.weekday],)}
    if new is None:
        yield (
            ("dropped for rest", (path,), {"rest": str(rest), "old": span, **day})
            if rest
            else ("dropped", (path,), {"old": span, **day})
        )
        return
    yield from _of_hours(path, old, new, span)
    if old.break_min != new.break_min:
        wording = "longer break" if old.break_min else "break"
        yield wording, (f"{path}.break",), {"old": str(old.break_min), "new": str(new.break_min), **day}


def _of_hours(path: str, old: Shift, new: Shift, span: str) -> Iterator[Said]:
    fields = tuple(f"{path}.{name}" for name in ("weekday", "start", "end") if getattr(old, name) != getattr(new, name))
    names = {field.rpartition(".")[2] for field in fields}
    to = danish_span(new.start, new.end)
    days = {"days": (WEEKDAYS[new.weekday],)}
    if names == {"weekday"}:
        yield "weekday", fields, {"old": span, "from_day": WEEKDAYS[old.weekday], **days}
    elif "weekday" in names:
        yield "weekday and hours", fields, {"old": span, "new": to, "from_day": WEEKDAYS[old.weekday], **days}
    elif names == {"start", "end"}:
        yield "hours", fields, {"old": span, "new": to, **days}
    elif names == {"end"}:
        yield "end", fields, {"old": danish(old.end), "new": danish(new.end), **days}
    elif names == {"start"}:
        yield "start", fields, {"old": danish(old.start), "new": danish(new.start), **days}
