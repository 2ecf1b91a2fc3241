"""Whether a night deals alike: by group, what the youths got and what was answered, and how sure that is.

Shares have Wilson's interval, the difference to everybody else Newcombe's (Statistics in Medicine 17, 1998, method
10). One youth's proposals are not independent of each other, so many of them count as Kish's effective number.
A difference is an alarm only when its whole interval lies beyond LIMIT. Each interval is right 95 times in 100:
among many groups a false alarm comes now and then, and a person looks before anything is changed.
"""

from collections.abc import Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from math import sqrt
from typing import Any, NamedTuple

FEWEST = 5
"""Nothing is told of fewer youths, not by subtraction either."""
LIMIT = 0.02
"""Two percentage points."""
SURE = 1.959964
COVERAGE, EXPOSURE, YOUTH_YES, JOB_YES = "coverage", "exposure", "youth_yes", "job_yes"
MEASURES = (COVERAGE, EXPOSURE, YOUTH_YES, JOB_YES)


class Count(NamedTuple):
    """How often it was yes, out of how many times it could have been."""

    yes: int
    of: int


NONE = Count(0, 0)


@dataclass(frozen=True, slots=True)
class Person:
    """One youth. `groups` says which of each kind; `score` is the sum over tonight's `proposals`."""

    groups: Mapping[str, Hashable]
    could: bool = False
    proposals: int = 0
    score: float = 0.0
    counts: Mapping[str, Count] = field(default_factory=dict)

    def count(self, measure: str) -> Count:
        return self.counts.get(measure, NONE)


class Share(NamedTuple):
    """`effective` is how many independent answers the `of` are worth."""

    yes: int
    of: int
    effective: float

    @property
    def rate(self) -> float:
        return self.yes / self.of if self.of else 0.0

    @property
    def interval(self) -> tuple[float, float]:
        return wilson(self.rate, self.effective)


class Tally(NamedTuple):
    """Sums over many counts, so that everybody but a group is a subtraction; `squares` are those of the `of`."""

    yes: int
    of: int
    squares: int

    @classmethod
    def over(cls, counts: Iterable["Count | Tally"]) -> "Tally":
        yes = of = squares = 0
        for each in counts:
            yes, of = yes + each.yes, of + each.of
            squares += each.squares if isinstance(each, Tally) else each.of**2
        return cls(yes, of, squares)

    def without(self, some: "Tally") -> "Tally":
        return Tally(self.yes - some.yes, self.of - some.of, self.squares - some.squares)

    @property
    def share(self) -> Share:
        return Share(self.yes, self.of, self.of**2 / self.squares if self.squares else 0.0)


class Gap(NamedTuple):
    """How much more (or less) than the others, and between what and what with 95 % certainty."""

    gap: float
    low: float
    high: float

    @property
    def is_alarming(self) -> bool:
        return self.low > LIMIT or self.high < -LIMIT


def wilson(rate: float, n: float) -> tuple[float, float]:
    if n <= 0:
        return 0.0, 1.0
    centre, half = rate + SURE**2 / (2 * n), SURE * sqrt(rate * (1 - rate) / n + SURE**2 / (4 * n**2))
    whole = 1 + SURE**2 / n
    return max(0.0, min(rate, (centre - half) / whole)), min(1.0, max(rate, (centre + half) / whole))


def newcombe(one: Share, other: Share) -> Gap:
    gap = one.rate - other.rate
    (low_1, high_1), (low_2, high_2) = one.interval, other.interval
    return Gap(
        gap,
        gap - sqrt((one.rate - low_1) ** 2 + (high_2 - other.rate) ** 2),
        gap + sqrt((high_1 - one.rate) ** 2 + (other.rate - low_2) ** 2),
    )


def hidden(sizes: Mapping[Any, int]) -> set[Any]:
    """Groups of fewer than FEWEST, joined by the next smallest until no subtraction from the whole tells of few."""
    out: set[Any] = set()
    for size, group in sorted((size, group) for group, size in sizes.items() if size):
        together = sum(sizes[each] for each in out)
        if size >= FEWEST and (not out or together >= FEWEST):
            break
        out.add(group)
    return out


def report(people: Sequence[Person], kinds: Iterable[str]) -> dict[str, Any]:
    """Fit for JSON. Small groups are left out before anything is kept."""
    tables = [table(people, kind) for kind in kinds]
    return {"tables": [each for each in tables if each["rows"]], "alarms": [a for each in tables for a in alarms(each)]}


