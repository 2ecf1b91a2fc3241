"""Learning from what people decided: weekly, and only offered, unless a coordinator has let new models ship.

A model is examined on the latest proposals by time. For that it is learnt from what was decided before the first of
them was put forward, so that nothing can be known in advance. The model in use may have seen some of the latest
answers already: that makes it harder to beat, never easier.
"""

import logging
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from typing import NamedTuple

from matching import actions
from matching.engine.scoring import Outcome, fit_best, log_loss
from matching.engine.shelf import seal
from matching.engine.weights import Scorer
from matching.house_scorer import scorer_of_the_house
from matching.models import Match, MatchStatus
from matching.when import local_day

log = logging.getLogger(__name__)

FEWEST = 30
"""With fewer answers than this there is nothing to hold out, and the prior knows better."""
HELD_OUT = 5
"""The latest fifth of the proposals is the examination."""
ANSWERS = {
    MatchStatus.DECLINED: (False, None),
    MatchStatus.RELEASED: (True, None),
    MatchStatus.REFUSED: (True, False),
    MatchStatus.AGREED: (True, True),
}
"""What a match says of the two questions: did the youth want the job, and did the job take the youth?"""


class Answer(NamedTuple):
    """`proposed_on` is the day of the night, `decided_on` that of the last word."""

    outcome: Outcome
    proposed_on: date
    decided_on: date


@dataclass(frozen=True, slots=True)
class Lesson:
    """What came of a training. `figures` are for the coordinator who decides; empty when there was no examination."""

    answers: int
    is_offered: bool
    why: str
    figures: dict[str, float] = field(default_factory=dict)


def train(now: datetime, *, seed: int = 0) -> Lesson:
    """Fit on all answers so far, and offer the result when it foresees the latest no worse than what there is."""
    lesson, new = learn(answers(), scorer_of_the_house(seed, now).scorer, seed)
    if lesson.is_offered and not actions.offer(**seal(new)._asdict(), figures=lesson.figures, now=now):
        lesson = replace(lesson, is_offered=False, why="nothing new")
    log.info("trained on %s answers, offered: %s, %s", lesson.answers, lesson.is_offered, lesson.why)
    return lesson


def answers() -> list[Answer]:
    """Decided matches in the order in which they were decided, as the score saw them at the time."""
    decided = Match.objects.filter(status__in=ANSWERS).exclude(contributions=[]).order_by("changed_at", "pk")
    return [
        Answer(
            Outcome(tuple(each["code"] for each in contributions), *ANSWERS[MatchStatus(status)]),
            proposed_on,
            local_day(changed_at),
        )
        for status, contributions, proposed_on, changed_at in decided.values_list(
            "status", "contributions", "run__day", "changed_at"
        )
    ]


def learn(said: Sequence[Answer], running: Scorer, seed: int) -> tuple[Lesson, Scorer]:
    """No worse than both: the model in use, and the experts who wrote the first weights."""
    if len(said) < FEWEST:
        return Lesson(len(said), False, "too few answers"), running
    if running.outcomes == len(said):
        return Lesson(len(said), False, "nothing new"), running
    earlier, latest = split(said)
    if not earlier:
        return Lesson(len(said), False, "nothing earlier"), running
    found = examine(earlier, latest, running, seed) | {"answers": len(said)}
    for name, why in (("loss_running", "worse than the running one"), ("loss_expert", "worse than the experts")):
        if found["loss"] > found[name]:
            return Lesson(len(said), False, why, found), running
    new = fit_best([each.outcome for each in said], seed)
    return Lesson(len(said), True, "no worse than both", found), new


def split(said: Sequence[Answer]) -> tuple[list[Outcome], list[Outcome]]:
    """What was decided before the first of the latest proposals was made, and those latest ones."""
    by_night = sorted(said, key=lambda each: each.proposed_on)
    begins = by_night[-(len(said) // HELD_OUT)].proposed_on
    earlier = [each.outcome for each in said if each.decided_on < begins]
    return earlier, [each.outcome for each in said if each.proposed_on >= begins]


def examine(earlier: Sequence[Outcome], latest: Sequence[Outcome], running: Scorer, seed: int) -> dict[str, float]:
    """Learnt from the earlier answers, asked about the latest; beside it the running model and the experts."""
    return {
        "latest": len(latest),
        "loss": log_loss(fit_best(earlier, seed), latest),
        "loss_running": log_loss(running, latest),
        "loss_expert": log_loss(Scorer.written(), latest),
    }
