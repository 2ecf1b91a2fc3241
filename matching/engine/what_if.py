"""A night on trial: the same record with a change upon it, counted beside what really came out."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from matching.engine.change import Change
from matching.engine.changing import jobs_under, limits_under, scorer_under, wishes_under
from matching.engine.record import Outcome, Record, run_again

FEWEST = 5
"""A group of fewer youths is never counted by itself."""
CROWDED_SHOWN = 6


def changed(record: Record, change: Change) -> Record:
    """A copy with the change upon it; the outcome is still the one of the night."""
    return replace(
        record,
        wishes=wishes_under(change, record.wishes),
        jobs=jobs_under(change, record.jobs),
        scorer=scorer_under(change, record.scorer),
        options=replace(record.options, limits=limits_under(change, record.options.limits, record.mentors)),
    )


def try_out(record: Record, change: Change) -> dict[str, Any]:
    """The figures of the night and of the trial, and who gains or loses: numbers only, fit for JSON."""
    then, now = record.outcome, Outcome.of(run_again(changed(record, change)))
    steps = {wish.youth: wish.step for wish in record.wishes}
    return {
        "then": figures(then),
        "now": figures(now),
        "gained": len(reached(now) - reached(then)),
        "lost": len(reached(then) - reached(now)),
        "other_jobs": len(with_other_jobs(then, now)),
        "by_step": groups(then, now, steps),
        "by_area": groups(then, now, record.areas),
        "crowded": crowded(then.prices, now.prices),
        "refused": {
            rule: [then.refused.get(rule, 0), now.refused.get(rule, 0)]
            for rule in sorted(then.refused.keys() | now.refused.keys())
        },
    }


def reached(outcome: Outcome) -> set[int]:
    """The youths with a proposal."""
    return {row[0] for row in outcome.proposals}


def figures(outcome: Outcome) -> dict[str, float]:
    """`could` are the youths with a job that nothing forbids; `coverage` is the share of them with a proposal."""
    could = sum(1 for count in outcome.eligible.values() if count)
    got = len(reached(outcome))
    return {
        "proposed": len(outcome.proposals),
        "youths": len(outcome.eligible),
        "reached": got,
        "could": could,
        "coverage": round(got / could, 4) if could else 0.0,
        "posts": len({row[1] for row in outcome.proposals}),
        "expected": round(sum(row[5] for row in outcome.proposals), 1),
    }


def with_other_jobs(then: Outcome, now: Outcome) -> set[int]:
    """Those with a proposal both times, but not for the same jobs."""
    both = reached(then) & reached(now)
    return {youth for youth, _post in then.ranks.keys() ^ now.ranks.keys() if youth in both}


def groups(then: Outcome, now: Outcome, group_of: Mapping[int, int]) -> list[dict[str, Any]]:
    """For each group how many youths, with a proposal before and now. Small groups are counted together; `group` is
    None for those. They are joined by the next smallest until they are enough, so that no subtraction tells of few."""
    size = Counter(group_of[youth] for youth in then.eligible if youth in group_of)
    small = small_ones(size)
    before, after = reached(then), reached(now)
    gained, lost = after - before, before - after
    found: dict[int | None, dict[str, Any]] = {}
    for youth in then.eligible:
        if youth not in group_of:
            continue
        name = None if group_of[youth] in small else group_of[youth]
        row = found.setdefault(name, {"group": name, "youths": 0, "then": 0, "now": 0, "gained": 0, "lost": 0})
        row["youths"] += 1
        row["then"] += youth in before
        row["now"] += youth in after
        row["gained"] += youth in gained
        row["lost"] += youth in lost
    rows = sorted(found.values(), key=lambda row: (row["group"] is None, row["group"] or 0))
    return [row for row in rows if row["youths"] >= FEWEST]


def small_ones(size: Mapping[int, int]) -> set[int]:
    small: set[int] = set()
    for group, count in sorted(size.items(), key=lambda each: (each[1], each[0])):
        together = sum(size[each] for each in small)
        if count >= FEWEST and (not small or together >= FEWEST):
            break
        small.add(group)
    return small


def crowded(then: Mapping[int, float], now: Mapping[int, float]) -> list[list[float]]:
    """Posts that more youths wanted than there were places for: post, what one more place was worth, and is now."""
    posts = sorted(then.keys() | now.keys(), key=lambda post: (-max(then.get(post, 0), now.get(post, 0)), post))
    return [[post, round(then.get(post, 0), 3), round(now.get(post, 0), 3)] for post in posts[:CROWDED_SHOWN]]