def table(people: Sequence[Person], kind: str) -> dict[str, Any]:
    groups: dict[Any, list[Person]] = {}
    for person in people:
        if kind in person.groups:
            groups.setdefault(person.groups[kind], []).append(person)
    able = {group: [person for person in members if person.could] for group, members in groups.items()}
    reached = {group: [person for person in members if person.proposals] for group, members in groups.items()}
    found = {
        COVERAGE: compared(groups, COVERAGE),
        EXPOSURE: exposed(able),
        YOUTH_YES: compared(groups, YOUTH_YES),
        JOB_YES: compared(groups, JOB_YES),
    }
    sizes, scores = told({group: len(members) for group, members in able.items()}), mean_scores(reached)
    rows = [
        {
            "group": group,
            "youths": sizes.get(group),
            "score": scores.get(group),
            **{measure: found[measure].get(group) for measure in MEASURES},
        }
        for group in sorted(groups)
    ]
    return {"by": kind, "rows": rows}


def told(sizes: Mapping[Any, int]) -> dict[Any, int]:
    out = hidden(sizes)
    return {group: size for group, size in sizes.items() if size and group not in out}


def compared(groups: Mapping[Any, Sequence[Person]], measure: str) -> dict[Any, dict[str, Any]]:
    """Each group's share beside that of everybody else."""
    asked = {group: [person.count(measure) for person in members] for group, members in groups.items()}
    sizes = told({group: sum(1 for each in counts if each.of) for group, counts in asked.items()})
    tallies = {group: Tally.over(counts) for group, counts in asked.items()}
    everybody = Tally.over(tallies.values())
    return {group: figures(tallies[group].share, everybody.without(tallies[group]).share) for group in sizes}


def figures(own: Share, others: Share) -> dict[str, Any]:
    low, high = own.interval
    beside = newcombe(own, others) if others.of else None
    return {"yes": own.yes, "of": own.of, **rounded(own.rate, low, high), **in_json(others.rate, beside)}


def exposed(able: Mapping[Any, Sequence[Person]]) -> dict[Any, dict[str, Any]]:
    """Each group's share of all proposals beside its share of the youths who could have some. The youths are who
    they are; what is uncertain is the proposals."""
    youths = sum(len(members) for members in able.values())
    dealt = Tally.over(Count(0, person.proposals) for members in able.values() for person in members).share
    sizes = told({group: len(members) for group, members in able.items()})
    found = {}
    for group in sizes if dealt.of else ():
        own = dealt._replace(yes=sum(person.proposals for person in able[group]))
        (low, high), fair = own.interval, sizes[group] / youths
        gap = Gap(own.rate - fair, low - fair, high - fair) if sizes[group] < youths else None
        found[group] = {"yes": own.yes, "of": own.of, **rounded(own.rate, low, high), **in_json(fair, gap)}
    return found


def mean_scores(reached: Mapping[Any, Sequence[Person]]) -> dict[Any, float]:
    sizes = told({group: len(members) for group, members in reached.items()})
    return {
        group: round(sum(p.score for p in reached[group]) / sum(p.proposals for p in reached[group]), 4)
        for group in sizes
    }


def rounded(rate: float, low: float, high: float) -> dict[str, float]:
    return {"rate": round(rate, 4), "low": round(low, 4), "high": round(high, 4)}


def in_json(beside: float, gap: Gap | None) -> dict[str, Any]:
    """`others` is what the group is held against; None for a group that is everybody."""
    if gap is None:
        return {"others": None, "gap": None, "alarm": False}
    return {"others": round(beside, 4), "gap": [round(each, 4) for each in gap], "alarm": gap.is_alarming}


def alarms(found: Mapping[str, Any]) -> list[dict[str, Any]]:
    """Those who get less before those who get more. Of two groups that are each other's others, one is enough."""
    rows = [
        {"by": found["by"], "group": row["group"], "measure": measure, **row[measure]}
        for row in found["rows"]
        for measure in MEASURES
        if row[measure] and row[measure]["alarm"]
    ]
    if len(found["rows"]) == 2:
        rows = [row for row in rows if row["gap"][0] < 0]
    return sorted(rows, key=lambda row: row["gap"][0] > 0)
