"""What is handed out: a changed job, and each edit that leads to it in words."""

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
    of `job` are those that are left, in the order given, and then the added. `minutes` are the minutes of the week
    that were worked before or after but not both, and the changes of breaks. Where `is_nearest` is false the search
    was cut short, or the change is an alternative that keeps more of the hours: lawful, but others may be nearer.
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
