"""What is handed out: a changed job, and each edit that leads to it in words."""

from collections.abc import Sequence
from dataclasses import dataclass

from jobplaneten.law.facts import Job, Shift
from jobplaneten.law.findings import Words


@dataclass(frozen=True, slots=True)
class Edit:
    """One sentence about one field, or about the same field of several shifts.

    `fields` are paths such as "shifts[0].end", "shifts[2]" (dropped), "shifts[+0]" (added), "alone" or "alcohol.mode";
    numbers are places in the given job. `template` and `params` are those of a finding: words that may be translated
    on their own, numbers as text, and tuples of weekdays or of tags that have labels elsewhere.
    """

    fields: tuple[str, ...]
    template: str
    params: Words

    @property
    def field(self) -> str:
        return self.fields[0]

    @property
    def sentence(self) -> str:
        words = {name: value if isinstance(value, str) else listed(value) for name, value in self.params.items()}
        return self.template.format(**words)


@dataclass(frozen=True, slots=True)
class Change:
    """A lawful job near the given one.

    `shifts` are aligned with the shifts of the given job, None where one is dropped; `added` are new ones. The shifts
    of `job` are those that are left, in the order given, and then the added. `minutes` are those of the week that are
    no longer worked, and the changes of breaks; a minute that moves to another hour or day counts once. Where
    `is_nearest` is false the search was cut short, or the change is another that keeps more of the hours: lawful
    all the same.
    """

    edits: tuple[Edit, ...]
    job: Job
    minutes: int
    shifts: tuple[Shift | None, ...]
    added: tuple[Shift, ...] = ()
    is_nearest: bool = True

    @property
    def fields(self) -> frozenset[str]:
        return frozenset(field for edit in self.edits for field in edit.fields)

    @property
    def dropped(self) -> tuple[int, ...]:
        return tuple(place for place, shift in enumerate(self.shifts) if shift is None)


def listed(words: tuple[str, ...]) -> str:
    """As it is said: "mandag, tirsdag og onsdag"."""
    return " og ".join(filter(None, (", ".join(words[:-1]), *words[-1:])))


def minutes_between(old: Sequence[Shift], new: Sequence[Shift | None], added: Sequence[Shift] = ()) -> int:
    lost = gained = breaks = 0
    for was, now in zip(old, new, strict=True):
        both = _both(was, now) if now else 0
        lost += was.end - was.start - both
        gained += now.end - now.start - both if now else 0
        breaks += abs(now.break_min - was.break_min) if now else 0
    return max(lost, gained + sum(shift.end - shift.start for shift in added)) + breaks


def _both(one: Shift, other: Shift) -> int:
    return max(0, min(one.end, other.end) - max(one.start, other.start)) if one.weekday == other.weekday else 0
